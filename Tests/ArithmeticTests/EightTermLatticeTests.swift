import Testing

@testable import WallisArithmetic

/// The lattice in machine words for up to eight terms beside exact integers and beside the lattice of any size.
@Suite struct EightTermLatticeTests {
  static let bits = 460

  /// 1, π, e, logarithms, and a number: as many terms as asked for.
  static func terms(_ count: Int, last: Ball) -> [Ball] {
    let constants =
      [Ball(1, bits: bits), Ball(.pi, bits: bits), Ball(.e, bits: bits)]
      + [2, 3, 5, 7].map { Ball($0, bits: bits).log }
    return constants.prefix(count - 1) + [last]
  }

  static func rows(_ lattice: EightTermLattice) -> [[Integer]] {
    (0..<lattice.terms).map { row in
      (0..<lattice.terms).map { Integer("\(lattice.coefficient(row, $0))") ?? 0 }
    }
  }

  /// A number with the relation 7, −11, 13, … , its own coefficient −9: it is the first row.
  @Test(arguments: [(3, 100), (5, 133), (6, 133), (7, 199), (8, 199)])
  func findsAPlantedRelation(count: Int, bits: Int) {
    let planted = (0..<count).map { Integer($0 == count - 1 ? -9 : ($0 % 2 == 0 ? 7 + $0 : -10 - $0)) }
    let known = Self.terms(count, last: Ball(0, bits: Self.bits))
    let value = zip(planted, known).reduce(Ball(0, bits: Self.bits)) { $0 + $1.1 * $1.0 } / 9
    let numbers = Self.terms(count, last: value).map { FixedPointNumber($0) }
    var lattice = EightTermLattice(numbers, weightShifts: SIMD8(repeating: 0))
    let isFed = lattice.feed(upTo: bits)
    #expect(isFed)
    let found = Self.rows(lattice)[0]
    #expect(found == planted || found == planted.map { -$0 })
    #expect(lattice.residue(0, bits: bits).magnitude < 128)
  }

  /// The rows of any number span all coefficient vectors, their residues are those of exact arithmetic, and the bound on
  /// the shortest vector agrees with that of exact Gram–Schmidt vectors of another reduction within a factor of 6.
  @Test(arguments: [(3, 166, 0), (4, 199, 3), (5, 199, 0), (6, 332, 8), (8, 366, 2)])
  func rowsAreABasisOfTheSameLattice(count: Int, bits: Int, shift: Int) throws {
    var generator = SplitMix64(seed: UInt64(bits + count))
    let digits = (0..<40).reduce(Integer(1)) { sum, _ in sum * 1000 + Integer(Int(generator.next() % 1000)) }
    let value = Ball(digits, bits: Self.bits).scaled(byPowerOfTwo: shift - digits.bitWidth)
    let terms = Self.terms(count, last: value)
    var shifts = SIMD8<Int>(repeating: 0)
    shifts[count - 1] = shift
    var lattice = EightTermLattice(terms.map { FixedPointNumber($0) }, weightShifts: shifts)
    let isFed = lattice.feed(upTo: bits) && lattice.settle()
    #expect(isFed)
    let rows = Self.rows(lattice)
    #expect(FourTermLatticeTests.determinant(rows).magnitude == 1)
    for row in 0..<count {
      let exact = zip(rows[row], terms).reduce(Ball(0, bits: Self.bits)) { $0 + $1.1 * $1.0 }
      let rounding = rows[row].reduce(Integer(0)) { $0 + $1.magnitude }
      let residue = Integer("\(lattice.residue(row, bits: bits))") ?? 0
      #expect((residue - exact.scaled(byPowerOfTwo: bits).nearestInteger).magnitude <= rounding + 1)
    }
    var other = Lattice(rank: count, columns: count + 1)
    for (row, term) in terms.enumerated() {
      other[row, row] = Integer(1).shifted(left: row < count - 1 ? 0 : shift)
      other[row, count] = term.scaled(byPowerOfTwo: bits).nearestInteger
    }
    other.reduce()
    let smallest = other.smallestSquaredLength()
    let square = try #require(smallest)
    let bound = (square.numerator.floorDivided(by: square.denominator)).approximation
    #expect(lattice.smallestSquaredLength > bound / 6 && lattice.smallestSquaredLength < bound * 6)
  }
}
