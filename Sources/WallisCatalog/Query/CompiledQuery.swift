internal import GRDB

/// A query as SQL that yields the places of its rows: identifier and signs.
///
/// Mirrors are derived, by a view of each half, only where the answer depends on the sign; otherwise the stored half
/// is read and every row counts as often as it has signs. The columns are fetched by identifier afterwards, so that
/// sorting a large catalog moves few numbers a row.
struct CompiledQuery {
  /// `id, signs` in order: bits 1 the formula and 2 its mirror.
  let places: String
  let placeArguments: StatementArguments
  /// Whether a formula and its mirror are places of their own that are still to be folded, counted and skipped.
  let isUnfolded: Bool
  let total: String
  let totalArguments: StatementArguments

  /// More rows than any catalog has.
  private static let mostPlaces = 1 << 48

  private static let halves = ["formulaStored", "formulaMirrored"]

  init(_ query: CatalogQuery) {
    let fields = query.condition?.fields ?? []
    var counting = QuerySQL(reading: fields)
    let counted = query.condition.map { counting.text(of: $0) } ?? "1"
    if counting.dependsOnSign {
      total =
        "SELECT "
        + CompiledQuery.halves.map { "(SELECT COUNT(*) FROM \($0) AS f WHERE \(counted))" }.joined(
          separator: " + ")
      totalArguments = StatementArguments(counting.arguments + counting.arguments)
    } else {
      total = "SELECT \(Catalog.formulaCount) FROM formula AS f WHERE \(counted)"
      totalArguments = StatementArguments(counting.arguments)
    }
    var selecting = QuerySQL(
      seeking: query.sort.first?.field, reading: fields.union(query.sort.map(\.field.name)))
    let selected = query.condition.map { selecting.text(of: $0) } ?? "1"
    let dependsOnSign = counting.dependsOnSign || query.sort.contains { $0.field.dependsOnSign }
    isUnfolded = query.foldsMirrors && dependsOnSign
    if dependsOnSign || query.offset > 0 && !query.foldsMirrors {
      places = CompiledQuery.places(query, inHalves: selected)
      placeArguments = StatementArguments(selecting.arguments + selecting.arguments)
    } else {
      places = CompiledQuery.places(query, stored: selected)
      placeArguments = StatementArguments(selecting.arguments)
    }
  }

  /// What the sort leaves equal follows the keys, by their index only where all rows are shown or those of one class.
  private static func places(_ query: CatalogQuery, stored condition: String) -> String {
    let order = query.sort.map { $0.field.sql + direction($0.isDescending) }
    return """
      SELECT f.id, f.signs FROM formula AS f WHERE \(condition)
      ORDER BY \((order + [query.condition?.isOneClass ?? true ? "f.key" : "+f.key"]).joined(separator: ", "))
      LIMIT \(query.limit ?? -1)\(query.foldsMirrors ? " OFFSET \(query.offset)" : "")
      """
  }

  /// The first rows of each half, merged. Where mirrors are to be folded, twice as many are enough, none skipped.
  private static func places(_ query: CatalogQuery, inHalves condition: String) -> String {
    let asked = query.limit.map { min($0, mostPlaces) + min(query.offset, mostPlaces) }
    let needed = asked.map { query.foldsMirrors ? 2 * $0 : $0 } ?? -1
    let (limit, offset) = query.foldsMirrors ? (needed, 0) : (query.limit ?? -1, query.offset)
    let sorted = query.sort.enumerated().map { "sort\($0)\(direction($1.isDescending))" }
    let keys = query.sort.enumerated().map { "\($1.field.sql) AS sort\($0), " }.joined()
    let order = query.sort.map { $0.field.sql + direction($0.isDescending) } + ["f.base"]
    let parts = halves.map { half in
      """
      SELECT * FROM (SELECT \(keys)f.base AS base, f.id AS id, f.signs AS signs FROM \(half) AS f
      WHERE \(condition) ORDER BY \(order.joined(separator: ", ")) LIMIT \(needed))
      """
    }
    return """
      SELECT id, signs FROM (\(parts.joined(separator: " UNION ALL ")))
      ORDER BY \((sorted + ["base", "signs"]).joined(separator: ", ")) LIMIT \(limit) OFFSET \(offset)
      """
  }

  private static func direction(_ isDescending: Bool) -> String {
    "\(isDescending ? " DESC" : "") NULLS LAST"
  }
}
