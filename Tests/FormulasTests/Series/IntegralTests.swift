import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Integrals whose values are known, most of them in Gradshteyn and Ryzhik.
@Suite struct IntegralTests {
  /// Integral, closed form, and whether that many digits are proved.
  private static let known: [(String, String, Bool)] = [
    ("integral(x=0..1, 4/(1+x^2))", "pi", true), ("integral(x=0..pi, sin(x)^2)", "pi/2", true),
    ("integral(t=1..2, 1/t)", "log(2)", true), ("integral(x=2..1, 1/x)", "-log(2)", true),
    ("integral(x=1..1, 1/x)", "0", true), ("integral(x=0..1, exp(-x))+1/e", "1", true),
    // An end at infinity, or one at which the integrand is not analytic.
    ("integral(x=0..1, log(x)/(1+x))", "-pi^2/12", true),
    ("integral(x=0..inf, exp(-x^2))", "sqrt(pi)/2", true),
    ("integral(x=-inf..inf, 1/(1+x^2))", "pi", true), ("integral(x=0..1, 1/sqrt(x))", "2", true),
    ("integral(x=0..inf, x^3/(exp(x)-1))", "pi^4/15", true),
    ("integral(x=0..inf, log(x)*exp(-x))", "-euler", true),
    // Deep in the end at 0 all digits of exp(x) are those of 1.
    ("integral(x=0..inf, x^(1/2)/(exp(x)-1))", "gamma(3/2)*zeta(3/2)", true),
    ("integral(x=0..inf, x/(exp(x)-1))", "pi^2/6", true),
    ("integral(x=0..1, log(x)*log(1-x))", "2-pi^2/6", true), ("integral(x=1..0, log(x))", "1", true),
    ("integral(x=0..1, x^(-1/3)*(1-x)^(-2/3))", "2pi/sqrt(3)", true),
    ("integral(x=0..inf, x^(-1/2)/(1+x))", "pi", true),
    ("integral(x=0..inf, sin(x)/x*exp(-x))", "pi/4", true),
    ("integral(x=0..inf, 1/cosh(x))", "pi/2", true),
    ("integral(x=0..inf, log(1+exp(-x)))", "pi^2/12", true),
    ("integral(x=-inf..inf, exp(x-exp(x)))", "1", true), ("integral(x=1..inf, log(x)/x^2)", "1", true),
    ("integral(x=-inf..-2, x*exp(x))", "-3/e^2", true), ("integral(x=pi..inf, 1/x^3)", "1/(2pi^2)", true),
    ("integral(x=0..inf, x^(pi-1)*exp(-x))", "gamma(pi)", true),
    ("integral(x=0..pi/2, log(sin(x)))", "-pi*log(2)/2", true),
    ("integral(x=0..inf, erfc(x))", "1/sqrt(pi)", true),
    // Johann Bernoulli; the digits are OEIS A083648.
    ("integral(x=0..1, x^x)", "0.783430510712134407059264386526975469407681990146930958255418", true),
    // The end is no fraction.
    ("integral(x=0..sqrt(2), 1/sqrt(sqrt(2)-x))", "2*2^(1/4)", true),
    ("integral(x=-pi..0, log(x+pi))", "pi*log(pi)-pi", true),
    // Nothing bounds ζ far out; the sum is Σ 1/(n² ln n).
    (
      "integral(x=2..inf, zeta(x)-1)", "0.605521788882600447699549005207240447303238898455065783311148",
      false
    ),
  ]

  @Test(
    "integrals with known closed forms",
    arguments: known.sampled(every: 4))
  func knownIntegrals(_ text: String, _ closedForm: String, _ isProved: Bool) throws {
    let left = try Expression(parsing: text).evaluate(digits: 40)
    let right = try Expression(parsing: closedForm).evaluate(digits: 40)
    let (x, y) = (try #require(left.enclosure), try #require(right.enclosure))
    #expect(x.overlaps(y) && x.accurateDigits >= 40, "\(text): \(x)")
    #expect(left.verification.isAgreement == !isProved, "\(text): \(left.verification)")
  }

  /// Many digits of an improper integral are those of two evaluations that agree: a proof of them would take minutes.
  @Test func manyDigitsAreNotProved() throws {
    let left = try Expression(parsing: "integral(x=0..inf, exp(-x^2))").evaluate(digits: 200)
    let right = try Expression(parsing: "sqrt(pi)/2").evaluate(digits: 200)
    let (x, y) = (try #require(left.enclosure), try #require(right.enclosure))
    #expect(x.overlaps(y) && x.accurateDigits >= 200 && left.verification.isAgreement)
  }

  @Test(
    "integrals that do not exist, or of functions that are not known at complex points",
    arguments: [
      "integral(x=0..1, 1/x)", "integral(x=0..1, floor(3x))", "integral(x=0..inf, sin(x)/x)",
      "integral(x=1..2, y)", "integral(x=0..1, sum(k=1..3, x^k))", "integral(x=2..inf, 1/(x*log(x)))",
      "integral(x=0..inf, exp(-x)/x)", "integral(x=0..1, 1/(exp(x)-1))",
    ])
  func refusals(_ text: String) {
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
  }

  /// Sizes of random expressions, at points beyond the first and far beyond it.
  @Test(arguments: [true, false]) func sizesBoundValues(isGrowing: Bool) throws {
    var generator = SeededGenerator(seed: 0x512E + (isGrowing ? 1 : 0))
    var (sized, signed) = (0, 0)
    for _ in 0..<(LongSuite.isOn ? 4000 : 300) {
      let expression = try Expression(parsing: Self.random(3, &generator))
      for end in [1, 4] {
        let start = Ball(end, bits: 64).exp
        let context = ExpressionValue(limits: EvaluationLimits(), bits: 64)
        let reader = SizeReader(
          variable: "x", isGrowing: isGrowing, start: start, constant: { try? context.value(of: $0) },
          values: { _ in nil })
        guard let size = reader.size(expression) else { continue }
        (sized, signed) = (sized + 1, signed + (size.sign == 0 ? 0 : 1))
        for factor in [1, 2, 9, 60] {
          let s = start * factor
          var inner = context
          inner.variables["x"] = .ball(isGrowing ? s : s.inverse)
          guard let value = try? inner.value(of: expression).ball(bits: 64), value.isFinite else { continue }
          #expect(!(value.magnitude - size.upper.value(at: s)).isPositive, "\(expression) at \(s)")
          if let lower = size.lower {
            #expect(!(value.magnitude - lower.value(at: s)).isNegative, "\(expression) at \(s)")
          }
          #expect(size.sign >= 0 || !value.isPositive, "\(expression) at \(s)")
          #expect(size.sign <= 0 || !value.isNegative, "\(expression) at \(s)")
        }
      }
    }
    #expect(sized > 250 && signed > 120, "\(sized), \(signed)")
  }

  private static func random(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    func part() -> String { random(depth - 1, &generator) }
    guard depth > 0 else {
      return ["x", "x", "x", "2", "3/7", "pi", "x^2", "1"].randomElement(using: &generator) ?? "x"
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1: return "(\(part())+\(part()))"
    case 2: return "(\(part())-\(part()))"
    case 3: return "\(part())*\(part())"
    case 4: return "(\(part()))/(\(part()))"
    case 5:
      return "(\(part()))^(\(["2", "-1", "1/2", "3", "-3/2", "pi"].randomElement(using: &generator) ?? "2"))"
    case 6: return "exp(-(\(part())))"
    case 7: return "(exp(\(part()))-1)"
    case 8, 9: return "log(\(part()))"
    default:
      let names = [
        "sin", "tan", "sinh", "tanh", "atan", "asinh", "cosh", "cos", "erf", "erfc", "sqrt", "exp",
      ]
      return "\(names.randomElement(using: &generator) ?? "sin")(\(part()))"
    }
  }
}
