import TestSupport
import Testing

@testable import WallisArithmetic

@Suite struct IntegerTests {
  /// Valuations of products of known powers, signs and 0 included.
  @Test func valuationsCountPowers() {
    let value = Integer(2).power(700) * Integer(3).power(41) * Integer(101)
    #expect(value.valuation(at: 2) == 700 && (-value).valuation(at: 3) == 41)
    #expect(value.valuation(at: 101) == 1 && value.valuation(at: 5) == 0)
    #expect(Integer(0).valuation(at: 7) == 0 && Integer(48).valuation(at: 2) == 4)
  }

  /// Random integers of very different sizes, zero and word boundaries among them.
  static func samples(_ count: Int, seed: UInt64) -> [Integer] {
    var generator = SeededGenerator(seed: seed)
    let fixed: [Integer] = [
      0, 1, -1, Integer(Int.max), Integer(Int.min), Integer(1 << 62), Integer(-(1 << 62)),
    ]
    return fixed
      + (0..<count).map { index in
        let words = (0...(index % 6)).map { _ in Integer(Int.random(in: Int.min...Int.max, using: &generator))
        }
        return words.reduce(Integer(0)) { $0 * Integer(Int.max) + $1 }
      }
  }

  @Test func ringLaws() {
    let values = Self.samples(30, seed: 1)
    for x in values {
      for y in values {
        #expect(x + y == y + x && x * y == y * x && (x - y) + y == x)
        #expect((x + y) * (x - y) == x * x - y * y)
      }
    }
  }

  @Test func divisionLaws() {
    for x in Self.samples(20, seed: 2) {
      for y in Self.samples(20, seed: 3) where !y.isZero {
        let remainder = x - x.floorDivided(by: y) * y
        #expect(remainder.magnitude < y.magnitude && (remainder.isZero || remainder.signum == y.signum))
        #expect(x.modulo(y).signum >= 0 && y.divides(x - x.modulo(y)))
        #expect((x * y).dividedExactly(by: y) == x)
        let common = x.gcd(y)
        #expect(common.divides(x) && common.divides(y))
      }
    }
  }

  @Test func textRoundTrip() {
    for x in Self.samples(40, seed: 4) { #expect(Integer("\(x)") == x) }
    for text in ["", "-", "1.5", "0x10", " 1", "1e5", "--1"] { #expect(Integer(text) == nil, "\(text)") }
    #expect(Integer("+12") == 12)
  }

  @Test func wordsAndHashes() {
    for word in [0, 1, -1, Int.max, Int.min, 1 << 62, -(1 << 62), (1 << 62) - 1, 1 - (1 << 62)] {
      // Every word can be negated.
      #expect(Integer(word).word == (word == Int.min ? nil : word))
      #expect(Integer(word).hashValue == (Integer(word) + 1 - 1).hashValue)
    }
    #expect((Integer(Int.max) + 1).word == nil)
  }

  @Test func rootsAndFactors() {
    for x in Self.samples(20, seed: 5) { #expect((x * x).squareRoot == x.magnitude) }
    #expect(Integer(2).squareRoot == nil && Integer(-4).squareRoot == nil)
    let factors = Integer(-2 * 2 * 2 * 3 * 49).primeFactors
    #expect(factors.map(\.prime) == [2, 3, 7] && factors.map(\.exponent) == [3, 1, 2])
    #expect(Integer(Int.max).primeFactors.map(\.exponent) == [2, 1, 1, 1, 1, 1])
    #expect(Integer(180).squareParts == (6, 5) && Integer(-8).squareParts == (2, -2))
  }

  /// Primes of 50 and of 17 digits (sympy's nextprime): up to 128 bits all factors, beyond them none is sought.
  @Test func largeNumbersAreFactoredAsFarAsThatIsQuick() throws {
    let p = try #require(Integer("10000000000000000000000000000000000000000000012369"))
    let q = try #require(Integer("70000000000000000000000000000000000000000000001081"))
    let r = try #require(Integer("10000000000000061"))
    let s = try #require(Integer("30000000000000029"))
    #expect((r * s * 12).primeFactors.map(\.prime) == [2, 3, r, s])
    #expect((p * q * 18).primeFactors.map(\.prime) == [2, 3, p * q])
    let powers = (p * p * p * 7).primeFactors
    #expect(powers.map(\.prime) == [7, p] && powers.map(\.exponent) == [1, 3])
    for x in Self.samples(40, seed: 11) where !x.isZero {
      #expect(x.primeFactors.reduce(Integer(1)) { $0 * $1.prime.power($1.exponent) } == x.magnitude)
    }
  }

  @Test func mutableAgreesWithImmutable() {
    let values = Self.samples(12, seed: 6)
    for x in values {
      for y in values {
        var z = MutableInteger(x)
        let w = MutableInteger(y)
        z.add(w, times: 17)
        z.multiply(by: -3)
        z.add(x)
        z.subtract(w)
        #expect(z.integer == (x + y * 17) * -3 + x - y)
        var common = MutableInteger()
        common.setGCD(MutableInteger(x), w)
        #expect(common.integer == x.gcd(y))
      }
    }
  }
}
