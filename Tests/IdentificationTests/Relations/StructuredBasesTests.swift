import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Functions of the number, products of powers, graded bases and special values: what they find, how it is written, and
/// that they find nothing where there is nothing.
@Suite struct StructuredBasesTests {
  /// Few constants of the table: the structured bases do not depend on them.
  static let identification = Identification(
    constants: Array(Constant.all.prefix(10)), scope: .standard, isScreened: true)

  static func report(_ expression: String, digits: Int) throws -> IdentificationReport {
    let text = try IdentificationTests.typed(expression, digits: digits)
    return identification.identify(.digits(try DecimalInput(text)))
  }

  /// The value typed to 50 digits, and how its closed form is written.
  @Test(arguments: shapes.sampled(every: 2))
  func closedFormsAreFoundAndWritten(_ expression: String, _ form: String) throws {
    let best = try #require(try Self.report(expression, digits: 50).best)
    #expect("\(best.formula)" == form && best.grade == .conjecture)
    let value = try #require(try Expression(parsing: expression).evaluate(digits: 90).enclosure)
    #expect(best.formula.ball(bits: 280).overlaps(value) && best.formula.ball(bits: 280).relativeDigits >= 80)
    #expect(try Expression(parsing: form).evaluate(digits: 80).enclosure?.overlaps(value) == true)
  }

  private static let shapes = [
    ("2^(3/4)*pi*sqrt(3)", "sqrt(3)*2^(3/4)*pi"), ("exp(3/7)", "exp(3/7)"),
    ("-5exp(-2)*pi^2/3", "-5pi^2/(3e^2)"),
    ("3*gamma(1/4)^3/(2*pi^2)", "3gamma(1/4)^3/(2pi^2)"), ("log(3/7)", "log(3/7)"),
    ("atanh(1/3)", "log(2)/2"),
    ("log(3+2*sqrt(5))", "log(3+2*sqrt(5))"), ("atan(2/9)", "atan(2/9)"), ("atan(3)/2", "atan(3)/2"),
    ("asin(2/7)", "asin(2/7)"), ("acos(-3/5)", "acos(-3/5)"), ("tanh(2/9)", "tanh(2/9)"),
    ("sin(4/9)", "sin(4/9)"),
    ("sqrt(1+2pi)", "sqrt(1+2*pi)"), ("-cbrt(2+catalan)", "-cbrt(2+catalan)"), ("(e-euler)^2", "(e-euler)^2"),
    ("exp(euler)/3", "exp(euler)/3"), ("exp(2/3)*pi*euler", "pi*euler*exp(2/3)"),
    ("2^(2/3)*exp(-1/3)", "2^(2/3)/exp(1/3)"), ("2^pi", "2^pi"),
    ("(1+sqrt(7))*catalan/3", "(1+sqrt(7))/3*catalan"),
    ("sqrt(10005)/pi", "sqrt(10005)/pi"), ("cbrt(14)*zeta(3)/3", "cbrt(14)*zeta(3)/3"),
    ("1/(8-4zeta(2)-zeta(4))", "90/(720-60pi^2-pi^4)"),
    ("zeta(5)+2zeta(2)*zeta(3)", "(3zeta(5)+pi^2*zeta(3))/3"),
    ("log(2)^2+3zeta(2)", "(pi^2+2log(2)^2)/2"), ("2beta(4)/3", "2beta(4)/3"),
    ("polylog(3,1/3)", "polylog(3,1/3)"),
    ("ellipk(1/3)", "ellipk(1/3)"), ("dirichletl(2,-7)/5", "dirichletl(2,-7)/5"),
  ]

  /// Shapes with random coefficients.
  private static func planted(_ r: inout SeededGenerator) -> [String] {
    func n(_ size: Int) -> Int { Int.random(in: 1...size, using: &r) }
    func sign() -> String { Bool.random(using: &r) ? "-" : "" }
    return [
      "\(sign())\(n(9))*2^(\(n(7))/4)*3^(\(n(5))/3)*pi^(\(n(7))/2)/\(n(9))",
      "\(n(9))*gamma(1/3)^\(n(8))/pi^\(n(4))",
      "log(\(n(99) + 1)/\(100 + n(99)))", "\(sign())atan(\(n(20))/\(n(20)))", "acos(\(n(9))/\(10 + n(20)))",
      "exp(\(sign())\(n(9))/\(n(9)))", "exp(sqrt(\(3 * n(9) + 2))/\(n(4)))", "sqrt(\(n(9))+\(n(9))*zeta(3))",
      "(\(n(99))+\(n(99))*pi^2+\(n(99))*log(2)^2)/\(n(9))",
      "(\(n(99))+\(n(99))*zeta(3)+\(n(99))*pi^2*log(2)-\(n(99))*log(2)^3)/\(n(9))",
      "(\(n(20))-\(n(20))*pi*sqrt(7)+\(n(20))*sqrt(7)*log(8+3*sqrt(7)))/\(n(9))",
      "(\(n(9))+\(n(9))*pi+\(n(9))*pi^2)/(\(n(9))+\(n(9))*pi)", "\(n(20))*psi(1,2/5)/\(n(20))",
      "\(n(9))*sqrt(pi)*exp(1/4)*erfc(1/2)+\(n(9))", "(\(n(9))+\(sign())\(n(9))*sqrt(13))*log(2)/\(n(9))",
    ]
  }

  @Test(arguments: ([1, 2] as [UInt64]).sampled(every: 2)) func plantedShapesAreFound(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 0x57A9_0000 + seed)
    for expression in Self.planted(&generator) {
      let value = try #require(try Expression(parsing: expression).evaluate(digits: 110).enclosure)
      let report = try Self.report(expression, digits: 60)
      #expect(report.verdict == .graded(.conjecture), "\(expression)")
      #expect(report.best?.formula.ball(bits: 340).overlaps(value) == true, "\(expression)")
    }
  }

  /// The planted shapes with a wrong digit in the last third, and random digits: no conjecture, and the wrong digit is
  /// never passed over.
  @Test func nearMissesAreNoConjectures() throws {
    var generator = SeededGenerator(seed: 0x57A9_1000)
    for expression in Self.planted(&generator).prefix(8) {
      let input = try DecimalInput(try IdentificationTests.typed(expression, digits: 42))
      let place = Int.random(in: 2..<14, using: &generator)
      let wrong = DecimalInput(
        significand: input.significand + Integer.powerOfTen(place) * 3, exponent: input.exponent)
      let report = Self.identification.identify(.digits(wrong))
      #expect(
        (report.best?.grade ?? .noise) < .conjecture, "\(expression) with digit \(place): \(report.findings)")
    }
    for digits in [18, 30, 60] {
      let text = (0..<digits).map { _ in "\(Int.random(in: 1...9, using: &generator))" }.joined()
      let report = Self.identification.identify(.digits(try DecimalInput("0." + text)))
      #expect((report.best?.grade ?? .noise) < .conjecture, "\(text)")
    }
  }

  /// Numbers with one wrong digit among the first equal a simple form with a fraction added: nobody means that.
  @Test(arguments: wrongDigits.sampled(every: 3))
  func oneWrongDigitIsNoPartOfTheNumber(_ wrong: String, _ meant: String) throws {
    let report = try Self.report(wrong, digits: 60)
    #expect((report.best?.grade ?? .noise) < .conjecture, "\(report.findings)")
    let text = try Expression(parsing: meant)
    let value = try #require(try text.evaluate(digits: 40).enclosure)
    for finding in report.findings { #expect(finding.formula.ball(bits: 100).overlaps(value)) }
    #expect(try Self.report(meant, digits: 60).verdict == .graded(.conjecture))
  }

  private static let wrongDigits = [
    ("4ellipk(2/3)/5-3/10^6", "4ellipk(2/3)/5"), ("cosh(3)*3/5+4/10^10", "3cosh(3)/5"),
    ("2/(10-3pi)+7/10^8", "2/(10-3pi)"),
    ("355/113+3/10^9", "355/113"), ("(3+sqrt(17))/2-9/10^7", "(3+sqrt(17))/2"), ("pi+2*e+3/10^5", "pi+2*e"),
  ]

  /// Lehmer's number, and the trace of a root of unity of order 23.
  @Test(arguments: [
    ("1.17628081825991750654407033847", "root of x^10+x^9-x^7-x^6-x^5-x^4-x^3+x+1 near 1.1762808"),
    (
      "-0.4069120261052675797560574441231568535556673337801938479247370708077934235",
      "root of x^11-x^10-10x^9+9x^8+36x^7-28x^6-56x^5+35x^4+35x^3-15x^2-6x+1 near -0.40691203"
    ),
  ])
  func rootsOfHighDegreeAreFound(_ digits: String, _ form: String) throws {
    let report = Self.identification.identify(.digits(try DecimalInput(digits)))
    #expect(report.best.map { "\($0.formula)" } == form && report.verdict == .graded(.conjecture))
  }

  /// Thirteen small integers are cheap one by one, and chance finds them: 18 random digits have such a root.
  @Test func manySmallIntegersAreNoEvidence() throws {
    let report = Self.identification.identify(.digits(try DecimalInput("-1.46494367178507306")))
    #expect((report.best?.grade ?? .noise) < .conjecture, "\(report.findings)")
    let relation: [Integer] = [2, 7, -10, 0, -1, -3, -5, -3, 1, -1, -5, 0, 2]
    #expect(digitsConsumed(by: relation) < 5 && digitsChosen(by: relation) > 8)
    #expect(digitsChosen(by: [99, 99, 99, 99]) == digitsConsumed(by: [99, 99, 99, 99]))
  }

  @Test func finiteDecimalsAreWhatTheyAre() throws {
    let report = Self.identification.identify(.digits(try DecimalInput("1.00010000000000000000000000")))
    #expect(report.best.map { "\($0.formula)" } == "10001/10000" && report.verdict == .graded(.conjecture))
  }

  /// A relation among the constants of a basis would be found in the place of one of the number.
  @Test func basesAreIndependent() throws {
    for line in GradedBases.lines + GradedBases.rational + GradedBases.factors {
      let constants = line.split(separator: ", ").map { Constant.special(String($0)) }
      #expect(SearchScope.dependence(among: constants) == nil, "\(line)")
    }
  }

  /// Every special value has one to the precision of a search, which is no fraction and no quadratic number.
  @Test func specialValuesAreTranscendentalNumbers() throws {
    let plain = Identification(constants: [], scope: .table)
    for constant in Constant.specialValues + GradedBases.exponents.map({ Constant.special($0) }) {
      let value = constant.ball(bits: 300)
      #expect(value.isFinite && value.relativeDigits > 80, "\(constant)")
      guard constant.name != "phi" else { continue }
      let report = plain.identify(.recomputable { constant.ball(bits: $0 * 4) })
      #expect(report.best == nil, "\(constant) is \(report.findings.map { "\($0.formula)" })")
    }
    #expect(Set(Constant.specialValues.map(\.name)).count > 700)
  }

  /// Where machine words rule a basis out, the full search finds nothing in it: pairs, functions and multiples included.
  @Test func screenedSearchesAnswerAlike() throws {
    let full = Identification(
      constants: Array(Constant.all.prefix(10)), scope: .standard, isScreened: false)
    for text in ["0.52893746529873456298374562983745629387456", "123.45982374598273459827345982734987"] {
      let input = NumberSource.digits(try DecimalInput(text))
      let (one, other) = (full.identify(input), Self.identification.identify(input))
      #expect(one.verdict == other.verdict && one.findings == other.findings)
      #expect(one.basesTried == other.basesTried && one.excluded.map(\.basis) == other.excluded.map(\.basis))
      for (row, screened) in zip(one.excluded, other.excluded) {
        #expect(abs(row.exponent - screened.exponent) <= 1, "\(row.basis)")
      }
    }
  }

  /// Coefficients of 18 digits each need more than the first fifty digits of a formula.
  @Test func longCoefficientsAreFoundWithMoreDigits() throws {
    let pi = try #require(Constant.named("pi"))
    let form = try #require(
      NormalForm(
        123_456_789_012_345_679, 987_654_321_098_765_432, over: 555_555_555_555_555_557,
        314_159_265_358_979_323,
        of: pi))
    let report = Self.identification.identify(.recomputable { form.ball(bits: $0 * 4 + 64) })
    #expect(report.best?.formula == form && report.verdict == .graded(.conjecture))
    #expect((report.best?.evidence.digitsSupplied ?? 0) >= 190)
    let first = report.best?.evidence.basesTried ?? 0
    #expect(first > Self.identification.bases / 2, "what was tried with fewer digits counts")
  }
}
