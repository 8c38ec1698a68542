internal import GRDB
package import WallisFormulas
package import WallisSearch

extension Catalog {
  /// Places of the formulas of a query whose limits are to be identified: each mirror pair once, in the order of their
  /// keys, without those that have a closed form graded conjecture or better, or the exclusion `basis`.
  package func unidentified(_ query: CatalogQuery, without basis: String) throws(CatalogError) -> (
    places: [FormulaPlace], skipped: Int
  ) {
    let compiled = CompiledQuery(query)
    return try read { db in
      var (places, seen, skipped): ([FormulaPlace], Set<Int64>, Int) = ([], [], 0)
      let settled = Set(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT formula FROM finding WHERE grade IN ('conjecture', 'certified')
            UNION SELECT formula FROM exclusion WHERE basis = ?
            """, arguments: [basis]))
      let rows = try Row.fetchCursor(db, sql: compiled.places, arguments: compiled.placeArguments)
      while let row = try rows.next() {
        let id: Int64 = try row[0]
        guard seen.insert(id).inserted else { continue }
        if settled.contains(id) { skipped += 1 } else { places.append(FormulaPlace(id: id)) }
      }
      return (places, skipped)
    }
  }

  /// The formulas at these places with what was measured, in this order.
  package func formulas(at places: ArraySlice<FormulaPlace>) throws(CatalogError) -> [(
    formula: Formula, dynamics: Dynamics
  )] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "\(FormulaRow.selection) WHERE f.id = ?")
      return try places.compactMap { place in
        try Row.fetchOne(statement, arguments: [place.id]).map { row in
          let stored = try FormulaRow(row, kinds).row
          return (stored.formula, stored.dynamics)
        }
      }
    }
  }

  /// Stores outcomes in one transaction. Closed forms are kept of the formula that the catalog stores, not of its
  /// mirror; exclusions hold for both.
  package func record(_ outcomes: [BulkIdentification.Outcome], of formulas: [Formula]) throws(CatalogError) {
    try write { db in
      let (findings, exclusions) = (FindingStore(db, kinds, found: now?()), ExclusionStore(db))
      for (formula, outcome) in zip(formulas, outcomes) {
        let stored = formula.representative.formula
        switch outcome {
        case .discovered(let discovery): if stored == formula { try findings.insert(discovery) }
        case .excluded(let bases):
          for basis in bases { try exclusions.insert(basis, about: stored.key) }
        case .unsuitable: break
        }
      }
    }
  }

  /// What is known not to be a closed form of the limit of a formula or its mirror, by basis.
  package func exclusions(about formula: Formula) throws(CatalogError) -> [BulkIdentification.Exclusion] {
    let key = formula.representative.formula.key
    return try read { db in try ExclusionStore(db).exclusions(about: key) }
  }
}

/// Where a formula lies in the catalog.
package struct FormulaPlace: Sendable, Hashable {
  let id: Int64
}
