import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct ErrorLawTests {
  private func fraction(_ text: String) throws -> ContinuedFraction {
    try #require(try Expression(parsing: text).continuedFraction())
  }

  /// Constants that are known otherwise: Binet's formula for (1, 1); tails of Leibniz's series (π/4 − s(n) ~ (−1)ⁿ/4n) and of
  /// Σ1/k² (1/n) under the maps 4/x and 1/x; the quotient of Legendre's functions Q_n(3)/P_n(3) ~ π(3 − 2√2)^(2n+1) (NIST DLMF
  /// 14.15); for ζ(3) the quotient 4π³·(17 − 12√2)^(2n+1)·… of van der Poorten (1979), seen through 6/x.
  @Test(arguments: [
    ("pcf(1, 1)", "sqrt(5)", "1", true, 0, "0"),
    ("pcf(2, (2n-1)^2)", "4/pi^2", "0", true, 0, "-1"),
    ("pcf(n^2+(n+1)^2, -n^4)", "-36/pi^4", "0", false, 0, "-1"),
    ("pcf(3(2n+1), -n^2)", "-pi*L^2", "3/2", false, 0, "0"),
    ("pcf(34n^3+51n^2+27n+5, -n^6)", "-2pi^3*L^2/3", "3/2", false, 0, "0"),
    ("pcf(2n+1, n^2)", "16/pi", "3/2", true, 0, "0"),
    ("pcf(n+1, n)", "e^2*L^2", "0", true, -1, "-4"),
  ])
  func knownConstants(
    _ text: String, _ form: String, _ shift: String, _ isAlternating: Bool, _ eta: Int, _ power: String
  ) throws {
    let law = try #require(ErrorLaw(try fraction(text)))
    #expect(law.closedForm.map { ExpressionWriter(.plain).text($0) } == form)
    #expect("\(law.shift)" == shift && law.grade == .conjecture)
    #expect(law.rate.isAlternating == isAlternating && law.rate.eta == eta && "\(law.rate.power)" == power)
  }

  /// Exact differences at depths beyond those that were extrapolated come as near the law as 1/n says, and nearer with n.
  @Test func differencesFollowTheLaw() throws {
    var generator = SplitMix64(seed: 2026)
    func polynomial(_ degree: Int) -> Polynomial {
      Polynomial((0...degree).map { _ in Integer(Int.random(in: -9...9, using: &generator)) })
    }
    var seen = 0
    for _ in 0..<40 {
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
    #expect(seen >= 12)
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
