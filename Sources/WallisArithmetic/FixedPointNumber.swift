internal import CArithmetic

/// The midpoint of a ball in fixed point: eight words in two's complement, of which any 128 bits can be read.
///
/// Sums of products with integers are taken modulo 2¹²⁸ at the scale where the result is known to be small: of long
/// numbers whose leading parts cancel only the part that remains is ever computed.
public struct FixedPointNumber: Sendable {
  /// Words, least significant first.
  private var words: InlineArray<8, UInt64>

  /// Bits behind the point.
  public static let scale = 400

  /// 1.
  public static let one = FixedPointNumber(power: scale)

  /// 0.
  public static let zero = FixedPointNumber(words: InlineArray(repeating: 0))

  private init(power: Int) {
    words = InlineArray(repeating: 0)
    words[power >> 6] = 1 << UInt64(power & 63)
  }

  private init(words: InlineArray<8, UInt64>) { self.words = words }

  /// The midpoint of a ball, rounded towards zero to a multiple of 2^−scale.
  ///
  /// - Precondition: |x| < 2^100.
  public init(_ x: Ball) {
    let whole = x.scaled(byPowerOfTwo: FixedPointNumber.scale).truncatedMidpoint
    precondition(whole.bitWidth <= FixedPointNumber.scale + 100, "a number that the words can hold")
    var words = InlineArray<8, UInt64>(repeating: 0)
    whole.magnitude.withPointer { z in
      withUnsafeMutablePointer(to: &words) {
        $0.withMemoryRebound(to: UInt.self, capacity: 8) { fmpz_get_ui_array($0, 8, z) }
      }
    }
    self.words = words
    if whole.signum < 0 { self = -self }
  }

  private var isNegative: Bool { words[7] >> 63 == 1 }

  /// The exponent e of |x| in [2^(e−1), 2^e]; −scale for 0.
  public var binaryExponent: Int {
    let positive = isNegative ? -self : self
    var place = 7
    while place > 0, positive.words[place] == 0 { place -= 1 }
    return 64 * place + 64 - positive.words[place].leadingZeroBitCount - FixedPointNumber.scale
  }

  /// The opposite number.
  public static prefix func - (x: FixedPointNumber) -> FixedPointNumber {
    var (words, carry) = (x.words, true)
    for index in 0..<8 {
      let (word, overflow) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
      (words[index], carry) = (word, overflow)
    }
    return FixedPointNumber(words: words)
  }

  /// The product, rounded towards zero: it differs from that of the exact numbers by at most |x| + |y| + 1 units of
  /// 2^−scale.
  ///
  /// - Precondition: |xy| < 2^111.
  public static func * (x: FixedPointNumber, y: FixedPointNumber) -> FixedPointNumber {
    let (first, second) = (x.isNegative ? -x : x, y.isNegative ? -y : y)
    var product = InlineArray<16, UInt64>(repeating: 0)
    for i in 0..<8 where first.words[i] != 0 {
      var carry: UInt64 = 0
      for j in 0..<8 {
        let (high, low) = first.words[i].multipliedFullWidth(by: second.words[j])
        let (sum, over) = low.addingReportingOverflow(product[i + j])
        let (total, more) = sum.addingReportingOverflow(carry)
        product[i + j] = total
        carry = high &+ (over ? 1 : 0) &+ (more ? 1 : 0)
      }
      product[i + 8] = carry
    }
    let (place, shift) = (scale >> 6, UInt64(scale & 63))
    let words = InlineArray<8, UInt64> { index in
      product[index + place] >> shift | product[index + place + 1] << (64 - shift)
    }
    let result = FixedPointNumber(words: words)
    return x.isNegative == y.isNegative ? result : -result
  }

  /// The value times 2^bits, rounded down, modulo 2¹²⁸.
  ///
  /// - Precondition: 0 ≤ `bits` ≤ `scale`.
  public func window(_ bits: Int) -> Int128 {
    let dropped = FixedPointNumber.scale - bits
    precondition(bits >= 0 && dropped >= 0, "a scale within the words")
    let (place, shift) = (dropped >> 6, UInt64(dropped & 63))
    let (low, middle, high) = (word(place), word(place + 1), word(place + 2))
    guard shift > 0 else { return Int128(truncatingIfNeeded: UInt128(middle) << 64 | UInt128(low)) }
    let first = low >> shift | middle << (64 - shift)
    let second = middle >> shift | high << (64 - shift)
    return Int128(truncatingIfNeeded: UInt128(second) << 64 | UInt128(first))
  }

  private func word(_ index: Int) -> UInt64 {
    index < 8 ? words[index] : UInt64(bitPattern: Int64(bitPattern: words[7]) >> 63)
  }
}

extension Ball {
  /// The midpoint without its fraction.
  fileprivate var truncatedMidpoint: Integer {
    withPointer { x in Integer.result { arf_get_fmpz($0, ca_arb_mid(x), ARF_RND_DOWN) } }
  }
}
