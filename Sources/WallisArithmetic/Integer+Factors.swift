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

  /// (s, d) with value = s²·d, s > 0 and d square-free.
  /// - Precondition: the value is not zero.
  public var squareParts: (root: Integer, squareFree: Integer) {
    var root: Integer = 1
    for (prime, exponent) in primeFactors { root *= prime.power(exponent / 2) }
    return (root, dividedExactly(by: root * root))
  }
}
