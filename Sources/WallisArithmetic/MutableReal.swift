internal import CArithmetic

/// A real of fixed precision that is changed in place (MPFR), rounded to nearest, without an error bound.
///
/// It serves evaluations that check others: a claim rests on balls, never on this type alone.
public struct MutableReal: ~Copyable {
  private var raw: mpfr_t

  /// The integer rounded to `bits`.
  public init(_ value: Int, bits: Int) {
    raw = mpfr_t()
    mpfr_init2(&raw, bits)
    mpfr_set_si(&raw, value, MPFR_RNDN)
  }

  deinit {
    var header = raw
    mpfr_clear(&header)
  }

  /// Multiplies by a machine word.
  public mutating func multiply(by factor: Int) {
    withUnsafeMutablePointer(to: &raw) { _ = mpfr_mul_si($0, $0, factor, MPFR_RNDN) }
  }

  /// Multiplies by an integer.
  public mutating func multiply(by factor: borrowing MutableInteger) {
    withUnsafeMutablePointer(to: &raw) { r in
      withUnsafePointer(to: factor.raw) { _ = mpfr_mul_z(r, r, $0, MPFR_RNDN) }
    }
  }

  /// Assigns x · factor for a machine word.
  public mutating func setProduct(_ x: borrowing MutableReal, _ factor: Int) {
    withUnsafePointer(to: x.raw) { _ = mpfr_mul_si(&raw, $0, factor, MPFR_RNDN) }
  }

  /// Assigns x · factor.
  public mutating func setProduct(_ x: borrowing MutableReal, _ factor: borrowing MutableInteger) {
    withUnsafePointer(to: x.raw) { xp in
      withUnsafePointer(to: factor.raw) { _ = mpfr_mul_z(&raw, xp, $0, MPFR_RNDN) }
    }
  }

  /// Adds another real.
  public mutating func add(_ x: borrowing MutableReal) {
    withUnsafeMutablePointer(to: &raw) { r in
      withUnsafePointer(to: x.raw) { _ = mpfr_add(r, r, $0, MPFR_RNDN) }
    }
  }

  /// Exchanges two values.
  public static func swap(_ x: inout MutableReal, _ y: inout MutableReal) { mpfr_swap(&x.raw, &y.raw) }

  /// The value as a ball of radius 0 at the same precision.
  public var ball: Ball {
    withUnsafePointer(to: raw) { x in
      Ball(bits: Int(ca_mpfr_prec(x))) { r, _ in arb_set_interval_mpfr(r, x, x, Int(ca_mpfr_prec(x))) }
    }
  }
}
