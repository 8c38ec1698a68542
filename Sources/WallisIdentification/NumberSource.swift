public import WallisArithmetic
public import WallisFormulas

/// Where the digits of a number to identify come from.
public enum NumberSource: Sendable {
  /// Typed digits: there is no second evaluation, so a third of them is held back.
  case digits(DecimalInput)
  /// A formula: the closure encloses the number to about the wanted count of digits, by whatever evaluation it
  /// likes, and each call is independent of earlier ones; nil when it cannot. The second evaluation goes `finest`
  /// digits further: parts of the formula are so small. An algebraic number has a size by which equalities are proved.
  case recomputable(@Sendable (_ digits: Int) -> Ball?, finest: Int = 0, algebraic: AlgebraicSize? = nil)
  /// A number proved to be this fraction.
  case exact(Rational)
  /// A number proved to have this closed form.
  case proved(NormalForm)
}

extension NumberSource {
  /// The limit of a continued fraction; nil when it has no finite one or would need more than `limits` allow.
  ///
  /// A limit that exact arithmetic gives is `exact` or `proved` (see `ExactLimit`); otherwise the fraction is
  /// evaluated whenever digits are asked for.
  public init?(limitOf fraction: ContinuedFraction, limits: EvaluationLimits = EvaluationLimits()) {
    let evaluate = { digits in try? fraction.evaluate(digits: digits, limits: limits) }
    self.init(limitOf: fraction, limits: limits, evaluatedTo: 20, evaluate)
  }

  /// The same where the fraction was evaluated before, which serves when as many digits are asked for.
  public init?(limitOf fraction: ContinuedFraction, evaluatedTo digits: Int, as first: Evaluation) {
    self.init(limitOf: fraction, limits: EvaluationLimits(), evaluatedTo: digits) { _ in first }
  }

  private init?(
    limitOf fraction: ContinuedFraction, limits: EvaluationLimits, evaluatedTo digits: Int,
    _ evaluate: (Int) -> Evaluation?
  ) {
    switch ExactLimit(fraction) {
    case .rational(let value): self = .exact(value)
    case .quadratic(let number): self = .proved(NormalForm(number))
    case .infinite: return nil
    case nil:
      guard let first = evaluate(digits) else { return nil }
      switch first.outcome {
      case .rational(let value), .terminates(let value?): self = .exact(value)
      case .value:
        let known = first.enclosure
        self = .recomputable { wanted in
          wanted == digits ? known : try? fraction.evaluate(digits: wanted, limits: limits).enclosure
        }
      default: return nil
      }
    }
  }
}

extension NumberSource {
  /// The limit of a formula of any kind; nil where it has no finite one, or its kind cannot evaluate it.
  public init?(limitOf formula: Formula) {
    if let fraction = formula.fraction {
      self.init(limitOf: fraction)
      return
    }
    guard let limit = formula.limit else { return nil }
    self = limit.exact().map { .exact($0) } ?? .recomputable(limit.enclosure)
  }
}
