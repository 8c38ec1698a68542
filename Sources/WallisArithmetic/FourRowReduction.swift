/// The reduction of four rows of five doubles, written out so that all of it stays in registers.
///
/// What is kept: the Gram–Schmidt coefficients μ(i, j) of row i and an earlier one, the squared lengths of the
/// Gram–Schmidt vectors, and the integers by which the rows that it began with are combined.
struct FourRowReduction {
  private var (m10, m20, m21, m30, m31, m32): (Double, Double, Double, Double, Double, Double)
  private var (s0, s1, s2, s3): (Double, Double, Double, Double)
  private var r0 = SIMD4<Double>(1, 0, 0, 0)
  private var r1 = SIMD4<Double>(0, 1, 0, 0)
  private var r2 = SIMD4<Double>(0, 0, 1, 0)
  private var r3 = SIMD4<Double>(0, 0, 0, 1)
  private var changes = 0

  /// A row with the entry that stands for its residue.
  typealias Row = (row: SIMD4<Double>, residue: Double)

  /// Changes after which something is wrong: a step of 37 bits needs about a hundred.
  private static let mostChanges = 4000
  /// Integers up to here, and sums of a few of them, are exact.
  private static let largest = 0x1p50
  /// Added and taken away again, it leaves the nearest integer of a double below 2⁵¹.
  private static let rounding = 0x1.8p52
  /// Beyond ½ by more than rounding, so that a reduced basis stays as it is.
  private static let half = 0.5 + 1e-6

  /// Each projection is taken from what the last one left: the error grows with the angles and not with their squares.
  init(_ a: Row, _ b: Row, _ c: Row, _ d: Row) {
    func length(_ x: Row) -> Double { (x.row * x.row).sum() + x.residue * x.residue }
    func project(_ x: inout Row, _ y: Row, _ square: Double) -> Double {
      let factor = ((x.row * y.row).sum() + x.residue * y.residue) / square
      x = (x.row - factor * y.row, x.residue - factor * y.residue)
      return factor
    }
    var (b, c, d) = (b, c, d)
    s0 = length(a)
    m10 = project(&b, a, s0)
    s1 = length(b)
    m20 = project(&c, a, s0)
    m21 = project(&c, b, s1)
    s2 = length(c)
    m30 = project(&d, a, s0)
    m31 = project(&d, b, s1)
    m32 = project(&d, c, s2)
    s3 = length(d)
  }

  /// Squared lengths of the Gram–Schmidt vectors.
  var squares: SIMD4<Double> { SIMD4(s0, s1, s2, s3) }

  /// The integers by which the rows are combined.
  var combination: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) { (r0, r1, r2, r3) }

  /// Exchanges and combines rows until |μ| ≤ ½ and each Gram–Schmidt vector is at least √(δ − μ²) times as long as the
  /// one before.
  ///
  /// - Returns: the number of changes; nil where numbers leave what doubles hold.
  mutating func run(_ delta: Double) -> Int? {
    guard min(s0, s1, s2, s3) > 0, max(s0, s1, s2, s3) < .infinity else { return nil }
    var k = 1
    while k < 4 {
      switch k {
      case 1: k = first(delta)
      case 2: k = second(delta)
      default: k = third(delta)
      }
      guard changes < FourRowReduction.mostChanges else { return nil }
    }
    let sizes = r0 * r0 + r1 * r1 + r2 * r2 + r3 * r3
    guard sizes.max() < FourRowReduction.largest * FourRowReduction.largest, min(s0, s1, s2, s3) > 0 else {
      return nil
    }
    return changes
  }

  /// The multiple to take away, so that |μ| ≤ ½ is left; nil where that is so already.
  @inline(__always)
  private static func multiple(_ m: Double) -> Double? {
    guard m.magnitude > half else { return nil }
    return (m + rounding) - rounding
  }

  /// New squares and coefficient where two neighbours are exchanged.
  @inline(__always)
  private static func exchange(_ m: inout Double, _ before: inout Double, _ after: inout Double) {
    let sum = after + m * m * before
    let ratio = before / sum
    (m, before, after) = (m * ratio, sum, after * ratio)
  }

  /// New coefficients of a later row with two exchanged ones: `m` is what they had between them, `new` what they have.
  @inline(__always)
  private static func turn(_ x: inout Double, _ y: inout Double, _ m: Double, _ new: Double) {
    let t = y
    y = x - m * t
    x = t + new * y
  }

  /// Rows 0 and 1; the row that comes next.
  @inline(__always)
  private mutating func first(_ delta: Double) -> Int {
    if let q = Self.multiple(m10) {
      r1 -= q * r0
      m10 -= q
      changes += 1
    }
    guard s1 < (delta - m10 * m10) * s0 else { return 2 }
    let m = m10
    Self.exchange(&m10, &s0, &s1)
    (r0, r1) = (r1, r0)
    changes += 1
    Self.turn(&m20, &m21, m, m10)
    Self.turn(&m30, &m31, m, m10)
    return 1
  }

  /// Rows 1 and 2.
  @inline(__always)
  private mutating func second(_ delta: Double) -> Int {
    if let q = Self.multiple(m21) {
      r2 -= q * r1
      (m20, m21) = (m20 - q * m10, m21 - q)
      changes += 1
    }
    guard s2 < (delta - m21 * m21) * s1 else {
      if let q = Self.multiple(m20) {
        r2 -= q * r0
        m20 -= q
        changes += 1
      }
      return 3
    }
    let m = m21
    Self.exchange(&m21, &s1, &s2)
    (r1, r2) = (r2, r1)
    changes += 1
    (m10, m20) = (m20, m10)
    Self.turn(&m31, &m32, m, m21)
    return 1
  }

  /// Rows 2 and 3.
  @inline(__always)
  private mutating func third(_ delta: Double) -> Int {
    if let q = Self.multiple(m32) {
      r3 -= q * r2
      (m30, m31, m32) = (m30 - q * m20, m31 - q * m21, m32 - q)
      changes += 1
    }
    guard s3 < (delta - m32 * m32) * s2 else {
      if let q = Self.multiple(m31) {
        r3 -= q * r1
        (m30, m31) = (m30 - q * m10, m31 - q)
        changes += 1
      }
      if let q = Self.multiple(m30) {
        r3 -= q * r0
        m30 -= q
        changes += 1
      }
      return 4
    }
    Self.exchange(&m32, &s2, &s3)
    (r2, r3) = (r3, r2)
    changes += 1
    (m20, m30) = (m30, m20)
    (m21, m31) = (m31, m21)
    return 2
  }
}
