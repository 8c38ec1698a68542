import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

@Suite struct ClosedFormTests {
  /// The image (p + q·c)/(r + s·c) of the constant with this name.
  static func image(_ p: Int, _ q: Int, _ r: Int, _ s: Int, _ name: String) throws -> NormalForm {
    let constant = try #require(Constant.named(name))
    return try #require(NormalForm(Integer(p), Integer(q), over: Integer(r), Integer(s), of: constant))
  }

  /// Spellings from the published tables of formulas, one canonical form each.
  @Test(arguments: [
    ("pi", [4, 0, -2, 1], "4/(pi-2)"), ("pi", [4, 0, 0, 1], "4/pi"), ("pi", [16, 0, 0, 3], "16/(3pi)"),
    ("pi", [0, 1, -4, 1], "-pi/(4-pi)"), ("pi", [4, 1, 0, 1], "1+4/pi"), ("pi", [3, 1, 1, 0], "3+pi"),
    ("pi", [2, 1, 2, 0], "(pi+2)/2"), ("pi", [-3, 1, 1, 0], "pi-3"), ("pi", [0, 1, 6, 0], "pi/6"),
    ("pi", [-2, -1, 2, 0], "-(pi+2)/2"), ("pi", [0, -9, -16, 3], "9pi/(16-3pi)"),
    ("pi", [2, 0, 10, -3], "2/(10-3pi)"), ("pi", [8, 3, 4, 1], "(3pi+8)/(pi+4)"),
    ("gauss", [0, 2, -3, 4], "2gauss/(4gauss-3)"), ("e", [0, 1, -2, 1], "e/(e-2)"),
    ("e", [1, 1, -1, 1], "(e+1)/(e-1)"), ("e", [1, 0, -16, 6], "1/(6*e-16)"),
    ("e^2", [4, 0, -21, 3], "4/(3e^2-21)"), ("sqrt(e)", [0, 1, -1, 1], "sqrt(e)/(sqrt(e)-1)"),
    ("log(2)", [1, 0, 3, -4], "1/(3-4log(2))"), ("catalan", [1, -1, 0, 1], "1/catalan-1"),
    ("zeta(3)", [6, 0, 0, 1], "6/zeta(3)"), ("pi^2", [30, 0, 0, 1], "5/zeta(2)"),
    ("zeta(2)", [0, 6, 1, 0], "pi^2"), ("tan(1)", [1, 0, 0, 1], "cot(1)"),
    ("tan(1)", [0, 3, 2, 0], "3tan(1)/2"),
    ("I1(2)/I0(2)", [1, 0, 0, 1], "besseli(0,2)/besseli(1,2)"),
    ("I1(2)/I0(2)", [0, 1, 1, -1], "besseli(1,2)/(besseli(0,2)-besseli(1,2))"),
    ("I1(2)/I0(2)", [1, 1, 1, 0], "1+besseli(1,2)/besseli(0,2)"),
    ("phi", [0, 1, 1, 0], "phi"), ("sqrt(5)", [1, 1, 2, 0], "phi"), ("phi", [2, 1, 1, 0], "(5+sqrt(5))/2"),
    ("sqrt(17)", [1, 1, 2, 0], "(1+sqrt(17))/2"), ("sqrt(2)", [1, 0, -1, 1], "1+sqrt(2)"),
    ("sqrt(5)", [5, -3, 2, 0], "(5-3sqrt(5))/2"), ("sqrt(3)", [0, 1, 3, 0], "sqrt(3)/3"),
    ("pi", [2, 4, 1, 2], "2"),
  ])
  func spellings(_ name: String, _ c: [Int], _ text: String) throws {
    #expect(try "\(ClosedFormTests.image(c[0], c[1], c[2], c[3], name))" == text)
  }

  @Test func unicodeAndLatex() throws {
    let fraction = try ClosedFormTests.image(0, 1, -4, 1, "pi")
    #expect(fraction.text(.unicode) == "−π/(4−π)")
    #expect(fraction.text(.latex) == "-\\frac{\\pi}{4-\\pi}")
    let root = try ClosedFormTests.image(1, 1, 2, 0, "sqrt(17)")
    #expect(root.text(.unicode) == "(1+√17)/2")
    #expect(root.text(.latex) == "\\frac{1+\\sqrt{17}}{2}")
    #expect(try ClosedFormTests.image(6, 0, 0, 1, "zeta(3)").text(.unicode) == "6/ζ(3)")
  }

  @Test func refusesWhatIsNoNumber() throws {
    let pi = try #require(Constant.named("pi"))
    #expect(NormalForm(1, 2, over: 0, 0, of: pi) == nil)
    #expect(QuadraticNumber(p: 1, q: 1, d: 49, r: 2) == nil)
    #expect(QuadraticNumber(p: 1, q: 1, d: -7, r: 2) == nil)
  }

  /// Different ways to one value, for every constant: negated, scaled, and through equivalent constants.
  @Test(arguments: Constant.all)
  func equalValuesHaveEqualForms(_ constant: Constant) throws {
    let form = try #require(NormalForm(7, -3, over: 2, 5, of: constant))
    #expect(NormalForm(-14, 6, over: -4, -10, of: constant) == form)
    let direct = (constant.ball(bits: 300) * -3 + 7) / (constant.ball(bits: 300) * 5 + 2)
    #expect(form.ball(bits: 200).overlaps(direct))
    #expect(form.ball(bits: 200).relativeDigits >= 60)
  }

  /// What is printed is an expression with the same value: all shapes of coefficients over all constants.
  @Test(arguments: Constant.all)
  func plainTextIsReadBack(_ constant: Constant) throws {
    let rows = [
      [7, -3, 2, 5], [0, 2, 3, 0], [-4, -1, 0, 3], [3, 0, 0, -2], [-5, 0, 1, 9], [1, 6, 1, 0], [5, -2, 0, 1],
    ]
    for row in rows {
      let c = row.map { Integer($0) }
      let form = try #require(NormalForm(c[0], c[1], over: c[2], c[3], of: constant))
      let value = try #require(try Expression(parsing: "\(form)").evaluate(digits: 50).enclosure)
      #expect(value.overlaps(form.ball(bits: 300)) && value.relativeDigits >= 50, "\(form)")
    }
  }

  /// The root of a polynomial and the same number from its Möbius form: (3 + 2√17)/(1 − √17).
  @Test func quadraticFormsFromPolynomialAndFromRootAgree() throws {
    let form = try ClosedFormTests.image(3, 2, 1, -1, "sqrt(17)")
    guard case .quadratic(let x) = form.shape else {
      Issue.record("\(form) is not quadratic")
      return
    }
    let (c0, c1, c2) = (x.p * x.p - x.q * x.q * x.d, -2 * x.p * x.r, x.r * x.r)
    let value = form.ball(bits: 100)
    #expect(QuadraticNumber(rootOf: c0 * 1000, c1 * 1000, c2 * 1000, near: value) == x)
  }

  /// What is printed must be read back with the same value; the cancellation at the pole must not cost digits.
  @Test func digitsSurviveCancellation() throws {
    let form = try ClosedFormTests.image(1, 0, -355, 113, "pi")
    let ball = form.ball(bits: 400)
    #expect(ball.relativeDigits >= 119)
    #expect(form.text(.plain) == "-1/(355-113pi)")
  }
}
