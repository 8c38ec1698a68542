internal import WallisDocuments
internal import WallisSearch

/// How searches of a method are shown: the plan before, the summary after.
protocol SearchView {
  /// What the funnel counts: formulas, pairs, lines.
  static var members: String { get }
  /// What is said before a search begins; nil for nothing.
  static func announcement(of plan: Plan, workers: Int) -> Document?
  /// What a search would do and need.
  static func reply(planning plan: Plan, workers: Int) -> Reply

  /// A finding for scripts.
  static func json(_ finding: Discovery) -> JSONValue

  /// The view of a summary; nil where its figures are those of another method.
  init?(_ summary: SearchSummary)
  /// For people, without times, rates and numbers of jobs: those differ from run to run.
  var document: Document { get }
  /// Counts for scripts beside those of every search.
  var counts: [JSONValue.Member] { get }
  /// What else there is for scripts.
  var details: [JSONValue.Member] { get }
}

extension SearchView {
  static func announcement(of plan: Plan, workers: Int) -> Document? { nil }
  static func reply(planning plan: Plan, workers: Int) -> Reply {
    PlanView(plan, workers: workers).reply(unit: members)
  }
  static func json(_ finding: Discovery) -> JSONValue { SearchSummaryView.json(finding) }
  var counts: [JSONValue.Member] { [] }
  var details: [JSONValue.Member] { [] }

  /// The exits of a search with their counts.
  static func table(_ funnel: Funnel) -> Table {
    let rows = funnel.sorted.map { exit in
      [Text(exit.reason), Text(ProgressLine.grouped(exit.count), .digits)]
    }
    let total: [Text] = [Text("all", .keyword), Text(ProgressLine.grouped(funnel.total), .digits)]
    return Table([.init("left the search as"), .init(members, .right)], rows: rows + [total])
  }
}

/// A search by its funnel and its findings.
struct PlainSearchView: SearchView {
  static let members = "formulas"

  let summary: SearchSummary

  init(_ summary: SearchSummary) { self.summary = summary }

  var document: Document {
    Document([.table(Self.table(summary.funnel))] + SearchSummaryView.ranked(summary.findings))
  }
}

/// A search of formulas by their dynamics: what the screen left out is told beside.
struct DynamicsSearchView: SearchView {
  static let members = "formulas"

  let summary: SearchSummary
  private let audit: ScreenAudit?

  init(_ summary: SearchSummary) {
    self.summary = summary
    audit = ScreenAudit(summary.funnel)
  }

  static func announcement(of plan: Plan, workers: Int) -> Document? {
    PlanView(plan, workers: workers).sentence
  }

  var document: Document {
    Document(
      [.table(Self.table(summary.funnel))] + (audit.map { [.paragraph(text($0))] } ?? [])
        + SearchSummaryView.ranked(summary.findings))
  }

  private func text(_ audit: ScreenAudit) -> Text {
    let rate = audit.missRate.map { " (\(rounded($0 * 100, 3)) %)" } ?? ""
    return Text(
      "Of \(ProgressLine.grouped(audit.audited)) formulas that the screen rejected and that were measured to judge it, "
        + "\(ProgressLine.grouped(audit.missed)) have factorial reduction\(rate); "
        + "\(ProgressLine.grouped(audit.skipped)) others were rejected and not measured.")
  }

  var details: [JSONValue.Member] { [.init("screen", audit.map(json) ?? .null)] }

  private func json(_ audit: ScreenAudit) -> JSONValue {
    [
      "skipped": .integer(audit.skipped), "audited": .integer(audit.audited),
      "missed": .integer(audit.missed),
      "missRate": audit.missRate.map { .double($0) } ?? .null,
    ]
  }
}
