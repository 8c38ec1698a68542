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

  /// Begins a new job.
  func start(_ plan: Plan) throws -> Reply {
    let store = try openCatalog(creating: true)
    if context.batch != nil, let job = try store.jobs().last(where: { $0.plan.request == plan.request }) {
      return try run(job, store)
    }
    return try run(try store.createJob(for: plan, engine: .current), store)
  }

  /// Goes on with a job, the latest unfinished one unless a number is given.
  func resume(_ number: Int?) throws -> Reply {
    let store = try openCatalog(creating: false)
    guard let job = try number.map({ try store.job($0) }) ?? store.latestUnfinishedJob() else {
      return Reply(Document([.paragraph("no job is unfinished")]), json: ["job": nil])
    }
    guard job.state == .unfinished else {
      return Reply(
        Document([.paragraph("job \(job.number) is finished")]),
        json: ["job": .integer(job.number), "finished": true])
    }
    return try run(job, store)
  }

  private func run(_ job: Job, _ store: any SearchStore) throws -> Reply {
    let (started, title) = (context.clock(), "search \(job.plan.request.method), job \(job.number)")
    var stream = FindingStream(job: job.number, store: store, line: context.line)
    let stopRequests = context.stopRequests
    let summary = try stopRequests.observe {
      try run(
        job, store,
        progress: { state in
          context.progress(progress(state, title, seconds: context.clock() - started))
          stream.send(upTo: state.findings)
        },
        interruption: { stopRequests.isRequested || isPastDeadline ? .afterRunningChunks : .none })
    }
    context.batch?.record(entry(summary, job))
    stream.send(summary.findings)
    var reply = reply(summary, of: job.plan.request, seconds: context.clock() - started)
    reply.isStreamed = context.line != nil
    return reply
  }

  /// Runs the job by its method.
  private func run(
    _ job: Job, _ store: any SearchStore, progress: (SearchProgress) -> Void,
    interruption: () -> Interruption
  ) throws -> SearchSummary {
    let known = KnownFormulasFile.bundled()
    switch job.plan.request {
    case .dynamics:
      let identification = job.plan.request.identifies ? Identification() : nil
      return try DynamicsSearch(
        job: job, store: store, workers: workers, known: known,
        measurer: { FormulaMeasurer(job.plan.request) },
        identifier: identification.map { shared in { @Sendable in IdentificationStage(shared) } }
      ).run(progress: progress, interruption: interruption)
    case .field:
      return try FieldSearch(
        job: job, store: store, workers: workers, known: known,
        identification: FieldIdentification(isWide: false)
      ).run(progress: progress, interruption: interruption)
    case .esma:
      return try EsmaSearch(job: job, store: store, workers: workers, known: known)
        .run(progress: progress, interruption: interruption)
    }
  }

  private var isPastDeadline: Bool { context.batch.map { context.clock() >= $0.deadline } ?? false }

  private func entry(_ summary: SearchSummary, _ job: Job) -> Batch.Entry {
    Batch.Entry(
      space: job.plan.request.spaceText, candidates: summary.candidates, scannedNow: summary.scannedNow,
      scanned: summary.funnel.total, findings: summary.findings.count, isFinished: summary.isFinished)
  }

  private func progress(_ state: SearchProgress, _ title: String, seconds: Double) -> CellProgress {
    let rate = seconds > 0.2 && state.scannedNow > 0 ? Double(state.scannedNow) / seconds : nil
    return CellProgress(
      title: title, done: state.scanned, total: state.candidates, perSecond: rate,
      secondsLeft: rate.map { Double(state.candidates - state.scanned) / $0 }, findings: state.findings)
  }

  private func reply(_ summary: SearchSummary, of request: SearchRequest, seconds: Double) -> Reply {
    let view: any SearchReplyView =
      switch request {
      case .esma(let request): EsmaSummaryView(summary: summary, request: request)
      case .field(let request): FieldSummaryView(summary: summary, requests: [request], catalog: catalog)
      case .dynamics: SearchSummaryView(summary: summary)
      }
    let rate = seconds > 0 ? ProgressLine.grouped(Int(Double(summary.scannedNow) / seconds)) : "–"
    let time = "job \(summary.job): \(rounded(seconds, 1)) s, \(rate) \(view.unit)/s"
    guard summary.isFinished else {
      // A cell stores no number of a job; the latest unfinished one is meant without it.
      let resume = context.shell == nil ? "resume" : "resume \(summary.job)"
      let text: Text = "interrupted; what is done is kept, and " + Text(resume, .name) + " goes on"
      return Reply(
        Document([.paragraph(text)]), json: view.json(seconds: seconds), exit: .interrupted,
        remark: Document([.paragraph(Text(time, .muted))]))
    }
    let exit: Exit = summary.funnel.total == 0 ? .nothing : .done
    return Reply(
      view.document, json: view.json(seconds: seconds), exit: exit,
      remark: Document([.paragraph(Text(time, .muted))]))
  }

  private func openCatalog(creating: Bool) throws(Refusal) -> Catalog {
    try Catalog.opened(at: catalog, creating: creating)
  }
}
