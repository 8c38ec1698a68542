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
  /// Stored measurements by the keys of formulas; keys of what is not stored are left out.
  func measured(_ keys: [String]) throws -> [String: MeasuredFormula]
  /// What the job stored of the formulas that its chunks may repeat (`ChunkResult.mayRepeat`), in order of their keys. Rows
  /// may be those of another job that measured deeper.
  func formulas(ofJob number: Int) throws -> [MeasuredFormula]
  /// Records that a round was added.
  func resizeJob(_ number: Int, to size: JobSize) throws
  /// Marks the job finished and records what it covered.
  func finishJob(_ number: Int, covering coverage: Coverage) throws
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
