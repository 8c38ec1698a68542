/// The lattice of integer relations among four numbers in machine words, for the many numbers that have no relation:
/// some times as fast as `RelationLattice`, and not for claims that a relation holds.
///
/// Row i stands for coefficients a(i, j); with it goes the residue Σ a(i, j)·x(j)·2^scale. Digits are fed in steps of
/// some 37 bits. Each step takes the Gram–Schmidt vectors of the rows in doubles, reduces by their coefficients alone
/// (they and the small integers that the rows are combined with are all that changes), and combines the exact rows once.
///
/// Statement: rows are combined by unimodular integers, exactly modulo 2¹²⁸, so that they always span the lattice; what
/// doubles get wrong costs shortness only. The lengths of the Gram–Schmidt vectors of a basis that needs no more
/// reduction are known to a relative error below 10⁻⁹.
///
/// - Complexity: some hundred exchanges of rows for 50 digits.
/// - Reference: Lenstra, Lenstra, Lovász, Math. Ann. 261 (1982) 515–534; the update of the coefficients is algorithm
///   2.6.3 of Cohen, "A Course in Computational Algebraic Number Theory".
public struct FourTermLattice: WordLattice, Sendable {
  /// Coefficients of four relations, row by row.
  private var rows: InlineArray<16, Int128>
  private let numbers: InlineArray<4, FixedPointNumber>
  /// Weights of the coefficients, powers of two.
  private let weights: SIMD4<Double>
  /// Squared lengths of the Gram–Schmidt vectors of weighted rows.
  private var squares: SIMD4<Double> = .zero
  /// Bits behind the point that were fed.
  public private(set) var scale: Int

  /// Most bits of a step: angles between rows that were reduced before it are then known to 14 bits.
  private static let stepBits = 37
  /// How much shorter a Gram–Schmidt vector may be than the one before, between two steps and in the end.
  private static let (rough, fine) = (0.8, 0.99)

  /// The lattice of all coefficient vectors, the coefficient of number j weighted by 2^shifts[j].
  ///
  /// - Precondition: shifts from 0 to 40.
  public init(_ numbers: InlineArray<4, FixedPointNumber>, weightShifts shifts: SIMD4<Int>) {
    precondition(shifts.min() >= 0 && shifts.max() <= 40, "weights are moderate powers of two")
    self.numbers = numbers
    weights = SIMD4(
      Double(1 << shifts[0]), Double(1 << shifts[1]), Double(1 << shifts[2]), Double(1 << shifts[3]))
    rows = InlineArray { $0 % 5 == 0 ? 1 : 0 }
    scale = 0
  }

  /// Number of terms.
  public var terms: Int { 4 }

  /// One coefficient of one relation.
  public func coefficient(_ row: Int, _ term: Int) -> Int128 { rows[4 * row + term] }

  /// Σ a(j)·x(j)·2^bits of a row, within Σ |a(j)|, modulo 2¹²⁸.
  public func residue(_ row: Int, bits: Int) -> Int128 {
    (0..<4).reduce(Int128(0)) { $0 &+ rows[4 * row + $1] &* numbers[$1].window(bits) }
  }

  /// Feeds the digits up to a scale and reduces; false where doubles cannot follow.
  public mutating func feed(upTo bits: Int) -> Bool {
    guard scale < bits else { return true }
    let steps = (bits - scale + FourTermLattice.stepBits - 1) / FourTermLattice.stepBits
    for left in (0..<steps).reversed() {
      scale += (bits - scale) / (left + 1)
      guard reduce(left > 0 ? FourTermLattice.rough : FourTermLattice.fine) != nil else { return false }
    }
    return true
  }

  /// Reduces until nothing is left to do; false where doubles cannot follow.
  public mutating func settle() -> Bool {
    for _ in 0..<8 {
      guard let changes = reduce(FourTermLattice.fine) else { return false }
      if changes == 0 { return true }
    }
    return false
  }

  /// A lower bound on the squared length of every vector of the lattice other than zero, after `settle()`.
  public var smallestSquaredLength: Double { squares.min() * (1 - 1e-6) }

  /// One pass at the present scale.
  ///
  /// - Returns: how many times rows were combined or exchanged; nil where doubles cannot follow.
  private mutating func reduce(_ delta: Double) -> Int? {
    let windows = (
      numbers[0].window(scale), numbers[1].window(scale), numbers[2].window(scale), numbers[3].window(scale)
    )
    var reduction = FourRowReduction(row(0, windows), row(1, windows), row(2, windows), row(3, windows))
    guard let changes = reduction.run(delta) else { return nil }
    squares = reduction.squares
    if changes > 0 { combine(reduction.combination) }
    return changes
  }

  @inline(__always)
  private func row(_ row: Int, _ x: (Int128, Int128, Int128, Int128)) -> FourRowReduction.Row {
    let (a, b, c, d) = (rows[4 * row], rows[4 * row + 1], rows[4 * row + 2], rows[4 * row + 3])
    let residue = a &* x.0 &+ b &* x.1 &+ c &* x.2 &+ d &* x.3
    let entries = SIMD4(
      a.nearestDouble, b.nearestDouble, c.nearestDouble, d.nearestDouble)
    return (weights * entries, residue.nearestDouble)
  }

  private mutating func combine(_ combination: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)) {
    let old = rows
    combine(old, combination.0, to: 0)
    combine(old, combination.1, to: 4)
    combine(old, combination.2, to: 8)
    combine(old, combination.3, to: 12)
  }

  @inline(__always)
  private mutating func combine(
    _ old: borrowing InlineArray<16, Int128>, _ factors: SIMD4<Double>, to place: Int
  ) {
    let (x, y) = (Int128(Int64(factors[0])), Int128(Int64(factors[1])))
    let (z, w) = (Int128(Int64(factors[2])), Int128(Int64(factors[3])))
    for term in 0..<4 {
      rows[place + term] =
        x &* old[term] &+ y &* old[4 + term] &+ z &* old[8 + term] &+ w &* old[12 + term]
    }
  }
}
