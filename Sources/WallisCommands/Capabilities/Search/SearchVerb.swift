internal import WallisDocuments
internal import WallisSearch

/// A verb that begins searches of one method.
///
/// It says how the method's searches are shown, so that `resume` finds that through the table of verbs; a method
/// without a verb is shown by its funnel and its findings.
protocol SearchVerb: Verb {
  /// The method.
  associatedtype Method: SearchMethod
  /// How its searches are shown.
  associatedtype View: SearchView
  /// Worker threads; nil for all cores.
  var workers: Int? { get }
  /// Whether only the plan is asked for.
  var plan: Bool { get }
  /// Whether to search anew although the catalog has the answer.
  var again: Bool { get }
  /// Options of handing it to other machines; nil where the method's spaces cannot be divided.
  var submission: SubmissionOptions? { get }
  /// What the options ask for.
  /// - Throws: a `Refusal` or a `SearchError`.
  func request(in context: VerbContext) throws -> Method
}

extension SearchVerb {
  /// No: what was searched is shown.
  var again: Bool { false }
  /// None.
  var submission: SubmissionOptions? { nil }

  /// Plans the search, then says what it comes to or does it.
  func reply(in context: VerbContext) throws -> Reply {
    do {
      if !plan, let reply = try submitted(in: context) { return reply }
      let (workers, catalog) = (try SearchRun.workers(workers), context.catalogPath(global))
      let limits = PlanLimits(disk: DiskSpace.free(at: catalog) ?? .max, workers: workers)
      let search = try Plan(request(in: context), limits: limits)
      if plan { return View.reply(planning: search, workers: workers) }
      if let sentence = View.announcement(of: search, workers: workers) { context.remark(sentence, global) }
      return try SearchRun(context: context, catalog: catalog, workers: workers, options: global).start(
        search, again: again, options: global)
    } catch let error as SearchError {
      throw Refusal(error)
    }
  }

  /// The reply of a search that is handed to other machines; nil where it is done here.
  private func submitted(in context: VerbContext) throws -> Reply? {
    guard let terms = try submission?.terms(), let request = try request(in: context) as? any DivisibleMethod
    else {
      return nil
    }
    let run = SubmissionRun(
      context: context, path: context.catalogPath(global), workers: try SearchRun.workers(nil))
    return try run.submit(
      request, terms, threads: workers.map { count throws(Refusal) in try SearchRun.workers(count) },
      again: again)
  }

  fileprivate static func json(_ finding: Discovery, ofMethod method: String) -> JSONValue? {
    // A conditional expression would read its nil as the value null.
    guard method == Method.name else { return .none }
    return View.json(finding)
  }

  fileprivate static func view(_ summary: SearchSummary) -> (any SearchView)? {
    summary.request.name == Method.name ? View(summary) : nil
  }
}

extension VerbTable {
  /// How a search is shown: as the verb of its method says, else by funnel and findings.
  func view(of summary: SearchSummary) -> any SearchView {
    for case let verb as any SearchVerb.Type in verbs {
      if let view = verb.view(summary) { return view }
    }
    return PlainSearchView(summary)
  }

  /// A finding of a running search for scripts, as the verb of its method writes it.
  func json(_ finding: Discovery, ofMethod method: String) -> JSONValue {
    for case let verb as any SearchVerb.Type in verbs {
      if let json = verb.json(finding, ofMethod: method) { return json }
    }
    return SearchSummaryView.json(finding)
  }
}
