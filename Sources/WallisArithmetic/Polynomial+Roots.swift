internal import CArithmetic

extension Polynomial {
  /// The real roots in ascending order, each enclosed with a relative error of about 2^(−bits).
  ///
  /// - Precondition: no root is multiple, and the degree is positive.
  /// - Complexity: all complex roots are isolated (Arb), then the real ones refined.
  public func realRoots(bits: Int) -> [Ball] {
    precondition(degree > 0, "a polynomial without a variable has no roots")
    return withPointer { poly in
      guard let roots = _acb_vec_init(degree) else { return [] }
      defer { _acb_vec_clear(roots, degree) }
      arb_fmpz_poly_complex_roots(roots, poly, 0, bits)
      let real = (0..<degree).filter { arb_is_zero(ca_acb_imag(roots + $0)) != 0 }
      return real.map { index in Ball(bits: bits) { ball, _ in arb_set(ball, ca_acb_real(roots + index)) } }
        .sorted { ($1 - $0).isPositive }
    }
  }

  /// All complex roots, each enclosed with a relative error of about 2^(−bits), conjugate ones behind each other.
  ///
  /// - Precondition: no root is multiple, and the degree is positive.
  public func complexRoots(bits: Int) -> [ComplexBall] {
    precondition(degree > 0, "a polynomial without a variable has no roots")
    return withPointer { poly in
      guard let roots = _acb_vec_init(degree) else { return [] }
      defer { _acb_vec_clear(roots, degree) }
      arb_fmpz_poly_complex_roots(roots, poly, 0, bits)
      return (0..<degree).map { index in ComplexBall(bits: bits) { ball, _ in acb_set(ball, roots + index) } }
    }
  }

  /// An enclosure of the value at every point of a ball, by Horner's rule.
  public func value(at point: Ball) -> Ball {
    coefficients.reversed().reduce(Ball(0, bits: point.bits)) { $0 * point + $1 }
  }
}

extension Ball {
  /// The midpoint alone, as an exact number.
  public var midpoint: Ball { withPointer { x in Ball(bits: bits) { r, _ in arb_get_mid_arb(r, x) } } }
}
