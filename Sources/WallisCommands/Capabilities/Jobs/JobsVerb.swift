internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// `jobs`: the searches of a catalog.
struct JobsVerb: Verb {
  static let declaration = VerbDeclaration(
    "jobs", "List the searches of the catalog and how far they got.",
    discussion: """
      Of searches that were handed to other machines (--submit) it says how far their shards are: merged here, complete, \
      waiting or running, and left, which are those that failed, were killed or never began. `resume N` merges what is \
      complete and hands over what is left.
      """,
    examples: [.init("jobs", "every job with its space and progress")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let catalog = try context.readCatalog(global)
    var jobs = try catalog.listedJobs(context)
    for place in jobs.indices where jobs[place].isSubmitted {
      jobs[place].follow(path: context.catalogPath(global), catalog, context)
    }
    let listed = jobs
    var json: JSONValue { ["jobs": .array(listed.map(\.json))] }
    guard !jobs.isEmpty else {
      return Reply(Document([.paragraph("no search was begun in this catalog")]), json: json, exit: .nothing)
    }
    return Reply(
      Document(
        [.table(Table(BrowsedJob.columns, rows: listed.map(\.cells)))]
          + listed.compactMap(\.followed).map { .paragraph(Text($0)) }), json: json)
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
  /// How far its shards are; nil for what is done here, and for what was not followed.
  private(set) var submission: (made: Submission, states: ShardStates)?

  /// Whether other machines are at it.
  var isSubmitted: Bool { job.shards != nil && job.state == .unfinished }

  /// Looks how far its shards are, where this user submitted it. Systems are asked for who types in a shell only.
  mutating func follow(path: String, _ catalog: Catalog, _ context: VerbContext) {
    guard context.shell != nil, context.reach == .everywhere, context.batch == nil,
      let made = Submission.recorded(job: job.number, of: path, context.locations),
      let chunks = try? catalog.chunksDone(ofJob: job.number)
    else { return }
    submission = (made, ShardStates(made, merged: chunks, context))
  }

  /// How far its shards are, in words.
  var followed: String? {
    submission.map {
      "job \(job.number), \($0.made.system): \($0.states.text(of: $0.made)) in \($0.made.folder)"
    }
  }

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
      Text(isSubmitted ? "submitted" : job.state.word, .keyword),
      Text(share.map { "\($0)%" } ?? "–", .digits),
      Text(size.map { ProgressLine.grouped($0.candidates) } ?? "–", .digits),
      Text(ProgressLine.grouped(job.findingCount), .digits),
    ]
  }

  var json: JSONValue {
    guard let submission else { return .object(members) }
    return .object(
      members + [
        .init("system", .string(submission.made.system)), .init("folder", .string(submission.made.folder)),
        .init("shardCount", .integer(submission.made.shards)), .init("shards", submission.states.json),
      ])
  }

  private var members: [JSONValue.Member] {
    [
      .init("job", .integer(job.number)), .init("method", .string(job.request.method)),
      .init("space", .string(space)), .init("state", .string(job.state.word)),
      .init("candidates", .optional(size?.candidates)), .init("scanned", .integer(job.scanned)),
      .init("chunks", .optional(size?.chunks)), .init("chunksDone", .integer(job.chunksDone)),
      .init("findings", .integer(job.findingCount)),
    ]
  }
}

extension String {
  /// The text without the middle of very long typed digits.
  var abridged: String { count <= 120 ? self : prefix(24) + "…" + suffix(64) }
}
