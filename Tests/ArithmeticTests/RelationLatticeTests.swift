import Testing

@testable import WallisArithmetic

@Suite struct RelationLatticeTests {
  /// Terms scaled by 2^bits and rounded.
  static func scaled(_ terms: [Ball], bits: Int) -> [Integer] {
    terms.map { $0.scaled(byPowerOfTwo: bits).nearestInteger }
  }

  static func powers(of x: Ball, _ count: Int) -> [Ball] { (0..<count).map { x.power($0) } }

  static func isRelation(_ found: [Integer], _ expected: [Integer]) -> Bool {
    found == expected || found == expected.map { -$0 }
  }

  /// √2 + √3 is a root of x⁴ − 10x² + 1.
  @Test(arguments: [60, 150, 300, 800]) func findsAMinimalPolynomial(bits: Int) {
    let x = Ball(2, bits: 1000).squareRoot + Ball(3, bits: 1000).squareRoot
    let terms = RelationLatticeTests.powers(of: x, 5)
    var lattice = RelationLattice(weightShifts: [0, 0, 0, 0, 0])
    for step in stride(from: 60, through: bits, by: 120) {
      lattice.feed(RelationLatticeTests.scaled(terms, bits: step))
    }
    lattice.feed(RelationLatticeTests.scaled(terms, bits: bits))
    let latticeFound = lattice.relation(0)
    #expect(RelationLatticeTests.isRelation(latticeFound, [1, 0, -10, 0, 1]))
  }

  /// Machin: π/4 = 4 atan(1/5) − atan(1/239).
  @Test func findsMachinsFormula() {
    let bits = 500
    let terms = [
      Ball(.pi, bits: bits), Ball(Rational(1, 5), bits: bits).atan, Ball(Rational(1, 239), bits: bits).atan,
    ]
    var lattice = RelationLattice(weightShifts: [0, 0, 0])
    lattice.feed(RelationLatticeTests.scaled(terms, bits: 150))
    let latticeFound = lattice.relation(0)
    #expect(RelationLatticeTests.isRelation(latticeFound, [1, -16, 4]))
  }

  /// Weights make an uneven relation short, so that fewer digits suffice.
  @Test func weightsEvenOutLargeCoefficients() {
    let value = Ball(.pi, bits: 400) * 1_000_003 + 7
    let terms = [Ball(1, bits: 400), Ball(.pi, bits: 400), Ball(.e, bits: 400), value]
    var even = RelationLattice(weightShifts: [0, 0, 0, 0])
    var uneven = RelationLattice(weightShifts: [16, 0, 18, 18])
    even.feed(RelationLatticeTests.scaled(terms, bits: 36))
    uneven.feed(RelationLatticeTests.scaled(terms, bits: 36))
    let evenFound = even.relation(0)
    #expect(!RelationLatticeTests.isRelation(evenFound, [7, 1_000_003, 0, -1]))
    let unevenFound = uneven.relation(0)
    #expect(RelationLatticeTests.isRelation(unevenFound, [7, 1_000_003, 0, -1]))
  }

  /// Negative knowledge must not exclude a relation that exists, and must exclude small ones where none exists.
  @Test func excludedExponentIsHonest() throws {
    let bits = 400
    let related = [
      Ball(1, bits: bits), Ball(2, bits: bits).squareRoot, Ball(2, bits: bits).squareRoot * 123_457 - 5,
    ]
    var lattice = RelationLattice(weightShifts: [0, 0, 0])
    lattice.feed(RelationLatticeTests.scaled(related, bits: 300))
    let bound = lattice.excludedExponent(errors: [1, 1, 1])
    #expect((bound ?? 0) <= 5)
    let free = [Ball(1, bits: bits), Ball(.pi, bits: bits), Ball(.e, bits: bits)]
    var other = RelationLattice(weightShifts: [0, 0, 0])
    other.feed(RelationLatticeTests.scaled(free, bits: 300))
    let sharp = other.excludedExponent(errors: [1, 1, 1])
    let wide = other.excludedExponent(errors: [Integer.powerOfTen(20), 1, 1])
    let (exponent, blunt) = (try #require(sharp), try #require(wide))
    #expect(exponent >= 28 && exponent <= 31)
    #expect(blunt < exponent - 15)
  }
}

@Suite struct LongRelationTests {
  /// Six planted coefficients that fill 70 % of the digits, fed in steps of 32: entries grow far beyond machine
  /// doubles, and the relation is still the first row.
  @Test(arguments: [100, 200, 400]) func findsWhatFillsMostDigits(digits: Int) {
    let bits = digits * 4
    var numbers = [Ball(.pi, bits: bits), Ball(.e, bits: bits)] + [2, 3, 5].map { Ball($0, bits: bits).log }
    let planted = (1...6).map { Integer.powerOfTen(digits * 7 / 60) - Integer($0 * $0 * 1_234_567 + 1) }
    let sum = zip(numbers, planted).reduce(Ball(0, bits: bits)) { $0 + $1.0 * $1.1 }
    numbers.append(sum / Ball(planted[5], bits: bits))
    var lattice = RelationLattice(weightShifts: numbers.map { _ in 0 })
    for step in stride(from: 32, through: digits, by: 32) {
      lattice.feed(numbers.map { $0.scaled(byPowerOfTwo: step * 3322 / 1000).nearestInteger })
    }
    let expected = Array(planted[..<5]) + [-planted[5]]
    #expect(lattice.relation(0) == expected || lattice.relation(0) == expected.map { -$0 })
  }
}
