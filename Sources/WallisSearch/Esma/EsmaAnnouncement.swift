internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Turns approved pairs into findings: the signed fraction, and the polynomial fraction that it folds into.
struct EsmaAnnouncement {
  let scan: EsmaScan
  let known: any KnownFormulas
  let pairs: Int
  let decoyHits: Int

  /// Polynomial fractions of a higher degree stay out of the catalog: long interlacings multiply to such.
  static let highestDegree = 40

  /// Adds the findings of a pair.
  func add(_ approval: EsmaScan.Approval, to result: inout ChunkResult) {
    guard let fraction = SignedFraction(signs: approval.signs, approval.pattern.recurrence),
      let number = scan.number(approval.side), let value = number.value.decimal(digits: 30)
    else { return }
    let exponent = residual(fraction, approval.pattern, number.value)
    let evidence = evidence(approval.pattern, residual: "1e\(exponent)")
    let limit = min(approval.pattern.digits, number.value.accurateDigits) - slack(fraction, approval.pattern)
    let grade: Grade = -exponent < limit ? .noise : evidence.surplus >= 50 ? .conjecture : .suspicious
    let speed: ConvergenceClass = fraction.kind == .periodic ? .exponential : .factorial
    announce(Formula(fraction), "\(value)", number.closedForm, speed, grade, evidence, to: &result)
    guard let folded = fraction.folded, folded.fraction.a.degree <= EsmaAnnouncement.highestDegree,
      let image = image(folded, of: approval.side)
    else { return }
    announce(
      Formula(folded.fraction), image.value, image.closedForm, image.speed ?? speed, grade, evidence,
      to: &result)
  }

  private func announce(
    _ formula: Formula, _ value: String, _ closedForm: ClosedForm, _ speed: ConvergenceClass, _ grade: Grade,
    _ evidence: Evidence, to result: inout ChunkResult
  ) {
    var finding = Discovery(
      formula: formula, value: value, closedForm: closedForm, grade: grade, evidence: evidence)
    if formula.fraction != nil { finding.known = known.match(formula)?.name }
    guard !result.findings.contains(where: { $0.formula == formula && $0.closedForm == closedForm }) else {
      return
    }
    result.findings.append(finding)
    let dynamics = Dynamics(outcome: .value, convergence: speed, value: value, digits: 30)
    result.formulas.append(
      MeasuredFormula(
        key: formula.key, canonicalKey: formula.canonicalKey, signs: .plus, dynamics: dynamics, depth: 0,
        against: 0))
  }

  /// The limit of the folded fraction in terms of the constant, checked against its own evaluation.
  private func image(
    _ folded: FoldedFraction, of side: LeftHandSide
  ) -> (value: String, closedForm: ClosedForm, speed: ConvergenceClass?)? {
    // The signed fraction is |P/Q|: a negative quotient enters with the opposite sign.
    let sign: Integer = scan.isPositive(side) ? 1 : -1
    let map = [folded.image[0] * sign, folded.image[1], folded.image[2] * sign, folded.image[3]]
    guard let image = side.image(map), let number = scan.signed(image),
      let own = try? folded.fraction.evaluate(digits: 40), own.enclosure?.overlaps(number.value) == true,
      let value = number.value.decimal(digits: 30)
    else { return nil }
    return ("\(value)", number.closedForm, own.convergence)
  }

  /// log10 |number − convergent| for the convergent of all compared denominators, written out by the formula, not
  /// taken from the digits: the second way to the same value.
  private func residual(_ fraction: SignedFraction, _ pattern: PatternScan.Pattern, _ number: Ball) -> Int {
    guard let convergent = fraction.convergent(pattern.compared - 1) else { return 0 }
    let difference = number - Ball(convergent, bits: number.bits)
    return difference.magnitudeExponent.map { Digits.roundedUp(bits: $0) }
      ?? -pattern.digits
  }

  /// Digits that the last quotients of a convergent may lack.
  private func slack(_ fraction: SignedFraction, _ pattern: PatternScan.Pattern) -> Int {
    let largest = fraction.denominators(pattern.compared).map(\.bitWidth).max() ?? 0
    return 4 + largest
  }

  private func evidence(_ pattern: PatternScan.Pattern, residual: String) -> Evidence {
    Evidence(
      digitsSupplied: pattern.digits, digitsConsumed: pattern.spent, surplus: pattern.digits - pattern.spent,
      basesTried: pairs, decoyHits: decoyHits, residual: residual)
  }
}
