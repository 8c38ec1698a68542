internal import RealModule
internal import WallisArithmetic

extension LimitEvaluation {
  /// The value by the tail series with its proved radius, checked by a shorter series that starts elsewhere; nil where
  /// these bits do not suffice, and for classes that need no series.
  mutating func series(bits: Int) throws(ResourceLimit) -> Evaluation? {
    guard classification.kind != .factorial, classification.kind != .exponential else { return nil }
    let plan = SeriesPlan(
      classification, fraction, rate: subexponentialRate, digits: Digits.covering(bits: Double(bits)) + 6)
    let block = exactBlock(bits: bits)
    for attempt in 0..<10 {
      let (first, second) = (plan.start(attempt), plan.check(attempt))
      let bits = bits + guardBits + 2 * Int.bitWidth
      try limits.check(terms: second.depth, digits: digits)
      let depth = Int(second.depth)
      try work.add(coefficients: second.terms, bits: bits, digits: digits)
      let tail = TailSeries(fraction, classification: classification, terms: second.terms, bits: bits)
      guard let radius = tail.radius(at: depth, terms: second.terms) else { continue }
      try work.add(terms: depth, bits: bits, digits: digits)
      var product = BallProduct(fraction, bits: bits, block: block)
      product.extend(to: depth)
      let enclosure = ConvergentEnclosure(
        fraction, product: product, tail: tail.value(at: depth, terms: second.terms), radius: radius)
      let verification = Verification.series(
        depth: depth, terms: second.terms, checkedAt: Int(first.depth), checkTerms: first.terms)
      let rough = value(tail, Int(first.depth), first.terms, bits: bits)
      if let evaluation = judge(enclosure, verification, check: { _ in rough }) { return evaluation }
      if (enclosure.value?.relativeDigits ?? 0) > digits + 8 { return nil }
    }
    return nil
  }

  private func value(_ tail: borrowing TailSeries, _ depth: Int, _ terms: Int, bits: Int) -> Ball {
    var recurrence = ForwardRecurrence(fraction, bits: bits)
    return recurrence.value(tail: tail.value(at: depth, terms: terms), at: depth, fraction: fraction)
  }

  /// c of the error e^(−c√n): 4√C for s = −1, 2|A|/√B for s = 1.
  private var subexponentialRate: Double {
    let coefficient = classification.discriminantCoefficient?.approximation ?? 1
    return classification.discriminantDegree == 1
      ? 4 / coefficient.squareRoot() : 4 * coefficient.squareRoot()
  }
}

/// Depths and numbers of terms of the tail series for a number of digits, enlarged from attempt to attempt.
///
/// A guide only: the proved radius judges. Measured 2026-11 on the members of degree ≤ 2 with coefficients up to 5: every
/// one reaches its digits at the first attempt.
struct SeriesPlan {
  private let depth: Double
  private let terms: Double
  private let growsTerms: Bool

  init(_ classification: Classification, _ fraction: ContinuedFraction, rate: Double, digits: Double) {
    let plan: (depth: Double, terms: Double, growsTerms: Bool) =
      switch classification.discriminantDegree {
      case -1: (SeriesPlan.firstOrderDepth(rate: rate, digits: digits), 0.35 * digits + 10, false)
      case 1: (30 * digits + 50, 0.75 * digits + 6, true)
      default: (10 * digits + 50, 0.5 * digits + 6, true)
      }
    let growth = max(2 * fraction.a.degree, fraction.b.degree)
    depth = max(plan.depth, 4 * SeriesPlan.scale(of: fraction, classification))
    (terms, growsTerms) = (plan.terms + Double(growth), plan.growsTerms)
  }

  private static func firstOrderDepth(rate: Double, digits: Double) -> Double {
    let root = 0.7 * (digits + 4) * 2.302585 / rate
    return max(100, root * root)
  }

  /// The n at which the coefficients below the leading ones, and the discriminant, stop mattering: beyond it each term
  /// is at most half of the leading one.
  static func scale(of fraction: ContinuedFraction, _ classification: Classification) -> Double {
    let (a, b) = (fraction.a, fraction.b)
    let growth = Double(max(2 * a.degree, b.degree)) / 2
    let head =
      b.degree > 2 * a.degree
      ? b.leading.magnitude.approximation.squareRoot() : a.leading.magnitude.approximation / 2
    var scale = 1.0
    func include(_ size: Double, _ power: Double) {
      if power > 0, size > 0 { scale = max(scale, Double.pow(2 * size, 1 / power)) }
    }
    for (k, value) in a.coefficients.enumerated() {
      include(value.magnitude.approximation / head, growth - Double(k))
    }
    for (k, value) in b.coefficients.enumerated() {
      include(value.magnitude.approximation / (head * head), 2 * growth - Double(k))
    }
    let discriminant = a * a.shifted(by: -1) + Integer(4) * b
    for (k, value) in discriminant.coefficients.enumerated() {
      include(
        value.magnitude.approximation / discriminant.leading.magnitude.approximation,
        Double(discriminant.degree - k))
    }
    if let degree = classification.discriminantDegree,
      let coefficient = classification.discriminantCoefficient
    {
      include(coefficient.magnitude.approximation / 2, Double(-degree))
      include(1 / (2 * coefficient.magnitude.approximation), Double(degree))
    }
    return scale
  }

  /// Start of the rougher evaluation.
  func start(_ attempt: Int) -> (depth: Double, terms: Int) {
    let factor = Double.pow(1.6, Double(attempt))
    return ((depth * factor).rounded(), Int(terms * (growsTerms ? Double.pow(1.15, Double(attempt)) : 1)))
  }

  /// Start of the finer evaluation.
  func check(_ attempt: Int) -> (depth: Double, terms: Int) {
    let rough = start(attempt)
    return ((rough.depth * 1.3).rounded(), rough.terms + 6)
  }
}
