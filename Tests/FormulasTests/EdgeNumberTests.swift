import TestSupport
import Testing

@testable import WallisFormulas

/// Numbers at the edges of machine words, wherever a number can stand: answered or refused, never the end of the program.
@Suite struct EdgeNumberTests {
  private static let numbers = [
    "-9223372036854775808", "9223372036854775807", "-9223372036854775807", "9223372036854775808",
  ]

  /// `#` stands for the number.
  private static let texts = [
    "2^(#)", "(1/2)^(#)", "#^(#)", "(-1)^(#)", "i^(#)", "pi^(#)", "2^(1/(#))", "(#)!", "1e#", "0.1e#", "0.#",
    "pcf(#, 1)", "pcf(n, #)", "pcf(n, n^(#))", "pcf(n+#, n^2)", "pcf(2n+1, (n+#)^2)", "pcf(#n, #n^2)",
    "sum(k=1..inf, k^(#))", "sum(k=1..inf, 2^(#*k))", "sum(k=#..inf, 1/k^2)", "sum(k=1..#, k)",
    "sum(k=#..#, k)",
    "sum(k=1..5, k^(#))", "sum(k=1..inf, 1/gamma(#*k))", "sum(k=1..inf, 1/(k+#)^2)",
    "sum(k=1..inf, 1/poch(#, k))",
    "product(k=#..inf, 1+1/k^2)", "product(k=1..inf, (1+1/k^2)^(#))", "product(k=1..#, 1+1/k)",
    "integral(x=#..1, x)", "integral(x=0..#, x)", "integral(x=0..1, x^(#))", "rec([1, 1], u=[1, 1], from=#)",
    "sum(n=0..inf, rec([1, 1, 1], u=[1, 1], from=#))", "sum(n=#..inf, rec([n, 1, 1], u=[1, 1], from=0))",
    "rec([n, #], p=[1], q=[1], from=1)", "gamma(#)", "gamma(#/2)", "lgamma(#)", "psi(#, 1)", "psi(1, #)",
    "zeta(#)",
    "zeta(2, #)", "zeta(#, 2)", "eta(#)", "beta(#)", "L(#, 2)", "L(2, #)", "L(-4, #)",
    "polylog(2, #)", "binomial(#, 2)", "binomial(3, #)", "binomial(#, #)", "poch(1, #)", "poch(#, 3)", "H(#)",
    "H(#, 2)", "H(2, #)", "besselj(#, 1)", "besselj(1, #)", "hyp([#], [2], 1/2)", "hyp([1], [#], 1/2)",
    "hyp([1, 1], [2], #)", "root(#, 2)", "log(#)", "exp(#)", "cos(pi*#)", "tan(#)", "atan(#)", "agm(1, #)",
    "lambertw(#)", "bernoulli(#)", "fibonacci(#)", "stieltjes(#)", "clausen(#, 1)", "elliptick(1/#)", "%#",
  ]

  @Test(arguments: texts.sampled(every: 4)) func isAnsweredOrRefused(_ text: String) {
    for number in EdgeNumberTests.numbers {
      let text = text.replacing("#", with: number)
      guard let expression = try? Expression(parsing: text) else { continue }
      let evaluation = try? expression.evaluate(digits: 8)
      #expect(evaluation?.enclosure?.isFinite ?? true, "\(text)")
    }
  }
}
