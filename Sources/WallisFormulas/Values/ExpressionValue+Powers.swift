internal import WallisArithmetic

extension ExpressionValue {
  /// Exponents of more bits than this decide by the size of the base alone.
  private static let mostExponentBits = 4096

  func power(_ x: Expression, _ y: Expression, _ whole: Expression) throws -> Quantity {
    let (base, exponent) = (try value(of: x), try value(of: y))
    if case .exact(let power) = exponent {
      if case .exact(let value) = base, value.isZero || value.magnitude == 1,
        power.isInteger || !value.isNegative
      {
        return .exact(try trivial(value, power, whole))
      }
      if power.isInteger { return try integerPower(base, power.numerator, x, whole) }
    }
    let ball = base.ball(bits: bits)
    guard !ball.isNegative else {
      throw SyntaxError("a negative number has no real power of this exponent", at: x.range)
    }
    if base.exact?.isZero == true { return .exact(try zeroPower(exponent.ball(bits: bits), whole)) }
    guard !ball.containsZero else {
      throw Undecided(reason: SyntaxError("the base cannot be told from zero", at: x.range))
    }
    let result = ball.power(exponent.ball(bits: bits))
    try ValueSize.check(result, "this power")
    guard result.isFinite else { throw tooLarge(whole) }
    return .ball(result)
  }

  /// Powers of 0, 1 and −1.
  private func trivial(_ base: Rational, _ power: Rational, _ whole: Expression) throws -> Rational {
    guard base.isZero else { return base.signum > 0 || Integer(2).divides(power.numerator) ? 1 : -1 }
    guard power.signum >= 0 else { throw SyntaxError("division by zero", at: whole.range) }
    return power.isZero ? 1 : 0
  }

  private func zeroPower(_ exponent: Ball, _ whole: Expression) throws -> Rational {
    guard !exponent.isNegative else { throw SyntaxError("division by zero", at: whole.range) }
    guard exponent.isPositive else {
      throw Undecided(reason: SyntaxError("the exponent cannot be told from zero", at: whole.range))
    }
    return 0
  }

  private func tooLarge(_ whole: Expression) -> ResourceLimit {
    ResourceLimit("this power is too large to be computed", remedy: "use a smaller exponent")
  }

  private func integerPower(
    _ base: Quantity, _ power: Integer, _ x: Expression, _ whole: Expression
  ) throws -> Quantity {
    if let value = base.exact, let k = power.word, abs(k) <= Quantity.mostExactBits,
      value.size * abs(k) <= Quantity.mostExactBits
    {
      let (top, bottom) = (value.numerator.power(abs(k)), value.denominator.power(abs(k)))
      return .exact(k < 0 ? Rational(bottom, top) : Rational(top, bottom))
    }
    let ball = base.ball(bits: bits)
    guard !power.isZero else { return .exact(1) }
    if power.signum < 0, ball.containsZero {
      throw Undecided(reason: SyntaxError("the base cannot be told from zero", at: x.range))
    }
    guard power.bitWidth <= ExpressionValue.mostExponentBits else { throw tooLarge(whole) }
    let result = ball.power(power)
    try ValueSize.check(result, "this power")
    guard result.isFinite else { throw tooLarge(whole) }
    return .ball(result)
  }
}

extension Rational {
  fileprivate var isNegative: Bool { signum < 0 }
}
