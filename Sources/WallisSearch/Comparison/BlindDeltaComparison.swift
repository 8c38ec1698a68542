internal import WallisFormulas

/// A row of the authors' table beside our own measurement: where the two disagree, and why.
///
/// Our numbers follow the authors' depths and abscissae (see `ListedMetrics`), without the two peculiarities of their
/// code. A disagreement counts as explained only where following the peculiarity gives their number.
public struct BlindDeltaComparison: Sendable {
  /// A number that differs by more than the conventions can.
  public struct Disagreement: Sendable, Hashable {
    /// Name of the column.
    public let quantity: String
    /// What the table says.
    public let theirs: String
    /// What we measure.
    public let ours: String
    /// Why they differ; nil where that is not known.
    public let explanation: String?
  }

  /// What the table says.
  public let row: BlindDeltaRow
  /// Our measurement in our own conventions, as searches store it.
  public let formula: MeasuredFormula
  /// Where the two disagree, in the order of the columns.
  public let disagreements: [Disagreement]
  /// Why neither of the two gives δ; nil where at least one does.
  public let unmeasured: String?

  /// Measures the formula of a row and compares.
  public init(_ row: BlindDeltaRow, measurer: inout some CandidateMeasurer, depths: (n: Int, m: Int)) {
    let candidate = Candidate(member: row.a, b: row.b)
    let dynamics = measurer.measure(a: candidate.a, b: candidate.b)
    self.row = row
    formula = MeasuredFormula(
      key: candidate.key, canonicalKey: candidate.formula.canonicalKey, signs: candidate.signs,
      dynamics: dynamics, depth: depths.n, against: depths.m)
    let isMeasured = row.isMeasured || dynamics.delta != nil
    unmeasured = isMeasured ? nil : ExitReason.of(dynamics, findings: nil)
    let comparer = RowComparer(
      row: row, dynamics: dynamics, isMirror: candidate.signs == .minus,
      fraction: ContinuedFraction(a: row.a, b: row.b))
    disagreements = comparer.convergence() + comparer.limit() + comparer.numbers()
  }
}
