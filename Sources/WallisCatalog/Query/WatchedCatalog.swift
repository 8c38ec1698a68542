internal import GRDB
internal import Synchronization

/// A catalog that is looked at again and again: what was read of all formulas stays in memory as long as nobody writes, so
/// that a question costs what is new about it.
///
/// Columns that questions had to do with are kept unpacked, and so is the order of all rows by what they were sorted by:
/// rows of any condition come in that order by going through it. A commit of whomever ends a moment; each question looks
/// first whether there was one, and is answered within one moment.
package final class WatchedCatalog: Sendable {
  private let catalog: Catalog
  private let moment: Mutex<Moment>
  /// Rows that are put into order while somebody waits for the first of them.
  private let few: Int

  /// What was read as long as the catalog was the same.
  private struct Moment: Sendable {
    /// What SQLite counts for this connection: another number after a commit of any other one.
    var version: Int?
    var columns: KeptColumns
    var orders: [(sort: String, order: RowOrder)] = []
    /// The rows of the last condition: what is typed on holds for none of the others.
    var last: (condition: QueryCondition, rows: MatchedRows)?

    /// Rows outside of which none satisfies a condition.
    func rows(around condition: QueryCondition?) -> MatchedRows? {
      guard let condition, let last, condition.implies(last.condition) else { return nil }
      return last.rows
    }

    func order(_ query: CatalogQuery) -> RowOrder? {
      orders.first { $0.sort == query.sortWords }?.order
    }
  }

  /// Orders that are kept.
  private static let most = 3
  /// Watches a catalog that is read.
  ///
  /// - Parameters:
  ///   - few: rows that are put into order while somebody waits for the first of them.
  ///   - room: bytes of columns that are kept.
  package init(_ catalog: Catalog, few: Int = 20_000, room: Int = 80_000_000) throws(CatalogError) {
    (self.catalog, self.few) = (catalog, few)
    moment = Mutex(Moment(columns: KeptColumns(limit: room)))
    // Blobs are read once.
    try catalog.read { try $0.execute(sql: "PRAGMA cache_size = -4000") }
  }

  /// Whether another look may go on with it, see `Catalog.isCurrent`.
  package var isCurrent: Bool { catalog.isCurrent }

  /// The first rows of a query, mirrors folded, as many as its limit says, and how many there are.
  package func selection(_ query: CatalogQuery) throws(CatalogError) -> CatalogSelection {
    var query = query
    (query.offset, query.foldsMirrors) = (0, true)
    return try read { db, moment in
      guard let search = try BlockSearch(db, catalog.kinds, kept: moment.columns) else {
        let answer = try catalog.answer(query, in: db)
        return CatalogSelection(
          rows: answer.rows, total: answer.total ?? 0, count: answer.isCut ? nil : answer.rows.count)
      }
      let matched = try search.matched(query.condition, within: moment.rows(around: query.condition))
      remember(matched, query.condition, moment.version)
      let limit = min(query.limit ?? matched.count, matched.count)
      var places = moment.order(query)?.places(of: matched)
      if places == nil, matched.count <= max(few, limit) {
        places = try search.selection(query).places(of: matched, query)
      }
      let first = try places ?? WatchedCatalog.first(limit, query, of: matched, search)
      let rows = try (0..<limit).compactMap { try catalog.row(at: first[$0], of: query, in: db) }
      return CatalogSelection(rows: rows, total: matched.total, count: matched.count, places: places)
    }
  }

  /// The first places where the order of all is not known.
  private static func first(
    _ limit: Int, _ query: CatalogQuery, of matched: MatchedRows, _ search: BlockSearch
  ) throws -> CatalogPlaces {
    var first = query
    first.limit = limit
    let shape = QueryShape(first)
    var (places, seen) = (CatalogPlaces(total: matched.total), Set<Int64>())
    for place in try search.places(first, shape, of: matched)
    where !shape.isUnfolded || seen.insert(place.id).inserted {
      places.append(place.id, place.signs)
    }
    return places
  }

  /// The places of all rows of a query, mirrors folded; its limit and offset count for nothing.
  ///
  /// Where they are many the order of all rows of the catalog is found and kept. Other questions are answered meanwhile.
  /// - Complexity: O(n log n) for n rows that are sorted; 9 bytes a row, and 4 for each row of the catalog.
  package func places(_ query: CatalogQuery) throws(CatalogError) -> CatalogPlaces {
    let (found, version) = try read { db, moment in (try find(query, db, moment), moment.version) }
    switch found {
    case nil: return try catalog.places(query)
    case .ordered(let places): return places
    case .unordered(let matched, let all, let selection):
      return try catalog.mapping {
        guard 8 * matched.count > all.count else { return try selection.places(of: matched, query) }
        let order = try selection.order(of: all, query)
        keep(order, query, version)
        return order.places(of: matched)
      }
    }
  }

  private func find(_ query: CatalogQuery, _ db: Database, _ moment: Moment) throws -> Found? {
    guard let search = try BlockSearch(db, catalog.kinds, kept: moment.columns) else { return nil }
    let matched = try search.matched(query.condition, within: moment.rows(around: query.condition))
    if let order = moment.order(query) { return .ordered(order.places(of: matched)) }
    return .unordered(matched, of: try search.matched(nil), try search.selection(query))
  }

  private enum Found {
    case ordered(CatalogPlaces)
    case unordered(MatchedRows, of: MatchedRows, PlaceSelection)
  }

  /// Two metrics of the formulas of a query, see `Catalog.metricPoints`.
  package func metricPoints(
    _ query: CatalogQuery, x: String, y: String
  ) throws(CatalogError) -> MetricPoints {
    try read { db, moment in
      try catalog.metricPoints(query, x: x, y: y, kept: moment.columns, in: db)
    }
  }

  /// Reads what a text is looked for in, so that the first letter of a filter is answered as fast as the others.
  package func prepareForTexts() throws(CatalogError) {
    try read { db, moment in
      guard let search = try BlockSearch(db, catalog.kinds, kept: moment.columns) else { return }
      try search.prepareForTexts()
    }
  }

  private func remember(_ rows: MatchedRows, _ condition: QueryCondition?, _ version: Int?) {
    moment.withLock { moment in
      if moment.version == version { moment.last = condition.map { ($0, rows) } }
    }
  }

  private func keep(_ order: RowOrder, _ query: CatalogQuery, _ version: Int?) {
    moment.withLock { moment in
      guard moment.version == version else { return }
      moment.orders.removeAll { $0.sort == query.sortWords }
      moment.orders.append((query.sortWords, order))
      if moment.orders.count > WatchedCatalog.most { moment.orders.removeFirst() }
    }
  }

  /// Reads in one snapshot, with what was kept of it.
  private func read<Result>(_ body: (Database, Moment) throws -> Result) throws(CatalogError) -> Result {
    try catalog.read { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
      let current = moment.withLock { moment in
        if moment.version != version { moment = Moment(version: version, columns: moment.columns.emptied) }
        return moment
      }
      return try body(db, current)
    }
  }
}

/// The first rows of a query.
package struct CatalogSelection: Sendable {
  /// The rows, as many as the limit allows.
  package let rows: [CatalogRow]
  /// How many formulas satisfy the query, mirrors included.
  package let total: Int
  /// How many rows there are without the limit; nil where that is not known.
  package let count: Int?
  /// All of them in their order, where that is known.
  package var places: CatalogPlaces?
}

extension PlaceSelection {
  /// The places of some rows in the order of a query; of a formula and its mirror only the first.
  fileprivate func places(of rows: MatchedRows, _ query: CatalogQuery) throws -> CatalogPlaces {
    try order(of: rows, query).places(of: rows)
  }

  /// Some rows in the order of a query.
  fileprivate func order(of rows: MatchedRows, _ query: CatalogQuery) throws -> RowOrder {
    let isInHalves = query.sort.contains { $0.field.dependsOnSign }
    let places = rows.places(inHalves: isInHalves)
    return RowOrder(try first(places.count, of: places))
  }
}
