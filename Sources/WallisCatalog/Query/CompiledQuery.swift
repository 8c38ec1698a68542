internal import GRDB

/// A query as SQL that yields the places of its rows: identifier and signs.
///
/// Mirrors are derived by the view `formulaBoth` only where the answer depends on the sign; otherwise the stored half
/// is read and every row counts as often as it has signs. The columns are fetched by identifier afterwards, so that
/// sorting a large catalog moves two numbers a row.
struct CompiledQuery {
  /// `id, signs` in order: bits 1 the formula and 2 its mirror.
  let places: String
  let total: String
  let arguments: StatementArguments

  init(_ query: CatalogQuery) {
    var counting = QuerySQL()
    let counted = query.condition.map { counting.text(of: $0) } ?? "1"
    arguments = StatementArguments(counting.arguments)
    total =
      counting.dependsOnSign
      ? "SELECT COUNT(*) FROM formulaBoth AS f WHERE \(counted)"
      : "SELECT \(Catalog.formulaCount) FROM formula AS f WHERE \(counted)"
    let usesView =
      counting.dependsOnSign || query.offset > 0 || query.sort.contains { $0.field.dependsOnSign }
    var selecting = QuerySQL(seeking: query.sort.first?.field)
    let selected = query.condition.map { selecting.text(of: $0) } ?? "1"
    places = """
      SELECT f.id, f.signs FROM \(usesView ? "formulaBoth" : "formula") AS f WHERE \(selected)
      ORDER BY \(CompiledQuery.order(query, usesView: usesView).joined(separator: ", "))
      LIMIT \(query.limit ?? -1) OFFSET \(query.offset)
      """
  }

  /// Terms of the order; what the sort leaves equal follows the keys, by their index only where all rows are shown.
  private static func order(_ query: CatalogQuery, usesView: Bool) -> [String] {
    let sort = query.sort.map { "\($0.field.sql)\($0.isDescending ? " DESC" : "") NULLS LAST" }
    if usesView { return sort + ["f.base", "f.signs"] }
    return sort + [query.condition == nil ? "f.key" : "+f.key"]
  }
}
