internal import WallisFormulas

/// The identifying stage of a worker: closed forms of the limits of fractions.
///
/// The limit is evaluated afresh to as many digits as the identification asks for; one that exact arithmetic gives is
/// taken as it is. Workers share one prepared identification.
struct IdentificationStage: Identifier {
  private let identification: Identification

  init(_ identification: Identification) { self.identification = identification }

  func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery] {
    guard let source = source(formula, dynamics.outcome) else { return [] }
    return identification.identify(source, suggested: Constant.suggested(by: formula)).findings.map {
      finding in
      Discovery(
        formula: formula, value: dynamics.value ?? "", closedForm: finding.formula.closedForm,
        grade: finding.grade,
        evidence: finding.evidence.figures)
    }
  }

  private func source(_ formula: Formula, _ outcome: Outcome) -> NumberSource? {
    switch outcome {
    case .rational(let value), .terminates(let value?): .exact(value)
    case .value: NumberSource(limitOf: formula)
    default: nil
    }
  }
}
