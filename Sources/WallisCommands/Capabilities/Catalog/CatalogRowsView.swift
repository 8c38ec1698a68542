internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Formulas of the catalog as a table and as JSON.
struct CatalogRowsView {
  let rows: [CatalogRow]
  /// All rows that satisfy the condition; nil where they were not counted.
  let total: Int?

  var reply: Reply {
    var json: JSONValue {
      [
        "rows": .array(rows.map { CatalogRowsView.json($0) }),
        "total": total.map(JSONValue.integer) ?? nil,
      ]
    }
    guard !rows.isEmpty else {
      return Reply(
        Document([.paragraph("no formula of the catalog is like that")]), json: json, exit: .nothing)
    }
    return Reply(Document([.table(table)]), json: json)
  }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("a(n)"), .init("b(n)"), .init("value"), .init("class"), .init("δ", .right),
      .init("reduction"),
    ]
    let caption = total.flatMap { total in
      total > rows.count ? "\(ProgressLine.grouped(rows.count)) of \(ProgressLine.grouped(total))" : nil
    }
    return Table(columns, rows: rows.map(cells), caption: caption.map { Text($0, .muted) })
  }

  private func cells(_ row: CatalogRow) -> [Text] {
    let sides = row.formula.sides
    let dynamics = row.dynamics
    let value = dynamics.value.map { Text(SearchSummaryView.shortened($0), .digits) }
    return [
      Text(sides.a, .formula), Text(sides.b ?? "", .formula),
      value ?? Text(dynamics.outcome.status, .keyword),
      Text(dynamics.convergence?.rawValue ?? "–"),
      Text(dynamics.delta.map { rounded($0, 6) } ?? "–", .digits),
      Text(dynamics.factorialReduction.map { $0 ? "yes" : "no" } ?? "–"),
    ]
  }

  /// The same with what the catalog says about one formula; `excluded` is left out where nothing was searched for.
  static func json(
    _ row: CatalogRow, findings: [Discovery], excluded: [(basis: String, below: String)]? = nil,
    notes: [String]
  ) -> JSONValue {
    guard case .object(let members) = json(row) else { return json(row) }
    var all = members
    all.append(.init("findings", .array(findings.map { SearchSummaryView.json($0) })))
    if let excluded { all.append(.init("excluded", IdentificationView.json(excluded))) }
    all.append(.init("notes", .array(notes.map { .string($0) })))
    return .object(all)
  }

  /// `a`, `b`, `formula`, `kind`, `key`, and the keys of `measure` as far as the kind of formula has them.
  static func json(_ row: CatalogRow) -> JSONValue {
    let sides = row.formula.sides
    return .object(
      [
        .init("a", .string(sides.a)), .init("b", .optional(sides.b)),
        .init("formula", .string("\(row.formula)")), .init("kind", .string(row.formula.kind)),
      ] + (row.formula.fraction.map { members(row, of: $0) } ?? members(row)))
  }

  private static func members(_ row: CatalogRow, of fraction: ContinuedFraction) -> [JSONValue.Member] {
    let key = fraction.coefficientKey.map { $0.word.map(JSONValue.integer) ?? .string("\($0)") }
    let view = DynamicsView(row.dynamics, of: fraction, depth: row.depth, against: row.against)
    return [.init("key", .array(key))] + view.members
  }

  /// Of a formula without polynomials.
  private static func members(_ row: CatalogRow) -> [JSONValue.Member] {
    [
      .init("key", .string(row.formula.key)), .init("status", .string(row.dynamics.outcome.status)),
      .init("value", .optional(row.dynamics.value)), .init("digits", .integer(row.dynamics.digits)),
      .init("delta", .optional(row.dynamics.delta)),
      .init("digitsPerTerm", .optional(row.dynamics.digitsPerTerm)),
    ] + row.formula.members.map(JSONValue.Member.init)
  }
}
