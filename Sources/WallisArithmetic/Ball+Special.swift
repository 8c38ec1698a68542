internal import CArithmetic

extension Ball {
  private typealias Pointer = UnsafeMutablePointer<arb_struct>

  private func unary(_ operation: (Pointer, Pointer, Int) -> Void) -> Ball {
    withPointer { x in Ball(bits: bits) { operation($0, x, $1) } }
  }

  private func binary(_ other: Ball, _ operation: (Pointer, Pointer, Pointer, Int) -> Void) -> Ball {
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
  /// Hurwitz zeta function with exponent `self` at a positive `point`.
  public func hurwitzZeta(_ point: Ball) -> Ball { binary(point) { arb_hurwitz_zeta($0, $1, $2, $3) } }
  /// Principal branch of the Lambert function.
  public var lambertW: Ball { unary { arb_lambertw($0, $1, 0, $2) } }
  /// The error function.
  public var erf: Ball { unary { arb_hypgeom_erf($0, $1, $2) } }
  /// The complementary error function.
  public var erfc: Ball { unary { arb_hypgeom_erfc($0, $1, $2) } }
  /// The imaginary error function.
  public var erfi: Ball { unary { arb_hypgeom_erfi($0, $1, $2) } }
  /// The exponential integral Ei.
  public var expIntegral: Ball { unary { arb_hypgeom_ei($0, $1, $2) } }
  /// The logarithmic integral from 0.
  public var logIntegral: Ball { unary { arb_hypgeom_li($0, $1, 0, $2) } }
  /// 1 / Γ, zero at the poles.
  public var reciprocalGamma: Ball { unary { arb_rgamma($0, $1, $2) } }
  /// Upper incomplete gamma function with exponent `self` from `point`.
  public func upperGamma(_ point: Ball) -> Ball {
    binary(point) { arb_hypgeom_gamma_upper($0, $1, $2, 0, $3) }
  }
  /// Pochhammer's symbol Γ(value + count) / Γ(value).
  public func rising(_ count: Ball) -> Ball { binary(count) { arb_hypgeom_rising($0, $1, $2, $3) } }

  /// Σ_k (a₁)_k ⋯ (a_p)_k / ((b₁)_k ⋯ (b_q)_k) · value^k / k!; without information where Arb cannot sum it.
  public func hypergeometric(_ upper: [Ball], _ lower: [Ball]) -> Ball {
    ComplexBall(self).hypergeometric(upper.map { ComplexBall($0) }, lower.map { ComplexBall($0) }).real
  }

  /// Tricomi's confluent hypergeometric function U(`self`, second, point).
  public func confluentU(_ second: Ball, _ point: Ball) -> Ball {
    second.withPointer { b in binary(point) { arb_hypgeom_u($0, $1, b, $2, $3) } }
  }
}

/// L-functions.
extension Ball {
  /// L(value, χ) for the real primitive character χ of a fundamental discriminant; nil for any other number.
  ///
  /// - Precondition: |discriminant| < 2³¹.
  public func dirichletL(discriminant: Int) -> Ball? {
    precondition(abs(discriminant) < 1 << 31, "a modulus that fits in half a word")
    guard discriminant != 1 else { return zeta }
    let modulus = UInt(discriminant.magnitude)
    guard modulus > 2 else { return nil }
    var group = dirichlet_group_struct()
    dirichlet_group_init(&group, modulus)
    defer { dirichlet_group_clear(&group) }
    var character = dirichlet_char_struct()
    dirichlet_char_init(&character, &group)
    defer { dirichlet_char_clear(&character) }
    guard Ball.setRealPrimitive(&character, &group, isOdd: discriminant < 0) else { return nil }
    return ComplexBall(self).unary { acb_dirichlet_l($0, $1, &group, &character, $2) }.real
  }

  /// Of a modulus there are no more than two real primitive characters, one of each parity.
  private static func setRealPrimitive(
    _ character: inout dirichlet_char_struct, _ group: inout dirichlet_group_struct, isOdd: Bool
  ) -> Bool {
    guard group.q % 4 != 2 else { return false }
    dirichlet_char_first_primitive(&character, &group)
    repeat {
      if dirichlet_char_is_real(&group, &character) != 0,
        dirichlet_parity_char(&group, &character) == (isOdd ? 1 : 0)
      {
        return dirichlet_char_is_primitive(&group, &character) != 0
      }
    } while dirichlet_char_next_primitive(&character, &group) >= 0
    return false
  }
}
