/// The lattice of integer relations among up to eight numbers in machine words, as `FourTermLattice` has it for four.
///
/// Row i stands for coefficients a(i, j); with it goes the residue Σ a(i, j)·x(j)·2^scale. Rows are combined by unimodular
/// integers, exactly modulo 2¹²⁸, so that they always span the lattice; what doubles get wrong costs shortness only.
///
/// - Complexity: some hundred exchanges of rows for each step of 30 bits.
public struct EightTermLattice: WordLattice, Sendable {
  /// Coefficients of the relations, eight places a row.
  private var rows: InlineArray<64, Int128>
  private let numbers: InlineArray<8, FixedPointNumber>
  /// Weights of the coefficients, powers of two.
  private var weights: SIMD8<Double> = .zero
  /// The least square of the lengths of the Gram–Schmidt vectors of weighted rows.
  private var smallestSquare = 0.0
  /// Number of terms.
  public let terms: Int
  /// Bits behind the point that were fed.
  public private(set) var scale = 0

  /// Most bits of a step: angles between rows that were reduced before it are then known to 20 bits.
  private static let stepBits = 30
  /// How much shorter a Gram–Schmidt vector may be than the one before, between two steps and in the end.
  private static let (rough, fine) = (0.8, 0.99)

  /// The lattice of all coefficient vectors, the coefficient of number j weighted by 2^shifts[j].
  ///
  /// - Precondition: two to eight numbers; shifts from 0 to 40.
  public init(_ numbers: [FixedPointNumber], weightShifts shifts: SIMD8<Int>) {
    precondition((2...8).contains(numbers.count), "two to eight terms")
    precondition(shifts.min() >= 0 && shifts.max() <= 40, "weights are moderate powers of two")
    terms = numbers.count
    self.numbers = InlineArray { $0 < numbers.count ? numbers[$0] : .zero }
    for term in numbers.indices { weights[term] = Double(1 << shifts[term]) }
    rows = InlineArray { $0 % 9 == 0 ? 1 : 0 }
  }

  /// One coefficient of one relation.
  public func coefficient(_ row: Int, _ term: Int) -> Int128 { rows[8 * row + term] }

  /// Σ a(j)·x(j)·2^bits of a row, within Σ |a(j)|, modulo 2¹²⁸.
  public func residue(_ row: Int, bits: Int) -> Int128 {
    (0..<terms).reduce(Int128(0)) { $0 &+ rows[8 * row + $1] &* numbers[$1].window(bits) }
  }

  /// Feeds the digits up to a scale and reduces; false where doubles cannot follow.
  public mutating func feed(upTo bits: Int) -> Bool {
    guard scale < bits else { return true }
    let steps = (bits - scale + EightTermLattice.stepBits - 1) / EightTermLattice.stepBits
    for left in (0..<steps).reversed() {
      scale += (bits - scale) / (left + 1)
      guard reduce(left > 0 ? EightTermLattice.rough : EightTermLattice.fine) != nil else { return false }
    }
    return true
  }

  /// Reduces until nothing is left to do; false where doubles cannot follow.
  public mutating func settle() -> Bool {
    for _ in 0..<8 {
      guard let changes = reduce(EightTermLattice.fine) else { return false }
      if changes == 0 { return true }
    }
    return false
  }

  /// A lower bound on the squared length of every vector of the lattice other than zero, after `settle()`.
  public var smallestSquaredLength: Double { smallestSquare * (1 - 1e-6) }

  /// One pass at the present scale.
  ///
  /// - Returns: how many times rows were combined or exchanged; nil where doubles cannot follow.
  private mutating func reduce(_ delta: Double) -> Int? {
    var windows = InlineArray<8, Int128>(repeating: 0)
    for term in 0..<terms { windows[term] = numbers[term].window(scale) }
    var shown = InlineArray<8, EightRowReduction.Row>(repeating: (.zero, 0))
    for row in 0..<terms {
      var (entries, residue) = (SIMD8<Double>.zero, Int128(0))
      for term in 0..<terms {
        let entry = rows[8 * row + term]
        residue &+= entry &* windows[term]
        entries[term] = entry.nearestDouble
      }
      shown[row] = (weights * entries, residue.nearestDouble)
    }
    var reduction = EightRowReduction(shown, count: terms)
    guard let changes = reduction.run(delta) else { return nil }
    smallestSquare = (0..<terms).reduce(Double.infinity) { min($0, reduction.squares[$1]) }
    if changes > 0 { combine(reduction.combination) }
    return changes
  }

  private mutating func combine(_ factors: InlineArray<8, SIMD8<Double>>) {
    let old = rows
    for row in 0..<terms {
      var sums = InlineArray<8, Int128>(repeating: 0)
      for other in 0..<terms {
        let factor = Int64(factors[row][other])
        guard factor != 0 else { continue }
        for term in 0..<terms { sums[term] &+= Int128(factor) &* old[8 * other + term] }
      }
      for term in 0..<terms { rows[8 * row + term] = sums[term] }
    }
  }
}
