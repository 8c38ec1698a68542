import Testing

@testable import WallisArithmetic

@Suite struct LatticeTests {
  /// The lattice of (1,1,1), (−1,0,2), (3,5,6): a textbook case whose shortest vector is (0,1,0).
  static let textbook: [[Integer]] = [[1, 1, 1], [-1, 0, 2], [3, 5, 6]]

  static func squaredLength(_ row: [Integer]) -> Integer { row.reduce(Integer(0)) { $0 + $1 * $1 } }

  @Test func reducesTheTextbookExample() {
    var lattice = Lattice(rows: LatticeTests.textbook)
    lattice.reduce()
    let lengths = [lattice.row(0), lattice.row(1), lattice.row(2)].map(LatticeTests.squaredLength)
    #expect(lengths[0] == 1)
    #expect(lengths.allSatisfy { $0 <= 6 })
  }

  /// The bound never exceeds the true minimum, whatever the basis; reduction sharpens it.
  @Test func smallestLengthIsALowerBound() throws {
    var lattice = Lattice(rows: LatticeTests.textbook)
    let unreduced = lattice.smallestSquaredLength()
    lattice.reduce()
    let reduced = lattice.smallestSquaredLength()
    let (before, after) = (try #require(unreduced), try #require(reduced))
    #expect(before <= 1 && after <= 1)
    #expect(after > before)
    #expect(after == 1)
  }

  @Test func dependentRowsHaveNoBound() {
    let lattice = Lattice(rows: [[1, 2], [2, 4]])
    let bound = lattice.smallestSquaredLength()
    #expect(bound == nil)
  }

  @Test func entriesAreReadBackAtAnySize() {
    var lattice = Lattice(rank: 2, columns: 3)
    let large = Integer.powerOfTen(60)
    lattice[1, 2] = large
    lattice[0, 0] = -5
    let rows = [lattice.row(0), lattice.row(1)]
    #expect(rows == [[-5, 0, 0], [0, 0, large]])
  }
}
