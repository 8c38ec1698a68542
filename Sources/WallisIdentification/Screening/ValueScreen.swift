internal import WallisArithmetic
public import WallisFormulas

/// A quick search of closed forms for millions of stored values.
///
/// In order: what exact arithmetic proves (`ExactLimit`), small fractions, quadratic irrationals, images of the table.
/// What is found by the stored digits is a conjecture only after an evaluation of the formula to twice as many.
public struct ValueScreen: Sendable {
  /// What the screen says of a value.
  public enum Verdict: Sendable, Hashable {
    /// The limit is proved.
    case certified(NormalForm)
    /// A closed form with its evidence.
    case found(ClosedFormFinding)
    /// Nothing in the table.
    case nothing
    /// Too few digits to compare.
    case tooFewDigits

    /// The closed form with its evidence; empty where there is none.
    public var findings: [ClosedFormFinding] {
      switch self {
      case .certified(let form): IdentificationReport.proved(form).findings
      case .found(let finding): [finding]
      case .nothing, .tooFewDigits: []
      }
    }
  }

  private let table: MoebiusImages
  private let decoys: MoebiusImages
  /// Number of constants of the table.
  public let constants: Int

  /// Digits to which a formula is evaluated before anything is claimed.
  static let verifiedDigits = 60

  /// The screen by these constants.
  public init(constants: [Constant] = Constant.all, height: Int = 20, seed: UInt64 = 0x5741_4C4C_4953) {
    let prepared = PreparedConstants(constants, bits: 256, seed: seed)
    let entries = prepared.entries.filter { entry in
      if case .quadratic = entry.constant.nature { false } else { true }
    }
    table = MoebiusImages(entries.map { ($0.constant, $0.value) }, height: height)
    let meaningless = entries.enumerated().map { index, entry in
      (entry.constant, prepared.decoy(like: entry.value, bits: 256, index: index))
    }
    decoys = MoebiusImages(meaningless, height: height)
    self.constants = entries.count
  }

  /// The largest modulus of an integer of the table, for negative knowledge.
  public var height: Int { table.height }

  /// Screens the limit of a continued fraction, known to the digits typed.
  public func screen(_ fraction: ContinuedFraction, value: DecimalInput) -> Verdict {
    if let form = proved(fraction, value) { return .certified(form) }
    return compared(value) { try? fraction.evaluate(digits: $0).enclosure }
  }

  /// Screens the limit of a formula of any kind, known to the digits typed.
  public func screen(_ formula: Formula, value: DecimalInput) -> Verdict {
    if let fraction = formula.fraction { return screen(fraction, value: value) }
    guard let limit = formula.limit else { return .nothing }
    if let exact = limit.exact() { return .certified(NormalForm(exact)) }
    return compared(value, limit.enclosure)
  }

  /// What the digits say, and what `evaluation` of the formula to more of them does not contradict.
  private func compared(_ value: DecimalInput, _ evaluation: (Int) -> Ball?) -> Verdict {
    guard value.digits >= 20 else { return .tooFewDigits }
    let ball = value.ball(bits: 192)
    if let found = quadratic(ball, value.digits, evaluation) { return .found(found) }
    guard let images = table.images(equalTo: ball) else { return .tooFewDigits }
    for form in images {
      if let found = finding(form, found: value.digits, tried: table.images, evaluation, ball) {
        return .found(found)
      }
    }
    return .nothing
  }

  /// Exact arithmetic, asked for a hypergeometric solution only where the digits are those of a fraction.
  private func proved(_ fraction: ContinuedFraction, _ value: DecimalInput) -> NormalForm? {
    let limit =
      value.isSmallFraction ? ExactLimit(fraction) : ExactLimit(quadraticEquationOf: fraction)
    switch limit {
    case .rational(let value): return NormalForm(value)
    case .quadratic(let number): return NormalForm(number)
    case .infinite, nil: return nil
    }
  }

  private func quadratic(_ ball: Ball, _ digits: Int, _ evaluation: (Int) -> Ball?) -> ClosedFormFinding? {
    let target = SearchTarget(ball, digits: digits) { nil }
    guard target.isSearchable else { return nil }
    let terms = RelationTerms.quadratic(target)
    let scan = LatticeScan(terms, target, excluding: false)
    guard let hit = scan.hit, hit.isComplete,
      digitsConsumed(by: hit.relation) + Grade.conjectureSurplus < Double(digits),
      let form = terms.closedForm(hit.relation, near: ball)
    else { return nil }
    return finding(form, found: hit.found, tried: scan.examined, evaluation, ball)
  }

  /// The finding after an evaluation to `verifiedDigits`; nil where that contradicts it.
  private func finding(
    _ form: NormalForm, found: Int, tried: Int, _ evaluation: (Int) -> Ball?, _ ball: Ball
  ) -> ClosedFormFinding? {
    let digits = ValueScreen.verifiedDigits
    guard let value = evaluation(digits), value.relativeDigits >= digits - 2
    else {
      return nil
    }
    let formula = form.ball(bits: SearchTarget.bits(digits: digits) + 32)
    guard formula.overlaps(value) else { return nil }
    let (basis, relation) = form.relation
    let residual = (formula - value).magnitudeExponent.map {
      Digits.roundedUp(bits: $0)
    }
    let evidence = RelationEvidence(
      digitsSupplied: digits - 2, digitsMatched: digits - 2, digitsConsumed: digitsConsumed(by: relation),
      candidatesTried: tried, basesTried: constants + 2, decoysTried: constants,
      decoyHits: decoys.images(equalTo: ball)?.count ?? 0, residualExponent: residual,
      check: .verified(found: found))
    return ClosedFormFinding(formula: form, basis: basis, relation: relation, evidence: evidence)
  }
}

extension DecimalInput {
  /// True where the digits are those of a fraction whose denominator has at most a third of them, with at least ten
  /// digits to spare: the continued fraction of the number has a partial quotient beyond chance.
  var isSmallFraction: Bool {
    guard !significand.isZero else { return true }
    guard exponent < 0 else { return true }
    var (x, y) = (significand.magnitude, Integer.powerOfTen(-exponent))
    var (previous, denominator): (Integer, Integer) = (1, 0)
    let (room, beyondChance) = (digits * 10 / 9, digits * 10 / 9)
    while !y.isZero {
      let quotient = x.floorDivided(by: y)
      (x, y) = (y, x - quotient * y)
      (previous, denominator) = (denominator, quotient * denominator + previous)
      if denominator.bitWidth > room { return false }
      if y.isZero || x.bitWidth - y.bitWidth > beyondChance { return true }
    }
    return true
  }
}
