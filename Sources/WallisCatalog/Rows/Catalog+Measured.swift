internal import GRDB
internal import WallisFormulas
package import WallisSearch

extension Catalog {
  /// Stored measurements by the keys of formulas; keys of what is not stored are left out.
  package func measured(_ keys: [String]) throws -> [String: MeasuredFormula] {
    try read { db in
      var found: [String: MeasuredFormula] = [:]
      for key in keys where found[key] == nil {
        guard let stored = try formulaRow(db, "key", key.databaseValue) else { continue }
        found[key] = MeasuredFormula(
          key: key, canonicalKey: stored.row.formula.canonicalKey, signs: stored.signs,
          dynamics: stored.row.dynamics, depth: stored.row.depth, against: stored.row.against)
      }
      return found
    }
  }
}
