internal import CArithmetic

extension Polynomial {
  /// Calls `body` with a FLINT copy of this polynomial.
  func withFlint<R>(_ body: (UnsafeMutablePointer<fmpz_poly_struct>) -> R) -> R {
    var poly = fmpz_poly_struct()
    fmpz_poly_init2(&poly, max(1, coefficients.count))
    defer { fmpz_poly_clear(&poly) }
    for (index, coefficient) in coefficients.enumerated() {
      coefficient.withPointer { fmpz_poly_set_coeff_fmpz(&poly, index, $0) }
    }
    return body(&poly)
  }

  /// Copies a FLINT polynomial.
  init(_ poly: UnsafePointer<fmpz_poly_struct>) {
    self.init(
      (0..<Int(poly.pointee.length)).map { index in
        Integer.result { fmpz_poly_get_coeff_fmpz($0, poly, index) }
      })
  }

  /// Irreducible factors of positive degree over ℤ, each primitive, with multiplicities, by FLINT.
  ///
  /// Ordered by degree, then by coefficients, so that equal polynomials give equal lists.
  public var irreducibleFactors: [(factor: Polynomial, multiplicity: Int)] {
    guard degree > 0 else { return [] }
    let factors = withFlint { poly in
      var list = fmpz_poly_factor_struct()
      fmpz_poly_factor_init(&list)
      defer { fmpz_poly_factor_clear(&list) }
      fmpz_poly_factor(&list, poly)
      return (0..<Int(list.num)).map { (Polynomial(list.p + $0), Int(list.exp[$0])) }
    }
    return factors.sorted { x, y in
      x.0.degree != y.0.degree
        ? x.0.degree < y.0.degree : x.0.coefficients.lexicographicallyPrecedes(y.0.coefficients)
    }
  }

  /// Quotient when `divisor` divides this polynomial over ℤ, else nil.
  public func quotient(by divisor: Polynomial) -> Polynomial? {
    guard !divisor.isZero else { return nil }
    return withFlint { top in
      divisor.withFlint { bottom in
        var quotient = fmpz_poly_struct()
        fmpz_poly_init(&quotient)
        defer { fmpz_poly_clear(&quotient) }
        return fmpz_poly_divides(&quotient, top, bottom) != 0 ? Polynomial(&quotient) : nil
      }
    }
  }

  /// Greatest common divisor over ℤ, with a positive leading coefficient.
  public func gcd(_ other: Polynomial) -> Polynomial {
    withFlint { x in
      other.withFlint { y in
        var common = fmpz_poly_struct()
        fmpz_poly_init(&common)
        defer { fmpz_poly_clear(&common) }
        fmpz_poly_gcd(&common, x, y)
        return Polynomial(&common)
      }
    }
  }

  /// Integer roots in increasing order, without multiplicities; empty for constants.
  public var integerRoots: [Integer] {
    irreducibleFactors.compactMap { entry in
      entry.factor.degree == 1 && entry.factor.leading.magnitude == 1
        ? -entry.factor[0] * entry.factor.leading : nil
    }.sorted()
  }

  /// True when P(x) ≥ 0 for all real x ≥ `start`, decided by the signs of the Taylor coefficients there.
  ///
  /// Sufficient, not necessary: false may only mean that `start` is too small.
  public func isNonNegative(from start: Integer) -> Bool {
    shifted(by: start).coefficients.allSatisfy { $0.signum >= 0 }
  }
}
