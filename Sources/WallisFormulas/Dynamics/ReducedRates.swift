internal import WallisArithmetic

extension ContinuedFraction {
  /// How much ln(|q(n)|/gcd(p(n), q(n)))/n rises from one depth to another, from the exact convergents; nil where q
  /// vanishes at one of them.
  ///
  /// It tends to 0 exactly where the reduced denominators grow exponentially. Where a factor n!^(1/2) or more is left, it
  /// is at least ½ ln(to/from) up to a vanishing rest.
  /// - Precondition: 1 ≤ from < to, and neither a nor b is zero.
  public func reducedDrift(from: Int, to: Int) -> Double? {
    precondition(from >= 1 && from < to && !a.isZero && !b.isZero, "two depths of a fraction")
    var convergents = ExactConvergents(self)
    let rates = [from, to].map { depth in convergents.advance(to: depth).logReduced / Double(depth) }
    guard rates.allSatisfy(\.isFinite) else { return nil }
    return rates[1] - rates[0]
  }
}
