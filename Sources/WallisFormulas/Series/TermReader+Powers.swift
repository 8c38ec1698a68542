internal import WallisArithmetic

extension TermReader {
  /// x^y, where one of them depends on the index.
  func power(_ x: Expression, _ y: Expression) throws -> SeriesTerms? {
    guard y.contains(.name(variable)) else {
      guard case .exact(let exponent) = try constant(y), exponent.isInteger,
        let power = exponent.numerator.word,
        abs(power) <= TermReader.furthest
      else { return nil }
      return try terms(x)?.raised(to: power)
    }
    guard !x.contains(.name(variable)), let (slope, offset) = try linear(y) else { return nil }
    switch try constant(x) {
    case .exact(let base): return exactPower(base, slope, offset)
    case .ball(let ball):
      guard ball.isPositive || slope.isInteger && offset.isInteger && ball.isNegative else { return nil }
      return irrationalPower(x, slope, offset)
    }
  }

  /// (p/q)^(slope·k + offset).
  private func exactPower(_ base: Rational, _ slope: Rational, _ offset: Rational) -> SeriesTerms? {
    guard !base.isZero else { return nil }
    guard slope.isInteger, offset.isInteger else {
      return base.signum > 0 ? irrationalPower(.fraction(base), slope, offset) : nil
    }
    guard let m = slope.numerator.word, let d = offset.numerator.word,
      max(abs(m), abs(d)) <= TermReader.furthest, let core = TermCore(base: base).raised(to: m),
      let start = TermCore(base: base).raised(to: d)
    else { return nil }
    return SeriesTerms(RationalFunction(start.base), core)
  }

  /// x^(slope·k + offset) for a number x whose powers are no fractions.
  private func irrationalPower(_ x: Expression, _ slope: Rational, _ offset: Rational) -> SeriesTerms? {
    func raised(_ exponent: Rational) -> (factor: Expression, exponent: Int)? {
      guard let word = exponent.numerator.word, abs(word) <= TermReader.furthest else { return nil }
      if exponent.isInteger { return (x, word) }
      return (Expression(.power(x, .fraction(exponent))), 1)
    }
    guard let each = raised(slope), let start = raised(offset) else { return nil }
    var core = TermCore()
    core.powers = [each.factor: each.exponent]
    if !offset.isZero { core.constants = [start.factor: start.exponent] }
    return SeriesTerms(RationalFunction(1), core)
  }
}
