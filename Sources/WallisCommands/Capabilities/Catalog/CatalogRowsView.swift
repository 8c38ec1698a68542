internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Formulas of the catalog as a table and as JSON.
struct CatalogRowsView {
  let answer: CatalogAnswer
  let query: CatalogQuery
  let columns: RowColumns

  /// - Parameter format: how they are written for people; JSON is the same in each.
  func reply(as format: RowFormat = .text) -> Reply {
    guard !answer.rows.isEmpty else {
      return Reply(
        Document([.paragraph("no formula of the catalog is like that")]), json: json, exit: .nothing)
    }
    return Reply(document(format), json: json)
  }

  private var json: JSONValue {
    [
      "rows": .array(answer.rows.map { CatalogRowsView.json($0, columns) }),
      "total": .optional(answer.total), "shown": .integer(answer.rows.count),
    ]
  }

  private func document(_ format: RowFormat) -> Document {
    switch format {
    case .text: Document([.table(table)])
    case .markdown: Document([.code(MarkdownRenderer().render(Document([.table(table)])))])
    case .latex: Document([.code(latex)])
    case .json: Document([.code(json.withSchema.pretty)])
    case .csv: Document([.code(text(SeparatedRowStream(columns: columns, separator: .commas)))])
    case .tsv: Document([.code(text(SeparatedRowStream(columns: columns, separator: .tabs)))])
    }
  }

  private func text(_ stream: some CatalogRowStream) -> String {
    var stream = stream
    return stream.head + answer.rows.map { stream.text(of: $0) }.joined()
      + stream.end(shown: answer.rows.count, total: answer.total)
  }

  private var table: Table {
    let fields = columns.shown(answer.rows)
    return Table(
      fields.map { columns.areChosen ? $0.column(rank: nil) : $0.column },
      rows: answer.rows.map { row in fields.map { CatalogRowsView.cell($0, row) } },
      caption: caption.map { Text($0, .muted) }, rest: "--columns or --json")
  }

  /// Where there is no limit the table says why.
  static func cell(_ field: QueryField, _ row: CatalogRow) -> Text {
    let value = field.value?(row) ?? .missing
    if field.name == "value", value.isMissing { return Text(row.dynamics.outcome.status, .keyword) }
    return value.cell
  }

  /// Which rows these are, where there are more.
  private var caption: String? {
    guard let total = answer.total, answer.isCut || query.offset > 0 else { return nil }
    let (first, count) = (query.offset, answer.rows.count)
    let rows =
      first > 0
      ? "rows \(ProgressLine.grouped(first + 1)) to \(ProgressLine.grouped(first + count))"
      : ProgressLine.counted(count, "row")
    return
      "\(rows) of \(ProgressLine.counted(total, "formula"))\(query.foldsMirrors ? ", mirrors counted" : "")"
  }

  private var latex: String {
    let fields = columns.shown(answer.rows)
    func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\" }
    let rows = answer.rows.map { row in line(fields.map { $0.value?(row).latex ?? "" }) }
    let alignment = fields.map { $0.isMeasured ? "r" : "l" }.joined()
    let titles = line(fields.map { LatexRenderer().escaped($0.title) }) + " \\hline"
    return (["\\begin{tabular}{\(alignment)}", titles] + rows + ["\\end{tabular}"]).joined(separator: "\n")
      + "\n"
  }

  /// The row in the columns that were asked for, or with all that scripts expect.
  static func json(_ row: CatalogRow, _ columns: RowColumns) -> JSONValue {
    guard columns.areChosen else { return json(row) }
    return .object(columns.fields.map { .init($0.name, $0.value?(row).json ?? .null) })
  }

  /// The same with what the catalog says about one formula: `excluded` is left out where nothing was searched for, and
  /// `link` says how it belongs to its family.
  static func json(
    _ row: CatalogRow, findings: [Discovery], proofs: [StoredProof] = [],
    excluded: [(basis: String, below: String)]? = nil, notes: [String], link: JSONValue?, coverage: [String]
  ) -> JSONValue {
    guard case .object(let members) = json(row) else { return json(row) }
    var all = members
    all.append(.init("findings", .array(findings.map { SearchSummaryView.json($0) })))
    if !proofs.isEmpty { all.append(.init("proofs", .array(proofs.map { json(of: $0) }))) }
    if let excluded { all.append(.init("excluded", IdentificationView.json(excluded))) }
    all.append(.init("notes", .array(notes.map { .string($0) })))
    all.append(.init("link", link ?? .null))
    all.append(.init("coverage", .array(coverage.map { .string($0) })))
    return .object(all)
  }

  /// A proof that is kept; `holds` says whether every step of its text does now.
  private static func json(of proof: StoredProof) -> JSONValue {
    let holds: Bool
    do {
      _ = try proof.checked()
      holds = true
    } catch {
      holds = false
    }
    return [
      "formula": .string("\(proof.formula)"), "closedForm": .string(proof.closedForm),
      "by": .string(proof.summary), "text": .string(proof.text), "holds": .bool(holds),
    ]
  }

  /// `a`, `b`, `formula`, `kind`, `key`, the keys of `measure` as far as the kind of formula has them, and what is
  /// claimed.
  static func json(_ row: CatalogRow) -> JSONValue {
    let sides = row.formula.sides
    return .object(
      [
        .init("a", .string(sides.a)), .init("b", .optional(sides.b)),
        .init("formula", .string("\(row.formula)")), .init("kind", .string(row.formula.kind)),
      ] + (row.formula.fraction.map { members(row, of: $0) } ?? members(row))
        + claims.map { .init($0.name, $0.value?(row).json ?? .null) })
  }

  private static let claims = ["closedForm", "grade", "proved", "known", "family", "found"].compactMap {
    QueryFieldTable.field(named: $0)
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

extension QueryField {
  /// Whether its column stands flush right.
  var isMeasured: Bool { kind == .number }

  /// Its column in a table; words are cut short where there is no room, and some columns left out.
  var column: Table.Column { column(rank: QueryField.ranks[name]) }

  /// The same with another rank; nil for a column that always stays.
  func column(rank: Int?) -> Table.Column {
    .init(title, isMeasured ? .right : .left, isShortened: kind == .text && name != "formula", rank: rank)
  }

  private static let ranks = ["grade": 1, "known": 2, "delta": 3, "digitsPerTerm": 4, "value": 5]
}
