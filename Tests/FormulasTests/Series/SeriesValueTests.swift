import Foundation
import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Infinite sums, products, integrals and recurrences against PARI and mpmath; see the scripts beside the fixtures.
@Suite struct SeriesValueTests {
  private static func lines(_ name: String) throws -> [(expression: String, value: String)] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t")
      return (String(parts[0]), String(parts[1]))
    }
  }

  /// All 300 of each with `WALLIS_LONG_TESTS`, else one in fifteen.
  @Test(arguments: ["series-values", "integral-recurrence-values"])
  func randomFormulasAgreeTo50Digits(_ name: String) throws {
    let lines = try Self.lines(name)
    #expect(lines.count == 300)
    for (index, line) in lines.enumerated() where LongSuite.isOn || index % 15 == 7 {
      do {
        let evaluation = try Expression(parsing: line.expression).evaluate(digits: 50)
        var enclosure = evaluation.enclosure
        if case .rational(let value) = evaluation.outcome { enclosure = Ball(value, bits: 300) }
        let own = try #require(enclosure, "\(line.expression) \(evaluation.outcome)")
        let expected = Ball(try DecimalInput(line.value).middle, bits: 300)
        let error = (own - expected).magnitude
        // 55 digits were written.
        let bound = expected.magnitude * Ball(Rational(1, Integer.powerOfTen(50)), bits: 64)
        #expect((error - bound).isNegative, "\(line.expression) = \(own) is not \(line.value)")
      } catch {
        Issue.record("\(line.expression): \(error)")
      }
    }
  }

  /// Closed forms of the literature: Euler sums (Flajolet, Salvy, Experimental Mathematics 7 (1998), 15–35), BBP
  /// (1997), Ramanujan (1914), Apéry (1979), products of Wallis and Euler.
  @Test(
    "sums and products with known closed forms",
    arguments: [
      ("sum(k=1..inf, 1/k^2)", "pi^2/6"), ("sum(k=1..inf, 1/k^3)", "zeta(3)"),
      ("sum(k=0..inf, (-1)^k/(2k+1))", "pi/4"), ("sum(n=0..inf, 1/n!)", "e"),
      ("sum(k=1..inf, H(k)/k^2)", "2*zeta(3)"), ("sum(k=1..inf, H(k)^2/k^2)", "17*pi^4/360"),
      ("sum(k=1..inf, H(k)^3/k^2)", "10*zeta(5)+zeta(2)*zeta(3)"),
      ("sum(k=1..inf, (-1)^(k+1)*H(k)/k)", "pi^2/12-log(2)^2/2"),
      ("sum(k=1..inf, (-1)^(k+1)*H(k)/k^2)", "5*zeta(3)/8"), ("sum(k=1..inf, H(2k)/k^2)", "11*zeta(3)/4"),
      ("sum(k=1..inf, H(k,2)/k^2)", "7*zeta(4)/4"), ("sum(k=1..inf, H(k)/(k*2^k))", "pi^2/12"),
      ("sum(k=1..inf, H(k)*H(k,2)/k^2)", "zeta(2)*zeta(3)+zeta(5)"),
      ("sum(k=0..inf, (4/(8k+1)-2/(8k+4)-1/(8k+5)-1/(8k+6))/16^k)", "pi"),
      ("sum(k=0..inf, (6k+1)*binomial(2k,k)^3/256^k)", "4/pi"),
      ("5/2*sum(k=1..inf, (-1)^(k-1)/(k^3*binomial(2k,k)))", "zeta(3)"),
      ("sum(k=0..inf, 1/(k^2+1))", "(1+pi*coth(pi))/2"), ("sum(k=0..inf, (sqrt(2)/2)^k)", "2+sqrt(2)"),
      ("sum(k=0..inf, exp(-k))", "1/(1-exp(-1))"),
      ("sum(k=0..inf, gamma(k+1/2)/(gamma(k+1)*2^k))", "sqrt(2*pi)"),
      ("sum(k=0..inf, binomial(-1/2,k)*(1/3)^k)", "sqrt(3)/2"), ("sum(k=-3..inf, 1/2^k)", "16"),
      ("sum(k=2..inf, 2^(-k/2))", "1+1/sqrt(2)"), ("sum(k=1..inf, pi/k^2)", "pi^3/6"),
      ("sum(n=1..inf, sum(k=1..3, 1/(n+k)^2))", "3*pi^2/6-1-5/4-49/36"),
      ("sum(n=1..inf, sum(k=1..n, 1/k)/n^3)", "pi^4/72"),
      ("sum(n=1..inf, sum(k=2..n, 3/k^2)/2^n)", "3*(pi^2/6-log(2)^2)-3"),
      ("product(k=2..inf, 1-1/k^2)", "1/2"), ("product(k=1..inf, 1+1/k^2)", "sinh(pi)/pi"),
      ("product(k=1..inf, 4k^2/(4k^2-1))", "pi/2"), ("product(k=2..inf, (k^3-1)/(k^3+1))", "2/3"),
      ("product(k=0..inf, 1+1/2^(2^3*k))*product(k=0..inf, 1)", "product(k=0..inf, 1+256^(-k))"),
      ("sum(k=1..10, k^2)", "385"), ("product(k=1..5, k)", "120"), ("sum(k=1..0, k)", "0"),
      ("sum(k=1..4, product(j=1..k, j))", "33"), ("sum(k=1..3, sum(k=1..2, k))", "9"),
      ("1/sum(k=1..100, 1/k)", "1/H(100)"), ("sum(i=0..inf, 1/3^i)", "3/2"),
    ])
  func knownClosedForms(_ sum: String, _ closedForm: String) throws {
    let left = try Expression(parsing: sum).evaluate(digits: 60)
    let right = try Expression(parsing: closedForm).evaluate(digits: 60)
    let (x, y) = (try #require(left.enclosure), try #require(right.enclosure))
    #expect(
      x.overlaps(y) && min(x.accurateDigits, y.accurateDigits) >= 60, "\(sum): \(x), \(closedForm): \(y)")
  }

  @Test(
    "finite sums are exact",
    arguments: [("sum(k=1..10, 1/k)", Rational(7381, 2520)), ("sum(k=0..3, 1/2^k)", Rational(15, 8))])
  func exact(_ text: String, _ value: Rational) throws {
    #expect(try Expression(parsing: text).evaluate(digits: 10).outcome == .rational(value))
  }

  @Test func aThousandDigits() throws {
    for (sum, form) in [
      ("sum(k=1..inf, 1/k^2)", "pi^2/6"), ("sum(k=0..inf, (-1)^k/(2k+1))", "pi/4"),
      ("sum(k=0..inf, binomial(2k,k)^2/(16^k*(k+1)))", "4/pi"),
    ] {
      let x = try #require(try Expression(parsing: sum).evaluate(digits: 1000).enclosure)
      let y = try #require(try Expression(parsing: form).evaluate(digits: 1000).enclosure)
      #expect(x.overlaps(y) && x.accurateDigits >= 1000, "\(sum)")
    }
  }

  @Test(
    "sums without a limit are told, with the reason",
    arguments: [
      ("sum(k=1..inf, 1/k)", Divergence.slowTerms), ("sum(k=1..inf, 1/sqrt(2)^k*2^k)", .lastingTerms),
      ("sum(k=1..inf, (-1)^k)", .lastingTerms), ("sum(k=0..inf, k!/2^k)", .lastingTerms),
      ("sum(k=1..inf, H(k)/k)", .slowTerms), ("product(k=1..inf, 1/2)", .lastingFactors),
      ("product(k=1..inf, 1+1/k)", .slowFactors),
    ])
  func divergence(_ text: String, _ reason: Divergence) throws {
    #expect(try Expression(parsing: text).evaluate(digits: 30).outcome == .diverges(reason), "\(text)")
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: "1+" + text).evaluate(digits: 30) }
  }

  @Test func sumsOfAnotherKindAreUndetermined() throws {
    for text in [
      "sum(k=1..inf, sin(k)/k)", "sum(k=2..inf, 1/(k*log(k)))", "sum(k=1..inf, 1/sqrt(k))",
      "sum(k=1..inf, (-1)^k*sqrt(k))", "sum(k=1..inf, atan(k))", "sum(k=1..inf, 1/(k+1/sqrt(k)))",
    ] {
      #expect(try Expression(parsing: text).evaluate(digits: 30).outcome.status == "undetermined", "\(text)")
    }
  }

  @Test(
    "terms of any kind by two evaluations that agree, which is said",
    arguments: [
      ("sum(k=1..inf, log(1+1/k^2))", "log(sinh(pi)/pi)"), ("sum(k=1..inf, 1/k^(3/2))", "zeta(3/2)"),
      ("sum(k=1..inf, (-1)^k/sqrt(k))", "(sqrt(2)-1)*zeta(1/2)"), ("sum(k=2..inf, zeta(k)-1)", "1"),
      ("sum(k=1..inf, atan(1/(k^2+k+1)))", "pi/4"),
    ])
  func otherTerms(_ sum: String, _ closedForm: String) throws {
    let left = try Expression(parsing: sum).evaluate(digits: 40)
    let x = try #require(left.enclosure, "\(sum): \(left.outcome)")
    let y = try #require(try Expression(parsing: closedForm).evaluate(digits: 40).enclosure)
    #expect(x.overlaps(y) && x.accurateDigits >= 40, "\(sum): \(x)")
    #expect(left.verification.isAgreement)
  }

  @Test(
    "what is refused says where",
    arguments: [
      "sum(k=0..inf, 1/k^2)", "sum(k=1..1/2, k)", "sum(k=inf..3, k)", "sum(k=1..10, 1/(k-3))",
      "sum(k=1..inf, x/k^2)", "sum(e=1..3, e)", "sum(k=1..10)", "sum(k, 1, 3)", "sum(k=1.5..3, k)",
    ])
  func refusals(_ text: String) {
    #expect(throws: SyntaxError.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
  }

  @Test func sizesAreBounded() {
    for text in ["sum(k=1..10^9, 1/k)", "sum(k=0..inf, (1-10^-9)^k)", "sum(k=10^9..inf, 1/k^2)"] {
      #expect(throws: ResourceLimit.self, "\(text)") { try Expression(parsing: text).evaluate(digits: 20) }
    }
    #expect(throws: ResourceLimit.self) {
      try Expression(parsing: "sum(k=1..inf, 1/k^2)").evaluate(digits: 200_000)
    }
  }
}
