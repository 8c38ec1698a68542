internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// `jobs`: the searches of a catalog.
struct JobsVerb: Verb {
  static let declaration = VerbDeclaration(
    "jobs", "List the searches of the catalog and how far they got.",
    examples: [.init("jobs", "every job with its space and progress")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let jobs = try context.readCatalog(global).listedJobs(context)
    var json: JSONValue { ["jobs": .array(jobs.map(\.json))] }
    guard !jobs.isEmpty else {
      return Reply(Document([.paragraph("no search was begun in this catalog")]), json: json, exit: .nothing)
    }
    return Reply(
      Document([.table(Table(BrowsedJob.columns, rows: jobs.map(\.cells)))]), json: json)
  }
}

extension Catalog {
  /// The jobs as they are listed.
  func listedJobs(_ context: VerbContext) throws -> [ListedJob] {
    try jobs().map { ListedJob($0, methods: context.methods) }
  }
}

extension BrowsedJob {
  init(_ listed: ListedJob) {
    self.init(
      number: listed.job.number, isUnfinished: listed.job.state == .unfinished, cells: listed.cells)
  }
}

/// A job in a list: what its record says, without working out its space.
struct ListedJob {
  let job: Job
  let space: String
  let size: JobSize?

  init(_ job: Job, methods: SearchMethods) {
    self.job = job
    switch Result(catching: { () throws(SearchError) in try methods.request(of: job) }) {
    case .success(let request):
      space = request.summaryLine
      size = job.size ?? ListedJob.size(of: request, chunkSize: job.chunkSize)
    case .failure:
      // `resume` says what is wrong with it.
      (space, size) = ("unknown to this version", job.size)
    }
  }

  /// The size of an unfinished job that was begun by a version that did not keep it; nil where there is no plan for it.
  private static func size(of request: any SearchMethod, chunkSize: Int) -> JobSize? {
    (try? Plan(request, chunkSize: chunkSize, limits: .none))?.size
  }

  var cells: [Text] {
    let share = size.map { $0.chunks > 0 ? job.chunksDone * 100 / $0.chunks : 100 }
    return [
      Text("\(job.number)", .name), Text(job.request.method), Text(space.abridged, .formula),
      Text(job.state.word, .keyword), Text(share.map { "\($0)%" } ?? "–", .digits),
      Text(size.map { ProgressLine.grouped($0.candidates) } ?? "–", .digits),
      Text(ProgressLine.grouped(job.findingCount), .digits),
    ]
  }

  var json: JSONValue {
    [
      "job": .integer(job.number), "method": .string(job.request.method), "space": .string(space),
      "state": .string(job.state.word), "candidates": .optional(size?.candidates),
      "scanned": .integer(job.scanned), "chunks": .optional(size?.chunks),
      "chunksDone": .integer(job.chunksDone), "findings": .integer(job.findingCount),
    ]
  }
}

extension String {
  /// The text without the middle of very long typed digits.
  var abridged: String { count <= 120 ? self : prefix(24) + "…" + suffix(64) }
}
