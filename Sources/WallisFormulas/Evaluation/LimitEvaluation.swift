internal import WallisArithmetic

/// One evaluation of an infinite convergent fraction with a positive leading coefficient of a.
///
/// Every value comes from a proved enclosure of a tail: from the coefficients alone (`ConvergentEnclosure`), or, where
/// contraction is slow, from the tail series with its proved radius. Both are carried to the value in ball arithmetic,
/// and a computation on another path must agree. Precision is raised until the digits are forced; the outcome is
/// `undetermined` if they never are.
struct LimitEvaluation {
  let fraction: ContinuedFraction
  let classification: Classification
  let digits: Int
  let limits: EvaluationLimits
  /// Bits of the coefficients: a finite limit other than 0 is not expected to be smaller than this allows.
  private let coefficientBits: Int
  /// What the attempts have cost.
  var work: EvaluationWork

  init(
    _ fraction: ContinuedFraction, _ classification: Classification, digits: Int, limits: EvaluationLimits
  ) throws(ResourceLimit) {
    (self.fraction, self.classification) = (fraction, classification)
    (self.digits, self.limits, work) = (digits, limits, EvaluationWork(limits))
    coefficientBits = max(fraction.a.coefficientBits, fraction.b.coefficientBits)
    guard coefficientBits <= 400 else {
      throw ResourceLimit(
        "coefficients of \(coefficientBits) bits are beyond what is evaluated",
        remedy: "keep them below 2^400")
    }
  }

  /// Bits for the digits asked for.
  var targetBits: Int { Int((Double(digits) * Digits.bitsEach).rounded(.up)) + 16 }

  /// 1/|V| and |V| below 2^(−this) are no longer told from zero.
  private var zeroBits: Int { max(2 * targetBits, 200) + 8 * coefficientBits }

  mutating func result() throws(ResourceLimit) -> Evaluation {
    var (bits, ceiling) = (targetBits, 2 * zeroBits + 64)
    var isExtended = false
    while true {
      if let attempt = try enclosed(bits: bits) { return attempt }
      if let attempt = try series(bits: bits) { return attempt }
      bits += max(48, bits / 2)
      if bits > ceiling, !isExtended { (ceiling, isExtended) = (ceiling + lostBits, true) }
      if bits > ceiling { break }
    }
    return Evaluation(
      outcome: .undetermined("no enclosure forced \(digits) digits"),
      convergence: classification.convergence, verification: .coefficients)
  }

  /// Bits that cancellation may cost where a or the discriminant changes sign at large n, as far as they are afforded.
  private var lostBits: Int {
    guard let first = ConvergentEnclosure.firstCertifiedDepth(fraction), first > 1 else { return 0 }
    let depth = min(first, limits.terms)
    return Int(min(2 * ContractionEstimate(fraction).bits(to: depth), 2e9 / Double(depth)))
  }

  // MARK: Enclosures

  /// Nil where contraction is too slow for these bits, and where they did not suffice.
  mutating func enclosed(bits: Int) throws(ResourceLimit) -> Evaluation? {
    guard let contracted = directDepth(bits: bits),
      let first = ConvergentEnclosure.firstCertifiedDepth(fraction)
    else { return nil }
    var depth = max(first, contracted)
    try limits.check(terms: Double(depth), digits: digits)
    var product = BallProduct(fraction, bits: bits + guardBits, block: exactBlock(bits: bits))
    for _ in 0..<8 {
      if !isBalanced { try work.add(terms: depth, bits: bits, digits: digits) }
      product.extend(to: depth)
      let enclosure = ConvergentEnclosure(fraction, product: product)
      let check = depth + depth / 8 + 11
      let verification = Verification.enclosure(depth: depth, checkedAt: check)
      if let evaluation = judge(enclosure, verification, check: { convergent(depth: check, bits: $0) }) {
        return evaluation
      }
      let known = max(product.p.relativeDigits, product.q.relativeDigits)
      if known < digits + 4 || (enclosure.value?.relativeDigits ?? 0) > digits + 16 { return nil }
      depth += depth * 3 / 10 + 4
      try limits.check(terms: Double(depth), digits: digits)
    }
    return nil
  }

  /// Depth at which contraction alone supplies the digits; nil where that is too deep for a class with a tail series.
  private func directDepth(bits: Int) -> Int? {
    let estimate = ContractionEstimate(fraction)
    switch classification.kind {
    case .factorial, .exponential:
      return estimate.depth(bits: Double(bits + 24), limit: limits.terms) ?? limits.terms + 1
    case .doubleRootFirstOrder, .numeratorFirstOrder, .numeratorSecondOrder:
      let (bits, limit) = (Double(bits + 24), 40_000)
      return estimate.mayReach(bits: bits, limit: limit) ? estimate.depth(bits: bits, limit: limit) : nil
    default: return nil
    }
  }

  private var isBalanced: Bool {
    classification.kind == .exponential || classification.kind == .factorial
  }

  /// Bits beyond the target: products cancel more where the characteristic roots are equal.
  var guardBits: Int { isBalanced ? 64 : 192 }

  /// Steps multiplied exactly: few where rounding early is cheap and harmless.
  func exactBlock(bits: Int) -> Int { isBalanced ? max(48, bits / 64) : max(1024, bits / 4) }

  // MARK: Judging

  /// The evaluation by an enclosure that forces the digits, and agrees with the value of `check` at a precision; nil
  /// otherwise.
  func judge(
    _ enclosure: ConvergentEnclosure, _ verification: Verification, check: (_ bits: Int) -> Ball
  ) -> Evaluation? {
    if let value = enclosure.value, let forced = value.decimal(digits: digits) {
      guard agrees(value, forced, with: check(value.bits)) else { return nil }
      return Evaluation(
        outcome: .value, enclosure: value, convergence: classification.convergence,
        verification: verification)
    }
    return vanishing(enclosure)
  }

  /// A limit that cannot be told from 0 or from ∞ at `zeroBits`: proved, or undetermined.
  private func vanishing(_ enclosure: ConvergentEnclosure) -> Evaluation? {
    if let value = enclosure.value, isNegligible(value) {
      if case .rational(0)? = ExactLimit(fraction) { return proved(.rational(0)) }
      return undecided("0 to \(decimals) decimals, not proved to be 0")
    }
    if let inverse = enclosure.inverse, isNegligible(inverse) {
      if case .infinite? = ExactLimit(fraction) { return proved(.infinite) }
      return undecided("beyond 10^\(decimals) in modulus, not proved to be infinite")
    }
    return nil
  }

  private var decimals: Int { Digits.roundedDown(bits: zeroBits) }

  private func isNegligible(_ value: Ball) -> Bool {
    guard value.isFinite, let size = value.magnitudeExponent else { return value.isExact }
    return size < -zeroBits
  }

  private func proved(_ outcome: Outcome) -> Evaluation {
    Evaluation(
      outcome: outcome, enclosure: outcome == .infinite ? nil : Ball(0, bits: targetBits),
      convergence: classification.convergence, verification: .exact)
  }

  private func undecided(_ reason: String) -> Evaluation {
    Evaluation(
      outcome: .undetermined(reason), convergence: classification.convergence, verification: .coefficients)
  }

  /// Whether a value of another path rounds to the same digits, or to their neighbours where it lies at a tie.
  private func agrees(_ value: Ball, _ forced: DecimalNumber, with other: Ball) -> Bool {
    if other.decimal(digits: digits) == forced { return true }
    guard other.isFinite, let size = value.magnitudeExponent else { return false }
    guard let distance = (value - other).magnitudeExponent else { return true }
    return distance < size - targetBits + 8
  }

  /// The convergent by another path: the recurrence, or beyond 2,000 digits, where that is slow, exact blocks from
  /// the right.
  private func convergent(depth: Int, bits: Int) -> Ball {
    if digits > 2000 { return BackwardBlocks.convergent(fraction, depth: depth, bits: bits + 96) }
    var recurrence = ForwardRecurrence(fraction, bits: bits + 96)
    return recurrence.convergent(depth: depth)
  }
}
