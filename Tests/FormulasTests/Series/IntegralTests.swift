import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Integrals whose values are known, most of them in Gradshteyn and Ryzhik.
@Suite struct IntegralTests {
  @Test(
    "integrals with known closed forms",
    arguments: [
      ("integral(x=0..1, 4/(1+x^2))", "pi", true), ("integral(x=0..pi, sin(x)^2)", "pi/2", true),
      ("integral(t=1..2, 1/t)", "log(2)", true), ("integral(x=2..1, 1/x)", "-log(2)", true),
      ("integral(x=1..1, 1/x)", "0", true), ("integral(x=0..1, exp(-x))+1/e", "1", true),
      ("integral(x=0..1, log(x)/(1+x))", "-pi^2/12", false),
      ("integral(x=0..inf, exp(-x^2))", "sqrt(pi)/2", false),
      ("integral(x=-inf..inf, 1/(1+x^2))", "pi", false), ("integral(x=0..1, 1/sqrt(x))", "2", false),
      ("integral(x=0..inf, x^3/(exp(x)-1))", "pi^4/15", false),
      ("integral(x=0..inf, log(x)*exp(-x))", "-euler", false),
    ])
  func knownIntegrals(_ text: String, _ closedForm: String, _ isProved: Bool) throws {
    let left = try Expression(parsing: text).evaluate(digits: 40)
    let right = try Expression(parsing: closedForm).evaluate(digits: 40)
    let (x, y) = (try #require(left.enclosure), try #require(right.enclosure))
    #expect(x.overlaps(y) && x.accurateDigits >= 40, "\(text): \(x)")
    #expect(left.verification.isAgreement == !isProved, "\(text): \(left.verification)")
  }

  @Test(
    "integrals that do not exist, or of functions that are not known at complex points",
    arguments: [
      "integral(x=0..1, 1/x)", "integral(x=0..1, floor(3x))", "integral(x=0..inf, sin(x)/x)",
      "integral(x=1..2, y)", "integral(x=0..1, sum(k=1..3, x^k))",
    ])
  func refusals(_ text: String) {
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
  }
}
