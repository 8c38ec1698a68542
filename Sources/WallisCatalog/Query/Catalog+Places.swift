internal import GRDB

/// All rows of an answer in their order, without what stands in them: a few bytes a row, so that a viewer can look at any
/// of them at once.
package struct CatalogPlaces: Sendable {
  private var ids: [Int64] = []
  private var signs: [UInt8] = []
  /// How many formulas there are, mirrors included.
  package fileprivate(set) var total = 0

  /// How many rows there are; a formula and its mirror that both satisfy the condition are one.
  package var count: Int { ids.count }

  fileprivate mutating func append(_ id: Int64, _ signs: UInt8) {
    ids.append(id)
    self.signs.append(signs)
  }

  fileprivate subscript(row: Int) -> (id: Int64, signs: UInt8) { (ids[row], signs[row]) }
}

extension Catalog {
  /// The places of all rows of a query, mirrors folded; its limit and offset count for nothing.
  ///
  /// - Complexity: O(n log n) for n rows that are sorted; 9 bytes a row.
  package func places(_ query: CatalogQuery) throws(CatalogError) -> CatalogPlaces {
    var all = query
    (all.limit, all.offset, all.foldsMirrors) = (nil, 0, true)
    return try read { db in
      var places = CatalogPlaces()
      let counted = try visitPlaces(all, in: db) { id, signs in
        places.append(id, signs)
        return true
      }
      places.total = try counted ?? total(all, in: db)
      return places
    }
  }

  /// The rows at some places; nil for a row that is not in the catalog any more.
  /// - Precondition: the range is one of places.
  package func rows(_ places: CatalogPlaces, in range: Range<Int>) throws(CatalogError) -> [CatalogRow?] {
    try read { db in
      try range.map { place in
        let (id, signs) = places[place]
        return try formulaRow(db, "id", id.databaseValue)?.rows(signs: signs, folded: true).first
      }
    }
  }
}
