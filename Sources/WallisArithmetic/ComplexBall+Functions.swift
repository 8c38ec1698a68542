internal import CArithmetic

extension ComplexBall {
  /// Square root with a real part that is not negative.
  public var squareRoot: ComplexBall { unary { acb_sqrt($0, $1, $2) } }
  /// Natural logarithm with an imaginary part in (−π, π].
  public var log: ComplexBall { unary { acb_log($0, $1, $2) } }
  /// Exponential.
  public var exp: ComplexBall { unary { acb_exp($0, $1, $2) } }
  /// Sine.
  public var sin: ComplexBall { unary { acb_sin($0, $1, $2) } }
  /// Cosine.
  public var cos: ComplexBall { unary { acb_cos($0, $1, $2) } }
  /// Tangent.
  public var tan: ComplexBall { unary { acb_tan($0, $1, $2) } }
  /// Arc sine.
  public var asin: ComplexBall { unary { acb_asin($0, $1, $2) } }
  /// Arc cosine.
  public var acos: ComplexBall { unary { acb_acos($0, $1, $2) } }
  /// Arc tangent.
  public var atan: ComplexBall { unary { acb_atan($0, $1, $2) } }
  /// Hyperbolic sine.
  public var sinh: ComplexBall { unary { acb_sinh($0, $1, $2) } }
  /// Hyperbolic cosine.
  public var cosh: ComplexBall { unary { acb_cosh($0, $1, $2) } }
  /// Hyperbolic tangent.
  public var tanh: ComplexBall { unary { acb_tanh($0, $1, $2) } }
  /// Inverse hyperbolic sine.
  public var asinh: ComplexBall { unary { acb_asinh($0, $1, $2) } }
  /// Inverse hyperbolic cosine.
  public var acosh: ComplexBall { unary { acb_acosh($0, $1, $2) } }
  /// Inverse hyperbolic tangent.
  public var atanh: ComplexBall { unary { acb_atanh($0, $1, $2) } }
  /// The gamma function.
  public var gamma: ComplexBall { unary { acb_gamma($0, $1, $2) } }
  /// The digamma function.
  public var digamma: ComplexBall { unary { acb_digamma($0, $1, $2) } }
  /// The Riemann zeta function.
  public var zeta: ComplexBall { unary { acb_zeta($0, $1, $2) } }
  /// The error function.
  public var erf: ComplexBall { unary { acb_hypgeom_erf($0, $1, $2) } }
  /// The complementary error function.
  public var erfc: ComplexBall { unary { acb_hypgeom_erfc($0, $1, $2) } }
  /// The imaginary error function.
  public var erfi: ComplexBall { unary { acb_hypgeom_erfi($0, $1, $2) } }
  /// The exponential integral Ei.
  public var expIntegral: ComplexBall { unary { acb_hypgeom_ei($0, $1, $2) } }
  /// The logarithmic integral.
  public var logIntegral: ComplexBall { unary { acb_hypgeom_li($0, $1, 0, $2) } }
  /// Complete elliptic integral of the first kind with the parameter m = k².
  public var ellipticK: ComplexBall { unary { acb_modular_elliptic_k($0, $1, $2) } }
  /// Complete elliptic integral of the second kind with the parameter m = k².
  public var ellipticE: ComplexBall { unary { acb_modular_elliptic_e($0, $1, $2) } }
  /// The arithmetic–geometric mean.
  public func agm(_ other: ComplexBall) -> ComplexBall { binary(other) { acb_agm($0, $1, $2, $3) } }
  /// Polylogarithm of order `self` at `point`.
  public func polylog(_ point: ComplexBall) -> ComplexBall { binary(point) { acb_polylog($0, $1, $2, $3) } }
  /// Hurwitz zeta function with exponent `self` at `point`.
  public func hurwitzZeta(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_hurwitz_zeta($0, $1, $2, $3) }
  }
  /// Polygamma function of order `self` at `point`.
  public func polygamma(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_polygamma($0, $1, $2, $3) }
  }
  /// Upper incomplete gamma function with exponent `self` from `point`.
  public func upperGamma(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_hypgeom_gamma_upper($0, $1, $2, 0, $3) }
  }
  /// Bessel function J of order `self` at `point`.
  public func besselJ(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_hypgeom_bessel_j($0, $1, $2, $3) }
  }
  /// Modified Bessel function I of order `self` at `point`.
  public func besselI(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_hypgeom_bessel_i($0, $1, $2, $3) }
  }
  /// Modified Bessel function K of order `self` at `point`.
  public func besselK(_ point: ComplexBall) -> ComplexBall {
    binary(point) { acb_hypgeom_bessel_k($0, $1, $2, $3) }
  }
  /// Lerch's Φ with exponent `exponent` and shift `shift` at `self`.
  public func lerch(_ exponent: ComplexBall, _ shift: ComplexBall) -> ComplexBall {
    shift.withPointer { a in binary(exponent) { acb_dirichlet_lerch_phi($0, $1, $2, a, $3) } }
  }
}

extension ComplexBall {
  /// Σ_k (a₁)_k ⋯ (a_p)_k / ((b₁)_k ⋯ (b_q)_k) · value^k / k!; without information where Arb cannot sum it.
  public func hypergeometric(_ upper: [ComplexBall], _ lower: [ComplexBall]) -> ComplexBall {
    let value = summed(upper, lower) { acb_hypgeom_pfq($0, $1, upper.count, $2, lower.count, $3, 0, $4) }
    guard !value.isFinite, upper.count == lower.count + 1, isInsideUnitCircle else { return value }
    // Transformations lose integer differences of parameters that are no exact numbers; the series itself does not.
    let one = ComplexBall(Ball(1, bits: bits))
    return summed(upper, lower + [one]) {
      acb_hypgeom_pfq_direct($0, $1, upper.count, $2, lower.count + 1, $3, -1, $4)
    }
  }

  private var isInsideUnitCircle: Bool { (real * real + imaginary * imaginary - 1).isNegative }

  private func summed(
    _ upper: [ComplexBall], _ lower: [ComplexBall], _ sum: (Pointer, Pointer, Pointer, Pointer, Int) -> Void
  ) -> ComplexBall {
    guard let tops = _acb_vec_init(upper.count + lower.count) else {
      preconditionFailure("memory for the parameters of a series")
    }
    defer { _acb_vec_clear(tops, upper.count + lower.count) }
    for (index, ball) in (upper + lower).enumerated() { ball.withPointer { acb_set(tops + index, $0) } }
    return unary { sum($0, tops, tops + upper.count, $1, $2) }
  }

  /// Tricomi's confluent hypergeometric function U(`self`, second, point).
  public func confluentU(_ second: ComplexBall, _ point: ComplexBall) -> ComplexBall {
    second.withPointer { b in binary(point) { acb_hypgeom_u($0, $1, b, $2, $3) } }
  }
}
