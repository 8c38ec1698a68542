/// The integers modulo the prime 2⁶¹ − 1, as words in [0, p).
public enum MersenneField {
  /// 2⁶¹ − 1.
  public static let modulus: UInt64 = (1 << 61) - 1

  /// The residue of a machine word.
  @inlinable
  public static func residue(_ value: Int) -> UInt64 {
    let size = reduced(UInt64(value.magnitude))
    return value < 0 && size != 0 ? modulus - size : size
  }

  /// The integer in (−p/2, p/2) with this residue.
  @inlinable
  public static func centred(_ residue: UInt64) -> Int {
    residue > modulus / 2 ? Int(residue) - Int(modulus) : Int(residue)
  }

  /// Any word modulo p.
  @inlinable
  public static func reduced(_ value: UInt64) -> UInt64 {
    let folded = (value & modulus) + (value >> 61)
    return folded >= modulus ? folded - modulus : folded
  }

  /// high · 2⁶⁴ + low modulo p.
  @inlinable
  public static func reduced(high: UInt64, low: UInt64) -> UInt64 {
    // 2⁶⁴ ≡ 8, and high may be a full word: fold it before it is multiplied.
    let top = reduced(high)
    let (shifted, carried) = (top << 3 & modulus, top >> 58)
    return reduced(shifted + carried + (low & modulus) + (low >> 61))
  }

  /// Product.
  @inlinable
  public static func product(_ x: UInt64, _ y: UInt64) -> UInt64 {
    let wide = x.multipliedFullWidth(by: y)
    let folded = (wide.low & modulus) &+ (wide.high << 3 | wide.low >> 61)
    return folded >= modulus ? folded - modulus : folded
  }

  /// x·a + y.
  @inlinable
  public static func sum(_ x: UInt64, _ a: UInt64, _ y: UInt64) -> UInt64 {
    let wide = x.multipliedFullWidth(by: a)
    let folded = (wide.low & modulus) &+ (wide.high << 3 | wide.low >> 61) &+ y
    let again = (folded & modulus) &+ (folded >> 61)
    return again >= modulus ? again - modulus : again
  }

  /// x·a + y below 2⁶¹ + 8 for x, y < 2⁶¹ + 8 and the eightfold of a ≤ p: the right residue, not the least.
  ///
  /// x · 8a = high · 2⁶⁴ + low, so that xa = high · 2⁶¹ + low/8.
  @inlinable
  static func folded(_ x: UInt64, eightfold a: UInt64, plus y: UInt64) -> UInt64 {
    let wide = x.multipliedFullWidth(by: a)
    let sum = wide.high &+ (wide.low >> 3) &+ y
    return (sum & modulus) &+ (sum >> 61)
  }

  /// x·a + y·b in the same way.
  @inlinable
  static func folded(_ x: UInt64, eightfold a: UInt64, _ y: UInt64, eightfold b: UInt64) -> UInt64 {
    let (first, second) = (x.multipliedFullWidth(by: a), y.multipliedFullWidth(by: b))
    let sum = first.high &+ second.high &+ (first.low >> 3) &+ (second.low >> 3)
    return (sum & modulus) &+ (sum >> 61)
  }

  /// Difference.
  @inlinable
  public static func difference(_ x: UInt64, _ y: UInt64) -> UInt64 { x >= y ? x - y : x + modulus - y }

  /// Reciprocal, by Fermat's theorem.
  /// - Precondition: `x` ≠ 0.
  public static func inverse(_ x: UInt64) -> UInt64 {
    // p − 2 = 4(2⁵⁹ − 1) + 1, and x^(2^(i+j) − 1) = (x^(2^i − 1))^(2^j) · x^(2^j − 1).
    let x2 = product(squared(x, 1), x)
    let x4 = product(squared(x2, 2), x2)
    let x8 = product(squared(x4, 4), x4)
    let x16 = product(squared(x8, 8), x8)
    let x32 = product(squared(x16, 16), x16)
    let x56 = product(squared(product(squared(x32, 16), x16), 8), x8)
    let x59 = product(squared(product(squared(x56, 2), x2), 1), x)
    return product(squared(x59, 2), x)
  }

  private static func squared(_ x: UInt64, _ times: Int) -> UInt64 {
    var power = x
    for _ in 0..<times { power = product(power, power) }
    return power
  }
}
