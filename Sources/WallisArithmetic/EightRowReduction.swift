/// The reduction of up to eight rows of nine doubles, as `FourRowReduction` has it for four.
///
/// What is kept: the Gram–Schmidt coefficient μ(i, j) of row i and an earlier one, the squared lengths of the
/// Gram–Schmidt vectors, and the integers by which the rows that it began with are combined.
struct EightRowReduction {
  /// A row with the entry that stands for its residue.
  typealias Row = (row: SIMD8<Double>, residue: Double)

  private let count: Int
  /// μ(i, j) at 8i + j.
  private var coefficients = InlineArray<64, Double>(repeating: 0)
  /// Squared lengths of the Gram–Schmidt vectors.
  private(set) var squares = InlineArray<8, Double>(repeating: 0)
  /// The integers by which the rows are combined, row by row.
  private(set) var combination = InlineArray<8, SIMD8<Double>>(repeating: .zero)
  private var changes = 0

  /// Changes after which something is wrong: a step of 30 bits needs some hundred.
  private static let mostChanges = 20_000
  /// Integers up to here, and sums of a few of them, are exact.
  private static let largest = 0x1p50
  /// Added and taken away again, it leaves the nearest integer of a double below 2⁵¹.
  private static let rounding = 0x1.8p52
  /// Beyond ½ by more than rounding, so that a reduced basis stays as it is.
  private static let half = 0.5 + 1e-6

  /// The first `count` rows. Each projection is taken from what the last one left: the error grows with the angles and not
  /// with their squares.
  init(_ rows: consuming InlineArray<8, Row>, count: Int) {
    self.count = count
    for i in 0..<count {
      var x = rows[i]
      for j in 0..<i {
        let y = rows[j]
        let factor = ((x.row * y.row).sum() + x.residue * y.residue) / squares[j]
        x = (x.row - factor * y.row, x.residue - factor * y.residue)
        coefficients[8 * i + j] = factor
      }
      squares[i] = (x.row * x.row).sum() + x.residue * x.residue
      rows[i] = x
      combination[i][i] = 1
    }
  }

  /// Exchanges and combines rows until |μ| ≤ ½ and each Gram–Schmidt vector is at least √(δ − μ²) times as long as the
  /// one before.
  ///
  /// - Returns: the number of changes; nil where numbers leave what doubles hold.
  mutating func run(_ delta: Double) -> Int? {
    guard isSound else { return nil }
    var k = 1
    while k < count {
      reduce(k, by: k - 1)
      let m = coefficients[8 * k + k - 1]
      if squares[k] < (delta - m * m) * squares[k - 1] {
        exchange(k)
        k = max(1, k - 1)
      } else {
        for earlier in (0..<(k - 1)).reversed() { reduce(k, by: earlier) }
        k += 1
      }
      guard changes < EightRowReduction.mostChanges else { return nil }
    }
    let isExact = (0..<count).allSatisfy {
      let size = (combination[$0] * combination[$0]).sum()
      return size < EightRowReduction.largest * EightRowReduction.largest
    }
    return isExact && isSound ? changes : nil
  }

  private var isSound: Bool { (0..<count).allSatisfy { squares[$0] > 0 && squares[$0] < .infinity } }

  /// Takes the multiple of an earlier row away that leaves |μ| ≤ ½.
  @inline(__always)
  private mutating func reduce(_ k: Int, by earlier: Int) {
    let m = coefficients[8 * k + earlier]
    guard m.magnitude > EightRowReduction.half else { return }
    let q = (m + EightRowReduction.rounding) - EightRowReduction.rounding
    combination[k] -= q * combination[earlier]
    for j in 0..<earlier { coefficients[8 * k + j] -= q * coefficients[8 * earlier + j] }
    coefficients[8 * k + earlier] = m - q
    changes += 1
  }

  /// Exchanges row k and the one before.
  @inline(__always)
  private mutating func exchange(_ k: Int) {
    let m = coefficients[8 * k + k - 1]
    let sum = squares[k] + m * m * squares[k - 1]
    let ratio = squares[k - 1] / sum
    let new = m * ratio
    (squares[k - 1], squares[k]) = (sum, squares[k] * ratio)
    coefficients[8 * k + k - 1] = new
    combination.swapAt(k - 1, k)
    for j in 0..<(k - 1) { coefficients.swapAt(8 * (k - 1) + j, 8 * k + j) }
    for i in (k + 1)..<max(count, k + 1) {
      let t = coefficients[8 * i + k]
      coefficients[8 * i + k] = coefficients[8 * i + k - 1] - m * t
      coefficients[8 * i + k - 1] = t + new * coefficients[8 * i + k]
    }
    changes += 1
  }
}
