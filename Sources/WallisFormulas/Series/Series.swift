public import WallisArithmetic

/// The sum of R(k)·z^k ∏ (α)_k^e over k ≥ 0, a formula: R is a rational function, z a fraction, the α are in (0, 1].
///
/// One way to write each series of hypergeometric terms: the first term is not 0, no term is infinite.
public struct Series: Sendable, Hashable {
  /// R.
  public let factor: RationalFunction
  /// z, not 0.
  public let base: Rational
  /// The exponents e by α, ascending, none of them 0.
  public let symbols: [Symbol]

  /// (α)_k^e.
  public struct Symbol: Sendable, Hashable {
    /// α, in (0, 1].
    public let parameter: Rational
    /// e, not 0.
    public let exponent: Int
  }

  /// Terms that are 0 before the first one, and the first index, up to which a series is moved.
  private static let furthestStart = 64

  /// The series with these parts; nil where it has an infinite term, or no term but 0.
  init?(_ part: SeriesPart, from start: Int) {
    let core = part.core
    guard core.constants.isEmpty, core.powers.isEmpty, core.harmonics.isEmpty, start >= 0,
      !part.factor.denominator.integerRoots.contains(where: { $0 >= Integer(start) })
    else { return nil }
    var first = start
    while part.factor.numerator.value(at: first).isZero {
      first += 1
      guard first - start <= Series.furthestStart else { return nil }
    }
    guard first <= Series.furthestStart else { return nil }
    factor = Series.moved(part, by: first)
    base = core.base
    symbols = core.symbols.map { Symbol(parameter: $0.key, exponent: $0.value) }
      .sorted { $0.parameter < $1.parameter }
  }

  /// R(k + s) z^s ∏ (∏ (k + α + i))^e over i < s: (α)_{k+s} = (α)_k (k + α) … (k + α + s − 1).
  private static func moved(_ part: SeriesPart, by steps: Int) -> RationalFunction {
    guard steps > 0 else { return part.factor }
    let power = Rational(part.core.base.numerator.power(steps), part.core.base.denominator.power(steps))
    let start = part.factor.shifted(by: Integer(steps)) * RationalFunction(power)
    return part.core.symbols.reduce(start) { product, symbol in
      (0..<steps).reduce(product) { product, step in
        let sum = symbol.key + Rational(Integer(step))
        let factor = RationalFunction(
          Polynomial([sum.numerator, sum.denominator]), Polynomial(constant: sum.denominator))
        return (0..<abs(symbol.value)).reduce(product) { product, _ in
          symbol.value > 0 ? product * factor : product / factor
        }
      }
    }
  }

  /// The series that an infinite sum is; nil for other expressions, and for sums of several kinds of terms.
  public init?(_ expression: Expression) {
    guard let call = BoundCall(expression), call.operation == .sum, call.isInfinite,
      let start = call.lower.integer?.word
    else { return nil }
    let context = ExpressionValue(limits: EvaluationLimits(), bits: 64)
    guard let terms = try? context.terms(of: call), let part = terms.single else { return nil }
    self.init(SeriesPart(factor: part.factor, core: part.core), from: start)
  }

  /// The terms.
  var part: SeriesPart {
    let exponents = Dictionary(uniqueKeysWithValues: symbols.map { ($0.parameter, $0.exponent) })
    return SeriesPart(factor: factor, core: TermCore(base: base, symbols: exponents))
  }

  /// The quotient of two terms that follow each other.
  public var ratio: RationalFunction { part.ratio }

  /// The term at an index ≥ 0.
  public func term(at index: Int) -> Rational {
    (factor.value(at: index) ?? 0) * part.core.rationalValue(at: index)
  }
}
