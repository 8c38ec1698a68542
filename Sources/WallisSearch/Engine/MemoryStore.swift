internal import Synchronization

/// Jobs and results in memory: for tests, and for searches whose results nobody keeps.
public final class MemoryStore: SearchStore, Sendable {
  private struct State {
    var jobs: [Job] = []
    var chunksDone: [Int: Set<Int>] = [:]
    var formulas: [String: MeasuredFormula] = [:]
    var findings: [Int: [Discovery]] = [:]
    var coverage: [Coverage] = []
    var counted: [Int: [String: Signs]] = [:]

    /// Formulas of a chunk that no other chunk of the job has brought, mirrors included.
    mutating func count(_ chunk: ChunkResult, ofJob number: Int) -> Int {
      guard chunk.mayRepeat else { return chunk.formulaCount }
      return chunk.formulas.reduce(0) { sum, formula in
        let before = counted[number, default: [:]][formula.key] ?? []
        counted[number, default: [:]][formula.key] = before.union(formula.signs)
        return sum + formula.signs.subtracting(before).count
      }
    }
  }

  private let state = Mutex(State())

  /// An empty store.
  public init() {}

  /// All stored formulas in order of their keys; those found twice are one with both signs.
  public var formulas: [MeasuredFormula] {
    state.withLock { $0.formulas.values.sorted { $0.key < $1.key } }
  }

  /// Saves and numbers a new job.
  public func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job {
    let request = try StoredRequest(plan.request)
    return state.withLock { state in
      let job = Job(
        number: state.jobs.count + 1, request: request, chunkSize: plan.chunkSize, engine: engine,
        size: plan.size)
      state.jobs.append(job)
      return job
    }
  }

  /// The job with this number.
  public func job(_ number: Int) throws -> Job {
    guard let job = state.withLock({ $0.jobs.first { $0.number == number } }) else {
      throw SearchError.senseless(message: "there is no job \(number)", remedy: "`jobs` lists them")
    }
    return job
  }

  /// All jobs.
  public func jobs() throws -> [Job] { state.withLock { $0.jobs } }

  /// The unfinished job with the highest number.
  public func latestUnfinishedJob() throws -> Job? { try jobs().last { $0.state == .unfinished } }

  /// Chunks of the job that are done.
  public func chunksDone(ofJob number: Int) throws -> Set<Int> {
    state.withLock { $0.chunksDone[number] ?? [] }
  }

  /// Findings of the job in order of their formula keys.
  public func findings(ofJob number: Int) throws -> [Discovery] {
    state.withLock { $0.findings[number] ?? [] }.sorted { $0.formula.key < $1.formula.key }
  }

  /// Stored measurements by the keys of formulas.
  public func measured(_ keys: [String]) throws -> [String: MeasuredFormula] {
    let wanted = Set(keys)
    return state.withLock { $0.formulas.filter { wanted.contains($0.key) } }
  }

  /// What the job stored of the formulas that its chunks may repeat, in order of their keys.
  public func formulas(ofJob number: Int) throws -> [MeasuredFormula] {
    state.withLock { state in
      (state.counted[number] ?? [:]).keys.sorted().compactMap { state.formulas[$0] }
    }
  }

  /// What was covered, in the order of the jobs' ends.
  public var coverage: [Coverage] { state.withLock { $0.coverage } }

  /// Records that a round was added.
  public func resizeJob(_ number: Int, to size: JobSize) throws { try update(number) { $0.size = size } }

  /// Marks the job finished and keeps what it covered.
  public func finishJob(_ number: Int, covering coverage: Coverage) throws {
    try update(number) { $0.state = .finished }
    state.withLock { $0.coverage.append(coverage) }
  }

  /// Stores a chunk, once.
  public func commit(_ chunk: ChunkResult, ofJob number: Int) throws {
    let isNew = state.withLock { $0.chunksDone[number, default: []].insert(chunk.chunk).inserted }
    guard isNew else { return }
    let newFormulas = state.withLock { $0.count(chunk, ofJob: number) }
    try update(number) { job in
      job.chunksDone += 1
      job.funnel.merge(chunk.funnel)
      job.findingCount += chunk.findings.count
      job.storedCount = job.storedCount.map { $0 + newFormulas }
    }
    state.withLock { state in
      state.findings[number, default: []] += chunk.findings
      for formula in chunk.formulas {
        state.formulas[formula.key, default: formula].signs.formUnion(formula.signs)
      }
    }
  }

  private func update(_ number: Int, _ change: (inout Job) -> Void) throws {
    let place = try job(number).number - 1
    state.withLock { change(&$0.jobs[place]) }
  }
}
