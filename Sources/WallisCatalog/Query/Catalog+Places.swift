internal import GRDB

/// All rows of an answer in their order, without what stands in them: a few bytes a row, so that a viewer can look at any
/// of them at once.
package struct CatalogPlaces: Sendable {
  private var ids: [Int64] = []
  private var signs: [UInt8] = []
  /// How many formulas there are, mirrors included.
  package private(set) var total: Int

  /// None so far.
  init(total: Int) { self.total = total }

  /// How many rows there are; a formula and its mirror that both satisfy the condition are one.
  package var count: Int { ids.count }

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    signs.reserveCapacity(count)
  }

  mutating func append(_ id: Int64, _ signs: UInt8) {
    ids.append(id)
    self.signs.append(signs)
  }

  subscript(row: Int) -> (id: Int64, signs: UInt8) { (ids[row], signs[row]) }
}

extension Catalog {
  /// The places of all rows of a query, mirrors folded; its limit and offset count for nothing.
  ///
  /// - Complexity: O(n log n) for n rows that are sorted; 9 bytes a row.
  package func places(_ query: CatalogQuery) throws(CatalogError) -> CatalogPlaces {
    var all = query
    (all.limit, all.offset, all.foldsMirrors) = (nil, 0, true)
    return try read { db in
      var found: [(id: Int64, signs: UInt8)] = []
      let counted = try visitPlaces(all, in: db) { id, signs in
        found.append((id, signs))
        return true
      }
      var places = CatalogPlaces(total: try counted ?? total(all, in: db))
      for place in found { places.append(place.id, place.signs) }
      return places
    }
  }

  /// The rows of a query at some places; nil for a row that is not in the catalog any more.
  /// - Precondition: the range is one of places.
  package func rows(
    _ places: CatalogPlaces, in range: Range<Int>, of query: CatalogQuery
  ) throws(CatalogError) -> [CatalogRow?] {
    try read { db in try range.map { try row(at: places[$0], of: query, in: db) } }
  }

  /// The row at a place; nil where it is gone.
  func row(
    at place: (id: Int64, signs: UInt8), of query: CatalogQuery, in db: Database
  ) throws -> CatalogRow? {
    let stored = try formulaRow(db, "id", place.id.databaseValue)
    var row = stored?.rows(signs: place.signs, folded: true).first
    if query.showsJobs { row?.job = try firstJob(thatFound: place.id, in: db) }
    return row
  }
}
