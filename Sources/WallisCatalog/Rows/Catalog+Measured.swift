internal import GRDB
internal import WallisFormulas
package import WallisSearch

extension Catalog {
  /// What the job stored of the formulas that its chunks may repeat, in order of their keys.
  package func formulas(ofJob number: Int) throws -> [MeasuredFormula] {
    let keys = try read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT key FROM counted JOIN formula ON formula.id = counted.formula WHERE job = ? ORDER BY key",
        arguments: [number])
    }
    let rows = try measured(keys)
    return keys.compactMap { rows[$0] }
  }

  /// Stored measurements by the keys of formulas; keys of what is not stored are left out.
  package func measured(_ keys: [String]) throws -> [String: MeasuredFormula] {
    try read { db in
      var found: [String: MeasuredFormula] = [:]
      for key in keys where found[key] == nil { found[key] = try measured(key, in: db) }
      return found
    }
  }

  /// The stored measurement by the key of a formula; nil for what is not stored.
  func measured(_ key: String, in db: Database) throws -> MeasuredFormula? {
    try formulaRow(db, "key", key.databaseValue).map { stored in
      MeasuredFormula(
        key: key, canonicalKey: stored.row.formula.canonicalKey, signs: stored.signs,
        dynamics: stored.row.dynamics, depth: stored.row.depth, against: stored.row.against)
    }
  }
}
