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
    let jobs = try Catalog.opened(at: context.catalogPath(global), creating: false).jobs()
    let json: JSONValue = ["jobs": .array(jobs.map(json))]
    guard !jobs.isEmpty else {
      return Reply(Document([.paragraph("no search was begun in this catalog")]), json: json, exit: .nothing)
    }
    return Reply(Document([.table(table(jobs))]), json: json)
  }

  private func table(_ jobs: [Job]) -> Table {
    let columns: [Table.Column] = [
      .init("job", .right), .init("search"), .init("space"), .init("state"), .init("done", .right),
      .init("formulas", .right), .init("findings", .right),
    ]
    let rows: [[Text]] = jobs.map { job in
      let share = job.plan.chunkCount > 0 ? job.chunksDone * 100 / job.plan.chunkCount : 100
      return [
        Text("\(job.number)", .name), Text(job.plan.request.method), Text(space(job).abridged, .formula),
        Text(job.state.rawValue, .keyword), Text("\(share)%", .digits),
        Text(ProgressLine.grouped(job.plan.candidates), .digits),
        Text(ProgressLine.grouped(job.findingCount), .digits),
      ]
    }
    return Table(columns, rows: rows)
  }

  private func json(_ job: Job) -> JSONValue {
    [
      "job": .integer(job.number), "method": .string(job.plan.request.method), "space": .string(space(job)),
      "state": .string(job.state.rawValue), "candidates": .integer(job.plan.candidates),
      "scanned": .integer(job.scanned), "chunks": .integer(job.plan.chunkCount),
      "chunksDone": .integer(job.chunksDone), "findings": .integer(job.findingCount),
    ]
  }

  private func space(_ job: Job) -> String { job.plan.request.spaceText }
}

extension SearchRequest {
  /// The space that is searched, in one line of text.
  var spaceText: String {
    switch self {
    case .dynamics(let request): request.spaceText
    case .field(let request): request.spaceText
    case .esma(let request): "\(request.spaceText) in \(request.terms) terms"
    }
  }
}

extension String {
  /// The text without the middle of very long typed digits.
  var abridged: String { count <= 120 ? self : prefix(24) + "…" + suffix(64) }
}
