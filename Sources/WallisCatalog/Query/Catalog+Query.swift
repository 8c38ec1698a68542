internal import GRDB
package import WallisFormulas
package import WallisSearch

/// What a query found.
package struct CatalogAnswer: Sendable {
  /// The formulas, as many as the limit allows.
  package let rows: [CatalogRow]
  /// How many formulas there are without the limit, mirrors included; nil where that was not asked for.
  package let total: Int?
  /// Whether there are more rows than the limit allows.
  package let isCut: Bool
}

extension Catalog {
  /// Rows and total of a query, in one snapshot.
  package func answer(_ query: CatalogQuery, counting: Bool = true) throws(CatalogError) -> CatalogAnswer {
    try read { try answer(query, counting: counting, in: $0) }
  }

  /// The same in a snapshot.
  func answer(_ query: CatalogQuery, counting: Bool = true, in db: Database) throws -> CatalogAnswer {
    var longer = query
    longer.limit = query.limit.map { $0 < .max ? $0 + 1 : $0 }
    var rows: [CatalogRow] = []
    let counted = try visit(longer, in: db) { rows.append($0) }
    let isCut = query.limit.map { rows.count > $0 } ?? false
    if isCut { rows.removeLast() }
    guard counting else { return CatalogAnswer(rows: rows, total: nil, isCut: isCut) }
    return CatalogAnswer(rows: rows, total: try counted ?? total(query, in: db), isCut: isCut)
  }

  /// How many formulas satisfy a query, mirrors included.
  package func total(_ query: CatalogQuery) throws(CatalogError) -> Int {
    try read { db in try BlockSearch(db, kinds)?.total(query) ?? total(query, in: db) }
  }

  /// The same by SQL.
  func total(_ query: CatalogQuery, in db: Database) throws -> Int {
    let compiled = CompiledQuery(query)
    return try Int.fetchOne(db, sql: compiled.total, arguments: compiled.totalArguments) ?? 0
  }

  /// Visits the rows of a query one by one, however many there are.
  package func visit(_ query: CatalogQuery, _ body: (CatalogRow) throws -> Void) throws(CatalogError) {
    try read { _ = try visit(query, in: $0, body) }
  }

  /// The row of a formula; nil when it is not in the catalog.
  package func row(for formula: Formula) throws(CatalogError) -> CatalogRow? {
    let (stored, isMirrored) = formula.representative
    return try read { db in
      guard let row = try formulaRow(db, "key", stored.key.databaseValue),
        row.signs.contains(isMirrored ? .minus : .plus)
      else { return nil }
      return isMirrored ? row.row.mirrored : row.row
    }
  }

  /// Findings about a formula, best first; those of a mirror follow from what is stored of its partner.
  package func findings(about formula: Formula) throws(CatalogError) -> [Discovery] {
    let (stored, isMirrored) = formula.representative
    return try read { try FindingStore($0, kinds).findings(where: "formula.key = ?", [stored.key]) }
      .map { isMirrored ? $0.mirrored : $0 }
      .sorted { ($0.grade, $0.evidence.surplus) > ($1.grade, $1.evidence.surplus) }
  }

  /// All findings in order of formula keys and closed forms.
  package func findings() throws(CatalogError) -> [Discovery] {
    var findings: [Discovery] = []
    try visitFindings { findings.append($0) }
    return findings
  }

  /// Visits all findings one by one in order of formula keys and closed forms.
  package func visitFindings(_ body: (Discovery) throws -> Void) throws(CatalogError) {
    try read { try FindingStore($0, kinds).visit(where: "1", [], body) }
  }

  /// Visits the best finding about each formula of a query, in its order; those of a mirror follow from its partner's.
  package func visitBestFindings(
    _ query: CatalogQuery, _ body: (Discovery) throws -> Void
  ) throws(CatalogError) {
    try read { db in
      let store = FindingStore(db, kinds)
      var left = query.limit ?? .max
      _ = try visitPlaces(query, in: db) { id, signs in
        guard left > 0 else { return false }
        if let finding = try store.best(about: id) {
          try body(Signs(rawValue: signs).contains(.plus) ? finding : finding.mirrored)
        }
        left -= 1
        return true
      }
    }
  }

  /// - Returns: how many formulas satisfy the query, where finding the rows told it.
  private func visit(
    _ query: CatalogQuery, in db: Database, _ body: (CatalogRow) throws -> Void
  ) throws -> Int? {
    var left = query.limit ?? .max
    return try visitPlaces(query, in: db) { id, signs in
      guard left > 0 else { return false }
      guard let row = try formulaRow(db, "id", id.databaseValue) else { return true }
      for var row in row.rows(signs: signs, folded: query.foldsMirrors) where left > 0 {
        if query.showsJobs { row.job = try firstJob(thatFound: id, in: db) }
        try body(row)
        left -= 1
      }
      return true
    }
  }

  /// Visits the places of the rows, mirrors folded and rows skipped as the query says, until `body` returns false.
  ///
  /// A catalog whose columns are packed is asked by `BlockSearch`, any other by SQL: the answers are the same.
  /// - Returns: how many formulas satisfy the query, where finding the places told it.
  func visitPlaces(
    _ query: CatalogQuery, in db: Database, _ body: (_ id: Int64, _ signs: UInt8) throws -> Bool
  ) throws -> Int? {
    let shape = QueryShape(query)
    var (seen, skipped) = (Set<Int64>(), shape.isUnfolded ? 0 : query.offset)
    func visit(_ id: Int64, _ signs: UInt8) throws -> Bool {
      if shape.isUnfolded {
        guard seen.insert(id).inserted else { return true }
        skipped += 1
        guard skipped > query.offset else { return true }
      }
      return try body(id, signs)
    }
    if let (places, total) = try BlockSearch(db, kinds)?.answer(query, shape) {
      for place in places { guard try visit(place.id, place.signs) else { break } }
      return total
    }
    let compiled = CompiledQuery(query)
    let places = try Row.fetchCursor(db, sql: compiled.places, arguments: compiled.placeArguments)
    while let place = try places.next() { guard try visit(try place[0], try place[1]) else { break } }
    return nil
  }

  func firstJob(thatFound id: Int64, in db: Database) throws -> Int? {
    guard let job = QueryFieldTable.field(named: "job") else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT \(job.sql) FROM formula AS f WHERE f.id = ?")
    return try Int.fetchOne(statement, arguments: [id])
  }

  func formulaRow(_ db: Database, _ column: String, _ value: DatabaseValue) throws
    -> FormulaRow?
  {
    let statement = try db.cachedStatement(
      sql: "\(FormulaRow.selection) WHERE f.\(column) = ?")
    return try Row.fetchOne(statement, arguments: [value]).map { try FormulaRow($0, kinds) }
  }
}
