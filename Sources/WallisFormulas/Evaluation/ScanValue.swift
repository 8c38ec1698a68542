internal import WallisArithmetic

extension ContinuedFraction {
  /// The limit to `digits` digits by one certificate, for searches and large tables.
  ///
  /// Ordinary cases of at most 100 digits run in fixed point: `TailInterval` where contraction suffices, the tail
  /// series at two depths for power laws. Everything else is left to `evaluate`, as are all other outcomes.
  ///
  /// - Precondition: b is not zero and `digits` ≥ 5.
  public func scanValue(digits: Int) throws(ResourceLimit) -> (outcome: Outcome, value: String?, digits: Int)
  {
    let classification = Classification(self)
    if let text = fixedPointValue(classification, digits: digits) { return (.value, text, digits) }
    let evaluation = try evaluate(digits: digits)
    let decimal = evaluation.decimal(atMost: digits)
    return (evaluation.outcome, decimal?.text, decimal?.digits ?? 0)
  }

  /// The limit in fixed point; nil where that does not settle it.
  func fixedPointValue(_ classification: Classification, digits: Int) -> String? {
    guard digits >= 5, digits <= 100, let words = WordFraction(self) else { return nil }
    let text: String?
    switch classification.kind {
    case .factorial, .exponential, .doubleRootFirstOrder, .numeratorFirstOrder:
      text = tailValue(words, classification, digits: digits)
    case .numeratorSecondOrder:
      text = words.isMirror ? mirror.seriesValue(digits: digits) : seriesValue(digits: digits)
    default: return nil
    }
    guard words.isMirror, let text else { return text }
    return text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text
  }

  /// Equal characteristic roots leave ends of the tail that are far apart beside their denominators.
  private func tailValue(_ words: WordFraction, _ classification: Classification, digits: Int) -> String? {
    let reserve = classification.kind == .doubleRootFirstOrder ? 32.0 : 18
    return switch digits {
    case ...30: TailInterval<3>(words, digits: digits, reserve: reserve)?.text(digits: digits)
    case ...62: TailInterval<5>(words, digits: digits, reserve: reserve)?.text(digits: digits)
    default: TailInterval<7>(words, digits: digits, reserve: reserve)?.text(digits: digits)
    }
  }

  private func seriesValue(digits: Int) -> String? {
    let classification = Classification(self)
    return switch digits {
    case ...30: SeriesScan<3>(self, classification, digits: digits)?.text(digits: digits)
    case ...62: SeriesScan<5>(self, classification, digits: digits)?.text(digits: digits)
    default: SeriesScan<7>(self, classification, digits: digits)?.text(digits: digits)
    }
  }
}

/// The value by the tail series at two depths, carried to n = 0 in fixed point.
///
/// Both start beyond the scale of the coefficients (`SeriesPlan`) and beyond the depth from which b and the discriminant
/// keep their signs; other fractions are left to the full evaluation with its proved radius. There the distance of the
/// two results bounds the error of the finer one with room to spare (measured on all power laws of degree ≤ 2 with
/// coefficients up to 5); it is added eightfold.
struct SeriesScan<let limbs: Int> {
  private let rough: FixedPointPair<limbs>
  private let fine: FixedPointPair<limbs>

  init?(_ fraction: ContinuedFraction, _ classification: Classification, digits: Int) {
    let plan = SeriesPlan(classification, fraction, rate: 1, digits: Double(digits) + 4)
    let (first, second) = (plan.start(0), plan.check(0))
    guard let a = fraction.a.words, let b = fraction.b.words, let wordFraction = WordFraction(fraction),
      let certified = CertifiedDepth.first(wordFraction), Double(certified) <= first.depth,
      SeriesScan.size(a, second.depth) + SeriesScan.size(b, second.depth + 1)
        < Double(FixedPointPair<limbs>.largestStep)
    else { return nil }
    let tail = TailSeries(fraction, classification: classification, terms: second.terms, bits: 64 * limbs)
    guard
      let x = SeriesScan.carried(
        tail.value(at: Int(first.depth), terms: first.terms), Int(first.depth), certified, a, b),
      let y = SeriesScan.carried(
        tail.value(at: Int(second.depth), terms: second.terms), Int(second.depth), certified, a, b)
    else { return nil }
    (rough, fine) = (x, y)
  }

  private static func size(_ c: [Int], _ n: Double) -> Double {
    c.reversed().reduce(0.0) { $0 * n + Double($1.magnitude) }
  }

  private static func carried(
    _ tail: Ball, _ depth: Int, _ certified: Int, _ a: [Int], _ b: [Int]
  ) -> FixedPointPair<limbs>? {
    let scale = 64 * (limbs - 1)
    guard tail.isFinite, tail.isPositive, let size = tail.magnitudeExponent, size < 30 else { return nil }
    let p = tail.scaled(byPowerOfTwo: scale).nearestInteger
    var pair = FixedPointPair<limbs>(p: p, q: Integer(1).shifted(left: scale))
    for n in stride(from: depth - 1, through: certified, by: -1) {
      pair.step(a: horner(a, n), b: horner(b, n + 1))
    }
    var error = TruncationError(pair)
    for n in stride(from: certified - 1, through: 0, by: -1) {
      let numerator = horner(b, n + 1)
      pair.step(a: horner(a, n), b: numerator)
      error.follow(pair, b: numerator)
    }
    return error.isWithinMargin ? pair : nil
  }

  private static func horner(_ coefficients: [Int], _ n: Int) -> Int {
    var value = 0
    for index in stride(from: coefficients.count - 1, through: 0, by: -1) {
      value = value &* n &+ coefficients[index]
    }
    return value
  }

  /// The digits that both results force, with eight times their distance around the finer one.
  func text(digits: Int) -> String? {
    FixedPointPair.digits(of: fine, around: rough, factor: 8, digits: digits)
  }
}
