internal import RealModule
internal import WallisArithmetic

/// One evaluation of an infinite convergent fraction with a positive leading coefficient of a.
///
/// Precision is raised until two evaluations force the digits; the outcome is `undetermined` if they never do.
struct LimitEvaluation {
  let fraction: ContinuedFraction
  let classification: Classification
  let digits: Int
  let limits: EvaluationLimits
  /// Bits of the coefficients: a finite limit other than 0 is not smaller than this allows.
  private let coefficientBits: Int

  init(
    _ fraction: ContinuedFraction, _ classification: Classification, digits: Int, limits: EvaluationLimits
  ) throws(ResourceLimit) {
    (self.fraction, self.classification) = (fraction, classification)
    (self.digits, self.limits) = (digits, limits)
    coefficientBits = max(fraction.a.coefficientBits, fraction.b.coefficientBits)
    guard coefficientBits <= 400 else {
      throw ResourceLimit(
        "coefficients of \(coefficientBits) bits are beyond what is evaluated",
        remedy: "keep them below 2^400")
    }
  }

  /// Bits for the digits asked for.
  private var targetBits: Int { Int((Double(digits) * Digits.bitsEach).rounded(.up)) + 16 }

  /// 1/|V| and |V| below 2^(−this) count as zero.
  private var zeroBits: Int { max(2 * targetBits, 200) + 8 * coefficientBits }

  func result() throws(ResourceLimit) -> Evaluation {
    var bits = targetBits
    while bits <= 2 * zeroBits + 64 {
      let attempt = try certifies(bits) ? enclosed(bits: bits) : series(bits: bits)
      if let attempt { return attempt }
      bits += max(48, bits / 2)
    }
    return Evaluation(
      outcome: .undetermined("two evaluations did not agree on \(digits) digits"),
      convergence: classification.convergence, verification: .coefficients)
  }

  /// True for classes whose contraction alone supplies the digits at an affordable depth.
  private func certifies(_ bits: Int) throws(ResourceLimit) -> Bool {
    switch classification.kind {
    case .factorial, .exponential: return true
    case .doubleRootFirstOrder, .numeratorFirstOrder: return directDepth(bits: bits) <= 40_000
    default: return false
    }
  }

  /// Depth at which the error of a sub-exponential class has contracted to 2^(−bits), from its rate c√n.
  private func directDepth(bits: Int) -> Double {
    let root = 0.6931471805599453 * Double(bits + 24) / subexponentialRate
    return root * root
  }

  /// c of the error e^(−c√n): 4√C for s = −1, 2|A|/√B for s = 1.
  var subexponentialRate: Double {
    let coefficient = classification.discriminantCoefficient?.approximation ?? 1
    return classification.discriminantDegree == 1
      ? 4 / coefficient.squareRoot() : 4 * coefficient.squareRoot()
  }

  // MARK: Enclosures

  func enclosed(bits: Int) throws(ResourceLimit) -> Evaluation? {
    guard let first = ConvergentEnclosure.firstCertifiedDepth(fraction) else { return nil }
    let estimate = ContractionEstimate(fraction).depth(bits: Double(bits + 24), limit: limits.terms)
    var depth = max(first, estimate ?? limits.terms + 1)
    try limits.check(terms: Double(depth), digits: digits)
    var product = BallProduct(fraction, bits: bits + guardBits, block: exactBlock(bits: bits))
    for _ in 0..<8 {
      product.extend(to: depth)
      let enclosure = ConvergentEnclosure(fraction, product: product, bits: bits)
      if let evaluation = judge(enclosure) { return evaluation }
      if let radius = enclosure.value?.relativeDigits, radius > digits + 16 { return nil }
      depth += depth * 3 / 10 + 4
      try limits.check(terms: Double(depth), digits: digits)
    }
    return nil
  }

  private var isBalanced: Bool {
    classification.kind == .exponential || classification.kind == .factorial
  }

  /// Bits beyond the target: products cancel more where the characteristic roots are equal.
  private var guardBits: Int { isBalanced ? 64 : 192 }

  /// Steps multiplied exactly: few where rounding early is cheap and harmless.
  private func exactBlock(bits: Int) -> Int { isBalanced ? max(48, bits / 64) : max(1024, bits / 4) }

  private func judge(_ enclosure: ConvergentEnclosure) -> Evaluation? {
    if let value = enclosure.value, let forced = value.decimal(digits: digits) {
      let check = checkDepth(enclosure.depth)
      guard agrees(forced, with: checkValue(depth: check)) else { return nil }
      return Evaluation(
        outcome: .value, enclosure: value, convergence: classification.convergence,
        verification: .enclosure(depth: enclosure.depth, checkedAt: check))
    }
    return vanishing(enclosure)
  }

  /// The value 0 or ∞ when one of them cannot be excluded at `zeroBits`.
  private func vanishing(_ enclosure: ConvergentEnclosure) -> Evaluation? {
    let check = checkDepth(enclosure.depth)
    let verification = Verification.enclosure(depth: enclosure.depth, checkedAt: check)
    if let value = enclosure.value, isNegligible(value),
      isNegligible(recurrenceValue(depth: check, bits: zeroBits + 128))
    {
      return Evaluation(
        outcome: .value, enclosure: value, convergence: classification.convergence, verification: verification
      )
    }
    if let inverse = enclosure.inverse, isNegligible(inverse),
      isNegligible(recurrenceValue(depth: check, bits: zeroBits + 128).inverse)
    {
      return Evaluation(
        outcome: .infinite, convergence: classification.convergence, verification: verification)
    }
    return nil
  }

  private func isNegligible(_ value: Ball) -> Bool {
    guard value.isFinite, let size = value.magnitudeExponent else { return value.isExact }
    return size < -zeroBits
  }

  private func checkDepth(_ depth: Int) -> Int { depth + depth / 8 + 11 }

  /// The convergent by another path: the recurrence, or beyond 2,000 digits, where that is slow, exact blocks from
  /// the right.
  private func checkValue(depth: Int) -> Ball {
    digits > 2000
      ? BackwardBlocks.convergent(fraction, depth: depth, bits: targetBits + 160)
      : recurrenceValue(depth: depth, bits: targetBits + 160)
  }

  private func recurrenceValue(depth: Int, bits: Int) -> Ball {
    var recurrence = ForwardRecurrence(fraction, bits: bits)
    return recurrence.convergent(depth: depth)
  }

  private func agrees(_ forced: DecimalNumber, with value: Ball) -> Bool {
    value.decimal(digits: digits) == forced
  }

  // MARK: Tail series

  func series(bits: Int) throws(ResourceLimit) -> Evaluation? {
    let decimals = Digits.covering(bits: Double(bits))
    let plan = SeriesPlan(classification, rate: subexponentialRate, digits: decimals)
    for attempt in 0..<6 {
      let (first, second) = (plan.start(attempt), plan.check(attempt))
      try limits.check(terms: second.depth, digits: digits)
      let work = bits + 96 + 2 * Int(second.depth).bitWidth
      let tail = TailSeries(fraction, classification: classification, terms: second.terms, bits: work)
      let rough = value(tail, Int(first.depth), first.terms, bits: work)
      let fine = value(tail, Int(second.depth), second.terms, bits: work)
      guard rough.isFinite, fine.isFinite else { continue }
      let enclosure = fine.widened(by: ((fine - rough).magnitude * 8).rounded(toBits: 64))
      let verification = Verification.series(
        depth: Int(first.depth), terms: first.terms, checkedAt: Int(second.depth), checkTerms: second.terms)
      if enclosure.decimal(digits: digits) != nil || isNegligible(enclosure) {
        return Evaluation(
          outcome: .value, enclosure: enclosure, convergence: classification.convergence,
          verification: verification)
      }
      if isNegligible(rough.inverse), isNegligible(fine.inverse) {
        return Evaluation(
          outcome: .infinite, convergence: classification.convergence, verification: verification)
      }
      if enclosure.relativeDigits > digits + 8 { return nil }
    }
    return nil
  }

  private func value(_ tail: borrowing TailSeries, _ depth: Int, _ terms: Int, bits: Int) -> Ball {
    var recurrence = ForwardRecurrence(fraction, bits: bits)
    return recurrence.value(tail: tail.value(at: depth, terms: terms), at: depth, fraction: fraction)
  }
}

/// Depths and numbers of terms of the tail series for a number of digits, enlarged from attempt to attempt.
///
/// Measured 2026-11 on the members of degree ≤ 2 with coefficients up to 5: every one reaches its digits at the
/// first attempt.
struct SeriesPlan {
  private let depth: Double
  private let terms: Double
  private let growsTerms: Bool

  init(_ classification: Classification, rate: Double, digits: Double) {
    switch classification.discriminantDegree {
    case -1:
      let root = 0.7 * (digits + 4) * 2.302585 / rate
      (depth, terms, growsTerms) = (max(100, root * root), 0.35 * digits + 10, false)
    case 1: (depth, terms, growsTerms) = (30 * digits + 50, 0.75 * digits + 6, true)
    default: (depth, terms, growsTerms) = (10 * digits + 50, 0.5 * digits + 6, true)
    }
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
