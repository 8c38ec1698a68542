/// Two numbers P and Q of `limbs` 64-bit words in two's complement with a common power-of-two scale, advanced by
/// (P, Q) ← (aP + bQ, P): a tail P/Q of a continued fraction moves one step towards the value.
///
/// Numbers are shifted down by 32 bits whenever the larger one fills its head room, so that the larger of the two
/// keeps at least 64(limbs − 1) + 2 significant bits, and each shift costs less than one unit of the last place of
/// either.
public struct FixedPointPair<let limbs: Int>: Sendable {
  @usableFromInline var pWords: InlineArray<limbs, UInt64>
  @usableFromInline var qWords: InlineArray<limbs, UInt64>
  /// Number of shifts by 32 bits so far.
  public private(set) var shifts = 0

  /// Room for one step: |a| + |b| must stay below this.
  public static var largestStep: Int { 1 << 27 }

  /// P/Q = numerator/denominator, scaled so that words count in full.
  /// - Precondition: moduli below 2⁴⁰, not both zero; `limbs` ≥ 2.
  @inlinable
  public init(numerator: Int, denominator: Int) {
    pWords = InlineArray(repeating: 0)
    qWords = InlineArray(repeating: 0)
    pWords[limbs - 2] = UInt64(bitPattern: Int64(numerator)) << 56
    pWords[limbs - 1] = UInt64(bitPattern: Int64(numerator) >> 8)
    qWords[limbs - 2] = UInt64(bitPattern: Int64(denominator)) << 56
    qWords[limbs - 1] = UInt64(bitPattern: Int64(denominator) >> 8)
  }

  /// P and Q themselves.
  /// - Precondition: both fit 64·limbs − 30 bits.
  public init(p: Integer, q: Integer) {
    pWords = InlineArray(repeating: 0)
    qWords = InlineArray(repeating: 0)
    for index in 0..<limbs {
      pWords[index] = p.word(at: index)
      qWords[index] = q.word(at: index)
    }
  }

  /// One step towards the value.
  /// - Precondition: |a| + |b| ≤ `largestStep`.
  @inlinable
  public mutating func step(a: Int, b: Int) {
    let (first, second) = (UInt64(bitPattern: Int64(a)), UInt64(bitPattern: Int64(b)))
    var sum = InlineArray<limbs, UInt64>(repeating: 0)
    var (carryA, carryB, carry): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for index in 0..<limbs {
      let x = pWords[index].multipliedFullWidth(by: first)
      let (low, over) = x.low.addingReportingOverflow(carryA)
      carryA = x.high &+ (over ? 1 : 0)
      let y = qWords[index].multipliedFullWidth(by: second)
      let (other, more) = y.low.addingReportingOverflow(carryB)
      carryB = y.high &+ (more ? 1 : 0)
      let (both, overflow) = low.addingReportingOverflow(other)
      let (total, last) = both.addingReportingOverflow(carry)
      carry = (overflow ? 1 : 0) &+ (last ? 1 : 0)
      sum[index] = total
    }
    // A negative factor was read as k + 2⁶⁴: take the number shifted by one word away again.
    if a < 0 { Self.subtractShifted(pWords, from: &sum) }
    if b < 0 { Self.subtractShifted(qWords, from: &sum) }
    qWords = pWords
    pWords = sum
    let (top, next) = (Int64(bitPattern: pWords[limbs - 1]), Int64(bitPattern: qWords[limbs - 1]))
    if (top.magnitude | next.magnitude) >> 34 != 0 { shiftDown() }
  }

  @inlinable
  static func subtractShifted(
    _ words: InlineArray<limbs, UInt64>, from sum: inout InlineArray<limbs, UInt64>
  ) {
    var borrow: UInt64 = 0
    for index in 1..<limbs {
      let (difference, under) = sum[index].subtractingReportingOverflow(words[index - 1])
      let (result, more) = difference.subtractingReportingOverflow(borrow)
      sum[index] = result
      borrow = (under ? 1 : 0) &+ (more ? 1 : 0)
    }
  }

  @usableFromInline
  mutating func shiftDown() {
    for index in 0..<(limbs - 1) {
      pWords[index] = pWords[index] >> 32 | pWords[index + 1] << 32
      qWords[index] = qWords[index] >> 32 | qWords[index + 1] << 32
    }
    pWords[limbs - 1] = UInt64(bitPattern: Int64(bitPattern: pWords[limbs - 1]) >> 32)
    qWords[limbs - 1] = UInt64(bitPattern: Int64(bitPattern: qWords[limbs - 1]) >> 32)
    shifts += 1
  }

  /// P and Q in units of 2^(64(limbs − 1)), to double precision where they are not small.
  @inlinable
  public var approximations: (p: Double, q: Double) {
    (
      Double(Int64(bitPattern: pWords[limbs - 1])) + Double(pWords[limbs - 2]) * 0x1p-64,
      Double(Int64(bitPattern: qWords[limbs - 1])) + Double(qWords[limbs - 2]) * 0x1p-64
    )
  }

  /// P as an integer, without the common scale.
  public var p: Integer { Integer(twosComplement: (0..<limbs).map { pWords[$0] }) }
  /// Q as an integer, without the common scale.
  public var q: Integer { Integer(twosComplement: (0..<limbs).map { qWords[$0] }) }

  /// −1, 0 or 1.
  public var signOfQ: Int {
    if Int64(bitPattern: qWords[limbs - 1]) < 0 { return -1 }
    for index in 0..<limbs where qWords[index] != 0 { return 1 }
    return 0
  }
}
