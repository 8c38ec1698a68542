internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// A search for factorial reduction: what reduces, the largest δ first, and what the audit of the sieve says.
struct FactorialSearchView: SearchView {
  static let longestTable = 20
  static let members = "formulas"

  let summary: SearchSummary
  private let figures: FactorialFigures

  init?(_ summary: SearchSummary) {
    guard let figures = summary.figures as? FactorialFigures else { return nil }
    (self.summary, self.figures) = (summary, figures)
  }

  static func announcement(of plan: Plan, workers: Int) -> Document? {
    let estimate = plan.estimate(workers: workers)
    let text =
      "\(ProgressLine.counted(plan.candidates, "formula")), chunks: \(ProgressLine.grouped(plan.chunkCount)), about "
      + "\(ProgressLine.duration(estimate.seconds)) with \(ProgressLine.counted(workers, "worker")) before what reduces is measured, "
      + "\(megabytes(estimate.memory)) of memory, tables included"
    return Document([.paragraph(Text(text, .muted))])
  }

  static func reply(planning plan: Plan, workers: Int) -> Reply {
    let estimate = plan.estimate(workers: workers)
    let fields = [
      Field("formulas", Text(ProgressLine.grouped(plan.candidates), .digits)),
      Field("units", Text(ProgressLine.grouped(plan.measured), .digits)),
      Field("chunks", Text(ProgressLine.grouped(plan.chunkCount), .digits)),
      Field(
        "time",
        Text(
          "about \(ProgressLine.duration(estimate.seconds)) with \(ProgressLine.counted(workers, "worker")); measuring what reduces comes on top"
        )),
      Field("memory", Text("about \(megabytes(estimate.memory)), tables included")),
    ]
    let json: JSONValue = [
      "candidates": .integer(plan.candidates), "units": .integer(plan.measured),
      "chunks": .integer(plan.chunkCount), "seconds": .double(estimate.seconds),
      "memory": .integer(estimate.memory), "disk": .integer(estimate.disk), "workers": .integer(workers),
    ]
    return Reply(Document([.fields(fields)]), json: json)
  }

  private static func megabytes(_ bytes: Int) -> String { ProgressLine.grouped(bytes / 1_000_000) + " MB" }

  var document: Document {
    var blocks: [Block] = [.table(Self.table(summary.funnel))]
    if !figures.reduced.isEmpty { blocks.append(.table(table(figures.reduced))) }
    blocks.append(.paragraph(Text(sentence)))
    if !figures.divergent.isEmpty { blocks.append(.table(divergentTable)) }
    if summary.funnel[FactorialExit.inflated] > 0 { blocks.append(.paragraph(Text(Self.inflatedSentence))) }
    blocks.append(.paragraph(Text(auditSentence)))
    return Document(blocks)
  }

  private var sentence: String {
    let reduced = figures.reduced
    guard !reduced.isEmpty else { return "No fraction with a limit reduces fully." }
    let classes =
      figures.distinct < reduced.count ? " (\(ProgressLine.grouped(figures.distinct)) up to inflation)" : ""
    let open = reduced.count { isOpen($0) }
    let unnamed = open == 0 ? "" : "; open, no closed form found: \(ProgressLine.grouped(open))"
    return
      "Full reduction and a limit: \(ProgressLine.grouped(reduced.count))\(classes), mirrors not counted\(unnamed)."
  }

  private static let inflatedSentence =
    "What inflates a fraction of smaller degree has the reduced convergents of that one, times a rational number: search "
    + "the smaller degrees, or keep it with --inflated."

  private var auditSentence: String {
    let audit = summary.funnel.auditOfSieve
    return
      "Of \(ProgressLine.grouped(audit.audited)) rejected formulas that were measured by their convergents to judge the "
      + "sieve, \(ProgressLine.grouped(audit.missed)) reduce fully."
  }

  /// Whether the limit is a number for which a closed form was looked for in vain.
  private func isOpen(_ row: FactorialFigures.Row) -> Bool {
    figures.isIdentified && row.finding == nil && row.dynamics.outcome == .value
  }

  private func table(_ rows: [FactorialFigures.Row]) -> Table {
    let shown = rows.prefix(FactorialSearchView.longestTable).map { row -> [Text] in
      let sides = row.formula.factoredSides
      return [
        Text(sides.a, .formula), Text(sides.b ?? "", .formula),
        Text(row.dynamics.delta.map { rounded($0, 4) } ?? "–", .digits),
        Text(SearchSummaryView.shortened(row.dynamics.value ?? "–"), .digits), closedForm(row),
        Text(row.finding?.known ?? "", .muted),
      ]
    }
    let left = rows.count - shown.count
    return Table(
      [
        .init("a(n)"), .init("b(n)"), .init("δ", .right), .init("value", rank: 2), .init("closed form"),
        .init("known", isShortened: true, rank: 1),
      ], rows: Array(shown), caption: left > 0 ? Text("and \(ProgressLine.grouped(left)) more") : nil)
  }

  private func closedForm(_ row: FactorialFigures.Row) -> Text {
    if let finding = row.finding { return Text(finding.closedForm) }
    switch row.dynamics.outcome {
    case .rational(let value): return Text("\(value)", .digits)
    case .infinite: return Text("infinite", .muted)
    case .value: return figures.isIdentified ? Text("open", .keyword) : Text("not looked for", .muted)
    default: return Text("–", .muted)
    }
  }

  private var divergentTable: Table {
    let rows = figures.divergent
    let shown = rows.prefix(FactorialSearchView.longestTable).map { row -> [Text] in
      let sides = row.formula.factoredSides
      return [Text(sides.a, .formula), Text(sides.b ?? "", .formula), Text(row.dynamics.outcome.phrase)]
    }
    let left = rows.count - shown.count
    return Table(
      [.init("a(n)"), .init("b(n)"), .init("reduces fully, without a limit")], rows: Array(shown),
      caption: left > 0 ? Text("and \(ProgressLine.grouped(left)) more") : nil)
  }

  // MARK: For scripts

  var counts: [JSONValue.Member] {
    let audit = summary.funnel.auditOfSieve
    return [.init("audited", .integer(audit.audited)), .init("missed", .integer(audit.missed))]
  }

  var details: [JSONValue.Member] {
    [
      .init("reduced", .array(figures.reduced.map(json))), .init("distinct", .integer(figures.distinct)),
      .init("reducedDivergent", .array(figures.divergent.map(json))),
      .init("partial", .array(figures.partial.map(json))),
    ]
  }

  private func json(_ row: FactorialFigures.Row) -> JSONValue {
    let sides = row.formula.sides
    return [
      "a": .string(sides.a), "b": .string(sides.b ?? ""), "delta": .optional(row.dynamics.delta),
      "value": .optional(row.dynamics.value), "closedForm": .optional(row.finding.map { "\($0.closedForm)" }),
      "grade": .optional(row.finding?.grade.rawValue), "known": .optional(row.finding?.known),
      "open": .bool(isOpen(row)),
    ]
  }
}
