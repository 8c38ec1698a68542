internal import CArithmetic

/// A real number known to lie within a radius of a midpoint (Arb's `arb`), as an immutable value.
///
/// Every operation encloses the exact result for all points of its operands. A ball remembers the precision it
/// was made at; an operation works at the larger precision of its operands. An undefined operation gives a ball
/// without information (`isFinite` is false), never a trap.
public struct Ball: @unchecked Sendable {
  private let storage: BallStorage
  /// Working precision in bits.
  public let bits: Int

  /// Result of a C function that writes into an initialised `arb` at `bits` of precision.
  init(bits: Int, _ body: (UnsafeMutablePointer<arb_struct>, Int) -> Void) {
    storage = BallStorage()
    self.bits = bits
    body(&storage.raw, bits)
  }

  /// Calls `body` with a pointer to the value, valid during the call only; the value must not change.
  func withPointer<R>(_ body: (UnsafeMutablePointer<arb_struct>) -> R) -> R {
    withExtendedLifetime(storage) {
      var header = storage.header
      return body(&header)
    }
  }

  /// The exact integer, rounded to `bits`.
  public init(_ value: Integer, bits: Int) {
    self.init(bits: bits) { r, p in value.withPointer { arb_set_round_fmpz(r, $0, p) } }
  }

  /// The exact word, rounded to `bits`.
  public init(_ value: Int, bits: Int) { self.init(Integer(value), bits: bits) }

  /// An enclosure of a fraction at `bits`.
  public init(_ value: Rational, bits: Int) {
    self = Ball(value.numerator, bits: bits) / Ball(value.denominator, bits: bits)
  }

  /// The interval [lower, upper] of two exact fractions, enclosed at `bits`.
  public init(from lower: Rational, to upper: Rational, bits: Int) {
    let (low, high) = (Ball(lower, bits: bits), Ball(upper, bits: bits))
    self = low.union(high)
  }

  /// The ball with the same content whose operations work at another precision.
  public func rounded(toBits bits: Int) -> Ball {
    withPointer { x in Ball(bits: bits) { arb_set_round($0, x, $1) } }
  }
}

/// Storage of an `arb`, written once while its ball is made: before anyone else holds it, so that no access can meet
/// another and none needs to be checked.
private final class BallStorage: @unchecked Sendable {
  @exclusivity(unchecked) var raw = arb_struct()

  init() { arb_init(&raw) }

  deinit { arb_clear(&raw) }

  /// Header of the number for read-only calls.
  var header: arb_struct { raw }
}

extension Ball {
  /// True unless nothing is known about the number.
  public var isFinite: Bool { withPointer { arb_is_finite($0) != 0 } }
  /// True when zero lies in the ball.
  public var containsZero: Bool { withPointer { arb_contains_zero($0) != 0 } }
  /// True when every point is positive.
  public var isPositive: Bool { withPointer { arb_is_positive($0) != 0 } }
  /// True when every point is negative.
  public var isNegative: Bool { withPointer { arb_is_negative($0) != 0 } }
  /// True when the radius is zero.
  public var isExact: Bool { withPointer { arb_is_exact($0) != 0 } }

  /// Midpoint as a double, ±∞ beyond its range.
  public var approximation: Double { withPointer { arf_get_d(ca_arb_mid($0), ARF_RND_NEAR) } }

  /// True when the two balls have a point in common.
  public func overlaps(_ other: Ball) -> Bool {
    withPointer { x in other.withPointer { arb_overlaps(x, $0) != 0 } }
  }

  /// True when the exact fraction lies in the ball.
  public func contains(_ value: Rational) -> Bool {
    (self * Ball(value.denominator, bits: bits + 64) - Ball(value.numerator, bits: bits + 64)).containsZero
  }

  /// True when it is an integer, exactly; of any size.
  public var isInteger: Bool { withPointer { arb_is_int($0) != 0 } }

  /// Bits of the largest integer that is written out; a larger one would only be memory.
  private static let mostIntegerBits = 1 << 28

  /// The one integer in the ball; nil when there is none or more than one, and beyond 2²⁸ bits.
  public var uniqueInteger: Integer? {
    guard magnitudeExponent.map({ $0 <= Ball.mostIntegerBits }) ?? true else { return nil }
    return withPointer { x in
      var z: fmpz = 0
      guard arb_get_unique_fmpz(&z, x) != 0 else {
        fmpz_clear(&z)
        return nil
      }
      return Integer(owning: z)
    }
  }

  /// Integer nearest to the midpoint, ties downwards.
  ///
  /// The ball need not determine it: callers that claim digits use `decimal(digits:)`.
  public var nearestInteger: Integer {
    withPointer { x in Integer.result { arf_get_fmpz($0, ca_arb_mid(x), ARF_RND_NEAR) } }
  }

  /// log2 of the radius, rounded up; nil for radius 0. Exponents beyond 2⁶⁰ count as 2⁶⁰.
  public var radiusExponent: Int? {
    withPointer { x in
      guard mag_is_zero(ca_arb_rad(x)) == 0 else { return nil }
      return mag_is_inf(ca_arb_rad(x)) != 0 ? Int.max : Ball.exponent(ca_arb_rad(x))
    }
  }

  /// log2 of the largest modulus in the ball, within 1; nil for the exact zero and for balls that reach infinity.
  /// Exponents beyond 2⁶⁰ count as 2⁶⁰.
  public var magnitudeExponent: Int? {
    withPointer { x in
      var bound = mag_struct()
      mag_init(&bound)
      defer { mag_clear(&bound) }
      arb_get_mag(&bound, x)
      guard mag_is_zero(&bound) == 0, mag_is_inf(&bound) == 0 else { return nil }
      return Ball.exponent(&bound)
    }
  }

  private static func exponent(_ bound: mag_srcptr) -> Int {
    let furthest = 0x1p60
    return Int(max(-furthest, min(furthest, mag_get_d_log2_approx(bound).rounded(.up))))
  }

  /// The exponent e of the largest modulus in the ball, which lies in [2^(e−1), 2^e], of any size; nil for the exact
  /// zero and for balls that reach infinity.
  public var binaryExponent: Integer? {
    withPointer { x in
      var bound = mag_struct()
      mag_init(&bound)
      defer { mag_clear(&bound) }
      arb_get_mag(&bound, x)
      guard mag_is_zero(&bound) == 0, mag_is_inf(&bound) == 0 else { return nil }
      return Integer.result { fmpz_set($0, ca_mag_exponent(&bound)) }
    }
  }

  /// Correct decimal digits relative to max(1, |value|); `Int.max` when the ball is exact.
  public var accurateDigits: Int {
    guard isFinite else { return 0 }
    guard let radius = radiusExponent else { return Int.max }
    let scale = max(0, magnitudeExponent ?? 0)
    return max(0, Digits.roundedDown(bits: scale - radius))
  }
}
