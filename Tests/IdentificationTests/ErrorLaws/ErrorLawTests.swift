import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

@Suite struct ErrorLawTests {
  private func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// Constants that are known otherwise: Binet's formula for (1, 1); tails of Leibniz's series (π/4 − s(n) ~ (−1)ⁿ/4n) and of
  /// Σ1/k² (1/n) under the maps 4/x and 1/x; for (6n + 3, −n²) the quotient of Legendre's functions Q_n(3)/P_n(3), about
  /// π(3 − 2√2)^(2n+1) (NIST DLMF 14.15). The others agree with exact differences at depth 900 computed with mpmath.
  @Test(arguments: [
    ("pcf(1, 1)", "sqrt(5)*(-1)^n*((3-sqrt(5))/2)^(n+1)"),
    ("pcf(2, (2n-1)^2)", "4/pi^2*(-1)^n/n"),
    ("pcf(n^2+(n+1)^2, -n^4)", "-36/pi^4/n"),
    ("pcf(3(2n+1), -n^2)", "-pi*L^2*(17-12sqrt(2))^(n+3/2)"),
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "-2pi^3*L^2/3*(577-408sqrt(2))^(n+3/2)"),
    ("pcf(2n+1, n^2)", "16/pi*(-1)^n*(3-2sqrt(2))^(n+3/2)"),
    ("pcf(n+1, n)", "e^2*L^2*(-1)^n/(factorial(n)*n^4)"),
    ("pcf(2, 1)", "2sqrt(2)*(-1)^n*(3-2sqrt(2))^(n+1)"),
    ("pcf(4, -1)", "-2sqrt(3)*(7-4sqrt(3))^(n+1)"),
    ("pcf(3n+1, -2n^2+n)", "-2/pi^(3/2)*(1/2)^n/n^(1/2)"),
  ])
  func knownConstants(_ text: String, _ law: String) throws {
    let found = try #require(ErrorLaw(try fraction(text)))
    #expect(ExpressionWriter(.plain).text(found.expression) == law && found.grade == .conjecture)
  }

  /// Closed forms are texts that are read again as C, and laws as C times the rest, whatever their signs and roots.
  @Test func closedFormsAreReadAgain() throws {
    var read = 0
    for a in [-6, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6] {
      for b in [-3, -2, -1, 1, 2, 3, 4] where a * a + 4 * b > 0 {
        let text = "pcf(\(a), \(b))"
        guard let law = ErrorLaw(try fraction(text)), let form = law.closedForm else { continue }
        func value(_ expression: WallisFormulas.Expression, _ n: Int) throws -> Ball {
          let written = ExpressionWriter(.plain).text(expression)
          let closed = written.replacing("n", with: "(\(n))").replacing("L", with: "(\(text))")
          return try #require(try Expression(parsing: closed).evaluate(digits: 60).enclosure)
        }
        let constant = try value(form, 0)
        #expect(abs((constant / law.constant - 1).magnitude.approximation) < 1e-50, "\(text): \(form)")
        let depth = 7
        var model = law.constant.rounded(toBits: 300) * law.rate.base.ball(bits: 300).power(depth)
        if law.rate.isAlternating { model = -model }
        #expect(
          abs((try value(law.expression, depth) / model - 1).magnitude.approximation) < 1e-50, "\(text)")
        read += 1
      }
    }
    #expect(read > 40)
  }

  /// Exact differences at depths beyond those that were extrapolated come as near the law as 1/n says, and nearer with n.
  @Test func differencesFollowTheLaw() throws {
    var generator = SplitMix64(seed: 2026)
    func polynomial(_ degree: Int) -> Polynomial {
      Polynomial((0...degree).map { _ in Integer(Int.random(in: -9...9, using: &generator)) })
    }
    var seen = 0
    let count = LongSuite.isOn ? 120 : 20
    for _ in 0..<count {
      let degree = Int.random(in: 0...2, using: &generator)
      let (a, b) = (polynomial(degree), polynomial(Int.random(in: 0...(2 * degree), using: &generator)))
      guard !a.isZero, !b.isZero else { continue }
      let fraction = ContinuedFraction(a: a, b: b)
      guard let law = ErrorLaw(fraction) else { continue }
      let near = try distance(law, fraction, at: 1500)
      let far = try distance(law, fraction, at: 3000)
      #expect(near < 0.2 && (far < 0.6 * near || far < 1e-12), "\(fraction): \(near), \(far)")
      seen += 1
    }
    #expect(10 * seen >= 3 * count)
  }

  /// |difference/law − 1| at a depth, the difference to a convergent four times as deep (or the exact limit's enclosure).
  private func distance(_ law: ErrorLaw, _ fraction: ContinuedFraction, at depth: Int) throws -> Double {
    var convergents = ExactConvergents(fraction)
    let (p, q) = convergents.pair(at: depth)
    let size = Double(max(p.bitWidth, q.bitWidth)) * 0.30103 * 2 + 60
    let evaluation = try fraction.evaluate(digits: Int(size))
    let bits = Int(size * 3.33)
    var limit = evaluation.enclosure
    if case .rational(let value) = evaluation.outcome { limit = Ball(value, bits: bits) }
    let error = try #require(limit) - Ball(p, bits: bits) / Ball(q, bits: bits)
    var model = law.constant.rounded(toBits: 400) * law.rate.base.ball(bits: 400).power(depth)
    model = model * Ball(depth, bits: 400).power(law.rate.power.ball(bits: 400))
    let factorial = (1...depth).reduce(Ball(1, bits: 400)) { $0 * $1 }
    model = model * factorial.power(law.rate.eta) * (law.rate.isAlternating && depth % 2 == 1 ? -1 : 1)
    return (error / model - 1).magnitude.approximation
  }

  /// Numbers that mean nothing have no closed form.
  @Test func noise() throws {
    var generator = SplitMix64(seed: 77)
    let rate = try #require(ErrorLaw.Rate(try fraction("pcf(3(2n+1), -n^2)")))
    func number() -> Ball {
      let digits = (0..<80).reduce(Integer(0)) { value, _ in value * 10 + Integer(Int(generator.next() % 10))
      }
      let (unit, bits) = (Integer.powerOfTen(80), 280)
      return Ball(from: Rational(digits, unit), to: Rational(digits + 1, unit), bits: bits)
    }
    for _ in 0..<60 {
      let (constant, limit) = (number(), number() + 1)
      #expect(ErrorProduct(rate, limit: limit).closedForm(constant) == nil, "\(constant)")
    }
  }

  /// Errors that fall otherwise, or not at all, have no law of this form.
  @Test(arguments: [
    "pcf(2n+1, -n^2)", "pcf(1, n)", "pcf(1, -n)", "pcf(0, n)", "pcf(n, 3-n)", "pcf(1, n^3)",
    "pcf(2, n^2-n/1)",
  ])
  func others(_ text: String) throws {
    #expect(ErrorLaw(try fraction(text)) == nil)
  }
}
