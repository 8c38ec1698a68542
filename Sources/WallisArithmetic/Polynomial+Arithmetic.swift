internal import CArithmetic

extension Polynomial {
  private static func binary(
    _ x: Polynomial, _ y: Polynomial,
    _ operation: (
      UnsafeMutablePointer<fmpz_poly_struct>, UnsafePointer<fmpz_poly_struct>, UnsafePointer<fmpz_poly_struct>
    ) -> Void
  ) -> Polynomial {
    x.withPointer { xp in y.withPointer { yp in result { operation($0, xp, yp) } } }
  }

  private func unary(
    _ operation: (UnsafeMutablePointer<fmpz_poly_struct>, UnsafePointer<fmpz_poly_struct>) -> Void
  ) -> Polynomial {
    withPointer { p in Polynomial.result { operation($0, p) } }
  }

  /// Sum.
  public static func + (x: Polynomial, y: Polynomial) -> Polynomial {
    binary(x, y) { fmpz_poly_add($0, $1, $2) }
  }
  /// Difference.
  public static func - (x: Polynomial, y: Polynomial) -> Polynomial {
    binary(x, y) { fmpz_poly_sub($0, $1, $2) }
  }
  /// Opposite.
  public static prefix func - (x: Polynomial) -> Polynomial { x.unary { fmpz_poly_neg($0, $1) } }
  /// Product.
  public static func * (x: Polynomial, y: Polynomial) -> Polynomial {
    binary(x, y) { fmpz_poly_mul($0, $1, $2) }
  }
  /// Multiple by an integer.
  public static func * (x: Integer, y: Polynomial) -> Polynomial {
    x.withPointer { factor in y.unary { fmpz_poly_scalar_mul_fmpz($0, $1, factor) } }
  }

  /// This polynomial raised to a power.
  /// - Precondition: `exponent` ≥ 0.
  public func power(_ exponent: Int) -> Polynomial {
    precondition(exponent >= 0, "a polynomial power needs a non-negative exponent")
    return unary { fmpz_poly_pow($0, $1, UInt(exponent)) }
  }

  /// P(n + by) as a polynomial in n.
  public func shifted(by step: Integer) -> Polynomial {
    step.withPointer { by in unary { fmpz_poly_taylor_shift($0, $1, by) } }
  }

  /// Coefficients of P(n + by) as a polynomial in n, constant term first.
  ///
  /// With by = p/q, the integers of q^d·P((m + p)/q) for the degree d are divided by q^(d − k).
  public func shiftedCoefficients(by step: Rational) -> [Rational] {
    let scale = step.denominator
    let scaled = Polynomial(coefficients.enumerated().map { $1 * scale.power(degree - $0) })
    return scaled.shifted(by: step.numerator).coefficients.enumerated().map {
      Rational($1, scale.power(degree - $0))
    }
  }

  /// The derivative.
  public var derivative: Polynomial { unary { fmpz_poly_derivative($0, $1) } }

  /// The polynomial with every coefficient divided by an integer that divides them all.
  /// - Precondition: `divisor` ≠ 0 divides every coefficient.
  public func dividedExactly(by divisor: Integer) -> Polynomial {
    precondition(divisor.divides(content) && !divisor.isZero, "the divisor does not divide the polynomial")
    return divisor.withPointer { by in unary { fmpz_poly_scalar_divexact_fmpz($0, $1, by) } }
  }

  /// Greatest common divisor of the coefficients, non-negative; 0 for zero.
  public var content: Integer { withPointer { p in Integer.result { fmpz_poly_content($0, p) } } }

  /// Value at an integer.
  public func value(at point: Integer) -> Integer {
    withPointer { p in
      point.withPointer { x in Integer.result { fmpz_poly_evaluate_fmpz($0, p, x) } }
    }
  }

  /// Value at a machine word.
  public func value(at point: Int) -> Integer { value(at: Integer(point)) }

  /// Quotient when `divisor` divides this polynomial over ℤ, else nil.
  public func quotient(by divisor: Polynomial) -> Polynomial? {
    guard !divisor.isZero else { return nil }
    var divides = false
    let quotient = Polynomial.binary(self, divisor) { divides = fmpz_poly_divides($0, $1, $2) != 0 }
    return divides ? quotient : nil
  }

  /// Greatest common divisor over ℤ, with a positive leading coefficient.
  public func gcd(_ other: Polynomial) -> Polynomial {
    Polynomial.binary(self, other) { fmpz_poly_gcd($0, $1, $2) }
  }
}
