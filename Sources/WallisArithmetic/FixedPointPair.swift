/// Two numbers P and Q of 192 bits in two's complement with a common power-of-two scale, advanced by
/// (P, Q) ← (aP + bQ, P): a tail P/Q of a continued fraction moves one step towards the value.
///
/// Numbers are shifted down by 32 bits whenever the larger one fills its head room, so that the larger of the two
/// keeps at least 130 significant bits, and each shift costs less than one unit of the last place of either.
public struct FixedPointPair: Sendable {
  private var p0: UInt64
  private var p1: UInt64
  private var p2: Int64
  private var q0: UInt64
  private var q1: UInt64
  private var q2: Int64
  /// Number of shifts by 32 bits so far.
  public private(set) var shifts = 0

  /// Room for one step: |a| + |b| must stay below this.
  public static let largestStep = 1 << 27

  /// P/Q = numerator/denominator.
  /// - Precondition: moduli below 2⁴⁰, not both zero.
  @inline(__always)
  public init(numerator: Int, denominator: Int) {
    // Scaled by 2¹²⁰.
    (p0, q0) = (0, 0)
    p1 = UInt64(bitPattern: Int64(numerator)) << 56
    p2 = Int64(numerator) >> 8
    q1 = UInt64(bitPattern: Int64(denominator)) << 56
    q2 = Int64(denominator) >> 8
  }

  /// One step towards the value.
  /// - Precondition: |a| + |b| ≤ `largestStep`.
  @inline(__always)
  public mutating func step(a: Int, b: Int) {
    var (r0, r1, r2) = FixedPointPair.product(p0, p1, p2, a)
    let (s0, s1, s2) = FixedPointPair.product(q0, q1, q2, b)
    var carry: Bool
    (r0, carry) = r0.addingReportingOverflow(s0)
    let low = carry ? UInt64(1) : 0
    let (middle, over) = r1.addingReportingOverflow(s1)
    let (sum, more) = middle.addingReportingOverflow(low)
    r1 = sum
    r2 = r2 &+ s2 &+ (over ? 1 : 0) &+ (more ? 1 : 0)
    (q0, q1, q2) = (p0, p1, p2)
    (p0, p1, p2) = (r0, r1, r2)
    if (p2.magnitude | q2.magnitude) >> 34 != 0 { shiftDown() }
  }

  /// (x2 x1 x0)·k modulo 2¹⁹².
  @inline(__always)
  private static func product(_ x0: UInt64, _ x1: UInt64, _ x2: Int64, _ k: Int) -> (UInt64, UInt64, Int64) {
    let factor = UInt64(bitPattern: Int64(k))
    let (h0, l0) = x0.multipliedFullWidth(by: factor)
    let (h1, l1) = x1.multipliedFullWidth(by: factor)
    let (middle, carry) = h0.addingReportingOverflow(l1)
    var high = Int64(bitPattern: h1) &+ x2 &* Int64(k) &+ (carry ? 1 : 0)
    // A negative factor was read as k + 2⁶⁴: take x·2⁶⁴ away again.
    guard k < 0 else { return (l0, middle, high) }
    let (reduced, borrow) = middle.subtractingReportingOverflow(x0)
    high = high &- Int64(bitPattern: x1) &- (borrow ? 1 : 0)
    return (l0, reduced, high)
  }

  private mutating func shiftDown() {
    p0 = p0 >> 32 | p1 << 32
    p1 = p1 >> 32 | UInt64(bitPattern: p2) << 32
    p2 >>= 32
    q0 = q0 >> 32 | q1 << 32
    q1 = q1 >> 32 | UInt64(bitPattern: q2) << 32
    q2 >>= 32
    shifts += 1
  }

  /// P as an integer, without the common scale.
  public var p: Integer { Integer(words: p0, p1, p2) }
  /// Q as an integer, without the common scale.
  public var q: Integer { Integer(words: q0, q1, q2) }

  /// −1, 0 or 1.
  public var signOfQ: Int { q2 < 0 ? -1 : (q0 | q1 | UInt64(q2)) == 0 ? 0 : 1 }
}
