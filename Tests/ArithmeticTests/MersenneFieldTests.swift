import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct MersenneFieldTests {
  typealias Field = MersenneField
  static let p = Integer(Int(MersenneField.modulus))

  /// Residues, corners first.
  static func samples(_ count: Int, seed: UInt64) -> [UInt64] {
    var generator = SeededGenerator(seed: seed)
    let p = Field.modulus
    return [0, 1, 2, p - 1, p - 2, p / 2, p / 2 + 1]
      + (0..<count).map { _ in UInt64.random(in: 0..<p, using: &generator) }
  }

  private func integer(_ word: UInt64) -> Integer {
    Integer(Int(word >> 1)).shifted(left: 1) + Integer(Int(word & 1))
  }

  private func isResidue(_ word: UInt64, of value: Integer) -> Bool {
    word < Field.modulus && integer(word) == value.modulo(Self.p)
  }

  @Test func operationsAreThoseOfIntegers() {
    let values = Self.samples(25, seed: 81)
    for x in values {
      for y in values {
        #expect(isResidue(Field.product(x, y), of: integer(x) * integer(y)))
        #expect(isResidue(Field.difference(x, y), of: integer(x) - integer(y)))
        for z in [0, 1, Field.modulus - 1, x] {
          #expect(isResidue(Field.sum(x, y, z), of: integer(x) * integer(y) + integer(z)))
        }
      }
      if x != 0 { #expect(Field.product(Field.inverse(x), x) == 1) }
    }
  }

  /// Words of any size, the largest among them.
  @Test func reductions() {
    var generator = SeededGenerator(seed: 82)
    let corners: [UInt64] = [0, 1, .max, .max - 1, 1 << 61, (1 << 61) - 1, 1 << 63, 7 << 61]
    let words = corners + (0..<40).map { _ in generator.next() }
    for high in words {
      #expect(isResidue(Field.reduced(high), of: integer(high)))
      for low in words {
        let value = integer(high).shifted(left: 64) + integer(low)
        #expect(isResidue(Field.reduced(high: high, low: low), of: value), "\(high) \(low)")
      }
    }
  }

  /// Bounds that sums of the kernel rely on: the right residue below 2⁶¹ + 8 for factors up to there.
  @Test func foldedProductsStayBounded() {
    let top: UInt64 = (1 << 61) + 7
    let wide = Self.samples(12, seed: 83) + [top, top - 1, 1 << 61]
    let factors = Self.samples(12, seed: 84) + [Field.modulus]
    for x in wide {
      for y in wide {
        for a in factors {
          let one = Field.folded(x, eightfold: a << 3, plus: y)
          let two = Field.folded(x, eightfold: a << 3, y, eightfold: (Field.modulus - a) << 3)
          #expect(one <= top && isResidue(Field.reduced(one), of: integer(x) * integer(a) + integer(y)))
          #expect(two <= top && isResidue(Field.reduced(two), of: (integer(x) - integer(y)) * integer(a)))
        }
      }
    }
  }

  @Test func wordsAndResidues() {
    var samples = Samples(seed: 85)
    let corners: [Int] = [0, 1, -1, .min, .max, 1 << 61, -(1 << 61), (1 << 61) - 1, 1 - (1 << 61)]
    let words = corners + (0..<50).map { _ in samples.word() }
    for word in words {
      #expect(isResidue(Field.residue(word), of: Integer(word)))
      if word.magnitude < 1 << 60 { #expect(Field.centred(Field.residue(word)) == word) }
    }
  }
}
