internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// What a search of lines left.
struct FieldSummaryView: SearchReplyView {
  static let longestTable = 15

  let summary: SearchSummary
  let requests: [FieldRequest]
  let catalog: String
  let unit = "lines"

  var document: Document {
    Document([.table(funnel)]) + FieldSummaryView.ranking(requests, catalog)
  }

  private var funnel: Table {
    let rows = summary.funnel.sorted.map { exit in
      [Text(exit.reason), Text(ProgressLine.grouped(exit.count), .digits)]
    }
    let total: [Text] = [Text("all", .keyword), Text(ProgressLine.grouped(summary.funnel.total), .digits)]
    return Table([.init("left the search as"), .init("lines", .right)], rows: rows + [total])
  }

  /// The best lines, the plot and the cone of the lines that are in the catalog.
  static func ranking(_ requests: [FieldRequest], _ catalog: String) -> Document {
    guard let lines = try? FieldLines(requests, catalog: catalog), !lines.lines.isEmpty else {
      return Document()
    }
    var blocks: [Block] = [.table(table(lines))]
    if let plot = lines.plot {
      let rows = plot.lines(columns: 72, rows: 16, isASCII: false)
      blocks.append(.table(Table([.init("δ up, angle of the direction across")], rows: rows.map { [$0] })))
    }
    for cone in lines.cones {
      let (from, to) = (FieldLine.text(cone.from), FieldLine.text(cone.to))
      blocks.append(
        .paragraph(
          Text(
            "from (\(FieldLine.text(cone.start))): δ > 0 in all directions walked from (\(from)) to (\(to)); "
              + "where it stays above 0 in the limit, that would prove irrationality")))
    }
    return Document(blocks)
  }

  private static func table(_ lines: FieldLines) -> Table {
    let ranked = lines.ranked
    let left = ranked.count - longestTable
    return Table(
      [
        .init("direction"), .init("start"), .init("δ", .right), .init("digits a step", .right),
        .init("limit"),
      ],
      rows: ranked.prefix(longestTable).map { line in
        [
          Text(FieldLine.text(line.direction), .formula), Text(FieldLine.text(line.start)),
          Text(line.delta.map { rounded($0, 4) } ?? "–", .digits),
          Text(line.digitsPerTerm.map { rounded($0, 4) } ?? "–", .digits),
          line.closedForm.map { Text($0, .formula) }
            ?? Text(SearchSummaryView.shortened(line.value), .digits),
        ]
      }, caption: left > 0 ? "and \(ProgressLine.grouped(left)) more lines" : nil)
  }

  /// The reply of the last search of several about one field, with the lines of all.
  static func joined(_ first: Reply, _ last: Reply, requests: [FieldRequest], catalog: String) -> Reply {
    var reply = last
    let directions = requests.dropFirst().flatMap { $0.directions ?? [] }.count
    let note = Text("\(directions) directions were added around the best", .muted)
    reply.document =
      Document(first.document.blocks.prefix(1) + [.paragraph(note)]) + ranking(requests, catalog)
    if case .object(let members) = last.json {
      reply.json = .object(members.filter { $0.key != "lines" } + [.init("lines", lines(requests, catalog))])
    }
    return reply
  }

  private static func lines(_ requests: [FieldRequest], _ catalog: String) -> JSONValue {
    let ranked = (try? FieldLines(requests, catalog: catalog).ranked) ?? []
    return .array(
      ranked.map { line in
        [
          "start": .array(line.start.map { .string("\($0)") }),
          "direction": .array(line.direction.map { .integer($0) }), "delta": .optional(line.delta),
          "digitsPerTerm": .optional(line.digitsPerTerm), "value": .string(line.value),
          "closedForm": .optional(line.closedForm),
        ]
      })
  }

  func json(seconds: Double) -> JSONValue {
    let rate = seconds > 0 ? Double(summary.scannedNow) / seconds : 0
    return [
      "job": .integer(summary.job), "candidates": .integer(summary.candidates),
      "stored": .integer(summary.findings.count),
      "funnel": .object(summary.funnel.sorted.map { .init($0.reason, .integer($0.count)) }),
      "findings": .array(summary.findings.map(SearchSummaryView.json)),
      "decoyHits": .integer(summary.decoyHits), "finished": .bool(summary.isFinished),
      "seconds": .double(seconds), "perSecond": .double(rate),
      "lines": FieldSummaryView.lines(requests, catalog),
    ]
  }
}
