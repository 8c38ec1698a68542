internal import CArithmetic

extension Integer {
  /// Prime factors in increasing order with their exponents, by FLINT; empty for 0 and ±1.
  public var primeFactors: [(prime: Integer, exponent: Int)] {
    guard magnitude > 1 else { return [] }
    return withPointer { value in
      var factors = fmpz_factor_struct()
      fmpz_factor_init(&factors)
      defer { fmpz_factor_clear(&factors) }
      fmpz_factor(&factors, value)
      return (0..<Int(factors.num)).map { index in
        (Integer.result { fmpz_set($0, factors.p + index) }, Int(factors.exp[index]))
      }
    }
  }

  /// Exponent of a prime; 0 for the value 0.
  ///
  /// - Precondition: `prime` ≥ 2.
  /// - Complexity: that of a few divisions of the size of the value, whatever the exponent.
  public func valuation(at prime: Int) -> Int {
    precondition(prime >= 2, "a prime")
    guard !isZero else { return 0 }
    return withPointer { value in
      var (rest, divisor): (fmpz, fmpz) = (0, 0)
      fmpz_set_si(&divisor, prime)
      defer {
        fmpz_clear(&rest)
        fmpz_clear(&divisor)
      }
      return Int(fmpz_remove(&rest, value, &divisor))
    }
  }

  /// (s, d) with value = s²·d and s > 0, where d has no square of a prime below 10⁴.
  ///
  /// Squares of larger primes are split off where trial division leaves one word or a perfect square: d is square-free
  /// for words, and numbers of any size are done at once.
  /// - Precondition: the value is not zero.
  public var squareParts: (root: Integer, free: Integer) {
    precondition(!isZero, "zero has no square-free part")
    var root: Integer = 1
    withPointer { value in
      var factors = fmpz_factor_struct()
      fmpz_factor_init(&factors)
      defer { fmpz_factor_clear(&factors) }
      fmpz_factor_trial(&factors, value, Integer.primesBelowTenThousand)
      for index in 0..<Int(factors.num) {
        let (factor, exponent) = (Integer(copying: factors.p[index]), Int(factors.exp[index]))
        root *= factor.power(exponent / 2)
        if exponent == 1, let square = factor.squareRoot { root *= square }
      }
    }
    return (root, dividedExactly(by: root * root))
  }

  private static let primesBelowTenThousand = 1229
}
