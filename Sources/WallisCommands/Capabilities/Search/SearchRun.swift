internal import Foundation
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Runs searches for verbs: opens the catalog, measures with workers, reports progress, obeys requests to stop.
struct SearchRun {
  let context: VerbContext
  let catalog: String
  let workers: Int
  /// Whether scripts read the answer.
  let wantsJSON: Bool

  init(context: VerbContext, catalog: String, workers: Int, options: GlobalOptions) {
    (self.context, self.catalog, self.workers) = (context, catalog, workers)
    wantsJSON = options.wantsJSON || context.form != .document
  }

  /// The number of workers asked for, or all cores.
  ///
  /// - Throws: a `Refusal` for none or absurdly many.
  static func workers(_ number: Int?) throws(Refusal) -> Int {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    guard let number else { return cores }
    guard (1...1024).contains(number) else {
      throw Refusal("\(number) workers", remedy: "between 1 and 1024; this machine has \(cores) cores")
    }
    return number
  }

  /// Begins a new job, or goes on with the one that was begun for the same request and says so.
  ///
  /// - Parameter again: whether to begin a new one in any case.
  func start(_ plan: Plan, again: Bool = false, options: GlobalOptions) throws -> Reply {
    let store = try openCatalog(creating: true)
    let request = try StoredRequest(plan.request)
    let earlier = again ? nil : try store.jobs().last { $0.request == request && isUsable($0) }
    guard let earlier else { return try run(try store.createJob(for: plan, engine: .current), store) }
    if earlier.shards != nil, earlier.state == .unfinished {
      throw Refusal(
        "job \(earlier.number) handed this search to other machines",
        remedy: "`resume \(earlier.number)` merges what is complete; --again searches here")
    }
    if context.batch == nil { context.remark(remark(about: earlier), options, isNews: true) }
    return try run(earlier, store)
  }

  /// Whether a job answers for this version: a plan for a night goes on whatever began it.
  private func isUsable(_ job: Job) -> Bool {
    if case .unknown = job.state { return false }
    return context.batch != nil || job.engine == .current
  }

  private func remark(about job: Job) -> Document {
    guard job.state == .finished else {
      return Document([.paragraph("job \(job.number) began this search and goes on; --again begins anew")])
    }
    return Document([
      .paragraph(
        "job \(job.number) has finished this search: its findings follow, " + Text("--again", .name)
          + " searches anew")
    ])
  }

  /// Goes on with a job, the latest unfinished one unless a number is given.
  func resume(_ number: Int?) throws -> Reply {
    let store = try openCatalog(creating: false)
    guard let job = try number.map({ try store.job($0) }) ?? store.latestUnfinishedJob() else {
      return Reply(Document([.paragraph("no job is unfinished")]), json: ["job": nil])
    }
    switch job.state {
    case .unfinished where job.shards != nil:
      return try SubmissionRun(context: context, path: catalog, workers: workers).resume(job, store)
    case .unfinished: return try run(job, store)
    case .finished:
      return Reply(
        Document([.paragraph("job \(job.number) is finished")]),
        json: ["job": .integer(job.number), "finished": true])
    case .unknown(let state):
      throw Refusal(
        "job \(job.number) is in a state '\(state)' that this version does not know",
        remedy: "a newer version of Wallis, or another job", exit: .badData)
    }
  }

  private func run(_ job: Job, _ store: any SearchStore) throws -> Reply {
    do {
      let runner = try SearchRunner(
        job: job, store: store, workers: workers,
        resources: SearchResources(known: context.knownFormulas()), methods: context.methods)
      return try run(runner, as: job)
    } catch let error as SearchError {
      throw Refusal(error)
    }
  }

  private func run(_ runner: SearchRunner, as job: Job) throws -> Reply {
    let (started, stopRequests, method) = (context.clock(), context.stopRequests, runner.method)
    var patience = Patience(stopRequests: stopRequests, clock: context.clock)
    let summary = try stopRequests.observe {
      try stopRequests.pausing {
        guard job.shards == nil else { return try runner.stored() }
        return try runner.run(
          progress: { context.progress(progress($0, job, seconds: context.clock() - started)) },
          found: context.found.map { found in { found($0, method) } },
          wantsResults: wantsResults,
          interruption: {
            stopRequests.pauseIfRequested()
            return patience.interruption(isPastDeadline)
          })
      }
    }
    context.batch?.record(entry(summary))
    var reply = SearchReport(
      summary: summary, view: context.table.view(of: summary), seconds: context.clock() - started,
      resumption: resumption(of: summary.job), harvest: "harvest --since \(summary.job)\(place)"
    ).reply
    reply.isStreamed = context.found != nil && summary.scannedNow > 0
    return reply
  }

  private func resumption(of job: Int) -> String {
    // A cell stores no number of a job; the latest unfinished one is meant without it.
    guard context.shell != nil else { return "resume" }
    return "resume \(job)\(place)"
  }

  /// The catalog as a command has to name it.
  private var place: String {
    catalog == context.locations.catalog(option: nil) ? "" : " --catalog \(catalog.quoted)"
  }

  /// A batch reports by its harvest, and of what is interrupted people are told only that it goes on.
  private func wantsResults(_ isFinished: Bool) -> Bool {
    context.batch == nil && (isFinished || wantsJSON)
  }

  private var isPastDeadline: Bool { context.batch.map { context.clock() >= $0.deadline } ?? false }

  private func entry(_ summary: SearchSummary) -> Batch.Entry {
    Batch.Entry(
      space: summary.request.summaryLine, candidates: summary.candidates, scannedNow: summary.scannedNow,
      scanned: summary.funnel.total, findings: summary.findingCount, isFinished: summary.isFinished)
  }

  private func progress(_ state: SearchProgress, _ job: Job, seconds: Double) -> CellProgress {
    let rate = seconds > 0.2 && state.scannedNow > 0 ? Double(state.scannedNow) / seconds : nil
    return CellProgress(
      title: "search \(job.request.method), job \(job.number)", done: state.scanned, total: state.candidates,
      perSecond: rate, secondsLeft: rate.map { Double(state.candidates - state.scanned) / $0 },
      findings: state.findings, job: job.number)
  }

  private func openCatalog(creating: Bool) throws(Refusal) -> Catalog {
    try context.openCatalog(at: catalog, creating: creating)
  }
}

/// How long who asks a search to stop waits for the chunks that are being measured; they may take minutes.
struct Patience {
  private static let seconds = 1.5

  let stopRequests: StopRequests
  let clock: @Sendable () -> Double
  private var since: Double?

  init(stopRequests: StopRequests, clock: @escaping @Sendable () -> Double) {
    (self.stopRequests, self.clock) = (stopRequests, clock)
  }

  mutating func interruption(_ isPastDeadline: Bool) -> Interruption {
    guard stopRequests.isRequested else { return isPastDeadline ? .afterRunningChunks : .none }
    let asked = since ?? clock()
    since = asked
    return clock() - asked > Patience.seconds ? .now : .afterRunningChunks
  }
}
