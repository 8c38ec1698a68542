internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

extension Refusal {
  /// A search that cannot be planned.
  init(_ error: SearchError) {
    switch error {
    case .malformed(let message, let text, let position, let remedy):
      self.init(
        Diagnostic(
          message, source: text, range: position..<min(position + 1, max(position, text.count)),
          remedy: remedy))
    case .senseless(let message, let remedy):
      self.init(message, remedy: remedy)
    case .tooLarge(let message, let remedy):
      self.init(message, remedy: remedy, exit: .limit)
    case .unknownMethod(let job, let method):
      self.init(
        "job \(job) is a search '\(method)' that this version does not know",
        remedy: "a newer version of Wallis, or another job", exit: .badData)
    }
  }
}

/// What a search would do, before it does it.
struct PlanView {
  let plan: Plan
  let workers: Int

  init(_ plan: Plan, workers: Int) { (self.plan, self.workers) = (plan, workers) }

  /// The plan in a sentence, shown before a search begins.
  var sentence: Document {
    let estimate = plan.estimate(workers: workers)
    func megabytes(_ bytes: Int) -> String { ProgressLine.grouped(bytes / 1_000_000) + " MB" }
    let size = ProgressLine.counted(plan.candidates, "formula")
    let mirrors =
      plan.measured < plan.candidates ? ", \(ProgressLine.grouped(plan.measured)) without their mirrors" : ""
    let text =
      "\(size)\(mirrors), in \(ProgressLine.counted(plan.chunkCount, "chunk")): about "
      + "\(ProgressLine.duration(estimate.seconds)) with \(ProgressLine.counted(workers, "worker")), \(megabytes(estimate.memory)) of memory, "
      + "\(megabytes(estimate.disk)) of disk"
    return Document([.paragraph(Text(text, .muted))])
  }

  /// The plan of a search whose candidates are called `unit`.
  func reply(unit: String) -> Reply {
    let estimate = plan.estimate(workers: workers)
    let fields = [
      Field(unit, Text(ProgressLine.grouped(plan.candidates), .digits)),
      Field(
        "to measure",
        Text(ProgressLine.grouped(plan.measured), .digits)
          + Text(plan.measured < plan.candidates ? " (mirrors a → −a are derived)" : "", .muted)),
      Field("chunks", Text(ProgressLine.grouped(plan.chunkCount), .digits)),
      Field(
        "time",
        Text(
          "about \(ProgressLine.duration(estimate.seconds)) with \(ProgressLine.counted(workers, "worker"))")),
      Field("memory", Text("about \(ProgressLine.grouped(estimate.memory / 1_000_000)) MB")),
      Field("catalog", Text("grows by about \(ProgressLine.grouped(estimate.disk / 1_000_000)) MB")),
    ]
    let json: JSONValue = [
      "candidates": .integer(plan.candidates), "measured": .integer(plan.measured),
      "chunks": .integer(plan.chunkCount), "seconds": .double(estimate.seconds),
      "memory": .integer(estimate.memory), "disk": .integer(estimate.disk), "workers": .integer(workers),
    ]
    return Reply(Document([.fields(fields)]), json: json)
  }
}

/// Findings as searches, the catalog and exports show them.
enum SearchSummaryView {
  static let longestTable = 20

  /// A table of findings, those that name a constant first; nothing where there are none.
  static func ranked(_ findings: [Discovery]) -> [Block] {
    guard !findings.isEmpty else { return [] }
    let (telling, others) = (findings.filter(\.namesAConstant), findings.filter { !$0.namesAConstant })
    return [.table(table(simplestFirst(telling) + others))]
  }

  /// Short closed forms first, in the order of the search among equals.
  private static func simplestFirst(_ findings: [Discovery]) -> [Discovery] {
    findings.enumerated().sorted { x, y in
      let (first, second) = (
        x.element.closedForm.description.count / 8, y.element.closedForm.description.count / 8
      )
      return (first, x.offset) < (second, y.offset)
    }.map(\.element)
  }

  static func table(_ findings: [Discovery], most: Int = longestTable) -> Table {
    let rows = findings.prefix(most).map { finding in
      let sides = finding.formula.factoredSides
      return [
        Text(sides.a, .formula), Text(sides.b ?? "", .formula), Text(shortened(finding.value), .digits),
        Text(finding.closedForm), finding.grade.text, Text(finding.known ?? "", .muted),
      ]
    }
    let columns: [Table.Column] = [
      .init("a(n)"), .init("b(n)"), .init("value", rank: 3), .init("closed form"), .init("grade", rank: 1),
      .init("known", isShortened: true, rank: 2),
    ]
    let left = findings.count - rows.count
    return Table(
      columns, rows: Array(rows), caption: left > 0 ? more(left) : nil)
  }

  private static func more(_ count: Int) -> Text {
    "and \(ProgressLine.grouped(count)) more: " + Text("catalog query identified", .name)
  }

  static func shortened(_ value: String) -> String {
    value.count > 12 ? value.prefix(12) + "…" : value
  }

  static func json(_ finding: Discovery) -> JSONValue {
    let sides = finding.formula.sides
    return .object(
      [
        .init("a", .string(sides.a)), .init("b", .string(sides.b ?? "")),
        .init("formula", .string("\(finding.formula)")), .init("value", .string(finding.value)),
        .init("closedForm", .string("\(finding.closedForm)")),
        .init("grade", .string(finding.grade.rawValue)),
        .init("known", .optional(finding.known)),
      ] + finding.formula.members.map(JSONValue.Member.init))
  }
}

extension Discovery {
  /// Whether the closed form contains more than fractions and roots.
  fileprivate var namesAConstant: Bool {
    closedForm.expression?.namesANumber ?? true
  }
}

extension Discovery {
  /// The finding of a running search in one line.
  var line: Text {
    Text("\(formula)", .formula) + " = " + Text(closedForm)
      + Text("  " + (known ?? grade.rawValue), .muted)
  }
}
