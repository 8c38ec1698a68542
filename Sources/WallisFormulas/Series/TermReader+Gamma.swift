internal import WallisArithmetic

/// Gamma functions of linear functions of the index, and what is made of them.
extension TermReader {
  /// Γ(x + plus).
  func gamma(of x: Expression, plus: Rational) throws -> SeriesTerms? {
    guard let (slope, offset) = try linear(x) else { return nil }
    return gamma(slope, offset + plus)
  }

  /// n!! = 2^(n/2) Γ(n/2 + 1), for odd n over √(π/2) = Γ(1/2)/√2; nil where the parity of n depends on the index.
  func doubleFactorial(_ x: Expression) throws -> SeriesTerms? {
    guard let (slope, offset) = try linear(x), slope.isInteger, offset.isInteger,
      slope.numerator.modulo(2).isZero, let step = (slope / 2).numerator.word, abs(step) <= 64
    else { return nil }
    let isOdd = !offset.numerator.modulo(2).isZero
    guard let twos = ((offset + (isOdd ? 1 : 0)) / 2).numerator.word, abs(twos) <= TermReader.furthest else {
      return nil
    }
    func power(_ exponent: Int) -> Rational {
      let size = Integer(2).power(abs(exponent))
      return exponent < 0 ? Rational(1, size) : Rational(size)
    }
    let powers = SeriesTerms(RationalFunction(power(twos)), TermCore(base: power(step)))
    let even = try gamma(of: x.over(.integer(2)), plus: 1)?.times(powers)
    return isOdd ? quotient(even, [gammaValue(Rational(1, 2))]) : even
  }

  /// Γ(x + y)/Γ(x).
  func rising(_ x: Expression, _ y: Expression) throws -> SeriesTerms? {
    guard let start = try linear(x), let count = try linear(y) else { return nil }
    return quotient(
      gamma(start.slope + count.slope, start.offset + count.offset), [gamma(start.slope, start.offset)])
  }

  /// Γ(n + 1)/(Γ(k + 1)Γ(n − k + 1)); for a constant n (−n)_k (−1)^k/k!, which does without poles.
  func binomial(_ n: Expression, _ k: Expression) throws -> SeriesTerms? {
    guard let top = try linear(n), let bottom = try linear(k) else { return nil }
    let below = gamma(bottom.slope, bottom.offset + 1)
    if top.slope.isZero, bottom.slope.isInteger, bottom.offset.isInteger, bottom.slope.signum > 0 {
      let start = -top.offset
      let above = quotient(
        gamma(bottom.slope, start + bottom.offset), [gamma(0, start), below])
      let isOdd = (bottom.slope.numerator.modulo(2), bottom.offset.numerator.modulo(2))
      let sign = SeriesTerms(
        RationalFunction(isOdd.1.isZero ? 1 : -1), TermCore(base: isOdd.0.isZero ? 1 : -1))
      return above?.times(sign)
    }
    return quotient(
      gamma(top.slope, top.offset + 1),
      [below, gamma(top.slope - bottom.slope, top.offset - bottom.offset + 1)])
  }

  private func quotient(_ top: SeriesTerms?, _ bottoms: [SeriesTerms?]) -> SeriesTerms? {
    bottoms.reduce(top) { result, bottom in
      bottom?.raised(to: -1).flatMap { result?.times($0) }
    }
  }

  /// Γ(slope·k + offset); nil where it has poles at almost all k, and for slopes that are no integers.
  ///
  /// With b > 0 it is Γ(b) m^(mk) ∏ ((b + j)/m)_k, j = 0 … m − 1.
  private func gamma(_ slope: Rational, _ offset: Rational) -> SeriesTerms? {
    guard slope.isInteger, let m = slope.numerator.word, abs(m) <= TermReader.mostSymbols,
      offset.magnitude < Rational(Integer(TermReader.furthest))
    else { return nil }
    let isWhole = offset.isInteger
    guard m >= 0 else { return isWhole ? nil : reflected(-m, offset) }
    if m == 0 { return isWhole && offset.signum <= 0 ? nil : gammaValue(offset) }
    // Γ(x) = Γ(x + s)/(x (x + 1) … (x + s − 1)).
    var (start, factor) = (offset, RationalFunction(1))
    while start.signum <= 0 {
      factor = factor / linearFactor(slope, start)
      start = start + 1
    }
    let core = TermCore(base: Rational(Integer(m).power(m)))
    guard var product = gammaValue(start)?.times(SeriesTerms(factor, core)) else { return nil }
    for j in 0..<m {
      guard let next = product.times(symbol((start + Rational(Integer(j))) / slope)) else { return nil }
      product = next
    }
    return product
  }

  private static let mostSymbols = 40

  /// Γ(b − mk) = (−1)^(mk) Γ(b)Γ(1 − b)/Γ(1 − b + mk).
  private func reflected(_ m: Int, _ offset: Rational) -> SeriesTerms? {
    let sign = SeriesTerms(RationalFunction(1), TermCore(base: m % 2 == 0 ? 1 : -1))
    guard
      let gammas = gammaValue(offset).flatMap({ first in gammaValue(1 - offset).flatMap { first.times($0) } })
    else { return nil }
    return quotient(gammas.times(sign), [gamma(Rational(Integer(m)), 1 - offset)])
  }

  /// Γ(b) as a fraction times Γ(α) with α in (0, 1].
  private func gammaValue(_ b: Rational) -> SeriesTerms? {
    let (alpha, shift) = TermReader.reduced(b)
    let size = (min(shift, 0)..<max(shift, 0)).reduce(Rational(1)) { $0 * (alpha + Rational(Integer($1))) }
    guard !size.isZero else { return nil }
    let constants = alpha == 1 ? [:] : [Expression.call("gamma", .fraction(alpha)): 1]
    return SeriesTerms(
      RationalFunction(shift < 0 ? 1 / size : size), TermCore(constants: constants))
  }

  /// (β)_k for β > 0, as a rational function times (α)_k with α in (0, 1].
  private func symbol(_ beta: Rational) -> SeriesTerms {
    let (alpha, shift) = TermReader.reduced(beta)
    let factor = (0..<max(shift, 0)).reduce(RationalFunction(1)) { product, step in
      let start = alpha + Rational(Integer(step))
      return product * linearFactor(1, start) / RationalFunction(start)
    }
    return SeriesTerms(factor, TermCore(symbols: [alpha: 1]))
  }

  /// slope·k + offset.
  private func linearFactor(_ slope: Rational, _ offset: Rational) -> RationalFunction {
    RationalFunction(slope) * RationalFunction(.variable) + RationalFunction(offset)
  }

  /// α in (0, 1] and h with b = α + h.
  private static func reduced(_ b: Rational) -> (alpha: Rational, shift: Int) {
    let part = b.fractionalPart
    let alpha = part.isZero ? 1 : part
    return (alpha, (b - alpha).numerator.word ?? 0)
  }
}
