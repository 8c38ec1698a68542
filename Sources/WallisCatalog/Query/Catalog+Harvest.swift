internal import GRDB
internal import WallisFormulas
internal import WallisSearch

extension Catalog {
  /// What is new among the formulas of a query, and what is open in the whole catalog.
  ///
  /// - Parameters:
  ///   - groups: most groups.
  ///   - each: most formulas of a group.
  package func harvest(_ new: CatalogQuery, groups: Int, each: Int) throws(CatalogError) -> Harvest {
    var open = try CatalogQuery(Harvest.openCondition, sort: "-delta", limit: Catalog.openShown)
    open.foldsMirrors = true
    let (unidentified, families) = (try answer(open), try families().filter { !$0.isNamed })
    return try read { db in
      let ranked = try claims(new, in: db).ranked()
      let claims = ranked.flatMap(\.new)
      return Harvest(
        groups: try ranked.prefix(groups).map { group in
          Harvest.Group(
            constant: group.constant, count: group.new.count, unknown: group.new.count { !$0.isKnown },
            best: try group.new.prefix(each).compactMap { try row(at: $0.id, in: db) },
            record: try group.record.flatMap { try row(at: $0.id, in: db) })
        }, groupCount: ranked.count, count: claims.count, unknown: claims.count { !$0.isKnown },
        unidentified: unidentified.rows, unidentifiedCount: unidentified.total ?? 0,
        open: Array(families.prefix(Catalog.openShown)), openCount: families.count)
    }
  }

  private static let openShown = 5

  /// The best claim about every formula that is a conjecture at least; those of the query are new.
  private func claims(_ new: CatalogQuery, in db: Database) throws -> HarvestedClaims {
    let compiled = CompiledQuery(new)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.id, f.delta, f.digitsPerTerm, best.grade, best.known IS NOT NULL,
          f.id IN (SELECT id FROM (\(compiled.places))),
          (SELECT group_concat(name, char(31)) FROM occurrence WHERE finding = best.id)
        FROM finding AS best JOIN formula AS f ON f.id = best.formula
        WHERE (SELECT COUNT(*) FROM finding WHERE finding.formula = best.formula) = 1
          OR best.id = \(QueryFieldTable.best("id"))
        ORDER BY +f.key
        """, arguments: compiled.placeArguments)
    var (claims, order) = (HarvestedClaims(), 0)
    while let row = try rows.next() {
      guard let grade = Grade(rawValue: try row[3]), grade >= .conjecture else { continue }
      claims.add(
        try HarvestedClaim(
          order: order, id: row[0], grade: grade, isNew: row[5], isKnown: row[4], delta: row[1], rate: row[2]),
        occurrences: try row[6] ?? "")
      order += 1
    }
    return claims
  }

  private func row(at id: Int64, in db: Database) throws -> CatalogRow? {
    try formulaRow(db, "id", id.databaseValue).flatMap {
      $0.rows(signs: $0.signs.rawValue, folded: true).first
    }
  }
}
