/// Runs a job of method `esma` on worker threads of its own and stores what it yields, class by class.
///
/// What is stored does not depend on the number of workers, nor on how often the job was interrupted or killed before.
public struct EsmaSearch {
  private let run: DynamicsSearch

  /// A run of `job`, which `store` created or returned for resuming.
  /// - Precondition: the job's method is `esma`; workers ≥ 1.
  public init(job: Job, store: any SearchStore, workers: Int, known: any KnownFormulas = NothingKnown()) {
    guard case .esma(let request) = job.plan.request else {
      preconditionFailure("a pattern search runs jobs of its method")
    }
    run = DynamicsSearch(job: job, store: store, workers: workers) { plan, counters in
      EsmaRunner(plan: plan, request: request, known: known, counters: counters)
    }
  }

  /// Does the chunks that are left; see `DynamicsSearch.run`.
  /// - Throws: what the store throws; everything committed before stays.
  public func run(
    progress: (SearchProgress) -> Void = { _ in }, interruption: () -> Interruption = { .none }
  ) throws -> SearchSummary {
    try run.run(progress: progress, interruption: interruption)
  }
}
