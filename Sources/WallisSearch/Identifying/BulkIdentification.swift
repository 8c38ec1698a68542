internal import WallisArithmetic
public import WallisFormulas
public import WallisIdentification

/// Closed forms of many stored limits, by the quick screen first and by the search over all bases where that is asked.
public struct BulkIdentification: Sendable {
  /// What is known of one formula afterwards.
  public enum Outcome: Sendable, Hashable {
    /// A closed form.
    case discovered(Discovery)
    /// No relation; each basis with the bound below which there is none.
    case excluded([Exclusion])
    /// No finite limit, or too few digits.
    case unsuitable
  }

  /// Proof that a basis holds no small relation for a number.
  public struct Exclusion: Sendable, Hashable {
    /// The basis in words.
    public var basis: String
    /// No relation has all coefficients below this: `10^9`, or a number.
    public var below: String

    /// No relation over `basis` has all coefficients below `below`.
    public init(basis: String, below: String) { (self.basis, self.below) = (basis, below) }
  }

  private let screen: ValueScreen
  private let identification: Identification?
  private let known: any KnownFormulas
  private let workers: Int

  /// - Parameters:
  ///   - identification: the search over all bases; nil for the screen alone.
  ///   - known: published formulas that findings are compared with.
  public init(
    screen: ValueScreen = ValueScreen(), identification: Identification?, known: any KnownFormulas,
    workers: Int
  ) {
    (self.screen, self.identification, self.known) = (screen, identification, known)
    self.workers = max(1, workers)
  }

  /// Name of this search for negative knowledge: a formula that has it is not searched again.
  public var name: String {
    let screened = "images of \(screen.constants) constants"
    return identification.map { "\(screened), then \($0.name)" } ?? screened
  }

  /// Outcomes in the order of the formulas; they do not depend on the number of workers.
  public func identify(_ formulas: [(formula: Formula, dynamics: Dynamics)]) -> [Outcome] {
    WorkerThreads.map(count: formulas.count, workers: workers) {
      { index in outcome(formulas[index].formula, formulas[index].dynamics) }
    }
  }

  private func outcome(_ formula: Formula, _ dynamics: Dynamics) -> Outcome {
    guard let value = dynamics.value else { return .unsuitable }
    switch dynamics.outcome {
    case .rational(let exact), .terminates(let exact?):
      return discovered(formula, value, IdentificationReport.proved(NormalForm(exact)).findings)
    case .value: break
    default: return .unsuitable
    }
    guard let digits = try? DecimalInput(value) else { return .unsuitable }
    let verdict = screen.screen(formula, value: digits)
    guard verdict.findings.isEmpty else { return discovered(formula, value, verdict.findings) }
    if identification == nil, verdict == .tooFewDigits { return .unsuitable }
    return searched(formula, value)
  }

  private func searched(_ formula: Formula, _ value: String) -> Outcome {
    let nothing = Exclusion(basis: name, below: "\(screen.height + 1)")
    guard let identification, let source = NumberSource(limitOf: formula) else {
      return .excluded([nothing])
    }
    let report = identification.identify(source, suggested: Constant.suggested(by: formula))
    guard report.best == nil else { return discovered(formula, value, report.findings) }
    return .excluded(
      [nothing] + report.condensedExclusions.map { Exclusion(basis: $0.basis, below: $0.below) })
  }

  private func discovered(_ formula: Formula, _ value: String, _ findings: [ClosedFormFinding]) -> Outcome {
    guard let best = findings.first else { return .unsuitable }
    return .discovered(
      Discovery(
        formula: formula, value: value, closedForm: best.formula.closedForm, grade: best.grade,
        evidence: best.evidence.figures, known: known.match(formula)?.name))
  }
}
