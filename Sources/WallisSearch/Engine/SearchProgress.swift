/// State of a running search, sampled; counts of formulas include mirrors.
public struct SearchProgress: Sendable, Equatable {
  /// Formulas of the rounds so far.
  public var candidates: Int
  /// Formulas looked at, earlier runs of the job included.
  public var scanned: Int
  /// Formulas looked at by this run: divide by its seconds for the rate.
  public var scannedNow: Int
  /// Findings so far, earlier runs included.
  public var findings: Int
  /// Chunks stored, earlier runs included.
  public var chunksDone: Int
  /// Chunks of the rounds so far.
  public var chunkCount: Int
}

/// What a run of a search left; counts of formulas include mirrors.
public struct SearchSummary: Sendable {
  /// Number of the job.
  public var job: Int
  /// What was asked.
  public var request: any SearchMethod
  /// Members of the rounds so far; of the whole job when it is finished.
  public var candidates: Int
  /// Formulas that the job stored, earlier runs included.
  public var stored: Int
  /// Members looked at by this run.
  public var scannedNow: Int
  /// Exits of all members stored; adds up to `candidates` when the job is finished.
  public var funnel: Funnel
  /// How many findings the job has.
  public var findingCount: Int
  /// Findings of the job in order of their formula keys; none where they were not wanted.
  public var findings: [Discovery]
  /// What the method says beside: the `Figures` of its units.
  public var figures: any Sendable
  /// True when every round is done; otherwise `resume` goes on.
  public var isFinished: Bool

  /// Relations found on random numbers by the same effort, over all findings.
  public var decoyHits: Int { findings.reduce(0) { $0 + $1.evidence.decoyHits } }
}

/// How urgently a search should end.
public enum Interruption: Int, Sendable, Comparable {
  /// Go on.
  case none
  /// Finish and store the chunks that are being measured, then end.
  case afterRunningChunks
  /// Drop the chunks that are being measured and end.
  case now

  /// Less urgent comes first.
  public static func < (x: Interruption, y: Interruption) -> Bool { x.rawValue < y.rawValue }
}
