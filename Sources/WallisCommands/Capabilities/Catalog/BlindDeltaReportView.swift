internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Where a published table and our measurements disagree.
struct BlindDeltaReportView {
  private static let longestTable = 200

  let report: BlindDeltaReport

  func reply(isStopped: Bool) -> Reply {
    let exit: Exit = isStopped ? .interrupted : report.rows == 0 ? .nothing : .done
    var document: Document {
      var blocks: [Block] = [.fields(fields)]
      if !report.unmeasured.isEmpty { blocks.append(.table(unmeasured)) }
      blocks += disagreements
      if isStopped {
        blocks.append(.paragraph("interrupted; what was measured is stored, and importing again begins anew"))
      }
      return Document(blocks)
    }
    return Reply(document, json: json, exit: exit)
  }

  private var fields: [Field] {
    [
      Field("rows", number(report.rows)), Field("δ in both", number(report.measured)),
      Field("rows that agree", number(report.agreeing)),
      Field("disagreements", number(report.disagreements.count)),
      Field("of them unexplained", number(report.unexplained)),
    ]
  }

  private func number(_ count: Int) -> Text { Text(ProgressLine.grouped(count), .digits) }

  private var unmeasured: Table {
    let rows = report.unmeasured.sorted { $0.key < $1.key }.map { [Text($0.key), number($0.value)] }
    return Table([.init("δ in neither, because it"), .init("rows", .right)], rows: rows)
  }

  /// A table for every explanation, in the order in which they first occur, after what nothing explains.
  private var disagreements: [Block] {
    var order: [String?] = report.unexplained > 0 ? [nil] : []
    var groups: [String?: [BlindDeltaReport.Entry]] = [:]
    for entry in report.disagreements {
      let explanation = entry.disagreement.explanation
      if groups[explanation] == nil, explanation != nil { order.append(explanation) }
      groups[explanation, default: []].append(entry)
    }
    return order.flatMap { explanation -> [Block] in
      let title = Text(explanation ?? "unexplained")
      return [.paragraph(title + ":"), .table(table(groups[explanation] ?? []))]
    }
  }

  private func table(_ entries: [BlindDeltaReport.Entry]) -> Table {
    var last: Formula?
    let rows = entries.prefix(Self.longestTable).map { entry -> [Text] in
      let item = entry.disagreement
      defer { last = entry.formula }
      return [
        entry.formula == last ? "" : Text("\(entry.formula)", .formula), Text(item.quantity, .name),
        Text(shortened(item.theirs), .digits), Text(shortened(item.ours), .digits),
      ]
    }
    let left = entries.count - rows.count
    let caption = left > 0 ? "and \(ProgressLine.grouped(left)) more: --json lists them all" : nil
    return Table(
      [.init("formula"), .init("column"), .init("theirs"), .init("ours")], rows: rows,
      caption: caption.map { Text($0, .muted) })
  }

  /// A limit is cut after its first digits, words are not.
  private func shortened(_ text: String) -> String {
    text.count > 20 && Double(text) != nil ? text.prefix(20) + "…" : text
  }

  private var json: JSONValue {
    [
      "rows": .integer(report.rows), "measured": .integer(report.measured),
      "agreeing": .integer(report.agreeing), "unexplained": .integer(report.unexplained),
      "unmeasured": .object(
        report.unmeasured.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }),
      "disagreements": .array(report.disagreements.map(json)),
    ]
  }

  private func json(_ entry: BlindDeltaReport.Entry) -> JSONValue {
    let sides = entry.formula.sides
    let item = entry.disagreement
    return [
      "a": .string(sides.a), "b": .optional(sides.b), "quantity": .string(item.quantity),
      "theirs": .string(item.theirs),
      "ours": .string(item.ours), "explanation": .optional(item.explanation),
    ]
  }
}
