internal import WallisArithmetic

/// Decimals inside expressions that stand for measured or computed numbers.
extension Expression {
  /// A decimal with so many significant digits is taken for a rounded number by those who look for closed forms: nobody
  /// types eight digits of 0.5.
  public static let uncertainDigits = 8

  /// The decimals of eight digits or more in the expression, from left to right; those that tell a root from others are exact.
  public var uncertainDecimals: [Expression] {
    if case .call(Expression.rootName, _) = node { return [] }
    if case .number(_, let digits?) = node, digits >= Expression.uncertainDigits { return [self] }
    return operands.flatMap(\.uncertainDecimals)
  }

  /// The digits of the value that are known when `uncertainDecimals` stand for all numbers that round to them; nil where
  /// there are none of those.
  ///
  /// - Throws: as `evaluate`; a `SyntaxError` where no digit is left.
  public func uncertainValue(limits: EvaluationLimits = EvaluationLimits()) throws -> DecimalInput? {
    let known = uncertainDecimals.map { decimal -> Int in
      if case .number(_, let digits?) = decimal.node { digits } else { 0 }
    }
    guard let most = known.max() else { return nil }
    do {
      let pass = ExpressionValue(
        limits: limits, bits: Digits.workingBits(most) + 128, uncertainDigits: Expression.uncertainDigits)
      switch try pass.value(of: self) {
      case .exact: return nil
      case .ball(let ball):
        guard let decimal = ball.decimal(atMost: most + 30) else {
          throw SyntaxError(
            "the digits of \(ExpressionWriter(.plain).text(uncertainDecimals[0])) force none of the result",
            at: range,
            remedy: "more digits")
        }
        return DecimalInput(significand: decimal.value.significand, exponent: decimal.value.exponent)
      }
    } catch let undecided as Undecided {
      throw undecided.reason
    }
  }
}
