internal import WallisArithmetic

extension ContinuedFraction {
  /// The limit to `digits` significant decimal digits, every one of them forced.
  ///
  /// Terminating fractions and quadratic limits are exact. All others come from a proved enclosure of a tail: from the
  /// coefficients where contraction is fast (`ConvergentEnclosure`), else from `TailSeries` with its proved radius; a
  /// recurrence on another path has to agree. A limit that cannot be told from 0 or from ∞ at more than twice the
  /// precision asked for is one of them where `ExactLimit` proves it, else undetermined.
  ///
  /// - Precondition: b is not zero and `digits` ≥ 1.
  /// - Throws: `ResourceLimit` before any work when the limits would be exceeded.
  public func evaluate(
    digits: Int, limits: EvaluationLimits = EvaluationLimits()
  ) throws(ResourceLimit) -> Evaluation {
    precondition(digits >= 1, "an evaluation needs at least one digit")
    try limits.check(digits: digits)
    let classification = Classification(self)
    switch classification.kind {
    case .terminates(let end):
      try limits.check(terms: Double(end), digits: digits)
      return terminating(at: end, digits: digits)
    case .diverges(let reason):
      return Evaluation(outcome: .diverges(reason), convergence: nil, verification: .coefficients)
    case .oscillates(let reason):
      return Evaluation(outcome: .oscillates(reason), convergence: nil, verification: .coefficients)
    default: break
    }
    if let quadratic = QuadraticLimit(self, classification: classification) {
      return quadraticEvaluation(quadratic, classification, digits: digits)
    }
    guard a.leading.signum > 0 else {
      return try mirror.evaluate(digits: digits, limits: limits).negated
    }
    var evaluation = try LimitEvaluation(self, classification, digits: digits, limits: limits)
    return try evaluation.result()
  }

  /// The exact value p/q at the last depth before b vanishes.
  private func terminating(at end: Int, digits: Int) -> Evaluation {
    var aValues = PolynomialValues(a)
    var bValues = PolynomialValues(b)
    let first = ContinuantMatrix(firstTerm: a[0])
    let value: Rational?
    if end > 1 {
      let steps = ContinuantMatrix(a: &aValues, b: &bValues, steps: 1...(end - 1))
      let product = ContinuantMatrix(product: first, steps)
      value = product.e11.signum == 0 ? nil : Rational(product.e01.integer, product.e11.integer)
    } else {
      value = Rational(a[0])
    }
    let bits = Digits.workingBits(digits) + 64
    return Evaluation(
      outcome: .terminates(value), enclosure: value.map { Ball($0, bits: bits) }, convergence: .finite,
      verification: .exact)
  }

  private func quadraticEvaluation(
    _ limit: QuadraticLimit, _ classification: Classification, digits: Int
  ) -> Evaluation {
    let bits = Digits.workingBits(digits) + 64
    if let rational = limit.rational {
      return Evaluation(
        outcome: .rational(rational), enclosure: Ball(rational, bits: bits),
        convergence: classification.convergence, verification: .exact)
    }
    var working = bits
    while limit.ball(bits: working).relativeDigits < digits + 8, working < bits * 16 { working *= 2 }
    return Evaluation(
      outcome: .value, enclosure: limit.ball(bits: working), convergence: classification.convergence,
      verification: .closedForm)
  }
}

extension Evaluation {
  /// The same with the opposite limit.
  var negated: Evaluation {
    let opposite: Outcome =
      switch outcome {
      case .rational(let value): .rational(-value)
      case .terminates(let value): .terminates(value.map { -$0 })
      default: outcome
      }
    return Evaluation(
      outcome: opposite, enclosure: enclosure.map { -$0 }, convergence: convergence,
      verification: verification)
  }
}
