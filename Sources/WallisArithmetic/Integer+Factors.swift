internal import CArithmetic

extension Integer {
  /// Prime factors in increasing order with their exponents, by FLINT; empty for 0 and ±1.
  ///
  /// What primes below 10⁴ leave is factored to its end up to 128 bits. A larger rest stays whole, or the power that it is,
  /// be it prime or not: nobody waits for the factors of a hundred digits. Factors have no common divisor in any case.
  public var primeFactors: [(prime: Integer, exponent: Int)] {
    guard magnitude > 1 else { return [] }
    var factors = factored { fmpz_factor_trial($0, $1, Integer.primesBelowTenThousand) }
    // The last one is what is left, and prime where no square of a larger prime fits into it.
    guard let rest = factors.popLast() else { return [] }
    factors += rest.prime.factorsOfRest.map { ($0.prime, $0.exponent * rest.exponent) }
    return factors
  }

  private var factorsOfRest: [(prime: Integer, exponent: Int)] {
    if bitWidth <= Integer.mostBitsToFactor { return factored { fmpz_factor($0, $1) } }
    var exponent = 0
    let root = withPointer { value in Integer.result { exponent = Int(fmpz_is_perfect_power($0, value)) } }
    return exponent > 1
      ? root.factorsOfRest.map { ($0.prime, $0.exponent * exponent) } : [(self, 1)]
  }

  private static let mostBitsToFactor = 128

  private func factored<Unused>(
    _ factor: (UnsafeMutablePointer<fmpz_factor_struct>, UnsafePointer<fmpz>) -> Unused
  ) -> [(prime: Integer, exponent: Int)] {
    withPointer { value in
      var factors = fmpz_factor_struct()
      fmpz_factor_init(&factors)
      defer { fmpz_factor_clear(&factors) }
      _ = factor(&factors, value)
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
