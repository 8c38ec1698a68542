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
  let total: String
  let totalArguments: StatementArguments

  private static let halves = ["formulaStored", "formulaMirrored"]

  init(_ query: CatalogQuery) {
    let shape = QueryShape(query)
    var reading = QuerySQL()
    let condition = query.condition.map { reading.text(of: $0) } ?? "1"
    let (arguments, twice) = (reading.arguments, reading.arguments + reading.arguments)
    if query.condition?.dependsOnSign ?? false {
      let counts = CompiledQuery.halves.map { "(SELECT COUNT(*) FROM \($0) AS f WHERE \(condition))" }
      (total, totalArguments) = ("SELECT " + counts.joined(separator: " + "), StatementArguments(twice))
    } else {
      total = "SELECT \(Catalog.formulaCount) FROM formula AS f WHERE \(condition)"
      totalArguments = StatementArguments(arguments)
    }
    if shape.isInHalves {
      places = CompiledQuery.places(query, shape, inHalves: condition)
      placeArguments = StatementArguments(twice)
    } else {
      places = CompiledQuery.places(query, shape, stored: condition)
      placeArguments = StatementArguments(arguments)
    }
  }

  private static func places(_ query: CatalogQuery, _ shape: QueryShape, stored condition: String) -> String {
    let order = query.sort.map { $0.field.sql + direction($0.isDescending) } + ["f.key"]
    return """
      SELECT f.id, f.signs FROM formula AS f WHERE \(condition) ORDER BY \(order.joined(separator: ", "))
      LIMIT \(shape.needed - shape.skipped) OFFSET \(shape.skipped)
      """
  }

  /// The first rows of each half, merged.
  private static func places(
    _ query: CatalogQuery, _ shape: QueryShape, inHalves condition: String
  ) -> String {
    let sorted = query.sort.enumerated().map { "sort\($0)\(direction($1.isDescending))" }
    let keys = query.sort.enumerated().map { "\($1.field.sql) AS sort\($0), " }.joined()
    let order = query.sort.map { $0.field.sql + direction($0.isDescending) } + ["f.base"]
    let parts = halves.map { half in
      """
      SELECT * FROM (SELECT \(keys)f.base AS base, f.id AS id, f.signs AS signs FROM \(half) AS f
      WHERE \(condition) ORDER BY \(order.joined(separator: ", ")) LIMIT \(shape.needed))
      """
    }
    return """
      SELECT id, signs FROM (\(parts.joined(separator: " UNION ALL ")))
      ORDER BY \((sorted + ["base", "signs"]).joined(separator: ", "))
      LIMIT \(shape.needed - shape.skipped) OFFSET \(shape.skipped)
      """
  }

  private static func direction(_ isDescending: Bool) -> String {
    "\(isDescending ? " DESC" : "") NULLS LAST"
  }
}
