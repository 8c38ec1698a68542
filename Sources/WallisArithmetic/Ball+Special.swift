internal import CArithmetic

extension Ball {
  private func binary(
    _ other: Ball,
    _ operation: (
      UnsafeMutablePointer<arb_struct>, UnsafeMutablePointer<arb_struct>, UnsafeMutablePointer<arb_struct>,
      Int
    ) -> Void
  ) -> Ball {
    withPointer { x in
      other.withPointer { y in Ball(bits: max(bits, other.bits)) { operation($0, x, y, $1) } }
    }
  }

  /// Modified Bessel function I of order `self` at `point`.
  public func besselI(_ point: Ball) -> Ball { binary(point) { arb_hypgeom_bessel_i($0, $1, $2, $3) } }
  /// Bessel function J of order `self` at `point`.
  public func besselJ(_ point: Ball) -> Ball { binary(point) { arb_hypgeom_bessel_j($0, $1, $2, $3) } }
  /// Modified Bessel function K of order `self` at `point`.
  public func besselK(_ point: Ball) -> Ball { binary(point) { arb_hypgeom_bessel_k($0, $1, $2, $3) } }
  /// Generalised exponential integral E of order `self` at `point`.
  public func exponentialIntegral(_ point: Ball) -> Ball {
    binary(point) { arb_hypgeom_expint($0, $1, $2, $3) }
  }
  /// Hurwitz zeta function with exponent `self` at `point`.
  public func hurwitzZeta(_ point: Ball) -> Ball { binary(point) { arb_hurwitz_zeta($0, $1, $2, $3) } }
  /// Polylogarithm of order `self` at `point`.
  public func polylog(_ point: Ball) -> Ball { binary(point) { arb_polylog($0, $1, $2, $3) } }
  /// Principal branch of the Lambert function.
  public var lambertW: Ball { withPointer { x in Ball(bits: bits) { arb_lambertw($0, x, 0, $1) } } }
  /// The error function.
  public var erf: Ball { withPointer { x in Ball(bits: bits) { arb_hypgeom_erf($0, x, $1) } } }

  /// The complementary error function.
  public var erfc: Ball { withPointer { x in Ball(bits: bits) { arb_hypgeom_erfc($0, x, $1) } } }
}
