internal import WallisArithmetic

/// Shortest linear recurrences modulo any prime below 2⁶¹: the plain algorithm, to confirm and to lift what the fast
/// field found.
enum PrimeRecurrence {
  /// Linear complexity and connection polynomial, constant term 1 first, without trailing zeros.
  static func shortest(
    of sequence: [Integer], modulo prime: UInt64
  ) -> (complexity: Int, connection: [UInt64]) {
    let modulus = Integer(Int(prime))
    let s = sequence.map { UInt64($0.modulo(modulus).word ?? 0) }
    var (connection, previous): ([UInt64], [UInt64]) = ([1], [1])
    var (complexity, gap, last): (Int, Int, UInt64) = (0, 1, 1)
    for n in s.indices {
      let discrepancy = discrepancy(connection, s, at: n, modulo: prime)
      guard discrepancy != 0 else {
        gap += 1
        continue
      }
      let factor = product(discrepancy, inverse(last, modulo: prime), prime)
      let old = connection
      connection += [UInt64](repeating: 0, count: max(0, previous.count + gap - connection.count))
      for (index, coefficient) in previous.enumerated() {
        connection[index + gap] =
          (connection[index + gap] + prime - product(factor, coefficient, prime)) % prime
      }
      if 2 * complexity <= n {
        (complexity, previous, last, gap) = (n + 1 - complexity, old, discrepancy, 1)
      } else {
        gap += 1
      }
    }
    return (complexity, Array(connection.prefix((connection.lastIndex { $0 != 0 } ?? 0) + 1)))
  }

  /// What a recurrence leaves of a term.
  private static func discrepancy(
    _ connection: [UInt64], _ s: [UInt64], at n: Int, modulo prime: UInt64
  ) -> UInt64 {
    var discrepancy: UInt64 = 0
    for (back, coefficient) in connection.enumerated() where back <= n {
      discrepancy = (discrepancy + product(coefficient, s[n - back], prime)) % prime
    }
    return discrepancy
  }

  /// Reciprocal, by Fermat's theorem.
  static func inverse(_ x: UInt64, modulo prime: UInt64) -> UInt64 {
    var (power, result, exponent): (UInt64, UInt64, UInt64) = (x % prime, 1, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, power, prime) }
      power = product(power, power, prime)
      exponent >>= 1
    }
    return result
  }

  /// row ← row − factor · other.
  static func subtract(_ other: [UInt64], times factor: UInt64, from row: inout [UInt64], _ prime: UInt64) {
    for index in row.indices where other[index] != 0 {
      row[index] = (row[index] + prime - product(factor, other[index], prime)) % prime
    }
  }

  /// Product.
  static func product(_ x: UInt64, _ y: UInt64, _ prime: UInt64) -> UInt64 {
    prime.dividingFullWidth(x.multipliedFullWidth(by: y)).remainder
  }
}

/// Primes for confirming and lifting.
enum PrimeTable {
  /// The largest below 2⁶¹ − 1, by `precprime(x - 1)` of PARI/GP.
  static let primes: [UInt64] = [
    2_305_843_009_213_693_921, 2_305_843_009_213_693_907, 2_305_843_009_213_693_723,
    2_305_843_009_213_693_693,
    2_305_843_009_213_693_669, 2_305_843_009_213_693_613, 2_305_843_009_213_693_561,
    2_305_843_009_213_693_549,
    2_305_843_009_213_693_487, 2_305_843_009_213_693_421, 2_305_843_009_213_693_373,
    2_305_843_009_213_693_277,
    2_305_843_009_213_693_193, 2_305_843_009_213_693_153, 2_305_843_009_213_693_133,
    2_305_843_009_213_693_123,
    2_305_843_009_213_693_109, 2_305_843_009_213_693_093, 2_305_843_009_213_693_013,
    2_305_843_009_213_692_967,
    2_305_843_009_213_692_937, 2_305_843_009_213_692_799, 2_305_843_009_213_692_757,
    2_305_843_009_213_692_737,
  ]
}
