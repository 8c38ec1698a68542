internal import WallisArithmetic

extension ContinuedFraction {
  /// How much ln(max(|p(n)|, |q(n)|)/gcd(p(n), q(n)))/n rises from one depth to another, from the exact convergents.
  ///
  /// It tends to 0 exactly where the reduced convergents grow exponentially; q alone may be the smaller solution, where
  /// the limit is infinite. Where a factor n!^(1/2) or more is left, it is at least ½ ln(to/from) up to a vanishing rest.
  /// - Precondition: 1 ≤ from < to, and neither a nor b is zero.
  public func reducedDrift(from: Int, to: Int) -> Double {
    precondition(from >= 1 && from < to && !a.isZero && !b.isZero, "two depths of a fraction")
    var convergents = ExactConvergents(self)
    let rates = [from, to].map { depth in
      let (p, q) = convergents.pair(at: depth)
      let divisor = convergents.divisor(at: depth)
      return (max(p.logMagnitude, q.logMagnitude) - divisor.logMagnitude) / Double(depth)
    }
    return rates[1] - rates[0]
  }
}
