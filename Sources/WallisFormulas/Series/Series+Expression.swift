internal import WallisArithmetic

extension Series {
  /// The series as the grammar reads it, for example `sum(k=0..inf, (6k+1)*poch(1/2,k)^3/(4^k*k!^3))`.
  public var expression: Expression {
    let k = Expression.name("k")
    var (top, bottom) = (Series.factors(factor.numerator, k), Series.factors(factor.denominator, k))
    if base.signum < 0, base.numerator == -1 {
      top.append(Expression(.power(.integer(-1), k)))
    } else if base.numerator != 1 {
      top.append(Expression(.power(.integer(base.numerator), k)))
    }
    if base.denominator != 1 { bottom.append(Expression(.power(.integer(base.denominator), k))) }
    for symbol in symbols {
      let call: Expression =
        symbol.parameter == 1 ? .call("factorial", k) : .call("poch", .fraction(symbol.parameter), k)
      let size = abs(symbol.exponent)
      let powered = size == 1 ? call : call.raised(to: size)
      if symbol.exponent > 0 { top.append(powered) } else { bottom.append(powered) }
    }
    let numerator = Series.product(top)
    let term = bottom.isEmpty ? numerator : numerator.over(Series.product(bottom))
    return BoundCall(.sum, "k", from: .integer(0), to: .name(BoundCall.infinity), of: term).expression
  }

  private static func factors(_ polynomial: Polynomial, _ k: Expression) -> [Expression] {
    polynomial == Polynomial(constant: 1) ? [] : [Expression.polynomial(polynomial, in: k)]
  }

  private static func product(_ factors: [Expression]) -> Expression {
    guard let first = factors.first else { return .integer(1) }
    return factors.dropFirst().reduce(first) { $0.times($1) }
  }

  /// The continued fraction x of Euler with sum = map(x), from the first term on behind which none is 0; nil where the
  /// terms end.
  ///
  /// With t(k+1)/t(k) = p(k)/q(k), x = pcf(q(n) + p(n), −p(n)q(n − 1)) and t(0) + t(1) + … = t(0)x/(x − p(0)): the
  /// partial sums are the images of the convergents.
  /// - Reference: Euler (1748), Introductio, chapter 18.
  public var eulerFraction: FractionImage? {
    guard let start = ratio.regularPlace(from: 0), start <= 1_000 else { return nil }
    let moved = ratio.shifted(by: Integer(start))
    let (p, q) = (moved.numerator, moved.denominator)
    let fraction = ContinuedFraction(a: q + p, b: -(p * q.shifted(by: -1)))
    let before = (0..<start).reduce(Rational(0)) { $0 + term(at: $1) }
    // before + t·x/(x − p(0)) = ((before + t)x − before·p(0))/(x − p(0)).
    let (sum, edge) = (before + term(at: start), p.value(at: 0))
    let scale = sum.denominator * before.denominator
    let scaled = (sum * Rational(scale), before * Rational(scale * edge))
    guard !fraction.b.isZero,
      let map = MoebiusMap(scaled.0.numerator, -scaled.1.numerator, scale, -(scale * edge))
    else { return nil }
    return FractionImage(fraction, map: map)
  }
}
