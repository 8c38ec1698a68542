internal import GRDB
public import WallisFormulas
public import WallisSearch

/// What a query found.
public struct CatalogAnswer: Sendable {
  /// The formulas, as many as the limit allows.
  public let rows: [CatalogRow]
  /// How many there are without the limit, mirrors included.
  public let total: Int
}

extension Catalog {
  /// Rows and total of a query, in one snapshot.
  public func answer(_ query: CatalogQuery) throws(CatalogError) -> CatalogAnswer {
    let compiled = CompiledQuery(query)
    return try read { db in
      var rows: [CatalogRow] = []
      try Catalog.visit(compiled, limit: query.limit, in: db) { rows.append($0) }
      let total = try Int.fetchOne(db, sql: compiled.total, arguments: compiled.arguments) ?? 0
      return CatalogAnswer(rows: rows, total: total)
    }
  }

  /// How many formulas satisfy a query, mirrors included.
  public func total(_ query: CatalogQuery) throws(CatalogError) -> Int {
    let compiled = CompiledQuery(query)
    return try read { try Int.fetchOne($0, sql: compiled.total, arguments: compiled.arguments) ?? 0 }
  }

  /// Visits the rows of a query one by one, however many there are.
  public func visit(_ query: CatalogQuery, _ body: (CatalogRow) throws -> Void) throws(CatalogError) {
    try read { try Catalog.visit(CompiledQuery(query), limit: query.limit, in: $0, body) }
  }

  /// The row of a formula; nil when it is not in the catalog.
  public func row(for formula: Formula) throws(CatalogError) -> CatalogRow? {
    var found: CatalogRow?
    let representative = formula.representative
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: "SELECT \(FormulaRow.columns), f.signs FROM formula AS f WHERE key = ?",
        arguments: [representative.formula.key])
      try row.map { try FormulaRow($0).expanded(signs: $0[22]) { if $0.formula == formula { found = $0 } } }
    }
    return found
  }

  /// Findings about a formula or its mirror, best first; they are about the representative of the two.
  public func findings(about formula: Formula) throws(CatalogError) -> [Discovery] {
    let key = formula.representative.formula.key
    return try read { try FindingStore($0).findings(where: "formula.key = ?", [key]) }
      .sorted { ($0.grade, $0.evidence.surplus) > ($1.grade, $1.evidence.surplus) }
  }

  /// All findings in order of formula keys and closed forms.
  public func findings() throws(CatalogError) -> [Discovery] {
    try read { try FindingStore($0).findings(where: "1") }
  }

  private static func visit(
    _ compiled: CompiledQuery, limit: Int?, in db: Database, _ body: (CatalogRow) throws -> Void
  ) throws {
    var left = limit ?? .max
    let rows = try Row.fetchCursor(db, sql: compiled.rows, arguments: compiled.arguments)
    while left > 0, let row = try rows.next() {
      let formula = try FormulaRow(row)
      let signs: Int = row[22]
      if compiled.usesView {
        var answer = formula.row
        if signs < 0 { answer.closedForm = answer.oppositeClosedForm }
        try body(answer)
        left -= 1
      } else {
        try formula.expanded(signs: UInt8(signs)) { row in
          if left > 0 { try body(row) }
          left -= 1
        }
      }
    }
  }
}
