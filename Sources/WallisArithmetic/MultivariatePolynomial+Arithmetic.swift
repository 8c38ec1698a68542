internal import CArithmetic

extension MultivariatePolynomial {
  private static func binary(
    _ x: MultivariatePolynomial, _ y: MultivariatePolynomial,
    _ operation: (MutablePointer, Pointer, Pointer, RingPointer) -> Void
  ) -> MultivariatePolynomial {
    precondition(x.variables == y.variables, "polynomials of one ring")
    return x.withPointer { p, _ in
      y.withPointer { q, _ in MultivariatePolynomial(in: x.ring) { operation($0, p, q, $1) } }
    }
  }

  private func unary(_ operation: (MutablePointer, Pointer, RingPointer) -> Void) -> MultivariatePolynomial {
    withPointer { p, _ in MultivariatePolynomial(in: ring) { operation($0, p, $1) } }
  }

  /// Sum.
  public static func + (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_add($0, $1, $2, $3) }
  }
  /// Difference.
  public static func - (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_sub($0, $1, $2, $3) }
  }
  /// Product.
  public static func * (x: MultivariatePolynomial, y: MultivariatePolynomial) -> MultivariatePolynomial {
    binary(x, y) { fmpz_mpoly_mul($0, $1, $2, $3) }
  }
  /// Opposite.
  public static prefix func - (x: MultivariatePolynomial) -> MultivariatePolynomial {
    x.unary { fmpz_mpoly_neg($0, $1, $2) }
  }
  /// Multiple by an integer.
  public static func * (x: Integer, y: MultivariatePolynomial) -> MultivariatePolynomial {
    x.withPointer { factor in y.unary { fmpz_mpoly_scalar_mul_fmpz($0, $1, factor, $2) } }
  }

  /// This polynomial raised to a power.
  /// - Precondition: `exponent` ≥ 0.
  public func power(_ exponent: Int) -> MultivariatePolynomial {
    precondition(exponent >= 0, "a polynomial power needs a non-negative exponent")
    return unary { r, p, ring in
      let isDone = fmpz_mpoly_pow_ui(r, p, UInt(exponent), ring) != 0
      precondition(isDone, "a power of a polynomial fits memory")
    }
  }

  /// Greatest common divisor over ℤ, with a positive leading coefficient.
  public func gcd(_ other: MultivariatePolynomial) -> MultivariatePolynomial {
    MultivariatePolynomial.binary(self, other) { r, p, q, ring in
      let isDone = fmpz_mpoly_gcd(r, p, q, ring) != 0
      precondition(isDone, "polynomials whose exponents are words have a divisor")
    }
  }

  /// Quotient when `divisor` divides this polynomial over ℤ, else nil.
  public func quotient(by divisor: MultivariatePolynomial) -> MultivariatePolynomial? {
    guard !divisor.isZero else { return nil }
    var divides = false
    let quotient = MultivariatePolynomial.binary(self, divisor) {
      divides = fmpz_mpoly_divides($0, $1, $2, $3) != 0
    }
    return divides ? quotient : nil
  }

  /// The polynomial with x + by in place of one variable x.
  public func shifted(_ variable: Int, by step: Int) -> MultivariatePolynomial {
    let images = (0..<variables).map { index in
      let x = MultivariatePolynomial(variable: index, of: variables)
      return index == variable ? x + MultivariatePolynomial(constant: Integer(step), variables: variables) : x
    }
    return composed(with: images)
  }

  /// The polynomial with polynomials of the same ring in place of its variables.
  func composed(with images: [MultivariatePolynomial]) -> MultivariatePolynomial {
    withExtendedLifetime(images) {
      withPointers(to: images.map(\.header)) { pointers in
        unary { r, p, ring in
          let isDone = fmpz_mpoly_compose_fmpz_mpoly(r, p, pointers, ring, ring) != 0
          precondition(isDone, "a composed polynomial fits memory")
        }
      }
    }
  }
}

/// Calls `body` with a C array of pointers to values that are read only, valid during the call only.
func withPointers<T, R>(
  to values: [T], _ body: (UnsafePointer<UnsafeMutablePointer<T>?>) -> R
) -> R {
  var copies = values
  return copies.withUnsafeMutableBufferPointer { buffer in
    body(buffer.indices.map { index in buffer.baseAddress.map { $0 + index } })
  }
}
