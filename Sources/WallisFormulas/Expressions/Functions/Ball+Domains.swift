internal import WallisArithmetic

/// Where balls certainly lie, as the domains of functions ask.
extension Ball {
  var isExactZero: Bool { isExact && containsZero }

  func isExactly(_ value: Int) -> Bool { (self - value).isExactZero }

  /// Whether the modulus is certainly above 1.
  var exceedsOne: Bool { (magnitude - 1).isPositive }

  /// Whether it is certainly below −`bound`.
  func liesBelow(minus bound: Int) -> Bool { (self + bound).isNegative }

  /// Whether it is certainly above `bound`.
  func isAbove(_ bound: Int) -> Bool { (self - bound).isPositive }

  /// Whether it is an integer, exactly.
  var isExactInteger: Bool { isInteger }

  /// Whether it is 0, −1, −2, …, exactly.
  var isPoleOfGamma: Bool { isExactInteger && !isPositive }

  /// The real cube root.
  var cubeRoot: Ball { isNegative ? -(-self).root(3) : root(3) }

  /// The largest integer below, where the ball decides it.
  var wholePart: Ball {
    let whole = floor
    return whole.isInteger ? whole : Ball(0, bits: bits).inverse
  }
}
