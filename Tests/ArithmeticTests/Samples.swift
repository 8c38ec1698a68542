import TestSupport
import WallisArithmetic

/// Random values of the types of arithmetic, corners first: the same for the same seed.
struct Samples {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Numbers on both sides of every boundary between a word, FLINT's small number of 62 bits and GMP's limbs.
  static let corners: [Integer] = {
    let bounds = [31, 61, 62, 63, 64, 128].map { Integer(1).shifted(left: $0) }
    let around = bounds.flatMap { [$0 - 1, $0, $0 + 1] }
    return [0, 1, -1, 2] + around + around.map { -$0 }
  }()

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  mutating func word() -> Int { Int.random(in: Int.min...Int.max, using: &generator) >> int(0...62) }

  /// An integer of at most `bits` bits; sizes are evenly spread.
  mutating func integer(bits: Int = 300) -> Integer {
    let words = (0...bits / 62).reduce(Integer(0)) { sum, _ in sum.shifted(left: 62) + Integer(word()) }
    return words.shifted(left: -max(0, words.bitWidth - int(1...bits)))
  }

  mutating func integers(_ count: Int, bits: Int = 300) -> [Integer] {
    Samples.corners + (0..<count).map { _ in integer(bits: bits) }
  }

  mutating func rational(bits: Int = 100) -> Rational {
    let bottom = integer(bits: bits)
    return Rational(integer(bits: bits), bottom.isZero ? 1 : bottom)
  }

  /// A polynomial whose coefficients are a corner now and then.
  mutating func polynomial(degree: Int = 6, bits: Int = 80) -> Polynomial {
    Polynomial(
      (0...int(0...degree)).map { _ in
        int(0...5) == 0 ? Samples.corners[int(0...Samples.corners.count - 1)] : integer(bits: bits)
      })
  }

  mutating func terms(
    _ count: Int, variables: Int, degree: Int = 3, bits: Int = 40
  ) -> [MultivariatePolynomial.Term] {
    (0..<count).map { _ in
      MultivariatePolynomial.Term(
        exponents: (0..<variables).map { _ in int(0...degree) }, coefficient: integer(bits: bits))
    }
  }

  mutating func multivariate(variables: Int = 3, terms count: Int = 5) -> MultivariatePolynomial {
    MultivariatePolynomial(terms(int(0...count), variables: variables), variables: variables)
  }

  mutating func rows(_ rows: Int, _ columns: Int, bits: Int = 20) -> [[Integer]] {
    (0..<rows).map { _ in (0..<columns).map { _ in integer(bits: bits) } }
  }

  mutating func polynomialMatrix(_ rank: Int, degree: Int = 3, bits: Int = 10) -> PolynomialMatrix {
    PolynomialMatrix(
      (0..<rank).map { _ in (0..<rank).map { _ in polynomial(degree: degree, bits: bits) } })
  }
}

/// Texts that GP reads.
enum GP {
  static func polynomial(_ p: Polynomial) -> String {
    "Polrev([\(p.coefficients.map { "\($0)" }.joined(separator: ","))],x)"
  }

  /// In the variables x1, x2, …
  static func polynomial(_ p: MultivariatePolynomial) -> String {
    let terms = p.terms.map { term in
      term.exponents.enumerated().reduce("(\(term.coefficient))") { $0 + "*x\($1.offset + 1)^\($1.element)" }
    }
    return "(0\(terms.map { "+\($0)" }.joined()))"
  }

  static func matrix(_ rows: [[Integer]]) -> String {
    matrix(rows.map { $0.map { "\($0)" } })
  }

  static func matrix(_ rows: [[Polynomial]]) -> String {
    matrix(rows.map { $0.map { polynomial($0) } })
  }

  private static func matrix(_ rows: [[String]]) -> String {
    // One row alone would be a vector.
    "Mat([\(rows.map { $0.joined(separator: ",") }.joined(separator: ";"))])"
  }
}
