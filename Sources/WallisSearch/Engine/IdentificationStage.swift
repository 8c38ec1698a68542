internal import WallisFormulas
internal import WallisIdentification

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
      Discovery(formula, dynamics.value ?? "", $0)
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

/// The identifying stage for searches that keep more formulas than the search over all bases can look at: a table of
/// images of the constants for every limit, the search over all bases only where δ > 0 and the table has nothing.
///
/// - Complexity: about 0.2 ms for a limit that the table does not hold, one evaluation to 60 digits for one that it does.
struct ScreenedIdentification: Identifier {
  private let screen: ValueScreen
  private var search: any Identifier

  init(_ screen: ValueScreen, search: any Identifier) { (self.screen, self.search) = (screen, search) }

  mutating func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery] {
    guard dynamics.outcome == .value, let value = dynamics.value,
      let digits = try? DecimalInput(value)
    else { return search.identify(formula, dynamics: dynamics) }
    let findings = screen.screen(formula, value: digits).findings
    guard findings.isEmpty, let delta = dynamics.delta, delta > 0 else {
      return findings.map { Discovery(formula, value, $0) }
    }
    return search.identify(formula, dynamics: dynamics)
  }
}

extension Discovery {
  /// What a search for closed forms found about the limit of a formula.
  fileprivate init(_ formula: Formula, _ value: String, _ finding: ClosedFormFinding) {
    self.init(
      formula: formula, value: value, closedForm: finding.formula.closedForm, grade: finding.grade,
      evidence: finding.evidence.figures)
  }
}
