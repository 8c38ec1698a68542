internal import WallisArithmetic
public import WallisFormulas

/// What a search for closed forms of one number found, and what it ruled out.
public struct IdentificationReport: Sendable, Hashable {
  /// The one-word answer.
  public enum Verdict: Sendable, Hashable {
    /// The best grade among the findings.
    case graded(Grade)
    /// No relation; `excluded` says how far that was proved.
    case nothing
    /// The digits are too few for any conclusion; this many are needed.
    case tooFewDigits(needed: Int)

    /// The word used in JSON.
    public var word: String {
      switch self {
      case .graded(let grade): grade.rawValue
      case .nothing: "nothing"
      case .tooFewDigits: "toofewdigits"
      }
    }
  }

  /// Proof that a basis holds no small relation for this number.
  public struct Excluded: Sendable, Hashable {
    /// The basis in words, for example `(p+q*pi)/(r+s*pi)`.
    public let basis: RelationBasis
    /// Every relation over the basis has a coefficient of modulus at least 10^exponent.
    public let exponent: Int

    /// The bound as text, for example `10^9`.
    public var below: String { "10^\(exponent)" }
  }

  /// The one-word answer.
  public let verdict: Verdict
  /// Closed forms, the best grade first, then the simplest.
  public let findings: [ClosedFormFinding]
  /// Negative knowledge, in the order of search.
  public let excluded: [Excluded]
  /// Significant digits that were known.
  public let digitsSupplied: Int
  /// Bases searched.
  public let basesTried: Int
  /// Candidates examined.
  public internal(set) var candidatesTried = 0
  /// Simple forms that fit all digits of a short number, of which nothing is claimed; empty for others.
  public internal(set) var nearest: [NearForm] = []
  /// Whether the search ended before its end: bases are left.
  var isCut = false

  /// The best finding that is not noise.
  public var best: ClosedFormFinding? { findings.first }

  /// Negative knowledge in words, in the order of search; the images of many single constants are one entry with the
  /// least of their bounds.
  public var condensedExclusions: [(basis: String, below: String)] {
    let images = excluded.filter(\.basis.isImage)
    guard images.count > 10, let least = images.min(by: { $0.exponent < $1.exponent }) else {
      return excluded.map { ("\($0.basis)", $0.below) }
    }
    return excluded.compactMap { row in
      guard row.basis.isImage else { return ("\(row.basis)", row.below) }
      return row == images.first
        ? ("(p+q*c)/(r+s*c), c one of \(images.count) constants", least.below) : nil
    }
  }
}

extension IdentificationReport {
  /// Grades the candidates: noise is left out, and too few digits are told from no relation.
  init(
    candidates: [ClosedFormFinding], excluded: [Excluded], digitsSupplied: Int, basesTried: Int,
    candidatesTried: Int, widest: Int = 0
  ) {
    let kept = IdentificationReport.distinct(
      candidates.filter { $0.grade > .noise }.sorted(by: IdentificationReport.isBetter))
    self.init(
      verdict: IdentificationReport.verdict(kept, candidates, digitsSupplied, candidatesTried, widest),
      findings: kept, excluded: excluded, digitsSupplied: digitsSupplied, basesTried: basesTried,
      candidatesTried: candidatesTried)
  }

  /// Several bases hold the same number, in other words too; the best evidence speaks for it.
  private static func distinct(_ findings: [ClosedFormFinding]) -> [ClosedFormFinding] {
    var kept: [(finding: ClosedFormFinding, value: Ball)] = []
    for finding in findings {
      let value = finding.formula.ball(bits: SearchTarget.bits(digits: finding.evidence.digitsSupplied) + 200)
      guard !kept.contains(where: { $0.finding.formula == finding.formula || $0.value.overlaps(value) })
      else {
        continue
      }
      kept.append((finding, value))
    }
    return kept.map(\.finding)
  }

  /// The report of a search that went on from another one: bounds of the later one where it has them, what was tried by
  /// both.
  func following(_ first: IdentificationReport) -> IdentificationReport {
    let later = Dictionary(excluded.map { ($0.basis, $0) }, uniquingKeysWith: { $1 })
    let known = Set(first.excluded.map(\.basis))
    return IdentificationReport(
      verdict: verdict, findings: findings,
      excluded: first.excluded.map { later[$0.basis] ?? $0 } + excluded.filter { !known.contains($0.basis) },
      digitsSupplied: digitsSupplied, basesTried: basesTried, candidatesTried: candidatesTried)
  }

  private static func isBetter(_ x: ClosedFormFinding, _ y: ClosedFormFinding) -> Bool {
    x.grade != y.grade ? x.grade > y.grade : x.evidence.surplus > y.evidence.surplus
  }

  private static func verdict(
    _ kept: [ClosedFormFinding], _ candidates: [ClosedFormFinding], _ digits: Int, _ tried: Int,
    _ widest: Int = 0
  ) -> Verdict {
    if let best = kept.first { return .graded(best.grade) }
    let fitting = candidates.filter { finding in
      if case .predicted = finding.evidence.check { true } else { false }
    }
    if let needed = fitting.map(\.evidence.digitsNeeded).min() { return .tooFewDigits(needed: needed) }
    let least = IdentificationReport.digitsForAnything(tried: tried) + widest
    return digits < least ? .tooFewDigits(needed: least) : .nothing
  }

  /// Digits below which no relation at all could become a conjecture.
  private static func digitsForAnything(tried: Int) -> Int {
    RelationEvidence(
      digitsSupplied: 0, digitsMatched: 0, digitsConsumed: 0, candidatesTried: tried, basesTried: 0,
      check: .predicted(found: 0)
    ).digitsNeeded
  }

  /// The report on a number whose closed form is proved.
  public static func proved(_ form: NormalForm) -> IdentificationReport {
    let (basis, relation) = form.relation
    let evidence = RelationEvidence(
      digitsSupplied: 0, digitsMatched: 0, digitsConsumed: digitsConsumed(by: relation), candidatesTried: 1,
      basesTried: 1, check: .exact)
    let finding = ClosedFormFinding(formula: form, basis: basis, relation: relation, evidence: evidence)
    return IdentificationReport(
      verdict: .graded(.certified), findings: [finding], excluded: [], digitsSupplied: 0, basesTried: 1)
  }

  /// The report on an algebraic number of which digits found the closed form, and sizes prove it.
  static func proved(_ form: NormalForm, after search: IdentificationReport) -> IdentificationReport {
    let proved = IdentificationReport.proved(form)
    guard var finding = proved.best else { return proved }
    finding.evidence.basesTried = search.basesTried
    return IdentificationReport(
      verdict: proved.verdict, findings: [finding], excluded: [], digitsSupplied: search.digitsSupplied,
      basesTried: search.basesTried, candidatesTried: search.candidatesTried)
  }

  /// Decimals to which a ball around 0 is 0; nil where it is exact, or has none.
  static func decimals(ofZero ball: Ball) -> Int? {
    guard let size = ball.magnitudeExponent, size < 0 else { return nil }
    return Digits.roundedDown(bits: -size)
  }

  /// The report on a formula whose value is 0 to so many decimals at a first and at a second evaluation.
  static func vanishing(found: Int, decimals: Int) -> IdentificationReport {
    let evidence = RelationEvidence(
      digitsSupplied: decimals, digitsMatched: decimals, digitsConsumed: 0, candidatesTried: 1, basesTried: 1,
      residualExponent: -decimals, check: .verified(found: found))
    let form = NormalForm(Rational(0))
    let finding = ClosedFormFinding(
      formula: form, basis: form.relation.basis, relation: form.relation.coefficients, evidence: evidence)
    return IdentificationReport(
      verdict: .graded(finding.grade), findings: [finding], excluded: [], digitsSupplied: decimals,
      basesTried: 1)
  }

  /// The report on a formula that gave no digits at all.
  static let withoutDigits = IdentificationReport(
    verdict: .nothing, findings: [], excluded: [], digitsSupplied: 0, basesTried: 0)

  /// The report on a number with too few digits for any lattice, or too far from 1.
  static func tooFew(_ target: SearchTarget) -> IdentificationReport {
    let verdict = IdentificationReport.verdict([], [], target.supplied, 1)
    return IdentificationReport(
      verdict: verdict, findings: [], excluded: [], digitsSupplied: target.supplied, basesTried: 0)
  }
}

extension RelationBasis {
  /// True for the Möbius images of one constant.
  fileprivate var isImage: Bool {
    if case .moebius = self { true } else { false }
  }
}
