internal import WallisArithmetic
public import WallisFormulas

/// Runs a job of method `field` on worker threads of its own and stores what it yields, line by line.
///
/// What is stored does not depend on the number of workers, nor on how often the job was interrupted or killed before.
public struct FieldSearch {
  private let run: DynamicsSearch

  /// A run of `job`, which `store` created or returned for resuming.
  /// - Precondition: the job's method is `field`; workers ≥ 1.
  public init(
    job: Job, store: any SearchStore, workers: Int, known: any KnownFormulas = NothingKnown(),
    identification: FieldIdentification
  ) {
    guard case .field(let request) = job.plan.request else {
      preconditionFailure("a search of lines runs jobs of its method")
    }
    run = DynamicsSearch(job: job, store: store, workers: workers) { plan, counters in
      FieldRunner(
        plan: plan, depth: request.depth, known: known, counters: counters, identification: identification)
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

/// Walks along the lines of a chunk; one per worker thread.
struct FieldRunner: ChunkWork {
  let plan: Plan
  let depth: Int
  let known: any KnownFormulas
  let counters: SearchCounters
  let identification: FieldIdentification

  mutating func run(_ chunk: Int) -> ChunkResult? {
    var result = ChunkResult(chunk: chunk)
    guard let space = plan.space as? FieldSpace else { return result }
    for index in plan.candidates(inChunk: chunk) {
      guard counters.interruption < .now else { return nil }
      let before = result.findings.count
      result.funnel.add(take(space, index, into: &result), 1)
      counters.count(formulas: 1, findings: result.findings.count - before)
    }
    return result
  }

  /// Walks along one line; returns how it left.
  private func take(_ space: FieldSpace, _ index: Int, into result: inout ChunkResult) -> String {
    let (start, direction) = space.place(at: index)
    guard
      let line = try? FieldLine(
        space.field, parameters: space.parameters, start: start, direction: direction),
      let walk = try? FieldWalk(line, depth: depth)
    else { return FieldExit.singular }
    let suggested = walk.suggestedConstants
    let report = walk.limit(digits: 30).map { _ in
      identification.report(of: walk.source, suggested: suggested)
    }
    let own = Formula(Trajectory(line))
    guard let discovery = LineDiscovery(walk, formula: own, report: report) else {
      return FieldExit.unsettled
    }
    add(discovery, to: &result)
    guard let fraction = walk.readableFraction else {
      return discovery.finding == nil ? FieldExit.unidentified : FieldExit.line
    }
    let formula = Formula(fraction)
    let source = NumberSource(limitOf: fraction)
    guard
      let found = LineDiscovery(
        walk, formula: formula, report: source.map { identification.report(of: $0, suggested: suggested) })
    else { return FieldExit.unidentified }
    let match = known.match(formula)
    add(found, known: match?.name, to: &result)
    result.notes.append(ChunkResult.Note(key: found.measured.key, text: "line: \(Trajectory(line))"))
    guard found.finding != nil else { return FieldExit.unidentified }
    return match == nil ? FieldExit.new : FieldExit.known
  }

  private func add(_ discovery: LineDiscovery, known: String? = nil, to result: inout ChunkResult) {
    if !result.formulas.contains(where: { $0.key == discovery.measured.key }) {
      result.formulas.append(discovery.measured)
    }
    guard var finding = discovery.finding, !result.findings.contains(where: { $0.formula == finding.formula })
    else { return }
    finding.known = known
    result.findings.append(finding)
  }
}

/// Names of the exits of a search of lines.
public enum FieldExit {
  /// A fraction with a closed form that is not among the known ones.
  public static let new = "fraction with a closed form, not known"
  /// A fraction that is known.
  public static let known = "fraction with a closed form, known"
  /// A line with a closed form whose fraction explodes.
  public static let line = "line with a closed form, its fraction too long"
  /// A limit without a closed form.
  public static let unidentified = "limit without a closed form"
  /// No limit.
  public static let unsettled = "convergents do not settle"
  /// A line that cannot be walked.
  public static let singular = "line inside a singular hyperplane"
}
