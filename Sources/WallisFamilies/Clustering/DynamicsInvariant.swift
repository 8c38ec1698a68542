public import WallisArithmetic
public import WallisFormulas

/// What the coefficients say exactly about the dynamics of a continued fraction: formulas of different invariants are
/// never in one cluster, whatever was measured.
///
/// Inflation, mirror and index shift keep it.
public struct DynamicsInvariant: Sendable, Hashable {
  /// How fast the convergents converge.
  public let convergence: ConvergenceClass
  /// Whether reducing the convergents removes factorial growth; nil where that was not measured.
  public let isReduced: Bool?
  /// deg b − 2 deg a.
  public let excess: Int
  /// For excess 0 the modulus of λ₁/λ₂ + λ₂/λ₁, λ the characteristic roots; for a negative excess the quotient of the
  /// leading coefficient of b by the square of that of a; nil otherwise.
  public let ratio: Rational?

  /// The invariant of a continued fraction; nil where a is zero.
  public init?(_ fraction: ContinuedFraction, convergence: ConvergenceClass, isReduced: Bool?) {
    guard !fraction.a.isZero, !fraction.b.isZero else { return nil }
    (self.convergence, self.isReduced) = (convergence, isReduced)
    excess = fraction.b.degree - 2 * fraction.a.degree
    let leading = Rational(fraction.b.leading, fraction.a.leading * fraction.a.leading)
    switch excess {
    case ..<0: ratio = leading
    case 0:
      // λ² = λ + B/A² after inflation: λ₁/λ₂ + λ₂/λ₁ = (1 + 2x)/(−x) with x = B/A².
      let sum = Rational(leading.denominator, leading.numerator) + Rational(2)
      ratio = sum.signum < 0 ? -sum : sum
    default: ratio = nil
    }
  }
}

extension DynamicsInvariant: CustomStringConvertible {
  /// For example `exponential, reduced, deg b - 2 deg a = 0, |λ1/λ2+λ2/λ1| = 3`.
  public var description: String {
    var parts = [convergence.rawValue]
    if let isReduced { parts.append(isReduced ? "reduced" : "not reduced") }
    parts.append("deg b - 2 deg a = \(excess)")
    if let ratio { parts.append(excess == 0 ? "|λ1/λ2+λ2/λ1| = \(ratio)" : "lead b/lead a^2 = \(ratio)") }
    return parts.joined(separator: ", ")
  }
}
