public import WallisArithmetic

/// The terms t(k), k ≥ 0, of a series: t(0) and the quotient t(k+1)/t(k), a rational function of k.
public struct HypergeometricTerm: Sendable, Hashable {
  /// t(k+1)/t(k), without zeros and poles at k = 0, 1, 2, …
  public let ratio: RationalFunction
  /// t(0), not 0.
  public let first: Rational

  /// The terms with this quotient and this first one; nil where a term would vanish or be infinite.
  public init?(ratio: RationalFunction, first: Rational) {
    guard !first.isZero, ratio.regularPlace(from: 0) == 0 else { return nil }
    (self.ratio, self.first) = (ratio, first)
  }

  /// Why the sum of the terms has a limit, or has none.
  public enum Convergence: Sendable, Hashable {
    /// The quotient tends to a number of modulus below 1.
    case geometric(Rational)
    /// The quotient is 1 − s/k + O(1/k²) with s > 1: terms like k^−s.
    case power(Rational)
    /// The quotient is −1 + s/k + O(1/k²) with s > 0: terms of alternating sign that decrease to 0 in the end.
    case alternating(Rational)
    /// The sums tend to infinity: the quotient tends to a number of modulus above 1 or to infinity, or to 1 with s ≤ 1.
    case infinite
    /// The quotient is −1 + s/k + O(1/k²) with s ≤ 0.
    case undecided
  }

  /// The convergence of the sum, decided by the quotient.
  public var convergence: Convergence {
    guard let growth = ratio.growth, growth <= 0 else { return .infinite }
    guard growth == 0 else { return .geometric(0) }
    let limit = ratio.leading
    guard limit.magnitude == 1 else { return limit.magnitude < 1 ? .geometric(limit) : .infinite }
    let exponent = decay
    if limit.signum > 0 { return exponent > 1 ? .power(exponent) : .infinite }
    return exponent.signum > 0 ? .alternating(exponent) : .undecided
  }

  /// s where the quotient is z(1 − s/k + O(1/k²)) with z ≠ 0: terms like z^k k^−s.
  public var decay: Rational {
    func second(_ p: Polynomial) -> Rational { p.degree > 0 ? Rational(p[p.degree - 1], p.leading) : 0 }
    return second(ratio.denominator) - second(ratio.numerator)
  }
}
