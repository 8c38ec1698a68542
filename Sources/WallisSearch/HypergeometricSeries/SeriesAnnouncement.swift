internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Turns relations into findings: the sum is evaluated again to more digits, as one series, and identified as any number
/// is; the evidence counts all integers of the relation, those of R among them.
struct SeriesAnnouncement {
  let request: SeriesRequest
  /// Terms of the space times constants.
  let candidates: Int
  let identification: Identification
  let known: any KnownFormulas

  /// Digits beyond those of the search, none of which had a part in finding the relation.
  private static let furtherDigits = 50
  /// Decoys in place of the constant.
  private static let decoys = 8

  /// Adds the finding and the measured series, where they are confirmed.
  func add(
    _ formula: Formula, _ found: SeriesRelations.Found, _ entry: SeriesConstants.Entry,
    _ relations: SeriesRelations, to result: inout ChunkResult
  ) {
    let digits = request.digits + SeriesAnnouncement.furtherDigits
    guard let limit = formula.limit, let value = limit.enclosure(digits),
      let source = NumberSource(limitOf: formula)
    else { return }
    let suggested = entry.constant.map { [$0] } ?? []
    guard let best = identification.identify(source, suggested: suggested).best, best.grade >= .conjecture,
      let evidence = evidence(best, found, entry, relations, value), Grade(evidence) >= .conjecture,
      let decimal = value.decimal(atMost: 30)
    else { return }
    let finding = Discovery(
      formula: formula, value: "\(decimal.value)", closedForm: best.formula.closedForm,
      grade: Grade(evidence), evidence: evidence.figures)
    result.findings += known.naming([finding], about: formula)
    result.formulas.append(
      MeasuredFormula(
        key: formula.key, canonicalKey: formula.canonicalKey, signs: .plus,
        dynamics: dynamics(formula, decimal), depth: request.depth, against: request.against))
  }

  /// What speaks for the relation after the second evaluation; nil where that contradicts the closed form.
  private func evidence(
    _ best: ClosedFormFinding, _ found: SeriesRelations.Found, _ entry: SeriesConstants.Entry,
    _ relations: SeriesRelations, _ value: Ball
  ) -> RelationEvidence? {
    let digits = request.digits + SeriesAnnouncement.furtherDigits - 2
    let closedForm = best.formula.ball(bits: Digits.bits(digits) + 64)
    guard value.relativeDigits >= digits, closedForm.overlaps(value) else { return nil }
    let hits = (0..<SeriesAnnouncement.decoys).count { index in
      relations.isHit(by: SeriesConstants.decoy(like: entry.value, index: index), tried: relations.tried)
    }
    let residual = (closedForm - value).magnitudeExponent.map { Digits.roundedUp(bits: $0) }
    return RelationEvidence(
      digitsSupplied: digits, digitsMatched: digits,
      digitsConsumed: max(found.relation.evidence.digitsConsumed, best.evidence.digitsConsumed),
      candidatesTried: candidates, basesTried: relations.tried,
      decoysTried: SeriesAnnouncement.decoys + best.evidence.decoysTried,
      decoyHits: hits + best.evidence.decoyHits, residualExponent: residual,
      check: .verified(found: request.digits))
  }

  /// Figures of Euler's fraction, whose convergents are the partial sums, with the value of the series.
  private func dynamics(_ formula: Formula, _ value: (value: DecimalNumber, digits: Int)) -> Dynamics {
    var meter = DynamicsMeter(depth: request.depth, against: request.against)
    var dynamics =
      formula.image.flatMap { try? meter.measure($0.fraction) } ?? Dynamics(outcome: .value)
    (dynamics.outcome, dynamics.value, dynamics.digits) = (.value, "\(value.value)", value.digits)
    return dynamics
  }
}
