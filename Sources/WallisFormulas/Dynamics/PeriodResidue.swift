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
    let reciprocal = WordReciprocal(prime)
    let bValues = reciprocal.values(b)
    guard let root = bValues.firstIndex(of: 0) else { return .invertible }
    let aValues = reciprocal.values(a)
    return reciprocal.trace(aValues, bValues, root: root) == 0 ? .nilpotent : .regular
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

/// Remainders by a divisor without a division: Barrett's reduction.
private struct WordReciprocal {
  private let divisor: Int
  /// ⌊2³²/divisor⌋.
  private let scaled: Int

  init(_ divisor: Int) { (self.divisor, scaled) = (divisor, (1 << 32) / divisor) }

  /// - Precondition: 0 ≤ value < 2³¹, so that the estimated quotient is at most one too small.
  func remainder(_ value: Int) -> Int {
    let rest = value &- ((value &* scaled) >> 32) &* divisor
    return rest >= divisor ? rest &- divisor : rest
  }

  /// Trace of the product of the step matrices over a period, from the values of a and b, where b vanishes at `root`.
  ///
  /// It does not change when the period starts at the root, where the step has rank 1.
  func trace(_ a: [Int], _ b: [Int], root: Int) -> Int {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        var (left, right) = (1, a[root])
        func advance(_ steps: Range<Int>) {
          for n in steps { (left, right) = (right, remainder(left &* b[n] &+ right &* a[n])) }
        }
        advance(root + 1..<divisor)
        advance(0..<root)
        return right
      }
    }
  }

  /// Values of a polynomial at 0, 1, …, divisor − 1, reduced; its coefficients are, constant term first.
  func values(_ coefficients: [Int]) -> [Int] {
    var values = [Int](repeating: coefficients.last ?? 0, count: divisor)
    values.withUnsafeMutableBufferPointer { values in
      var bound = divisor
      for coefficient in coefficients.dropLast().reversed() {
        if bound > (1 << 31) / divisor {
          for n in values.indices { values[n] = remainder(values[n]) }
          bound = divisor
        }
        for n in values.indices { values[n] = values[n] &* n &+ coefficient }
        bound *= divisor
      }
      if bound > divisor { for n in values.indices { values[n] = remainder(values[n]) } }
    }
    return values
  }
}

extension Integer {
  /// The value modulo a positive word, from 0.
  func remainder(_ prime: Int) -> Int { modulo(Integer(prime)).word ?? 0 }
}
