internal import WallisArithmetic

extension MatrixProduct {
  /// The common limit of the ratios of the columns.
  ///
  /// For rank 2 both columns are images of continued fractions, whose outcome it is; otherwise exact products of two
  /// depths have to agree in all columns.
  /// - Throws: `ResourceLimit` where the digits would need too much.
  package func evaluate(digits: Int, limits: EvaluationLimits) throws -> Evaluation {
    try limits.check(digits: digits)
    if let images = fractions { return try evaluate(images, digits: digits, limits: limits) }
    return try ProductLimit(product: self, digits: digits, limits: limits).evaluation()
  }

  private func evaluate(
    _ images: [FractionImage], digits: Int, limits: EvaluationLimits
  ) throws -> Evaluation {
    let first = try images[0].evaluate(digits: digits, limits: limits)
    guard first.outcome == .value else { return first }
    let second = try images[1].evaluate(digits: min(digits, 30), limits: limits)
    guard let x = first.enclosure, let y = second.enclosure else { return second }
    guard x.overlaps(y) else {
      return Evaluation(outcome: .oscillates(.columns), convergence: nil, verification: .coefficients)
    }
    return first
  }
}

extension FractionImage {
  /// The image of the limit of the fraction.
  ///
  /// - Throws: `ResourceLimit` where the digits would need too much.
  func evaluate(digits: Int, limits: EvaluationLimits) throws -> Evaluation {
    for extra in [8, 40, 160, 640] {
      let limit = try fraction.evaluate(digits: digits + extra, limits: limits)
      switch limit.outcome {
      case .rational(let value), .terminates(let value?):
        let image = map(value)
        return Evaluation(
          outcome: image.map { .rational($0) } ?? .infinite,
          enclosure: image.map { Ball($0, bits: Digits.workingBits(digits) + 64) },
          convergence: limit.convergence, verification: limit.verification)
      case .infinite, .terminates(nil):
        guard !map.c.isZero else { return limit }
        let image = Rational(map.a, map.c)
        return Evaluation(
          outcome: .rational(image), enclosure: Ball(image, bits: Digits.workingBits(digits) + 64),
          convergence: limit.convergence, verification: limit.verification)
      case .value:
        guard let ball = limit.enclosure.map({ map($0) }), ball.isFinite else { continue }
        let isSmall = ball.containsZero && ball.accurateDigits >= digits
        guard isSmall || ball.decimal(digits: digits) != nil else { continue }
        return Evaluation(
          outcome: .value, enclosure: ball, convergence: limit.convergence, verification: limit.verification)
      default: return limit
      }
    }
    return Evaluation(
      outcome: .undetermined("the limit cannot be told from the pole of its map"), convergence: nil,
      verification: .coefficients)
  }
}
