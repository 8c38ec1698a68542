internal import CArithmetic

extension Integer {
  private static func binary(
    _ x: Integer, _ y: Integer,
    _ operation: (UnsafeMutablePointer<fmpz>, UnsafePointer<fmpz>, UnsafePointer<fmpz>) -> Void
  ) -> Integer {
    x.withPointer { xp in y.withPointer { yp in result { operation($0, xp, yp) } } }
  }

  /// Sum.
  public static func + (x: Integer, y: Integer) -> Integer { binary(x, y) { fmpz_add($0, $1, $2) } }
  /// Difference.
  public static func - (x: Integer, y: Integer) -> Integer { binary(x, y) { fmpz_sub($0, $1, $2) } }
  /// Product.
  public static func * (x: Integer, y: Integer) -> Integer { binary(x, y) { fmpz_mul($0, $1, $2) } }
  /// Opposite.
  public static prefix func - (x: Integer) -> Integer { x.withPointer { p in result { fmpz_neg($0, p) } } }
  /// In-place sum.
  public static func += (x: inout Integer, y: Integer) { x = x + y }
  /// In-place difference.
  public static func -= (x: inout Integer, y: Integer) { x = x - y }
  /// In-place product.
  public static func *= (x: inout Integer, y: Integer) { x = x * y }

  /// |value|.
  public var magnitude: Integer { withPointer { p in Integer.result { fmpz_abs($0, p) } } }

  /// This integer raised to a power.
  /// - Precondition: `exponent` ≥ 0.
  public func power(_ exponent: Int) -> Integer {
    precondition(exponent >= 0, "an integer power needs a non-negative exponent")
    return withPointer { p in Integer.result { fmpz_pow_ui($0, p, UInt(exponent)) } }
  }

  /// Quotient rounded towards −∞.
  /// - Precondition: `divisor` ≠ 0.
  public func floorDivided(by divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    return Integer.binary(self, divisor) { fmpz_fdiv_q($0, $1, $2) }
  }

  /// Remainder in [0, |divisor|).
  /// - Precondition: `divisor` ≠ 0.
  public func modulo(_ divisor: Integer) -> Integer {
    precondition(!divisor.isZero, "division by zero")
    return Integer.binary(self, divisor.magnitude) { fmpz_mod($0, $1, $2) }
  }

  /// Quotient of an exact division.
  /// - Precondition: `divisor` ≠ 0 divides the value.
  public func dividedExactly(by divisor: Integer) -> Integer {
    precondition(divisor.divides(self) && !divisor.isZero, "the divisor does not divide the value")
    return Integer.binary(self, divisor) { fmpz_divexact($0, $1, $2) }
  }

  /// True when `other` is a multiple of this integer (0 divides only 0).
  public func divides(_ other: Integer) -> Bool {
    withPointer { p in other.withPointer { fmpz_divisible($0, p) != 0 } }
  }

  /// Greatest common divisor, non-negative.
  public func gcd(_ other: Integer) -> Integer { Integer.binary(self, other) { fmpz_gcd($0, $1, $2) } }

  /// The integer square root when the value is a perfect square, else nil.
  public var squareRoot: Integer? {
    withPointer { p in
      guard fmpz_is_square(p) != 0 else { return nil }
      return Integer.result { fmpz_sqrt($0, p) }
    }
  }

  /// value · 2^bits, or value rounded towards −∞ after division by 2^(−bits).
  public func shifted(left bits: Int) -> Integer {
    withPointer { p in
      Integer.result { bits >= 0 ? fmpz_mul_2exp($0, p, UInt(bits)) : fmpz_fdiv_q_2exp($0, p, UInt(-bits)) }
    }
  }
}

extension FixedWidthInteger {
  /// ⌊self/divisor⌋.
  /// - Precondition: the divisor is positive.
  @inlinable public func floorDivided(by divisor: Self) -> Self {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}

extension Int {
  /// Greatest common divisor, non-negative.
  /// - Precondition: not both are 0 or the least word.
  public func gcd(_ other: Int) -> Int { Int(n_gcd(magnitude, other.magnitude)) }

  /// How many of 1, …, self are prime to it, Euler's φ.
  /// - Precondition: it is positive.
  public var eulerPhi: Int { Int(n_euler_phi(magnitude)) }
}
