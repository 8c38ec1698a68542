public import WallisFormulas

/// Runs a job of method `dynamics` on worker threads of its own and stores what it yields, chunk by chunk.
///
/// What is stored does not depend on the number of workers, nor on how often the job was interrupted or killed
/// before: chunks and their order come from the plan, and each is committed in one transaction.
public struct DynamicsSearch {
  /// Makes the measurer of one worker thread.
  public typealias MeasurerFactory = @Sendable () -> any CandidateMeasurer
  /// Makes the identifier of one worker thread.
  public typealias IdentifierFactory = @Sendable () -> any Identifier

  private let job: Job
  private let store: any SearchStore
  private let workers: Int
  private let makeWork: @Sendable (Plan, SearchCounters) -> any ChunkWork

  /// A run of `job`, which `store` created or returned for resuming.
  /// - Parameter identifier: needed only where the request asks to identify.
  /// - Precondition: the job's method is `dynamics`; workers ≥ 1.
  public init(
    job: Job, store: any SearchStore, workers: Int, known: any KnownFormulas = NothingKnown(),
    measurer: @escaping MeasurerFactory, identifier: IdentifierFactory? = nil
  ) {
    precondition(workers >= 1, "a search needs a worker")
    guard case .dynamics(let request) = job.plan.request else {
      preconditionFailure("a search of dynamics runs jobs of its method")
    }
    self.init(job: job, store: store, workers: workers) { plan, counters in
      ChunkRunner(
        plan: plan, request: request, known: known, counters: counters, measurer: measurer(),
        identifier: request.identify ? identifier?() : nil)
    }
  }

  /// A run of a job of any method whose chunks `makeWork` takes, one such for every worker thread.
  init(
    job: Job, store: any SearchStore, workers: Int,
    makeWork: @escaping @Sendable (Plan, SearchCounters) -> any ChunkWork
  ) {
    (self.job, self.store, self.workers, self.makeWork) = (job, store, workers, makeWork)
  }

  /// Does the chunks that are left. Blocks the calling thread, which alone uses the store and gets the calls below.
  ///
  /// - Parameters:
  ///   - progress: called about ten times a second, and once at the end.
  ///   - interruption: asked about ten times a second; the highest answer counts.
  /// - Returns: the state of the job at the end; a finished job returns at once.
  /// - Throws: what the store throws; everything committed before stays.
  public func run(
    progress: (SearchProgress) -> Void = { _ in }, interruption: () -> Interruption = { .none }
  ) throws -> SearchSummary {
    let done = try store.chunksDone(ofJob: job.number)
    guard done.count < job.plan.chunkCount else { return try summary(counters: SearchCounters()) }
    let plan = job.plan.prepared(workers: workers)
    let counters = SearchCounters()
    let threads = min(workers, max(1, plan.chunkCount - done.count))
    // One worker waits for each commit: it stands for one core, and committing takes one too.
    let window = threads == 1 ? 1 : 4 * threads + 4
    let queue = ChunkQueue(chunkCount: plan.chunkCount, workers: threads, window: window) { place in
      let chunk = plan.chunk(at: place)
      return done.contains(chunk) ? nil : chunk
    }
    for _ in 0..<threads { startWorker(on: queue, plan: plan, counters: counters) }
    let before = try store.job(job.number)
    do {
      try commitResults(of: queue, counters: counters, interruption: interruption) { committed in
        progress(sample(counters, before: before, chunksDone: done.count + committed))
      }
    } catch {
      counters.interrupt(.now)
      queue.close()
      while !queue.isQuiet { queue.awaitNews() }
      throw error
    }
    return try summary(counters: counters)
  }

  private func startWorker(on queue: ChunkQueue, plan: Plan, counters: SearchCounters) {
    let makeWork = makeWork
    let work: @Sendable () -> Void = {
      var runner = makeWork(plan, counters)
      while let chunk = queue.handOut(), let result = runner.run(chunk) { queue.deliver(result) }
    }
    WorkerThreads.start(work) { queue.workerEnds() }
  }

  private func commitResults(
    of queue: ChunkQueue, counters: SearchCounters, interruption: () -> Interruption,
    progress: (_ committed: Int) -> Void
  ) throws {
    var committed = 0
    var pace = Pace()
    while true {
      let isQuiet = queue.isQuiet
      while let result = queue.next() {
        try store.commit(result, ofJob: job.number)
        queue.committed()
        committed += 1
        if pace.isDue() { progress(committed) }
      }
      counters.interrupt(interruption())
      if counters.interruption > .none { queue.close() }
      if isQuiet { break }
      if pace.isDue() { progress(committed) }
      queue.awaitNews()
    }
    progress(committed)
  }

  private func sample(_ counters: SearchCounters, before: Job, chunksDone: Int) -> SearchProgress {
    SearchProgress(
      candidates: job.plan.candidates, scanned: before.scanned + counters.scanned,
      scannedNow: counters.scanned, findings: before.findingCount + counters.findings,
      chunksDone: chunksDone, chunkCount: job.plan.chunkCount)
  }

  private func summary(counters: SearchCounters) throws -> SearchSummary {
    var after = try store.job(job.number)
    if after.chunksDone == job.plan.chunkCount, after.state == .unfinished {
      try store.finishJob(job.number)
      after.state = .finished
    }
    return SearchSummary(
      job: job.number, candidates: job.plan.candidates, stored: after.funnel.measured,
      scannedNow: counters.scanned,
      funnel: after.funnel, findings: try store.findings(ofJob: job.number),
      isFinished: after.state == .finished)
  }
}

/// Keeps calls at most ten times a second apart.
private struct Pace {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?

  mutating func isDue() -> Bool {
    let now = clock.now
    if let last, last.duration(to: now) < .milliseconds(100) { return false }
    last = now
    return true
  }
}

/// Knows no formula.
public struct NothingKnown: KnownFormulas {
  /// A list without entries.
  public init() {}

  /// Always nil.
  public func match(_ formula: Formula) -> KnownMatch? { nil }
}
