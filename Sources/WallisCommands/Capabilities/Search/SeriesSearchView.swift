internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// A search of series: what was found, the fastest first, and what is ruled out.
struct SeriesSearchView: SearchView {
  static let longestTable = 20
  static let members = "terms"

  let summary: SearchSummary
  private let rows: [SeriesFigures.Row]

  init?(_ summary: SearchSummary) {
    guard let figures = summary.figures as? SeriesFigures else { return nil }
    (self.summary, rows) = (summary, figures.rows)
  }

  static func announcement(of plan: Plan, workers: Int) -> Document? {
    let text =
      "\(ProgressLine.counted(plan.candidates, "term")), chunks: \(ProgressLine.grouped(plan.chunkCount)): about "
      + "\(ProgressLine.duration(plan.estimate(workers: workers).seconds)) with \(ProgressLine.counted(workers, "worker"))"
    return Document([.paragraph(Text(text, .muted))])
  }

  var document: Document {
    var blocks: [Block] = [.table(Self.table(summary.funnel))]
    if !rows.isEmpty { blocks.append(.table(table)) }
    guard summary.isFinished else { return Document(blocks) }
    return Document(blocks + [.paragraph(Text(evidence + exclusion))])
  }

  private var evidence: String {
    guard let digits = rows.map(\.finding.evidence.digitsSupplied).min() else { return "" }
    return
      "The sums over k from 0 are conjectures: every closed form holds to \(digits) digits at least; random "
      + "numbers in place of the constants: \(summary.decoyHits) fit. "
  }

  private var exclusion: String {
    guard let exponent = summary.funnel.leastExcludedExponent else { return "" }
    let terms = summary.funnel.counts.filter { SeriesExit.isNothing($0.key) }.values.reduce(0, +)
    return
      "Of \(ProgressLine.counted(terms, "term")) no sum is p + q c with all integers, those of R among them, "
      + "below 10^\(exponent)."
  }

  private var table: Table {
    let hasKnown = rows.contains { $0.finding.known != nil }
    let shown = rows.prefix(SeriesSearchView.longestTable).map { row in
      [
        Text(row.term, .formula), Text(row.finding.closedForm),
        Text(row.digitsPerTerm.map { rounded($0, 3) } ?? "–", .digits),
      ] + (hasKnown ? [Text(row.finding.known ?? "", .muted)] : [])
    }
    let columns: [Table.Column] = [
      .init("term"), .init("closed form"), .init("digits a term", .right, rank: 1),
    ]
    let left = rows.count - shown.count
    return Table(
      columns + (hasKnown ? [.init("known", isShortened: true, rank: 2)] : []), rows: Array(shown),
      caption: left > 0 ? Text("and \(ProgressLine.grouped(left)) more") : nil)
  }

  var details: [JSONValue.Member] {
    let series = rows.map { row -> JSONValue in
      [
        "formula": .string("\(row.finding.formula)"), "closedForm": .string("\(row.finding.closedForm)"),
        "digitsPerTerm": .optional(row.digitsPerTerm),
      ]
    }
    let bound = summary.funnel.leastExcludedExponent.map { "10^\($0)" }
    return [.init("series", .array(series)), .init("excludedBelow", .optional(bound))]
  }
}
