public import WallisArithmetic

/// A real quadratic irrational (p + q√d)/r in the one canonical way: d > 1 without the square of a prime below
/// 10⁴, q ≠ 0, r > 0, gcd(p, q, r) = 1.
public struct QuadraticNumber: Sendable, Hashable {
  /// Rational part times r.
  public let p: Integer
  /// Coefficient of the root times r.
  public let q: Integer
  /// Radicand.
  public let d: Integer
  /// Common denominator.
  public let r: Integer

  /// The number (p + q√d)/r; nil when it is rational or not real.
  /// - Precondition: r ≠ 0.
  public init?(p: Integer, q: Integer, d: Integer, r: Integer) {
    precondition(!r.isZero, "a quadratic number needs a denominator other than zero")
    guard d.signum > 0, !q.isZero, d.squareRoot == nil else { return nil }
    let (root, free) = d.squareParts
    let slope = q * root
    let common = p.gcd(slope).gcd(r)
    let divisor = r.signum < 0 ? -common : common
    self.p = p.dividedExactly(by: divisor)
    self.q = slope.dividedExactly(by: divisor)
    self.r = r.dividedExactly(by: divisor)
    self.d = free
  }

  /// The root of c₀ + c₁x + c₂x² nearest to a number; nil when the roots are rational, complex or the degree is not 2.
  public init?(rootOf c0: Integer, _ c1: Integer, _ c2: Integer, near value: Ball) {
    guard !c2.isZero else { return nil }
    let above = value * 2 * c2 + c1
    let sign: Integer = above.approximation < 0 ? -1 : 1
    self.init(p: -c1, q: sign, d: c1 * c1 - 4 * c0 * c2, r: 2 * c2)
  }

  /// An enclosure at a working precision of `bits`.
  package func enclosure(bits: Int) -> Ball {
    (Ball(d, bits: bits).squareRoot * q + p) / Ball(r, bits: bits)
  }
}
