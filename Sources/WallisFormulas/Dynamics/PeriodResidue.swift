internal import WallisArithmetic

/// What the product P of the step matrices [[0, b(n)], [1, a(n)]] over a period n = 1 … ℓ is modulo a prime ℓ.
///
/// Coefficients matter modulo ℓ only, so P decides what ℓ does for ever. det P = 0 exactly where b has a root; then
/// P² = tr(P) P by Cayley–Hamilton.
///
/// - Reference: the ℓ-curvature of the recurrence; Katz, "Nilpotent connections and the monodromy theorem" (1970).
enum PeriodResidue: Sendable {
  /// Trace 0: ℓ divides p(n) and q(n) from n = 2ℓ on, ever more often.
  case nilpotent
  /// Another trace: ℓ does not accumulate.
  case regular
  /// b has no root modulo ℓ: ℓ never divides both p(n) and q(n).
  case invertible
  /// ℓ divides a leading coefficient or A² + 4B, and says nothing.
  case bad
}

/// Residues of a fraction modulo small primes.
struct ResidueClassReader {
  private let a: Coefficients
  private let b: Coefficients
  /// A² + 4B of the leading coefficients where deg b = 2 deg a, unless that is zero.
  private let discriminant: Integer?

  init(_ fraction: ContinuedFraction) {
    (a, b) = (Coefficients(fraction.a), Coefficients(fraction.b))
    let (top, bottom) = (fraction.a.leading, fraction.b.leading)
    let balanced = fraction.b.degree == 2 * fraction.a.degree ? top * top + 4 * bottom : 0
    discriminant = balanced.isZero ? nil : balanced
  }

  /// - Precondition: the prime is odd and below 2¹⁵.
  func period(modulo prime: Int) -> PeriodResidue {
    let (a, b) = (a.residues(prime), b.residues(prime))
    guard a.last != 0, b.last != 0, discriminant?.remainder(prime) != 0 else { return .bad }
    var bValues = ResidueSequence(b, from: 0, modulo: prime)
    guard let root = (0..<prime).first(where: { _ in bValues.next() == 0 }) else { return .invertible }
    // The trace does not change when the period starts at the root, where the step has rank 1.
    var aValues = ResidueSequence(a, from: root, modulo: prime)
    var (left, right) = (1, aValues.next())
    for _ in 1..<prime { (left, right) = (right, (left * bValues.next() + right * aValues.next()) % prime) }
    return right == 0 ? .nilpotent : .regular
  }

  /// Coefficients in words where they fit, constant term first.
  private struct Coefficients {
    private let polynomial: Polynomial
    private let words: [Int]?

    init(_ polynomial: Polynomial) { (self.polynomial, words) = (polynomial, polynomial.words) }

    func residues(_ prime: Int) -> [Int] {
      if let words {
        return words.map {
          let rest = $0 % prime
          return rest < 0 ? rest + prime : rest
        }
      }
      return polynomial.coefficients.map { $0.remainder(prime) }
    }
  }
}

/// Values of a polynomial at n, n + 1, … modulo a prime, by differences: a step adds, and divides nothing.
private struct ResidueSequence {
  private var differences: [Int]
  private let prime: Int

  /// - Parameter coefficients: from 0 to below the prime, constant term first.
  init(_ coefficients: [Int], from start: Int, modulo prime: Int) {
    self.prime = prime
    differences = (start..<start + coefficients.count).map { n in
      coefficients.reversed().reduce(0) { ($0 * n + $1) % prime }
    }
    for order in 1..<coefficients.count {
      for index in (order..<coefficients.count).reversed() {
        let difference = differences[index] - differences[index - 1]
        differences[index] = difference < 0 ? difference + prime : difference
      }
    }
  }

  mutating func next() -> Int {
    let prime = prime
    return differences.withUnsafeMutableBufferPointer { differences in
      let value = differences[0]
      for index in 1..<differences.count {
        let sum = differences[index - 1] + differences[index] - prime
        differences[index - 1] = sum < 0 ? sum + prime : sum
      }
      return value
    }
  }
}

extension Integer {
  /// The value modulo a positive word, from 0.
  func remainder(_ prime: Int) -> Int { modulo(Integer(prime)).word ?? 0 }

  /// Exponent of a prime; 0 for the value 0.
  func valuation(at prime: Int) -> Int {
    var (rest, exponent) = (self, 0)
    let divisor = Integer(prime)
    while !rest.isZero, divisor.divides(rest) {
      (rest, exponent) = (rest.dividedExactly(by: divisor), exponent + 1)
    }
    return exponent
  }
}
