internal import CArithmetic

extension Ball {
  private typealias Pointer = UnsafeMutablePointer<arb_struct>

  private static func binary(
    _ x: Ball, _ y: Ball, _ operation: (Pointer, Pointer, Pointer, Int) -> Void
  ) -> Ball {
    x.withPointer { xp in
      y.withPointer { yp in Ball(bits: max(x.bits, y.bits)) { operation($0, xp, yp, $1) } }
    }
  }

  private func unary(_ operation: (Pointer, Pointer, Int) -> Void) -> Ball {
    withPointer { x in Ball(bits: bits) { operation($0, x, $1) } }
  }

  /// Sum.
  public static func + (x: Ball, y: Ball) -> Ball { binary(x, y) { arb_add($0, $1, $2, $3) } }
  /// Difference.
  public static func - (x: Ball, y: Ball) -> Ball { binary(x, y) { arb_sub($0, $1, $2, $3) } }
  /// Product.
  public static func * (x: Ball, y: Ball) -> Ball { binary(x, y) { arb_mul($0, $1, $2, $3) } }
  /// Quotient; without information when the divisor may be zero.
  public static func / (x: Ball, y: Ball) -> Ball { binary(x, y) { arb_div($0, $1, $2, $3) } }
  /// Opposite.
  public static prefix func - (x: Ball) -> Ball { x.unary { r, p, _ in arb_neg(r, p) } }

  /// Sum with a word.
  public static func + (x: Ball, y: Int) -> Ball { x.unary { arb_add_si($0, $1, y, $2) } }
  /// Difference with a word.
  public static func - (x: Ball, y: Int) -> Ball { x.unary { arb_sub_si($0, $1, y, $2) } }
  /// Product with a word.
  public static func * (x: Ball, y: Int) -> Ball { x.unary { arb_mul_si($0, $1, y, $2) } }
  /// Quotient by a word.
  public static func / (x: Ball, y: Int) -> Ball { x.unary { arb_div_si($0, $1, y, $2) } }
  /// Product with an integer.
  public static func * (x: Ball, y: Integer) -> Ball {
    y.withPointer { yp in x.unary { arb_mul_fmpz($0, $1, yp, $2) } }
  }
  /// Sum with an integer.
  public static func + (x: Ball, y: Integer) -> Ball {
    y.withPointer { yp in x.unary { arb_add_fmpz($0, $1, yp, $2) } }
  }

  /// |value|.
  public var magnitude: Ball { unary { r, p, _ in arb_abs(r, p) } }
  /// 1 / value.
  public var inverse: Ball { unary { arb_inv($0, $1, $2) } }
  /// The smallest ball that contains both.
  public func union(_ other: Ball) -> Ball { Ball.binary(self, other) { arb_union($0, $1, $2, $3) } }
  /// value · 2^exponent, exactly.
  public func scaled(byPowerOfTwo exponent: Int) -> Ball {
    unary { r, p, _ in arb_mul_2exp_si(r, p, exponent) }
  }

  /// The points common to both balls, enclosed; nil when there are none.
  public func intersection(_ other: Ball) -> Ball? {
    guard overlaps(other) else { return nil }
    return Ball.binary(self, other) { _ = arb_intersection($0, $1, $2, $3) }
  }

  /// The ball widened by the largest modulus of another.
  public func widened(by error: Ball) -> Ball {
    withPointer { x in
      error.withPointer { e in
        Ball(bits: bits) { r, _ in
          arb_set(r, x)
          arb_add_error(r, e)
        }
      }
    }
  }
}
