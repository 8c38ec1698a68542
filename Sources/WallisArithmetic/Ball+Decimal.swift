internal import CArithmetic

extension Ball {
  /// The value rounded to nearest at `digits` significant decimal digits; nil unless the ball forces every one.
  ///
  /// Exact values on a rounding boundary go upwards. Zero has no significant digits: only the exact zero is shown.
  /// - Precondition: `digits` ≥ 1.
  public func decimal(digits: Int) -> DecimalNumber? {
    precondition(digits >= 1, "a decimal needs at least one digit")
    guard isFinite else { return nil }
    if isExact, containsZero { return DecimalNumber(significand: 0, exponent: 0) }
    guard !containsZero, let size = magnitudeExponent else { return nil }
    let guess = Digits.roundedDown(bits: size)
    let smallest = Integer.powerOfTen(digits - 1)
    let next = smallest * 10
    for leading in [guess, guess - 1, guess + 1] {
      guard let significand = scaledInteger(byPowerOfTen: digits - 1 - leading) else { continue }
      let size = significand.magnitude
      if size == next {
        return DecimalNumber(significand: significand.dividedExactly(by: 10), exponent: leading - digits + 2)
      }
      if size >= smallest, size < next {
        return DecimalNumber(significand: significand, exponent: leading - digits + 1)
      }
    }
    return nil
  }

  /// Powers of ten up to this one are taken exactly; a larger one would not be worth its memory.
  private static let largestExactPower = 20_000

  /// The one integer nearest to value · 10^power for every point of the ball, else nil.
  public func scaledInteger(byPowerOfTen power: Int) -> Integer? {
    // Bits of the integer that comes out, which decide the precision: not those of the power of ten.
    let size = max(0, (magnitudeExponent ?? 0) + Digits.roundedUp(digits: power))
    let working = rounded(toBits: bits + 64 + size)
    let scale = Ball.powerOfTen(abs(power), bits: working.bits + 64)
    let shifted = power >= 0 ? working * scale : working / scale
    let half = Ball(1, bits: shifted.bits).scaled(byPowerOfTwo: -1)
    return (shifted + half).floor.uniqueInteger
  }

  private static func powerOfTen(_ power: Int, bits: Int) -> Ball {
    guard power > largestExactPower else { return Ball(Integer.powerOfTen(power), bits: bits) }
    return Ball(10, bits: bits + 64).power(power)
  }

  /// As many correct digits as the ball forces, at most `limit`; nil when not even one is forced.
  public func decimal(atMost limit: Int) -> (value: DecimalNumber, digits: Int)? {
    if let value = decimal(digits: limit) { return (value, limit) }
    let accuracy = relativeDigits
    for digits in stride(from: min(limit, accuracy + 1), to: 0, by: -1) {
      if let value = decimal(digits: digits) { return (value, digits) }
    }
    return nil
  }

  /// Decimal digits of the value relative to itself, rounded down; 0 when zero is not excluded.
  public var relativeDigits: Int {
    guard isFinite, !containsZero, let size = magnitudeExponent else { return 0 }
    guard let radius = radiusExponent else { return Int.max / 2 }
    return max(0, Digits.roundedDown(bits: size - radius))
  }
}

/// A decimal number: significand · 10^exponent.
public struct DecimalNumber: Sendable, Hashable, CustomStringConvertible {
  /// All digits, with the sign.
  public let significand: Integer
  /// Power of ten of the last digit.
  public let exponent: Int

  /// The number significand · 10^exponent.
  public init(significand: Integer, exponent: Int) {
    (self.significand, self.exponent) = (significand, exponent)
  }

  /// Positional notation where that needs at most 8 zeros of padding, else `d.ddde±k`.
  public var description: String {
    let digits = "\(significand.magnitude)"
    let sign = significand.signum < 0 ? "-" : ""
    let pointAfter = digits.count + exponent
    if exponent >= 0, exponent <= 8 { return sign + digits + String(repeating: "0", count: exponent) }
    if pointAfter > 0, exponent < 0 {
      return sign + digits.prefix(pointAfter) + "." + digits.dropFirst(pointAfter)
    }
    if pointAfter <= 0, pointAfter > -8 {
      return sign + "0." + String(repeating: "0", count: -pointAfter) + digits
    }
    let tail = digits.dropFirst()
    return sign + digits.prefix(1) + (tail.isEmpty ? "" : "." + tail) + "e\(pointAfter - 1)"
  }
}
