public import WallisArithmetic
public import WallisFormulas

/// A quotient of two integer combinations of constants in which two or more of them occur, in lowest terms and with
/// a positive denominator; a denominator 1 makes it a linear combination.
public struct ConstantQuotient: Sendable, Hashable {
  /// Numerator.
  public let top: LinearSum
  /// Denominator, positive.
  public let bottom: LinearSum

  /// The quotient as given, normalised; nil when the denominator is empty or cannot be told from 0.
  init?(_ top: LinearSum, over bottom: LinearSum) {
    guard !bottom.terms.isEmpty, !top.terms.isEmpty else { return nil }
    guard let sign = ConstantQuotient.sign(of: bottom) else { return nil }
    let content = top.content.gcd(bottom.content)
    let divisor = sign < 0 ? -content : content
    self.top = top.dividedExactly(by: divisor)
    self.bottom = bottom.dividedExactly(by: divisor)
  }

  /// An enclosure from those of the constants.
  func enclosure(bits: Int, value: (Constant, Int) -> Ball) -> Ball {
    top.enclosure(bits: bits, value: value) / bottom.enclosure(bits: bits, value: value)
  }

  /// Sign of a sum, by balls of growing precision; nil when 4,000 bits do not tell it from 0.
  private static func sign(of sum: LinearSum) -> Int? {
    if let integer = sum.integer { return integer.isZero ? nil : integer.signum }
    var bits = 64 + sum.bitWidth
    while bits < 4_000 + sum.bitWidth {
      let value = sum.enclosure(bits: bits) { $0.ball(bits: $1) }
      if value.isNegative { return -1 }
      if value.isPositive { return 1 }
      bits *= 2
    }
    return nil
  }
}

extension NormalForm {
  /// The quotient of two integer combinations of 1 and constants, the coefficient of 1 first; a single coefficient
  /// below makes it a linear combination. Nil when it is undefined.
  public init?(_ top: [Integer], over bottom: [Integer], of constants: [Constant]) {
    let terms: [Constant?] = [nil] + constants
    self.init(LinearSum(top, terms), over: LinearSum(bottom, terms))
  }

  /// The quotient of two sums over constants; nil when it is undefined.
  ///
  /// With fewer than two constants it is the fraction or Möbius image that it equals, and proportional sums give
  /// a fraction.
  init?(_ top: LinearSum, over bottom: LinearSum) {
    let constants = (top.constants + bottom.constants).reduce(into: [Constant]()) { list, constant in
      if !list.contains(constant) { list.append(constant) }
    }
    if constants.count == 1 {
      let c = constants[0]
      self.init(
        top.coefficient(of: nil), top.coefficient(of: c), over: bottom.coefficient(of: nil),
        bottom.coefficient(of: c), of: c)
    } else if let p = top.integer, let q = bottom.integer {
      guard !q.isZero else { return nil }
      self.init(Rational(p, q))
    } else {
      guard let quotient = ConstantQuotient(top, over: bottom) else { return nil }
      self.init(quotient)
    }
  }
}
