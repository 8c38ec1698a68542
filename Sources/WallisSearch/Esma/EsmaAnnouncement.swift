internal import Foundation
internal import WallisArithmetic
internal import WallisFormulas

/// Turns approved pairs into findings: the signed fraction, and the polynomial fraction that it folds into.
struct EsmaAnnouncement {
  let scan: EsmaScan
  let known: any KnownFormulas
  let pairs: Int
  let decoyHits: Int

  /// Polynomial fractions of a higher degree are not worth a row of the catalog.
  static let highestDegree = 6

  /// Adds the findings of a pair whose denominators can be written out.
  func add(_ approval: EsmaScan.Approval, to result: inout ChunkResult) {
    guard let parts = InterlacedChannels(approval.pattern.recurrence),
      let fraction = SignedFraction(signs: approval.signs, parts), let number = scan.number(approval.side),
      let value = number.value.decimal(digits: 30)
    else { return }
    let evidence = evidence(approval.pattern)
    let grade: Grade = approval.pattern.digits >= 100 ? .conjecture : .suspicious
    announce(.signed(fraction), "\(value)", number.text, grade, evidence, to: &result)
    guard let folded = fraction.folded, folded.fraction.a.degree <= EsmaAnnouncement.highestDegree,
      let image = image(folded, of: approval.side)
    else { return }
    announce(.continuedFraction(folded.fraction), image.value, image.text, grade, evidence, to: &result)
  }

  private func announce(
    _ formula: Formula, _ value: String, _ closedForm: String, _ grade: Grade, _ evidence: Evidence,
    to result: inout ChunkResult
  ) {
    var finding = Discovery(
      formula: formula, value: value, closedForm: closedForm, grade: grade, evidence: evidence)
    if case .continuedFraction = formula { finding.known = known.match(formula)?.name }
    guard !result.findings.contains(where: { $0.formula == formula && $0.closedForm == closedForm }) else {
      return
    }
    result.findings.append(finding)
    let dynamics = Dynamics(
      outcome: .value, convergence: .factorial, value: value, digits: 30)
    result.formulas.append(
      MeasuredFormula(
        key: formula.key, canonicalKey: formula.canonicalKey, signs: .plus, dynamics: dynamics, depth: 0,
        against: 0))
  }

  /// The limit of the folded fraction in terms of the constant, checked against its own evaluation.
  private func image(_ folded: FoldedFraction, of side: LeftHandSide) -> (value: String, text: String)? {
    // The signed fraction is |P/Q|: a negative quotient enters with the opposite sign.
    let sign: Integer = scan.isPositive(side) ? 1 : -1
    let map = [folded.image[0] * sign, folded.image[1], folded.image[2] * sign, folded.image[3]]
    guard let image = side.image(map), let number = scan.signed(image),
      let own = try? folded.fraction.evaluate(digits: 40).enclosure, own.overlaps(number.value),
      let value = number.value.decimal(digits: 30)
    else { return nil }
    return ("\(value)", number.text)
  }

  private func evidence(_ pattern: PatternScan.Pattern) -> Evidence {
    let consumed = (pattern.connection + pattern.initial).reduce(0.0) {
      $0 + log10(Double(abs($1)) + 1)
    }
    return Evidence(
      digitsSupplied: pattern.digits, digitsConsumed: Int(consumed.rounded(.up)),
      surplus: pattern.digits - Int(consumed.rounded(.up)), basesTried: pairs, decoyHits: decoyHits,
      residual: "1e-\(pattern.digits)")
  }
}
