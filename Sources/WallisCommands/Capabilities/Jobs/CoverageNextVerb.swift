internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// `coverage next`: which box to scan now.
struct CoverageNextVerb: Verb {
  static let declaration = VerbDeclaration(
    "coverage next", "Propose the boxes to scan next, with their cost and what may be hoped for.",
    discussion: """
      Proposed are the neighbours of the boxes that were scanned completely: one more for the largest coefficient, or one \
      more for a degree. "new" are fractions that the scanned neighbour has not; "in a million" says how many of its \
      fractions have a closed form in the catalog; "found an hour" is what the new ones would give in an hour were they \
      as rich: a guess, and mostly too high, since larger coefficients are poorer. Time is that of the plan.

      --output writes a plan for `batch`, in this order, as many as fit into --time.
      """,
    examples: [
      .init("coverage next", "the ten most hopeful boxes"),
      .init("coverage next --time 8h --output night.md", "a plan for tonight"),
    ])

  @Option(help: "Most boxes that are proposed.")
  var limit = 10

  @Option(help: ArgumentHelp("Only boxes that fit into this time, one after another.", valueName: "8h"))
  var time: Word?

  @Option(help: ArgumentHelp("File for the plan.", valueName: "file"))
  var output: Word?

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard limit >= 1 else { throw Refusal("--limit \(limit)", remedy: "use 1 or more") }
    let catalog = try context.readCatalog(global)
    let workers = try SearchRun.workers(workers)
    let proposals = try CoveragePlan.proposals(context.methods, try catalog.coverage(), workers: workers) {
      try catalog.total(try context.query("identified and a.degree <= \($0) and b.degree <= \($1)"))
    }
    let chosen = try fitting(proposals)
    guard !chosen.isEmpty else { return nothing }
    if let output {
      try AtomicFile.write(session(chosen).text.utf8, to: output.string)
    }
    return Reply(document(chosen, workers), json: ["proposals": .array(chosen.map(json))])
  }

  private var nothing: Reply {
    let text: Text =
      time == nil
      ? "no whole box of degrees and a height was scanned yet; begin with "
        + Text("search dynamics --degree 1,2 --height 2 --identify\(global.place)", .name)
      : "no proposal fits into that time"
    return Reply(Document([.paragraph(text)]), json: ["proposals": .array([])], exit: .nothing)
  }

  /// The first ones that fit into the time one after another.
  private func fitting(_ proposals: [CoveragePlan.Proposal]) throws -> [CoveragePlan.Proposal] {
    guard let time else { return Array(proposals.prefix(limit)) }
    guard var left = TimeSpan(time.string)?.seconds else {
      throw Refusal("'\(time.string)' is no length of time", remedy: "for example: 90s, 30m, 8h, 1h30m")
    }
    var chosen: [CoveragePlan.Proposal] = []
    for proposal in proposals where chosen.count < limit && proposal.seconds <= left {
      if chosen.contains(where: { $0.space.group == proposal.space.group }) { continue }
      chosen.append(proposal)
      left -= proposal.seconds
    }
    return chosen
  }

  private func document(_ chosen: [CoveragePlan.Proposal], _ workers: Int) -> Document {
    let table = Table(
      [
        .init("space"), .init("new", .right), .init("time", .right, rank: 1),
        .init("scanned neighbour", rank: 2), .init("in a million", .right, rank: 3),
        .init("found an hour", .right),
      ],
      rows: chosen.map { proposal in
        [
          Text(proposal.name, .formula),
          Text(ProgressLine.grouped(proposal.space.new), .digits),
          Text(ProgressLine.duration(proposal.seconds), .digits),
          Text(proposal.space.neighbour.description, .formula),
          Text(ProgressLine.grouped(Int(proposal.hitsInMillion)), .digits),
          Text(ProgressLine.grouped(Int(proposal.hope)), .digits),
        ]
      },
      caption: Text("times with \(ProgressLine.counted(workers, "worker"))", .muted))
    var blocks: [Block] = [.table(table)]
    let next =
      output.map { "batch \($0.string.quoted)\(global.place)" } ?? (chosen[0].space.command + global.place)
    blocks.append(.fields([Field("next", Text(next, .name))]))
    return Document(blocks)
  }

  private func session(_ chosen: [CoveragePlan.Proposal]) -> SessionFile {
    SessionFile(
      [
        .prose(
          SessionProse("# A plan\n\nBoxes beside those that were scanned; `wallis batch` works on them."))
      ]
        + chosen.flatMap { proposal -> [SessionFile.Part] in
          let why =
            "\(ProgressLine.grouped(proposal.space.new)) fractions that \(proposal.space.neighbour) has not, about "
            + "\(ProgressLine.duration(proposal.seconds)); there \(ProgressLine.grouped(Int(proposal.hitsInMillion))) of a million "
            + "have a closed form."
          return [.prose(SessionProse(why)), .cell(SessionCell(source: proposal.space.command))]
        })
  }

  private func json(_ proposal: CoveragePlan.Proposal) -> JSONValue {
    [
      "command": .string(proposal.space.command), "new": .integer(proposal.space.new),
      "seconds": .double(proposal.seconds), "beside": .string(proposal.space.neighbour.description),
      "foundInMillion": .double(proposal.hitsInMillion), "perHour": .double(proposal.hope),
    ]
  }
}

extension CoverageNextVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { output.map { [$0.string] } ?? [] }
}
