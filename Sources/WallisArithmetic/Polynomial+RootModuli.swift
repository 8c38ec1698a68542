internal import CArithmetic

extension Polynomial {
  /// Moduli of all complex roots in decreasing order, to double precision.
  ///
  /// - Precondition: no root is multiple, and the degree is positive.
  public var rootModuli: [Double] {
    precondition(degree > 0, "a polynomial without a variable has no roots")
    return withPointer { poly in
      guard let roots = _acb_vec_init(degree) else { return [] }
      defer { _acb_vec_clear(roots, degree) }
      arb_fmpz_poly_complex_roots(roots, poly, 0, 64)
      return (0..<degree).map { index in Ball(bits: 64) { ball, bits in acb_abs(ball, roots + index, bits) } }
        .map(\.approximation).sorted(by: >)
    }
  }
}

extension Integer {
  /// ln |value|; −∞ for zero.
  public var logMagnitude: Double {
    let number = MutableInteger(self)
    return number.logMagnitude
  }
}
