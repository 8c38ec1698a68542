internal import GRDB

extension CatalogSchema {
  /// Indexes, and the view `formulaBoth`: one row for every formula of the catalog, mirrors derived.
  ///
  /// `signs` is 1 for the stored formula and 2 for its mirror, `base` the key of the stored one. Negating a list of integers such as `2,-1,0` in
  /// SQL: write `-` before every element, then undo it where one stood already, and for zero.
  static func createViewsOfMirrors(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX formulaByDelta ON formula (delta);
        CREATE INDEX formulaReduced ON formula (delta, denominatorGamma) WHERE factorialReduction = 1;
        CREATE VIEW formulaBoth AS
        \(half(mirrored: false)) UNION ALL \(half(mirrored: true))
        """)
  }

  /// The stored formulas, or the mirrors of those whose mirror is in the catalog too.
  static func half(mirrored: Bool) -> String {
    guard mirrored else {
      let columns = columns(key: "key", value: "value", exact: "exact", number: "number")
      return "SELECT \(columns), 1 AS signs FROM formula WHERE signs & 1"
    }
    let columns = columns(
      key: mirroredKey, value: opposite("value"), exact: opposite("exact"), number: "-number")
    return "SELECT \(columns), 2 AS signs FROM formula WHERE signs & 2"
  }

  private static func columns(key: String, value: String, exact: String, number: String) -> String {
    """
    id, kind, \(key) AS key, key AS base, canonicalKey, status, reason, class, \(exact) AS exact,
          \(value) AS value, \(number) AS number, digits, depth, against, delta, deltaNaive, deltaPredicted,
          errorEta, errorGamma, errorBeta, denominatorEta, denominatorGamma, factorialReduction,
          reductionRate, digitsPerTerm
    """
  }

  /// `pcf A B` with every element of the list A negated.
  private static let mirroredKey = """
    CASE kind WHEN 'pcf' THEN
      'pcf ' || substr(replace(replace(replace(replace(
        ',' || substr(key, 5, instr(substr(key, 5), ' ') - 1),
        ',-', ',+'), ',', ',-'), '-+', ''), '-0', '0'), 2)
      || substr(substr(key, 5), instr(substr(key, 5), ' '))
    ELSE key END
    """

  /// The text of the opposite number; zero stays as it is.
  private static func opposite(_ column: String) -> String {
    "CASE WHEN \(column) LIKE '-%' THEN substr(\(column), 2) "
      + "WHEN rtrim(\(column), '0.') = '' THEN \(column) ELSE '-' || \(column) END"
  }
}
