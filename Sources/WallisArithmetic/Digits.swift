/// Decimal digits and bits against each other, rounded alike everywhere.
public enum Digits {
  /// Digits of one bit, log₁₀ 2.
  public static let perBit = 0.3010299956639812
  /// Bits of one digit, log₂ 10.
  public static let bitsEach = 3.321928094887362
  /// ln 10, by which a natural logarithm is divided to count digits.
  public static let naturalLogOfTen = 2.302585092994046

  /// Whole digits of a number of bits, which may be negative, rounded towards −∞.
  public static func roundedDown(bits: Int) -> Int { Int((Double(bits) * perBit).rounded(.down)) }

  /// Whole digits of a number of bits, which may be negative, rounded towards +∞.
  public static func roundedUp(bits: Int) -> Int { Int((Double(bits) * perBit).rounded(.up)) }

  /// Digits that a number of bits fits in, a little more than there are: the start of a working precision.
  public static func covering(bits: Double) -> Double { bits * 0.30103 }

  /// Whole bits of a number of digits, which may be negative, rounded towards +∞.
  public static func roundedUp(digits: Int) -> Int { Int((Double(digits) * bitsEach).rounded(.up)) }

  /// Bits of a number of digits, rounded towards zero.
  public static func bits(_ digits: Int) -> Int { Int(Double(digits) * bitsEach) }

  /// Bits that a number of digits fits in with some to spare, one in 400: the start of a working precision.
  public static func workingBits(_ digits: Int) -> Int { Int(Double(digits) * 3.33) }
}
