internal import GRDB
package import WallisFormulas

extension Catalog {
  /// What of a formula, or of its mirror, was read from a file of others and not found here.
  ///
  /// - Returns: whether the measurements were, and how many of the closed forms.
  package func imported(about formula: Formula) throws(CatalogError) -> (measurements: Bool, closedForms: Int)
  {
    let key = formula.representative.formula.key
    return try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT imported, (SELECT count(*) FROM finding WHERE finding.formula = formula.id AND finding.imported)
          FROM formula WHERE key = ?
          """, arguments: [key])
      return try row.map { try ($0[0], $0[1]) } ?? (false, 0)
    }
  }
}
