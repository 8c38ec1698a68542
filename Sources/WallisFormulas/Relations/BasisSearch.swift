internal import WallisArithmetic

/// One run over the bases for one number: hits, negative knowledge, decoys, and the grades that follow.
struct BasisSearch {
  private let target: SearchTarget
  private let prepared: PreparedConstants
  private var findings: [ClosedFormFinding] = []
  private var excluded: [IdentificationReport.Excluded] = []
  private var candidatesTried = 0
  private var basesTried = 0
  private let second: SecondEvaluation

  init(target: SearchTarget, prepared: PreparedConstants) {
    (self.target, self.prepared) = (target, prepared)
    second = SecondEvaluation(target.recompute)
  }

  /// Searches basis after basis until a conjecture is found.
  mutating func run() {
    let simple = [RelationTerms.rational, RelationTerms.quadratic]
    for make in simple where scan(make(target)) { return finish() }
    for entry in prepared.entries {
      let terms = RelationTerms.moebius(entry.constant, value: value(of: entry), target)
      if scan(terms) { break }
    }
    finish()
  }

  private func value(of entry: PreparedConstants.Entry) -> Ball {
    let needed = SearchTarget.bits(digits: target.fullDigits) + abs(target.exponent) + 64
    return needed <= prepared.bits ? entry.value : entry.constant.ball(bits: needed)
  }

  /// True when the basis gave what will be a conjecture unless decoys speak against it.
  private mutating func scan(_ terms: RelationTerms) -> Bool {
    let scan = LatticeScan(terms, target)
    basesTried += 1
    candidatesTried += scan.examined
    if let exponent = scan.excludedExponent, exponent > 0 {
      excluded.append(IdentificationReport.Excluded(basis: terms.basis, exponent: exponent))
    }
    guard let hit = scan.hit, let form = terms.closedForm(hit.relation, near: target.value) else {
      return false
    }
    let finding = self.finding(hit, form, terms.basis)
    findings.append(finding)
    return finding.grade >= .conjecture
  }

  private func evaluate(_ form: ClosedForm, digits: Int) -> Ball {
    form.ball(bits: SearchTarget.bits(digits: digits) + 16) { prepared.value(of: $0, bits: $1) }
  }

  private func finding(_ hit: LatticeScan.Hit, _ form: ClosedForm, _ basis: RelationBasis)
    -> ClosedFormFinding
  {
    let agreement = target.agreement(with: evaluate(form, digits: target.supplied))
    var evidence = RelationEvidence(
      digitsSupplied: target.supplied, digitsMatched: agreement,
      digitsConsumed: digitsConsumed(by: hit.relation), candidatesTried: candidatesTried,
      basesTried: basesTried, check: .predicted(found: hit.found))
    if !target.isComplete(agreement) {
      evidence.check = .contradicted(found: hit.found, at: agreement + 1)
    } else if target.typed == nil {
      verify(form, found: hit.found, &evidence)
    }
    let formula = evaluate(form, digits: evidence.digitsSupplied)
    let known = target.typed == nil ? second.value ?? target.value : target.value
    evidence.residualExponent = residual(formula, known)
    return ClosedFormFinding(formula: form, basis: basis, relation: hit.relation, evidence: evidence)
  }

  /// Compares the formula with the second evaluation, at the digits that it delivers.
  private func verify(_ form: ClosedForm, found: Int, _ evidence: inout RelationEvidence) {
    evidence.check = .unverified(found: target.supplied)
    guard let value = second.value, value.isFinite else { return }
    let digits = min(value.relativeDigits, 2 * target.supplied)
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
    (formula - value).magnitudeExponent.map { Int((Double($0) * 0.30102999566398119).rounded(.up)) }
  }

  /// Puts decoys through the bases that gave findings, and fills in what only the whole run knows.
  private mutating func finish() {
    guard let found = findings.map(\.evidence.found).max() else { return }
    let hits = DecoySearch(
      target: target, prepared: prepared, candidatesTried: candidatesTried, found: found)
    var moebius: Int?
    for index in findings.indices {
      let count: Int
      if case .moebius = findings[index].basis {
        count = moebius ?? hits.constants()
        moebius = count
      } else {
        count = hits.numbers(findings[index].basis)
      }
      findings[index].evidence.decoysTried = prepared.entries.count
      findings[index].evidence.decoyHits = count
      findings[index].evidence.candidatesTried = candidatesTried
      findings[index].evidence.basesTried = basesTried
    }
  }

  /// The report on everything found and ruled out.
  func report() -> IdentificationReport {
    IdentificationReport(
      candidates: findings, excluded: excluded, digitsSupplied: target.supplied, basesTried: basesTried,
      candidatesTried: candidatesTried)
  }
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
