package import WallisArithmetic

extension Expression {
  /// The value to `digits` significant decimal digits, every one of them forced.
  ///
  /// Rational arithmetic stays exact up to a million bits. A continued fraction alone gives its outcome whatever it
  /// is; inside a larger expression it must have a finite limit. Balls are evaluated at two precisions that have to
  /// agree.
  ///
  /// - Throws: a `SyntaxError` at an unknown name, a domain error or a fraction without a limit, and
  ///   `ResourceLimit` for sizes beyond `limits` and for values beyond what can be written.
  public func evaluate(digits: Int, limits: EvaluationLimits = EvaluationLimits()) throws -> Evaluation {
    try limits.check(digits: digits)
    if let fraction = try continuedFraction() { return try fraction.evaluate(digits: digits, limits: limits) }
    if let fraction = CoefficientFraction(self) {
      return try fraction.evaluate(digits: digits, limits: limits)
    }
    if let call = try limitCall() { return try call.evaluate(digits: digits, limits: limits) }
    guard let series = try boundOutcome(limits: limits) else {
      return try value(digits: digits, limits: limits)
    }
    if let obstacle = series.obstacle {
      return Evaluation(outcome: obstacle, convergence: nil, verification: .coefficients)
    }
    let found = try value(digits: digits, limits: limits)
    return Evaluation(
      outcome: found.outcome, enclosure: found.enclosure, convergence: series.speed,
      verification: found.verification == .balls && series.leavesOut ? .boundedRest : found.verification)
  }

  /// The value where it is a finite number.
  private func value(digits: Int, limits: EvaluationLimits) throws -> Evaluation {
    let first = Digits.bits(digits) + 32
    var (bits, reason) = (first, (any Error)?.none)
    while bits <= max(8 * first + 512, Expression.furthestBits) {
      do {
        if let found = try settled(digits: digits, bits: bits, limits: limits) { return found }
        reason = nil
      } catch let undecided as Undecided {
        // Whether a function is defined at a point is settled by a few thousand bits, or by no precision.
        reason = undecided.reason
        if bits >= Expression.decidingBits { break }
      }
      bits *= 2
    }
    throw reason
      ?? SyntaxError(
        "\(digits) digits of this value could not be forced", at: range, remedy: "ask for fewer digits")
  }

  private static let decidingBits = 4096
  /// Precision that is tried before digits are given up.
  private static let furthestBits = 20_000

  /// The evaluation at one precision; nil where that does not force the digits.
  private func settled(digits: Int, bits: Int, limits: EvaluationLimits) throws -> Evaluation? {
    let pass = ExpressionValue(limits: limits, bits: bits)
    switch try pass.value(of: self) {
    case .exact(let value):
      return Evaluation(
        outcome: .rational(value), enclosure: Ball(value, bits: bits), convergence: nil, verification: .exact)
    case .ball(let ball):
      return try forced(
        ball, digits: digits, bits: bits, limits: limits, isProved: !pass.doubts.isUnproved)
    }
  }

  private func forced(
    _ ball: Ball, digits: Int, bits: Int, limits: EvaluationLimits, isProved: Bool
  ) throws -> Evaluation? {
    let isZero = ball.containsZero && ball.accurateDigits >= 2 * digits
    guard isZero || ball.decimal(digits: digits) != nil else { return nil }
    let finer = try ExpressionValue(limits: limits, bits: bits + bits / 4 + 32).value(of: self)
    guard case .ball(let check) = finer, check.overlaps(ball) else { return nil }
    return Evaluation(
      outcome: .value, enclosure: ball, convergence: nil, verification: isProved ? .balls : .agreement)
  }
}

extension Outcome {
  /// The outcome as the end of a sentence: "it …".
  public var phrase: String {
    switch self {
    case .value: "has a finite limit"
    case .rational(let value): "has the limit \(value)"
    case .terminates(let value): value.map { "terminates at \($0)" } ?? "terminates at infinity"
    case .infinite: "tends to infinity"
    case .diverges(let reason): "diverges (\(reason.rawValue))"
    case .oscillates(let reason): "oscillates (\(reason.rawValue))"
    case .undetermined(let reason): "is undetermined (\(reason))"
    }
  }
}

extension Expression {
  /// An enclosure by one pass at a working precision, however few digits are left; nil where it has no value.
  package func ball(bits: Int) -> Ball? {
    (try? ExpressionValue(limits: EvaluationLimits(), bits: bits).value(of: self))?.ball(bits: bits)
  }
}
