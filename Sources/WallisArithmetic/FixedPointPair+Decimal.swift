internal import CArithmetic

/// Digits forced by two values in fixed point between which, or around which, a number lies.
extension FixedPointPair {
  /// The number rounded to nearest, in positional notation, where every number between P/Q of the two pairs has the
  /// same digits, both widened by what truncation of their words may have cost.
  ///
  /// Nil where the digits are not forced, for opposite signs, and for moduli outside 2⁻¹² … 2¹².
  /// - Precondition: 5 ≤ `digits` ≤ 19·(limbs − 1).
  public static func digits(between near: Self, and far: Self, digits: Int) -> String? {
    forced(near, far, digits: digits) { words, x, y, radius in
      let (low, high) = __gmpn_cmp(x, y, limbs) <= 0 ? (x, y) : (y, x)
      return FixedPointPair.widen(low, high, words: words, radius: radius)
    }
  }

  /// The same for a number at a distance of at most `factor` times that of the two values from the first.
  public static func digits(of value: Self, around other: Self, factor: UInt, digits: Int) -> String? {
    forced(value, other, digits: digits) { words, x, y, radius in
      if __gmpn_cmp(x, y, limbs) >= 0 {
        __gmpn_sub_n(words, x, y, limbs)
      } else {
        __gmpn_sub_n(words, y, x, limbs)
      }
      guard __gmpn_mul_1(words, words, limbs, factor) == 0, __gmpn_add_1(words, words, limbs, radius) == 0,
        __gmpn_cmp(words, x, limbs) < 0, __gmpn_add_n(y, x, words, limbs) == 0
      else { return nil }
      __gmpn_sub_n(x, x, words, limbs)
      return (x, y)
    }
  }

  private typealias Words = UnsafeMutablePointer<UInt>

  /// Units of the last place that truncation may have cost.
  private static var margin: UInt { 1 << 21 + 1 }

  /// Quotients of both pairs, widened by `widening` to an interval, and the digits that it forces.
  private static func forced(
    _ first: Self, _ second: Self, digits: Int,
    _ widening: (_ free: Words, _ x: Words, _ y: Words, _ radius: UInt) -> (low: Words, high: Words)?
  ) -> String? {
    withUnsafeTemporaryAllocation(of: UInt.self, capacity: 12 * limbs) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let (x, y, free) = (base, base + limbs, base + 2 * limbs)
      guard let sign = first.quotient(x, free), second.quotient(y, free) == sign,
        let (low, high) = widening(free, x, y, margin)
      else { return nil }
      return text(low, high, free: free + limbs, isNegative: sign < 0, digits: digits)
    }
  }

  private static func widen(_ low: Words, _ high: Words, words: Words, radius: UInt) -> (Words, Words)? {
    guard __gmpn_sub_1(low, low, limbs, radius) == 0, __gmpn_add_1(high, high, limbs, radius) == 0 else {
      return nil
    }
    return (low, high)
  }

  /// Writes ⌊|P|·2^(64(limbs − 1))/|Q|⌋ and returns the sign of P/Q; nil where Q has lost too many bits, for zero, and
  /// for quotients that need more words. `free` has room for five times `limbs` words.
  private func quotient(_ result: Words, _ free: Words) -> Int? {
    let (numerator, denominator, whole) = (free, free + 2 * limbs, free + 3 * limbs)
    (numerator).update(repeating: 0, count: limbs - 1)
    let signs =
      FixedPointPair.magnitude(pWords, numerator + limbs - 1)
      * FixedPointPair.magnitude(qWords, denominator)
    var (top, bottom) = (2 * limbs - 1, limbs)
    while bottom > 0, denominator[bottom - 1] == 0 { bottom -= 1 }
    while top > 0, numerator[top - 1] == 0 { top -= 1 }
    guard signs != 0, bottom >= limbs - 1, FixedPointPair.bits(denominator, bottom) > 64 * (limbs - 1) - 2,
      top >= bottom, top - bottom + 1 <= limbs + 1
    else { return nil }
    __gmpn_tdiv_qr(whole, numerator, 0, numerator, top, denominator, bottom)
    let count = top - bottom + 1
    if count > limbs, whole[limbs] != 0 { return nil }
    for index in 0..<limbs { result[index] = index < count ? whole[index] : 0 }
    return signs
  }

  private static func bits(_ words: Words, _ count: Int) -> Int {
    64 * count - words[count - 1].leadingZeroBitCount
  }

  /// Writes the modulus of a number in two's complement; returns its sign.
  private static func magnitude(_ words: InlineArray<limbs, UInt64>, _ result: Words) -> Int {
    for index in 0..<limbs { result[index] = UInt(words[index]) }
    if Int64(bitPattern: words[limbs - 1]) < 0 {
      __gmpn_neg(result, result, limbs)
      return -1
    }
    return __gmpn_zero_p(result, limbs) != 0 ? 0 : 1
  }

  /// The digits that both ends of an interval round to.
  private static func text(
    _ low: Words, _ high: Words, free: Words, isNegative: Bool, digits: Int
  ) -> String? {
    var count = limbs
    while count > 0, low[count - 1] == 0 { count -= 1 }
    guard count > 0 else { return nil }
    let size = bits(low, count) - 64 * (limbs - 1)
    guard size > -12, size < 12 else { return nil }
    let guess = Digits.roundedDown(bits: size)
    let (first, last) = (free, free + 3 * limbs)
    for leading in [guess, guess - 1] {
      let length = rounded(low, scale: digits - 1 - leading, first)
      guard length == rounded(high, scale: digits - 1 - leading, last), __gmpn_cmp(first, last, length) == 0
      else {
        return nil
      }
      if PowersOfTen.compare(first, length, digits) >= 0 { continue }
      if PowersOfTen.compare(first, length, digits - 1) >= 0 {
        return DecimalText.make(first, length, digits: digits, leading: leading, isNegative: isNegative)
      }
    }
    return nil
  }

  /// Writes ⌊value · 10^scale / 2^(64(limbs − 1)) + ½⌋ and returns its number of words.
  private static func rounded(_ value: Words, scale: Int, _ result: Words) -> Int {
    let (factor, words) = PowersOfTen.words(scale)
    if words <= limbs {
      __gmpn_mul(result, value, limbs, factor, words)
    } else {
      __gmpn_mul(result, factor, words, value, limbs)
    }
    let total = words + limbs
    let carry = __gmpn_add_1(result + limbs - 2, result + limbs - 2, total - limbs + 2, 1 << 63)
    precondition(carry == 0, "a product of words has room for one unit")
    var count = total - (limbs - 1)
    for index in 0..<count { result[index] = result[index + limbs - 1] }
    while count > 0, result[count - 1] == 0 { count -= 1 }
    return count
  }
}

/// 10^k in machine words for k < 128, made once.
private enum PowersOfTen {
  private static let stride = 8
  nonisolated(unsafe) private static let table: UnsafePointer<UInt> = {
    let words = UnsafeMutablePointer<UInt>.allocate(capacity: 128 * stride)
    words.initialize(repeating: 0, count: 128 * stride)
    words[0] = 1
    for k in 1..<128 { __gmpn_mul_1(words + k * stride, words + (k - 1) * stride, stride, 10) }
    return UnsafePointer(words)
  }()

  /// 10^k and its number of words.
  static func words(_ k: Int) -> (UnsafePointer<UInt>, Int) {
    precondition((0..<128).contains(k), "the table has powers below 128")
    let words = table + k * stride
    var count = stride
    while words[count - 1] == 0 { count -= 1 }
    return (words, count)
  }

  /// Sign of value − 10^k.
  static func compare(_ value: UnsafePointer<UInt>, _ length: Int, _ k: Int) -> Int {
    let (power, count) = words(k)
    return length != count ? length - count : Int(__gmpn_cmp(value, power, count))
  }
}

/// Decimal text of numbers in machine words.
private enum DecimalText {
  /// `digits` digits with the point after the one of 10^0; `leading` is the exponent of the first digit.
  static func make(
    _ words: UnsafeMutablePointer<UInt>, _ length: Int, digits: Int, leading: Int, isNegative: Bool
  ) -> String {
    String(unsafeUninitializedCapacity: digits + 16) { text in
      guard let start = text.baseAddress else { return 0 }
      var at = start
      func put(_ character: Unicode.Scalar) {
        at.pointee = UInt8(truncatingIfNeeded: character.value)
        at += 1
      }
      if isNegative { put("-") }
      if leading < 0 {
        put("0")
        put(".")
        for _ in 0..<(-leading - 1) { put("0") }
      }
      let written = __gmpn_get_str(at, 10, words, length)
      precondition(written == digits, "the number of digits was checked")
      for index in 0..<digits { at[index] += 48 }
      if leading >= 0, digits > leading + 1 {
        (at + leading + 2).update(from: at + leading + 1, count: digits - leading - 1)
        at[leading + 1] = 46
        at += 1
      }
      return at + digits - start
    }
  }
}
