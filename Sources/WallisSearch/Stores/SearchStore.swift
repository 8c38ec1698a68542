public import WallisFormulas

/// Where jobs are kept. Implemented by the catalog; `MemoryStore` is another, for tests and scratch runs.
public protocol JobStore {
  /// Saves a new job before any of its work is done, and numbers it.
  func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job
  /// The job with this number; throws when there is none.
  func job(_ number: Int) throws -> Job
  /// All jobs in order of their numbers.
  func jobs() throws -> [Job]
  /// The unfinished job with the highest number; nil when all are finished.
  func latestUnfinishedJob() throws -> Job?
  /// Chunks of the job that are done.
  func chunksDone(ofJob number: Int) throws -> Set<Int>
  /// Findings of the job in order of their formula keys.
  func findings(ofJob number: Int) throws -> [Discovery]
  /// Marks the job finished and records what it covered.
  func finishJob(_ number: Int) throws
}

/// Where results go.
public protocol DiscoverySink {
  /// Stores the formulas, findings and exits of a chunk and that the chunk is done, all or nothing.
  ///
  /// A chunk that is done already is left as it is, so that committing twice changes nothing.
  func commit(_ chunk: ChunkResult, ofJob number: Int) throws
}

/// A store for jobs and results.
public typealias SearchStore = JobStore & DiscoverySink

/// What is known already, so that a finding can say so.
public protocol KnownFormulas: Sendable {
  /// The known formula that this one is, or comes from by mirror, inflation or index shift; nil when there is none.
  func match(_ formula: Formula) -> KnownMatch?
}

extension KnownFormulas {
  /// The entry of the formula itself or of its mirror.
  public func known(_ formula: Formula) -> KnownFormula? {
    match(formula).flatMap { $0.kind == .same ? $0.known : nil }
  }
}

/// Everything that one chunk yields.
public struct ChunkResult: Sendable, Equatable {
  /// Number of the chunk in its plan.
  public let chunk: Int
  /// Formulas in the order of the space.
  public var formulas: [MeasuredFormula] = []
  /// Findings in the order of the space.
  public var findings: [Discovery] = []
  /// Notes about formulas of the chunk: where they come from.
  public var notes: [Note] = []
  /// Exits of all candidates of the chunk.
  public var funnel = Funnel()

  /// A note about a formula.
  public struct Note: Sendable, Equatable {
    /// Key of the formula.
    public let key: String
    /// The text.
    public let text: String

    /// A note.
    public init(key: String, text: String) { (self.key, self.text) = (key, text) }
  }

  /// An empty result of the chunk.
  public init(chunk: Int) { self.chunk = chunk }
}
