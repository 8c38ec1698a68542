internal import WallisArithmetic
public import WallisFormulas

/// What the comparison of a table of the authors came to.
public struct BlindDeltaReport: Sendable {
  /// A disagreement with its formula.
  public struct Entry: Sendable {
    /// The formula of the row.
    public let formula: Formula
    /// What differs.
    public let disagreement: BlindDeltaComparison.Disagreement
  }

  /// Rows read.
  public private(set) var rows = 0
  /// Rows for which both give δ.
  public private(set) var measured = 0
  /// Rows without any disagreement.
  public private(set) var agreeing = 0
  /// Rows for which neither gives δ, by reason.
  public private(set) var unmeasured: [String: Int] = [:]
  /// Every disagreement in the order of the rows.
  public private(set) var disagreements: [Entry] = []

  /// An empty report.
  public init() {}

  /// Number of disagreements that nothing explains.
  public var unexplained: Int { disagreements.count { $0.disagreement.explanation == nil } }

  /// Adds a row.
  public mutating func add(_ comparison: BlindDeltaComparison) {
    rows += 1
    if let reason = comparison.unmeasured { unmeasured[reason, default: 0] += 1 }
    if comparison.row.isMeasured, comparison.formula.dynamics.delta != nil { measured += 1 }
    if comparison.disagreements.isEmpty { agreeing += 1 }
    let formula = Formula(ContinuedFraction(a: comparison.row.a, b: comparison.row.b))
    disagreements += comparison.disagreements.map { Entry(formula: formula, disagreement: $0) }
  }
}

extension BlindDeltaComparison {
  /// Compares rows on worker threads; the results are in the order of the rows.
  /// - Precondition: workers ≥ 1.
  public static func all(
    of rows: [BlindDeltaRow], depths: (n: Int, m: Int), workers: Int,
    measurer: @escaping @Sendable () -> any CandidateMeasurer
  ) -> [BlindDeltaComparison] {
    WorkerThreads.map(count: rows.count, workers: workers) {
      var measurer = measurer()
      return { BlindDeltaComparison(rows[$0], measurer: &measurer, depths: depths) }
    }
  }
}
