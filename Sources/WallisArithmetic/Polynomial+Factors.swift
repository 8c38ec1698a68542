internal import CArithmetic

extension Polynomial {
  /// Irreducible factors of positive degree over ℤ, each primitive, with multiplicities, by FLINT.
  ///
  /// Ordered by degree, then by coefficients, so that equal polynomials give equal lists.
  public var irreducibleFactors: [(factor: Polynomial, multiplicity: Int)] {
    guard degree > 0 else { return [] }
    let factors = withPointer { poly in
      var list = fmpz_poly_factor_struct()
      fmpz_poly_factor_init(&list)
      defer { fmpz_poly_factor_clear(&list) }
      fmpz_poly_factor(&list, poly)
      return (0..<Int(list.num)).map { (Polynomial(copying: list.p + $0), Int(list.exp[$0])) }
    }
    return factors.sorted { x, y in
      x.0.degree != y.0.degree
        ? x.0.degree < y.0.degree : x.0.coefficients.lexicographicallyPrecedes(y.0.coefficients)
    }
  }

  /// The square root with a positive leading coefficient, by FLINT; nil where there is none over ℤ.
  public var squareRoot: Polynomial? {
    var isSquare = false
    let root = withPointer { p in Polynomial.result { isSquare = fmpz_poly_sqrt($0, p) != 0 } }
    return isSquare ? root : nil
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
    shifted(by: start).withCoefficients { all in
      all.allSatisfy { withUnsafePointer(to: $0) { fmpz_sgn($0) >= 0 } }
    }
  }
}
