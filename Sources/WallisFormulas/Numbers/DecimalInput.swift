public import WallisArithmetic

/// A decimal number as typed: its digits are all that is known, and none is ever added.
///
/// d typed digits stand for the interval [x − ½ulp, x + ½ulp], ulp one unit of the last digit.
public struct DecimalInput: Sendable, Hashable {
  /// All typed digits as one integer, with the sign.
  public let significand: Integer
  /// Power of ten of the last typed digit.
  public let exponent: Int
  /// Significant digits: those from the first that is not 0; 0 for the number zero.
  public let digits: Int

  /// Why a text is no decimal number.
  public struct Malformed: Error, Sendable, Hashable {
    /// What is wrong, for the user.
    public let message: String
    /// Offset of the offending character.
    public let column: Int
  }

  /// Reads `-0.5772156649`, `31.4159e-1` or `6.02E23`; a final `...` or `…` is accepted and says nothing. The other
  /// writings of one number are read as well (see `plain`).
  ///
  /// - Throws: `Malformed` with the offset of the first character that does not belong.
  public init(_ text: some StringProtocol) throws(Malformed) {
    do throws(Malformed) { try self.init(plain: text) } catch {
      guard let plain = DecimalInput.plain(text), let number = try? DecimalInput(plain: plain) else {
        throw error
      }
      self = number
    }
  }

  private init(plain text: some StringProtocol) throws(Malformed) {
    var scanner = DecimalScanner(text)
    let (digits, scale, negative) = try scanner.number()
    let magnitude = Integer(String(decoding: digits, as: UTF8.self)) ?? 0
    significand = negative ? -magnitude : magnitude
    exponent = scale
    self.digits = digits.drop { $0 == UInt8(ascii: "0") }.count
  }

  /// The number significand · 10^exponent with all digits of the significand typed.
  public init(significand: Integer, exponent: Int) {
    (self.significand, self.exponent) = (significand, exponent)
    digits = significand.isZero ? 0 : "\(significand.magnitude)".count
  }

  /// The typed number as an exact fraction, the middle of its interval.
  public var middle: Rational {
    exponent >= 0
      ? Rational(significand * Integer.powerOfTen(exponent))
      : Rational(significand, Integer.powerOfTen(-exponent))
  }

  /// The interval that the digits stand for.
  public func ball(bits: Int) -> Ball {
    let half =
      Rational(1, 2)
      * (exponent >= 0
        ? Rational(Integer.powerOfTen(exponent)) : Rational(1, Integer.powerOfTen(-exponent)))
    return Ball(middle, bits: bits).widened(by: Ball(half, bits: 64))
  }
}

/// Reads one decimal number, byte by byte: catalogs hold millions of them.
private struct DecimalScanner {
  /// One byte a character; what is no ASCII is the byte of what it stands for, or 0.
  private let bytes: [UInt8]
  private let text: String
  private var position = 0

  private static let ellipsis: UInt8 = 1

  init(_ text: some StringProtocol) {
    self.text = String(text)
    let bytes = Array(text.utf8)
    self.bytes = bytes.allSatisfy { $0 < 0x80 && $0 != 0x0d } ? bytes : text.map(DecimalScanner.byte)
  }

  private static func byte(_ character: Character) -> UInt8 {
    switch character {
    case "−": UInt8(ascii: "-")
    case "…": ellipsis
    default: character.asciiValue ?? 0
    }
  }

  mutating func number() throws(DecimalInput.Malformed) -> (
    digits: ArraySlice<UInt8>, scale: Int, negative: Bool
  ) {
    let negative = sign()
    let whole = run()
    let fraction = take(UInt8(ascii: ".")) ? run() : bytes[position..<position]
    guard !(whole.isEmpty && fraction.isEmpty) else { throw error("a digit was expected") }
    var scale = -fraction.count
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      let minus = sign()
      guard let size = Int(String(decoding: run(), as: UTF8.self)), size <= 1_000_000 else {
        throw error("the exponent is not usable")
      }
      scale += minus ? -size : size
    }
    while take(UInt8(ascii: ".")) || take(DecimalScanner.ellipsis) {}
    guard position == bytes.count else {
      let offender = text[text.index(text.startIndex, offsetBy: position)]
      throw error("'\(offender)' does not belong to a decimal number")
    }
    return (whole + fraction, scale, negative)
  }

  private func error(_ message: String) -> DecimalInput.Malformed {
    DecimalInput.Malformed(message: message, column: position)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func sign() -> Bool {
    if take(UInt8(ascii: "-")) { return true }
    _ = take(UInt8(ascii: "+"))
    return false
  }

  private mutating func run() -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position] { position += 1 }
    return bytes[start..<position]
  }
}
