internal import GRDB
internal import WallisSearch

/// How much a catalog holds; formulas are counted with their mirrors.
package struct CatalogStatistics: Sendable, Equatable {
  /// Formulas, mirrors included.
  package var formulas = 0
  /// Stored rows, one for a formula and its mirror.
  package var rows = 0
  /// Formulas by status.
  package var byStatus: [String: Int] = [:]
  /// Formulas by convergence class, those without limit left out.
  package var byClass: [String: Int] = [:]
  /// Formulas without limit by reason.
  package var byReason: [String: Int] = [:]
  /// Formulas with factorial reduction.
  package var factorialReduction = 0
  /// Formulas with a closed form.
  package var identified = 0
  /// Findings by grade.
  package var findings: [String: Int] = [:]
  /// Jobs by state.
  package var jobs: [String: Int] = [:]
  /// Bytes of the file.
  package var bytes = 0
}

extension Catalog {
  /// Counts of the whole catalog.
  package func statistics() throws(CatalogError) -> CatalogStatistics {
    try read { db in
      var statistics = CatalogStatistics()
      statistics.rows = try Catalog.number(db, "SELECT COUNT(*) FROM formula")
      let search = try BlockSearch(db, kinds)
      func counts(_ column: String) throws -> [String: Int] {
        try search?.counts(StoredColumnTable.named(column)) ?? Catalog.counts(db, column, of: "formula")
      }
      (statistics.byStatus, statistics.byClass) = (try counts("status"), try counts("class"))
      statistics.byReason = try counts("reason")
      statistics.formulas = statistics.byStatus.values.reduce(0) { $0.addedClamped($1) }
      let reduced = try CatalogQuery("factorialReduction")
      statistics.factorialReduction = try search?.total(reduced) ?? total(reduced, in: db)
      statistics.identified = try Catalog.number(
        db, "SELECT \(Catalog.formulaCount) FROM formula WHERE id IN (SELECT formula FROM finding)")
      statistics.findings = try Catalog.counts(db, "grade", of: "finding", counting: "COUNT(*)")
      statistics.jobs = try Catalog.counts(db, "state", of: "job", counting: "COUNT(*)")
      statistics.bytes = try Catalog.number(
        db, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
      return statistics
    }
  }

  /// Formulas of a selection of `formula`, mirrors included, in SQL.
  static let formulaCount = "coalesce(SUM((signs & 1) + (signs >> 1)), 0)"

  private static func number(_ db: Database, _ sql: String) throws -> Int {
    try Int.fetchOne(db, sql: sql) ?? 0
  }

  private static func counts(
    _ db: Database, _ column: String, of table: String, counting count: String = formulaCount
  ) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(column), \(count) FROM \(table) WHERE \(column) IS NOT NULL GROUP BY \(column)")
    return Dictionary(try rows.map { try ($0[0], $0[1]) }) { $0.addedClamped($1) }
  }
}
