public import WallisArithmetic
public import WallisFormulas

/// The image (p + q·c)/(r + s·c) of a constant under a rational Möbius map, in the one canonical way:
/// gcd(p, q, r, s) = 1, qr ≠ ps, r + s·c > 0.
public struct MoebiusImage: Sendable, Hashable {
  /// The constant c.
  public let constant: Constant
  /// Numerator p + q·c.
  public let p: Integer
  /// Coefficient of the constant in the numerator.
  public let q: Integer
  /// Denominator r + s·c.
  public let r: Integer
  /// Coefficient of the constant in the denominator.
  public let s: Integer

  /// The image as given, normalised; nil when it does not depend on the constant.
  init?(_ p: Integer, _ q: Integer, _ r: Integer, _ s: Integer, of constant: Constant) {
    guard q * r != p * s else { return nil }
    let content = p.gcd(q).gcd(r).gcd(s)
    let divisor = MoebiusImage.isNegative(r, s, constant) ? -content : content
    self.constant = constant
    self.p = p.dividedExactly(by: divisor)
    self.q = q.dividedExactly(by: divisor)
    self.r = r.dividedExactly(by: divisor)
    self.s = s.dividedExactly(by: divisor)
  }

  /// The same number as an image of a constant with `constant` = multiple · other.
  func rewritten(_ multiple: Rational, of other: Constant) -> MoebiusImage? {
    let (top, bottom) = (multiple.numerator, multiple.denominator)
    return MoebiusImage(p * bottom, q * top, r * bottom, s * top, of: other)
  }

  /// The digits that the four integers take up.
  var cost: Double { digitsConsumed(by: [p, q, r, s]) }

  /// An enclosure from one of the constant.
  func enclosure(_ value: Ball) -> Ball { (value * q + p) / (value * s + r) }

  /// Sign of r + s·c, decided by balls of growing precision.
  private static func isNegative(_ r: Integer, _ s: Integer, _ constant: Constant) -> Bool {
    if s.isZero || r.isZero || r.signum == s.signum {
      return (s.isZero ? r : s).signum < 0
    }
    var bits = 64 + r.bitWidth + s.bitWidth
    while true {
      let value = constant.ball(bits: bits) * s + r
      if value.isNegative { return true }
      if value.isPositive { return false }
      bits *= 2
    }
  }
}
