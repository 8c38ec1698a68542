internal import WallisArithmetic

/// Runs a job of any method on worker threads of its own and stores what it yields, chunk by chunk, round by round.
///
/// What is stored does not depend on the number of workers, nor on how often the job was interrupted or killed
/// before: chunks and their order come from the plan, and each is committed in one transaction.
public struct SearchRunner {
  private let job: Job
  private let request: any SearchMethod
  private let store: any SearchStore
  private let workers: Int
  private let resources: SearchResources

  /// A run of `job`, which `store` created or returned for resuming.
  /// - Throws: `SearchError` for a job whose method or request is not known.
  /// - Precondition: workers ≥ 1.
  public init(
    job: Job, store: any SearchStore, workers: Int, resources: SearchResources = SearchResources(),
    methods: SearchMethods = .standard
  ) throws(SearchError) {
    precondition(workers >= 1, "a search needs a worker")
    request = try methods.request(of: job)
    (self.job, self.store, self.workers, self.resources) = (job, store, workers, resources)
  }

  /// Word of the method.
  public var method: String { request.name }

  /// Does what is left. Blocks the calling thread, which alone uses the store and gets the calls below.
  ///
  /// - Parameters:
  ///   - progress: called about ten times a second, and once at the end of a round.
  ///   - found: gets every finding of the job once: at first those of earlier runs, then each when it is stored.
  ///   - wantsResults: whether the summary is to have findings and figures; millions of them take gigabytes.
  ///   - interruption: asked about ten times a second; the highest answer counts.
  /// - Returns: the state of the job at the end; a finished job returns at once.
  /// - Throws: what the store throws; everything committed before stays.
  public func run(
    progress: (SearchProgress) -> Void = { _ in }, found: ((Discovery) -> Void)? = nil,
    wantsResults: (_ isFinished: Bool) -> Bool = { _ in true },
    interruption: () -> Interruption = { .none }
  ) throws -> SearchSummary {
    var run = try SearchState(
      plan: Plan(request, chunkSize: job.chunkSize, limits: .none), before: store.job(job.number),
      done: store.chunksDone(ofJob: job.number), stream: FindingStream(found))
    if run.stream.isWanted, !run.done.isEmpty { run.stream.send(try store.findings(ofJob: job.number)) }
    repeat {
      try recordSize(run)
      try finishRound(&run, progress: progress, interruption: interruption)
    } while try goesOn(&run)
    return try summary(run, wantsResults)
  }

  /// What is stored of the job, without doing anything: of one that other machines search in shards.
  package func stored() throws -> SearchSummary {
    try summary(
      SearchState(
        plan: Plan(request, chunkSize: job.chunkSize, limits: .none), before: store.job(job.number), done: [],
        stream: FindingStream(nil))
    ) { _ in true }
  }

  /// Adds the next round when the last one is done, or finishes the job when there is none.
  /// - Returns: whether there is more to do now.
  private func goesOn(_ run: inout SearchState) throws -> Bool {
    guard run.isRoundDone, run.counters.interruption < .now else { return false }
    let results = try JobResults(ofJob: job.number, in: store)
    guard try run.plan.addRound(after: results, workers: workers) else {
      if run.before.state == .unfinished {
        try store.finishJob(job.number, covering: Coverage(request, candidates: run.plan.candidates))
      }
      return false
    }
    if run.counters.interruption > .none { try recordSize(run) }
    return run.counters.interruption == .none
  }

  private func recordSize(_ run: SearchState) throws {
    guard run.before.size?.chunks ?? 0 < run.plan.chunkCount else { return }
    try store.resizeJob(job.number, to: run.plan.size)
  }

  /// Takes the chunks of the last round that are left.
  private func finishRound(
    _ run: inout SearchState, progress: (SearchProgress) -> Void, interruption: () -> Interruption
  ) throws {
    let (plan, done) = (run.plan, run.done)
    let left = plan.round.chunks.count { !done.contains($0) }
    guard left > 0 else { return }
    let threads = min(workers, left)
    // One worker waits for each commit: it stands for one core, and committing takes one too.
    let window = threads == 1 ? 1 : 4 * threads + 4
    let (first, count) = (plan.round.chunks.lowerBound, plan.round.chunks.count)
    let queue = ChunkQueue(chunkCount: count, workers: threads, window: window) { place in
      let chunk = plan.chunk(at: first + place)
      return done.contains(chunk) ? nil : chunk
    }
    startWorkers(threads, on: queue, plan: plan, counters: run.counters)
    do {
      try commitResults(of: queue, into: &run, progress: progress, interruption: interruption)
    } catch {
      run.counters.interrupt(.now)
      queue.close()
      while !queue.isQuiet { queue.awaitNews() }
      throw error
    }
  }

  private func startWorkers(_ threads: Int, on queue: ChunkQueue, plan: Plan, counters: SearchCounters) {
    let makeWork = plan.round.units.prepared(workers: workers).work(resources, counters)
    let work: @Sendable () -> Void = {
      var work = makeWork()
      while let chunk = queue.handOut() {
        var result = ChunkResult(chunk: chunk)
        guard work.take(plan.units(inChunk: chunk), into: &result) else { break }
        queue.deliver(result)
      }
    }
    // Those that the system gives do the work of all; without any the job stays as it is, to be resumed.
    for _ in 0..<threads { WorkerThreads.start(work) { queue.workerEnds() } }
  }

  private func commitResults(
    of queue: ChunkQueue, into run: inout SearchState, progress: (SearchProgress) -> Void,
    interruption: () -> Interruption
  ) throws {
    var pace = Pace()
    while true {
      let isQuiet = queue.isQuiet
      while let result = queue.next() {
        try store.commit(result, ofJob: job.number)
        queue.committed()
        run.done.insert(result.chunk)
        run.stream.send(result.findings)
        if pace.isDue() { progress(run.progress) }
      }
      run.counters.interrupt(interruption())
      if run.counters.interruption > .none { queue.close() }
      if isQuiet { break }
      if pace.isDue() { progress(run.progress) }
      queue.awaitNews()
    }
    progress(run.progress)
  }

  private func summary(_ run: SearchState, _ wantsResults: (Bool) -> Bool) throws -> SearchSummary {
    let after = try store.job(job.number)
    let isWanted = wantsResults(after.state == .finished)
    let results = try JobResults(ofJob: job.number, in: store, isEmpty: !isWanted)
    return SearchSummary(
      job: job.number, request: request, candidates: run.plan.candidates,
      stored: after.storedCount ?? after.funnel.total(without: type(of: request).unmeasuredExits),
      scannedNow: run.counters.scanned, funnel: after.funnel, findingCount: after.findingCount,
      findings: try results.findings(), figures: try run.plan.round.units.figures(of: results),
      isFinished: after.state == .finished)
  }
}

/// A run while it goes on.
private struct SearchState {
  var plan: Plan
  let before: Job
  var done: Set<Int>
  var stream: FindingStream
  let counters = SearchCounters()

  var isRoundDone: Bool { plan.round.chunks.allSatisfy(done.contains) }

  var progress: SearchProgress {
    SearchProgress(
      candidates: plan.candidates, scanned: before.scanned.addedClamped(counters.scanned),
      scannedNow: counters.scanned,
      findings: before.findingCount + counters.findings, chunksDone: done.count, chunkCount: plan.chunkCount)
  }
}

/// Passes on the findings of a job, each once.
private struct FindingStream {
  /// What makes a finding one of its own, in 128 bits: evidence may differ between two lines that lead to the same. Millions
  /// of findings may pass in a night.
  private struct Identity: Hashable {
    private let halves: SIMD2<Int>

    init(_ finding: Discovery) {
      let (key, form) = (finding.formula.key, "\(finding.closedForm)")
      var (one, other) = (Hasher(), Hasher())
      one.combine(key)
      one.combine(form)
      other.combine(form)
      other.combine(key)
      halves = SIMD2(one.finalize(), other.finalize())
    }
  }

  private let found: ((Discovery) -> Void)?
  private var sent: Set<Identity> = []

  init(_ found: ((Discovery) -> Void)?) { self.found = found }

  var isWanted: Bool { found != nil }

  mutating func send(_ findings: [Discovery]) {
    guard let found else { return }
    for finding in findings {
      if sent.insert(Identity(finding)).inserted { found(finding) }
    }
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
