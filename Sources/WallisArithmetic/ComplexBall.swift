internal import CArithmetic

/// A complex number known to lie in a rectangle (Arb's `acb`), as an immutable value.
///
/// As `Ball`: an undefined operation gives a number without information, never a trap. Functions take their
/// principal branches; on a cut they are continuous as in Arb's manual.
public struct ComplexBall: @unchecked Sendable {
  typealias Pointer = UnsafeMutablePointer<acb_struct>

  private let storage: ComplexStorage
  /// Working precision in bits.
  public let bits: Int

  /// Result of a C function that writes into an initialised `acb` at `bits` of precision.
  init(bits: Int, _ body: (Pointer, Int) -> Void) {
    storage = ComplexStorage()
    self.bits = bits
    body(&storage.raw, bits)
  }

  /// Calls `body` with a pointer to the value, valid during the call only; the value must not change.
  func withPointer<R>(_ body: (Pointer) -> R) -> R {
    withExtendedLifetime(storage) {
      var header = storage.raw
      return body(&header)
    }
  }

  /// A number by its parts.
  public init(_ real: Ball, _ imaginary: Ball) {
    self.init(bits: max(real.bits, imaginary.bits)) { r, _ in
      real.withPointer { arb_set(ca_acb_real(r), $0) }
      imaginary.withPointer { arb_set(ca_acb_imag(r), $0) }
    }
  }

  /// A real number.
  public init(_ real: Ball) { self.init(real, Ball(0, bits: real.bits)) }

  /// Real part.
  public var real: Ball { withPointer { x in Ball(bits: bits) { r, _ in arb_set(r, ca_acb_real(x)) } } }
  /// Imaginary part.
  public var imaginary: Ball { withPointer { x in Ball(bits: bits) { r, _ in arb_set(r, ca_acb_imag(x)) } } }
  /// True unless nothing is known about the number.
  public var isFinite: Bool { withPointer { acb_is_finite($0) != 0 } }
  /// True when zero lies in the rectangle.
  public var containsZero: Bool { withPointer { acb_contains_zero($0) != 0 } }

  func unary(_ operation: (Pointer, Pointer, Int) -> Void) -> ComplexBall {
    withPointer { x in ComplexBall(bits: bits) { operation($0, x, $1) } }
  }

  func binary(_ other: ComplexBall, _ operation: (Pointer, Pointer, Pointer, Int) -> Void) -> ComplexBall {
    withPointer { x in
      other.withPointer { y in ComplexBall(bits: max(bits, other.bits)) { operation($0, x, y, $1) } }
    }
  }
}

/// Storage of an `acb`, written once while its number is made.
private final class ComplexStorage: @unchecked Sendable {
  var raw = acb_struct()

  init() { acb_init(&raw) }

  deinit { acb_clear(&raw) }
}

extension ComplexBall {
  /// Sum.
  public static func + (x: ComplexBall, y: ComplexBall) -> ComplexBall {
    x.binary(y) { acb_add($0, $1, $2, $3) }
  }
  /// Difference.
  public static func - (x: ComplexBall, y: ComplexBall) -> ComplexBall {
    x.binary(y) { acb_sub($0, $1, $2, $3) }
  }
  /// Product.
  public static func * (x: ComplexBall, y: ComplexBall) -> ComplexBall {
    x.binary(y) { acb_mul($0, $1, $2, $3) }
  }
  /// Quotient; without information when the divisor may be zero.
  public static func / (x: ComplexBall, y: ComplexBall) -> ComplexBall {
    x.binary(y) { acb_div($0, $1, $2, $3) }
  }
  /// Opposite.
  public static prefix func - (x: ComplexBall) -> ComplexBall { x.unary { r, p, _ in acb_neg(r, p) } }
  /// 1 / value.
  public var inverse: ComplexBall { unary { acb_inv($0, $1, $2) } }
  /// The value raised to an integer power of any size.
  public func power(_ exponent: Integer) -> ComplexBall {
    exponent.withPointer { k in unary { acb_pow_fmpz($0, $1, k, $2) } }
  }
  /// The value raised to a power, by the principal logarithm.
  public func power(_ exponent: ComplexBall) -> ComplexBall {
    binary(exponent) { acb_pow($0, $1, $2, $3) }
  }
}
