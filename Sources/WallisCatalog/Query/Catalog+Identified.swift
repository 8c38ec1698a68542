internal import GRDB
package import WallisFormulas
internal import WallisSearch

/// A formula with the best that is known of its limit, mirrors counted.
package struct IdentifiedFormula: Sendable {
  /// The formula whose leading coefficient of a is positive.
  package let formula: Formula
  /// How many of it and its mirror are in the catalog.
  package let count: Int
  /// Whether reducing removes the factorial growth of its denominators; nil where that was not measured.
  package let factorialReduction: Bool?
  /// The closed form of the best grade; nil where a search found none.
  package let closedForm: ClosedForm?
  /// Grade of the closed form.
  package let grade: Grade?
  /// Who published the formula.
  package let known: String?
}

extension Catalog {
  /// Visits every formula with a closed form, and every one for which a search ruled some out, in order of their keys.
  package func visitIdentified(_ body: (IdentifiedFormula) throws -> Void) throws(CatalogError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.key, f.signs, f.factorialReduction, \(QueryFieldTable.best("closedForm")),
            \(QueryFieldTable.best("grade")), \(QueryFieldTable.best("known")),
            \(QueryFieldTable.best("structure"))
          FROM formula AS f
          WHERE f.id IN (SELECT formula FROM finding UNION SELECT formula FROM exclusion) ORDER BY f.key
          """)
      while let row = try rows.next() {
        guard let formula = kinds.formula(key: try row[0]) else { continue }
        try body(
          try IdentifiedFormula(
            formula: formula, count: Signs(rawValue: row[1]).count, factorialReduction: row[2],
            closedForm: (row[3] as String?).map { try ClosedForm(text: $0, structure: row[6]) },
            grade: (row[4] as String?).flatMap(Grade.init), known: row[5]))
      }
    }
  }
}
