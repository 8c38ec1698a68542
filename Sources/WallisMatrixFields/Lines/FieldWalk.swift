public import WallisArithmetic
internal import WallisFormulas

/// A walk along a line of a matrix field: convergents, how fast they approach the limit, and how good they are.
public struct FieldWalk: Sendable {
  /// The line, from where it is regular.
  public let line: FieldLine
  /// The step of the line asked for that is singular, the last of them; nil for a regular line. `line` begins after it.
  public let boundary: Int?
  /// Steps of the walk.
  public let depth: Int
  /// The continued fraction of the line; where its first step alone is singular, that of the line asked for.
  public let fraction: LineFraction?
  /// The continued fraction of `line` itself.
  private let regularFraction: LineFraction?
  /// Eigenvalues of the steps.
  public let eigenvalues: FieldEigenvalues
  /// The row of the last column that is the numerator.
  public let numeratorRow: Int

  /// A walk of `depth` steps.
  ///
  /// - Parameter numerator: the row of the last column over the last one; 0 unless another quotient is wanted.
  /// - Throws: a `FieldError` where every start on the line is singular before the walk could begin.
  public init(_ line: FieldLine, depth: Int = 1000, numerator: Int = 0) throws(FieldError) {
    guard (8...1_000_000).contains(depth) else {
      throw FieldError("a walk of \(depth) steps", remedy: "between 8 and 1000000 steps")
    }
    (self.depth, numeratorRow) = (depth, numerator)
    let singular = line.singularSteps.filter { $0 < 2 * depth }
    boundary = singular.last
    guard let last = singular.last else {
      self.line = line
      let own = LineFraction(line)
      (fraction, regularFraction) = (own, own)
      eigenvalues = FieldEigenvalues(line.step)
      return
    }
    let start = zip(line.start, line.direction).map { $0 + Rational(Integer($1 * (last + 1))) }
    let given = Dictionary(uniqueKeysWithValues: zip(line.field.parameters.map(\.name), line.parameters))
    self.line = try FieldLine(line.field, parameters: given, start: start, direction: line.direction)
    regularFraction = LineFraction(self.line)
    fraction = last == 0 ? LineFraction(line) ?? regularFraction : regularFraction
    eigenvalues = FieldEigenvalues(self.line.step)
  }

  /// The convergent at `depth` and δ there, against the convergent at twice the depth.
  public var measurement: FieldMeasurement {
    measurements(at: [depth]).first
      ?? FieldMeasurement(depth: depth, delta: nil, logError: .nan, logDenominator: .nan)
  }

  /// δ at several depths, in increasing order, against the convergent at twice the last.
  public func measurements(at depths: [Int]) -> [FieldMeasurement] {
    guard let last = depths.last else { return [] }
    var convergents = FieldConvergents(line, numerator: numeratorRow)
    let sampled = depths.map { depth in
      convergents.advance(to: depth)
      return (depth: depth, p: convergents.numerator, q: convergents.denominator)
    }
    convergents.advance(to: 2 * last)
    let (p, q) = (convergents.numerator, convergents.denominator)
    let logQ = q.logMagnitude
    return sampled.map { sample in
      let difference = (sample.p * q - p * sample.q).logMagnitude
      let logDenominator = sample.q.logMagnitude
      let error = difference - logQ - logDenominator
      let reduced = logDenominator - sample.p.gcd(sample.q).logMagnitude
      return FieldMeasurement(
        depth: sample.depth, delta: Dynamics.delta(error: error, growth: reduced), logError: error,
        logDenominator: reduced)
    }
  }

  /// δ in the limit as eigenvalues and the growth of reduced denominators between the last two measurements predict it;
  /// nil where errors do not fall exponentially, or denominators do not grow.
  public func predictedDelta(_ measured: [FieldMeasurement]) -> Double? {
    guard measured.count > 1, let last = measured.last, eigenvalues.rate.isFinite, eigenvalues.rate > 0 else {
      return nil
    }
    let before = measured[measured.count - 2]
    let growth = (last.logDenominator - before.logDenominator) / Double(last.depth - before.depth)
    return growth.isFinite && growth > 1e-6 ? eigenvalues.rate / growth - 1 : nil
  }

  /// The limit of the line with at least `digits` digits, where they can be had.
  ///
  /// For rank 2 the limit is a Möbius image of that of the continued fraction, whose digits are forced; it has to agree
  /// with the convergents. Otherwise digits are those on which deep convergents agree.
  public func limit(digits: Int) -> FieldLimit? {
    if let certified = certified(digits: digits) { return certified }
    return numeric(digits: digits)
  }

  private func certified(digits: Int) -> FieldLimit? {
    guard let own = regularFraction, let map = own.map else { return nil }
    if let exact = exactLimit(own.fraction, map), agrees(Ball(exact, bits: 256)) {
      return FieldLimit(value: Ball(exact, bits: 64 + 4 * digits), exact: exact, isCertified: true)
    }
    guard let ball = enclosure(own.fraction, map, digits: digits), agrees(ball) else { return nil }
    return FieldLimit(value: ball, exact: nil, isCertified: true)
  }

  /// The limit where that of the fraction is proved to be rational; nil elsewhere and at infinity.
  private func exactLimit(_ fraction: ContinuedFraction, _ map: MoebiusMap) -> Rational? {
    switch try? fraction.evaluate(digits: 10).outcome {
    case .rational(let value)?, .terminates(let value?)?: map(value)
    default: nil
    }
  }

  private func enclosure(_ fraction: ContinuedFraction, _ map: MoebiusMap, digits: Int) -> Ball? {
    for extra in [12, 40, 120] {
      guard let evaluation = try? fraction.evaluate(digits: digits + extra), let limit = evaluation.enclosure
      else {
        return nil
      }
      let image = map(limit)
      if image.isFinite, image.relativeDigits >= digits { return image }
    }
    return nil
  }

  /// Whether the convergents tend to a number, as far as two of them tell.
  private func agrees(_ limit: Ball) -> Bool {
    guard numeratorRow == 0 else { return false }
    var convergents = FieldConvergents(line)
    let quotients = [60, 120].map { depth in
      convergents.advance(to: depth)
      return Ball(convergents.numerator, bits: 256) / Ball(convergents.denominator, bits: 256)
    }
    let step = (quotients[1] - quotients[0]).magnitude
    return
      !((quotients[1] - limit).magnitude - step * 20
      - Ball(Rational(1, Integer(1).shifted(left: 200)), bits: 256))
      .isPositive
  }

  private func numeric(digits: Int) -> FieldLimit? {
    var depth = max(64, min(self.depth, 256))
    while depth <= 65_536 {
      guard let limit = numericLimit(depth: depth) else { return nil }
      if limit.value.relativeDigits >= digits { return limit }
      if depth >= 512, limit.value.relativeDigits < 3 { return nil }
      depth *= 2
      if limit.bits > 4_000_000 { return limit }
    }
    return numericLimit(depth: depth / 2)
  }

  private func numericLimit(depth: Int) -> FieldLimit? {
    var convergents = FieldConvergents(line, numerator: numeratorRow)
    var quotients: [Rational] = []
    for target in [depth * 3 / 4, depth] {
      convergents.advance(to: target)
      guard !convergents.denominator.isZero else { return nil }
      quotients.append(Rational(convergents.numerator, convergents.denominator))
    }
    let size = quotients[1].denominator.bitWidth
    let difference = quotients[1] - quotients[0]
    let bits = min(2_000_000, max(128, 64 - (Ball(difference, bits: 64).magnitudeExponent ?? -size)))
    let error = Ball(difference, bits: 64).magnitude
    return FieldLimit(
      value: Ball(quotients[1], bits: bits).widened(by: error), exact: nil, isCertified: false,
      bits: size)
  }
}

/// The limit of a line.
public struct FieldLimit: Sendable {
  /// Encloses the limit; where it is not certified, as far as convergents tell.
  public let value: Ball
  /// The limit where it is proved to be a fraction.
  public let exact: Rational?
  /// Whether every digit is forced.
  public let isCertified: Bool
  /// Size of the denominators that were used.
  var bits = 0
}

/// A convergent of a line.
public struct FieldMeasurement: Sendable, Equatable {
  /// Steps.
  public let depth: Int
  /// δ with p/q reduced; nil where it is not defined.
  public let delta: Double?
  /// ln of the distance to the limit.
  public let logError: Double
  /// ln of the reduced denominator.
  public let logDenominator: Double

  /// −ln error for each step.
  public var rate: Double? { logError.isFinite ? -logError / Double(depth) : nil }
  /// Decimal digits gained with each step.
  public var digitsPerStep: Double? { rate.map { $0 / Digits.naturalLogOfTen } }
}
