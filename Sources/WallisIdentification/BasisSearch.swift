internal import WallisArithmetic
internal import WallisFormulas

/// One run over the bases for one number: hits, negative knowledge, decoys, and the grades that follow.
struct BasisSearch {
  private let target: SearchTarget
  private let prepared: PreparedConstants
  private let plan: BasisPlan
  private let progress: ((SearchAdvance) -> Bool)?
  private var findings: [ClosedFormFinding] = []
  private var excluded: [IdentificationReport.Excluded] = []
  private var candidatesTried: Int
  private var basesTried: Int
  private(set) var isStopped = false
  private let second: SecondEvaluation
  /// The number itself.
  private let plain: TargetView
  /// Functions of it that were asked for; nil outside of their domains.
  private var views: [NumberMap: TargetView?] = [:]
  private let isScreened: Bool

  /// - Parameters:
  ///   - isScreened: whether bases in which nothing can be found are ruled out in machine words.
  ///   - first: the search that this one goes on from: what was tried there counts against what is found here.
  ///   - progress: told of each basis; false stops the search.
  init(
    target: SearchTarget, plan: BasisPlan, prepared: PreparedConstants, isScreened: Bool = false,
    after first: IdentificationReport? = nil, progress: ((SearchAdvance) -> Bool)? = nil
  ) {
    (self.target, self.plan, self.prepared, self.progress) = (target, plan, prepared, progress)
    self.isScreened = isScreened
    (candidatesTried, basesTried) = (first?.candidatesTried ?? 0, first?.basesTried ?? 0)
    plain = TargetView(target, isScreened: isScreened)
    second = SecondEvaluation(target.recompute)
  }

  /// Searches basis after basis until a conjecture is found, the budget is spent, or the search is stopped.
  mutating func run(budget: Int = .max) {
    for tier in plan.tiers where !isDone && isWorthwhile(tier) { search(tier, budget: budget) }
    finish()
  }

  private var isDone: Bool { isStopped || findings.contains { $0.grade >= .conjecture } }

  /// A tier so large that none of its relations could become a conjecture would only add noise.
  private func isWorthwhile(_ tier: BasisPlan.Tier) -> Bool {
    guard tier.kind != nil else { return true }
    let after = RelationEvidence(
      digitsSupplied: 0, digitsMatched: 0, digitsConsumed: 0, candidatesTried: candidatesTried + tier.count,
      basesTried: 0, check: .predicted(found: 0))
    return Double(target.supplied) >= after.requiredSurplus
  }

  private mutating func search(_ tier: BasisPlan.Tier, budget: Int) {
    var bounds: [Int] = []
    for index in 0..<tier.count where !isDone {
      guard basesTried < budget else {
        isStopped = true
        break
      }
      guard let candidate = tier.basis(index), let view = view(candidate.map) else { continue }
      if let exponent = bound(candidate, view) {
        bounds.append(exponent)
        if tier.kind == nil { exclude(candidate.basis, exponent) }
      }
      if let progress, !progress(advance) { isStopped = true }
    }
    if let kind = tier.kind, let least = bounds.min() { exclude(kind, count: bounds.count, least) }
  }

  /// Searches a basis; the exponent of what it rules out, nil where it finds something or nothing can be claimed.
  ///
  /// - Parameter view: the number or the function of it that the basis is about.
  private mutating func bound(_ candidate: BasisCandidate, _ view: TargetView) -> Int? {
    if let screen = view.screen, let miss = screen.miss(candidate.shape, values: candidate.values) {
      basesTried += 1
      candidatesTried += miss.examined
      return miss.excludedExponent
    }
    let terms = RelationTerms.make(candidate.inner, values: candidate.values, view.target)
    let scan = scan(terms, candidate.basis, view.target)
    return scan.isDependent ? nil : scan.excludedExponent
  }

  /// The number or the function of it that a basis is about; nil where it has none.
  private mutating func view(_ map: NumberMap?) -> TargetView? {
    guard let map else { return plain }
    if let known = views[map] { return known }
    let constant = map.constant.map { prepared.value(of: $0, bits: prepared.bits) }
    let view = target.mapped(by: map, constant: constant).map { TargetView($0, isScreened: isScreened) }
    // A constant is asked for once; other functions stay.
    if map.constant == nil { views[map] = .some(view) }
    return view
  }

  private var advance: SearchAdvance {
    SearchAdvance(bases: basesTried, total: plan.count, findings: findings.count)
  }

  private mutating func exclude(_ basis: RelationBasis, _ exponent: Int) {
    guard exponent > 0 else { return }
    excluded.append(IdentificationReport.Excluded(basis: basis, exponent: exponent))
  }

  /// Puts what is known of many bases into one line, together with an earlier line of the same kind.
  private mutating func exclude(_ kind: RelationBasis.Kind, count: Int, _ exponent: Int) {
    for (index, row) in excluded.enumerated() {
      guard case .each(kind, let earlier) = row.basis else { continue }
      excluded[index] = IdentificationReport.Excluded(
        basis: .each(kind, count: earlier + count), exponent: min(row.exponent, exponent))
      return
    }
    exclude(.each(kind, count: count), exponent)
  }

  private mutating func scan(
    _ terms: RelationTerms, _ basis: RelationBasis, _ target: SearchTarget
  ) -> LatticeScan {
    let scan = LatticeScan(terms, target)
    basesTried += 1
    candidatesTried += scan.examined
    if let hit = scan.hit, let form = form(hit.relation, terms, basis, target) {
      findings.append(finding(hit, form, basis))
    }
    return scan
  }

  private func form(
    _ relation: [Integer], _ terms: RelationTerms, _ basis: RelationBasis, _ target: SearchTarget
  ) -> NormalForm? {
    guard let form = terms.closedForm(relation, near: target.value) else { return nil }
    guard case .mapped(let map, _) = basis else { return form }
    return NormalForm(map, to: form, isNegative: self.target.value.isNegative)
  }

  private func evaluate(_ form: NormalForm, digits: Int) -> Ball {
    form.ball(bits: SearchTarget.bits(digits: digits) + 16) { prepared.value(of: $0, bits: $1) }
  }

  private func finding(_ hit: LatticeScan.Hit, _ found: NormalForm, _ basis: RelationBasis)
    -> ClosedFormFinding
  {
    // One wrong digit is told as such, not as a part of the number.
    let meant = target.typed == nil ? nil : found.beforeMisprint
    let form = meant ?? found
    let relation = meant?.relation.coefficients ?? hit.relation
    let agreement = target.agreement(with: evaluate(form, digits: target.supplied))
    var evidence = RelationEvidence(
      digitsSupplied: target.supplied, digitsMatched: agreement,
      digitsConsumed: digitsChosen(by: relation), candidatesTried: candidatesTried,
      basesTried: basesTried, check: .predicted(found: hit.found))
    if !target.isComplete(agreement) {
      evidence.check = .contradicted(found: hit.found, at: agreement + 1)
    } else if target.typed == nil {
      verify(form, found: hit.found, &evidence)
    }
    let formula = evaluate(form, digits: evidence.digitsSupplied)
    let known = target.typed == nil ? second.value ?? target.value : target.value
    evidence.residualExponent = residual(formula, known)
    return ClosedFormFinding(formula: form, basis: basis, relation: relation, evidence: evidence)
  }

  /// Compares the formula with the second evaluation, at the digits that it delivers.
  private func verify(_ form: NormalForm, found: Int, _ evidence: inout RelationEvidence) {
    evidence.check = .unverified(found: target.supplied)
    guard let value = second.value, value.isFinite else { return }
    let digits = min(value.relativeDigits, 2 * target.supplied + target.finest)
    guard digits > target.supplied else { return }
    let formula = evaluate(form, digits: digits)
    evidence.digitsSupplied = digits
    if formula.overlaps(value) {
      evidence.digitsMatched = digits
      if digits >= 2 * target.supplied - 4 { evidence.check = .verified(found: found) }
    } else {
      evidence.digitsMatched = min(SearchTarget.agreement(formula, value), digits - 1)
      evidence.check = .contradicted(found: found, at: evidence.digitsMatched + 1)
    }
  }

  private func residual(_ formula: Ball, _ value: Ball) -> Int? {
    (formula - value).magnitudeExponent.map { Digits.roundedUp(bits: $0) }
  }

  /// Puts decoys through the bases that gave findings, and fills in what only the whole run knows.
  private mutating func finish() {
    guard let found = findings.map(\.evidence.found).max() else { return }
    let decoys = DecoySearch(
      target: target, prepared: prepared, candidatesTried: candidatesTried, found: found,
      isScreened: isScreened)
    var counted: [RelationBasis: Int] = [:]
    for index in findings.indices {
      findings[index].evidence.candidatesTried = candidatesTried
      findings[index].evidence.basesTried = basesTried
      guard findings[index].grade > .noise else { continue }
      let basis = findings[index].basis
      let hits = counted[basis] ?? decoys.hits(basis)
      counted[basis] = hits
      findings[index].evidence.decoysTried = decoys.count
      findings[index].evidence.decoyHits = hits
    }
  }

  /// The report on everything found and ruled out.
  func report() -> IdentificationReport {
    IdentificationReport(
      candidates: findings, excluded: excluded, digitsSupplied: target.supplied, basesTried: basesTried,
      candidatesTried: candidatesTried, widest: plan.widest)
  }
}

/// A number under search, or a function of it, and what rules out bases for it in machine words.
private struct TargetView {
  let target: SearchTarget
  /// Nil where every basis is searched.
  let screen: RelationScreen?

  init(_ target: SearchTarget, isScreened: Bool) {
    self.target = target
    screen = isScreened ? RelationScreen(target) : nil
  }
}

/// How far a search has come.
public struct SearchAdvance: Sendable, Hashable {
  /// Bases searched.
  public let bases: Int
  /// Bases in all, were nothing found.
  public let total: Int
  /// Candidates that fit so far, of any grade.
  public let findings: Int
}

/// The second evaluation of a formula, made when first needed and kept.
final class SecondEvaluation {
  private let evaluate: (() -> Ball?)?
  private var cached: Ball??

  init(_ evaluate: (() -> Ball?)?) { self.evaluate = evaluate }

  var value: Ball? {
    if let cached { return cached }
    let ball = evaluate?()
    cached = .some(ball)
    return ball
  }
}
