internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisSearch

/// Identifies the limits of all formulas of the catalog that satisfy a condition.
///
/// What is found and what is ruled out is stored after every block, so that an interrupted run loses at most one and
/// another run goes on where it stopped: what is settled is not searched again.
struct IdentifyQuery {
  let condition: String
  let catalog: String
  /// The search after the screen; nil for the screen alone.
  let identification: Identification?
  let workers: Int
  /// Whether to search what the catalog knows to come to nothing.
  let again: Bool

  /// Formulas identified between two writes.
  private static let block = 512

  func reply(in context: VerbContext) throws -> Reply {
    let store = try context.openCatalog(at: catalog)
    let bulk = BulkIdentification(
      identification: identification, known: try context.knownFormulas(), workers: workers)
    let (places, skipped) = try store.unidentified(context.query(condition), without: again ? "" : bulk.name)
    var tally = Tally(candidates: places.count + skipped, skipped: skipped)
    let started = context.clock()
    try context.stopRequests.observe {
      var next = 0
      while next < places.count, !context.stopRequests.isRequested {
        let block = places[next..<min(next + IdentifyQuery.block, places.count)]
        let formulas = try store.formulas(at: block)
        let outcomes = bulk.identify(formulas)
        try store.record(outcomes, of: formulas.map(\.formula))
        tally.add(outcomes)
        next = block.endIndex
        context.progress(progress(next, of: places.count, tally, seconds: context.clock() - started))
      }
      tally.isFinished = next == places.count
    }
    return tally.reply
  }

  private func progress(_ done: Int, of total: Int, _ tally: Tally, seconds: Double) -> CellProgress {
    let rate = seconds > 0.2 ? Double(done) / seconds : nil
    return CellProgress(
      title: "identify", done: done, total: total, perSecond: rate,
      secondsLeft: rate.map { Double(total - done) / $0 }, findings: tally.discoveries.count)
  }
}

/// What a run over many formulas found.
private struct Tally {
  let candidates: Int
  let skipped: Int
  var discoveries: [Discovery] = []
  var excluded = 0
  var unsuitable = 0
  var isFinished = false

  init(candidates: Int, skipped: Int) { (self.candidates, self.skipped) = (candidates, skipped) }

  mutating func add(_ outcomes: [BulkIdentification.Outcome]) {
    for outcome in outcomes {
      switch outcome {
      case .discovered(let discovery): discoveries.append(discovery)
      case .excluded: excluded += 1
      case .unsuitable: unsuitable += 1
      }
    }
  }

  private var funnel: [(reason: String, count: Int)] {
    let grades = Grade.allCases.sorted(by: >).map { grade in
      (grade.rawValue, discoveries.count { $0.grade == grade })
    }
    return grades.filter { $0.1 > 0 } + [
      ("nothing found", excluded), ("no finite limit or too few digits", unsuitable),
    ]
      + [("settled before", skipped)]
  }

  var reply: Reply {
    var rows: [[Text]] = funnel.map { [Text($0.reason), Text(ProgressLine.grouped($0.count), .digits)] }
    rows.append([Text("all", .keyword), Text(ProgressLine.grouped(candidates), .digits)])
    var json: JSONValue {
      [
        "candidates": .integer(candidates), "finished": .bool(isFinished),
        "funnel": .object(funnel.map { .init($0.reason, .integer($0.count)) }),
        "findings": .array(discoveries.map(SearchSummaryView.json)),
        "excluded": .array([]),
      ]
    }
    let exit: Exit = !isFinished ? .interrupted : discoveries.isEmpty && skipped == 0 ? .nothing : .done
    var document: Document {
      var blocks: [Block] = [
        .table(Table([.init("outcome"), .init("formulas without mirrors", .right)], rows: rows))
      ]
      if !discoveries.isEmpty { blocks.append(.table(SearchSummaryView.table(discoveries))) }
      if !isFinished {
        blocks.append(.paragraph("interrupted; what is done is kept, and the same command goes on"))
      }
      return Document(blocks)
    }
    return Reply(document, json: json, exit: exit)
  }
}
