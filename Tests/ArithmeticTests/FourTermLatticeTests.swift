import Testing

@testable import WallisArithmetic

/// The lattice in machine words beside exact integers and beside the lattice of any size.
@Suite struct FourTermLatticeTests {
  static let bits = 460

  static func numbers(_ terms: [Ball]) -> InlineArray<4, FixedPointNumber> {
    InlineArray { FixedPointNumber(terms[$0]) }
  }

  /// 1, π, −v and −vπ.
  static func terms(_ value: Ball) -> [Ball] {
    let pi = Ball(.pi, bits: bits)
    return [Ball(1, bits: bits), pi, -value, -(value * pi)]
  }

  static func rows(_ lattice: FourTermLattice) -> [[Integer]] {
    (0..<4).map { row in (0..<4).map { Integer("\(lattice.coefficient(row, $0))") ?? 0 } }
  }

  /// Windows of positive and negative numbers are what a shift of the exact integer gives modulo 2^128.
  @Test func windowsAreShiftsOfTheExactNumber() {
    let modulus = Integer(1).shifted(left: 128)
    for x in [
      Ball(.pi, bits: 460), -Ball(.pi, bits: 460), Ball(Rational(-1, 3), bits: 460), Ball(0, bits: 64),
    ] {
      let exact = x.scaled(byPowerOfTwo: 400)
      let whole = (exact - Ball(Rational(1, 2), bits: 460)).nearestInteger
      let number = FixedPointNumber(x)
      for bits in [0, 1, 63, 64, 65, 128, 200, 271, 336, 399] {
        let expected = whole.shifted(left: bits - 400).modulo(modulus)
        let window = UInt128(truncatingIfNeeded: number.window(bits))
        // The half that was taken away may have moved an exact multiple down by one.
        let close = (Integer("\(window)") ?? -1) - expected
        #expect(close.magnitude <= 1 || close.magnitude >= modulus - 1, "\(bits)")
      }
    }
  }

  @Test func productsAreThoseOfTheNumbers() {
    let (x, y) = (Ball(.pi, bits: 460), -Ball(.e, bits: 460))
    let product = (FixedPointNumber(x) * FixedPointNumber(y)).window(100)
    let exact = (x * y).scaled(byPowerOfTwo: 100).nearestInteger
    #expect(((Integer("\(product)") ?? 0) - exact).magnitude <= 1)
  }

  /// (3 + 5π)/(7 − 2π) to 33, 50 and 100 digits: its relation is the first row. Digits beyond those that the relation
  /// takes need steps that doubles cannot follow; then the lattice says so.
  @Test(arguments: [110, 166, 332]) func findsAPlantedRelation(bits: Int) {
    let pi = Ball(.pi, bits: Self.bits)
    let value = (pi * 5 + 3) / (pi * -2 + 7)
    var lattice = FourTermLattice(Self.numbers(Self.terms(value)), weightShifts: SIMD4(0, 0, 0, 0))
    let isFed = lattice.feed(upTo: bits)
    guard isFed else {
      #expect(bits > 110)
      return
    }
    let found = Self.rows(lattice)[0]
    #expect(found == [3, 5, 7, -2] || found == [-3, -5, -7, 2])
    #expect(lattice.residue(0, bits: bits).magnitude < 64)
  }

  /// The rows of any number span all coefficient vectors, their residues are those of exact arithmetic, and the bound on
  /// the shortest vector agrees with that of exact Gram–Schmidt vectors of another reduction within a factor of 4.
  @Test(arguments: [(110, 0), (166, 3), (332, 8)]) func rowsAreABasisOfTheSameLattice(bits: Int, shift: Int)
    throws
  {
    var generator = SplitMix64(seed: UInt64(bits))
    for _ in 0..<4 {
      let digits = (0..<40).reduce(Integer(1)) { sum, _ in sum * 1000 + Integer(Int(generator.next() % 1000))
      }
      let value = Ball(digits, bits: Self.bits).scaled(byPowerOfTwo: shift - digits.bitWidth)
      let terms = Self.terms(value)
      var lattice = FourTermLattice(Self.numbers(terms), weightShifts: SIMD4(0, 0, shift, shift))
      let isFed = lattice.feed(upTo: bits) && lattice.settle()
      #expect(isFed)
      let rows = Self.rows(lattice)
      #expect(Self.determinant(rows).magnitude == 1)
      for row in 0..<4 {
        let exact = zip(rows[row], terms).reduce(Ball(0, bits: Self.bits)) { $0 + $1.1 * $1.0 }
        let rounding = rows[row].reduce(Integer(0)) { $0 + $1.magnitude }
        let residue = Integer("\(lattice.residue(row, bits: bits))") ?? 0
        #expect((residue - exact.scaled(byPowerOfTwo: bits).nearestInteger).magnitude <= rounding + 1)
      }
      var other = Lattice(rank: 4, columns: 5)
      for (row, term) in terms.enumerated() {
        other[row, row] = Integer(1).shifted(left: row < 2 ? 0 : shift)
        other[row, 4] = term.scaled(byPowerOfTwo: bits).nearestInteger
      }
      other.reduce()
      let smallest = other.smallestSquaredLength()
      let square = try #require(smallest)
      let bound = (square.numerator.floorDivided(by: square.denominator)).approximation
      #expect(lattice.smallestSquaredLength > bound / 4 && lattice.smallestSquaredLength < bound * 4)
    }
  }

  /// By cofactors.
  static func determinant(_ rows: [[Integer]]) -> Integer {
    guard rows.count > 1 else { return rows[0][0] }
    return rows[0].indices.reduce(Integer(0)) { sum, column in
      let minor = rows.dropFirst().map { row in row.indices.filter { $0 != column }.map { row[$0] } }
      let term = rows[0][column] * determinant(Array(minor))
      return column % 2 == 0 ? sum + term : sum - term
    }
  }
}
