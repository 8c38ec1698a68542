internal import GRDB

extension CatalogSchema {
  /// Both sides of a formula and their degrees in columns of their own, for kinds whose key is `word a b` and whose
  /// mirror negates a; null for all others. The views of both halves read the mirror's side and key from them.
  ///
  /// When a finding was made is text of the form `2026-11-28T10:15:00Z`; null where nobody said.
  static func createSides(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE formula ADD COLUMN a TEXT;
        ALTER TABLE formula ADD COLUMN b TEXT;
        ALTER TABLE formula ADD COLUMN aDegree INTEGER;
        ALTER TABLE formula ADD COLUMN bDegree INTEGER;
        ALTER TABLE finding ADD COLUMN found TEXT;
        UPDATE formula SET a = \(sideA), b = \(sideB), aDegree = \(degree(sideA)), bDegree = \(degree(sideB))
        WHERE kind = 'pcf';
        DROP VIEW formulaStored;
        DROP VIEW formulaMirrored;
        CREATE VIEW formulaStored AS \(stored());
        CREATE VIEW formulaMirrored AS \(mirrored());
        """)
  }

  /// The lists of a key `pcf A B`, as migrations before this one know them.
  private static let lists = "substr(key, 5)"
  private static let sideA = "substr(\(lists), 1, instr(\(lists), ' ') - 1)"
  private static let sideB = "substr(\(lists), instr(\(lists), ' ') + 1)"

  private static func degree(_ list: String) -> String {
    "length(\(list)) - length(replace(\(list), ',', ''))"
  }

  /// The view of the stored formulas, with `more` columns, each after a comma.
  static func stored(more: String = "") -> String {
    "SELECT \(columns(key: "key", a: "a", value: "value", exact: "exact", number: "number"))\(more), 1 AS signs "
      + "FROM formula WHERE signs & 1"
  }

  /// The view of the mirrors, with `more` columns, each after a comma.
  static func mirrored(more: String = "") -> String {
    let key = "CASE WHEN a IS NULL THEN key ELSE kind || ' ' || \(negatedA) || ' ' || b END"
    let columns = columns(
      key: key, a: negatedA, value: opposite("value"), exact: opposite("exact"), number: "-number")
    return "SELECT \(columns)\(more), 2 AS signs FROM formula WHERE signs & 2"
  }

  private static func columns(
    key: String, a: String, value: String, exact: String, number: String
  ) -> String {
    """
    id, kind, \(key) AS key, key AS base, canonicalKey, \(a) AS a, b, aDegree, bDegree, status, reason, class,
          \(exact) AS exact, \(value) AS value, \(number) AS number, digits, depth, against, delta, deltaNaive,
          deltaPredicted, errorEta, errorGamma, errorBeta, denominatorEta, denominatorGamma, factorialReduction,
          reductionRate, digitsPerTerm
    """
  }

  /// Every element of the list a negated: a minus before each, undone where one stood already and for zero.
  private static let negatedA =
    "substr(replace(replace(replace(replace(',' || a, ',-', ',+'), ',', ',-'), '-+', ''), '-0', '0'), 2)"

  /// The text of the opposite number; zero stays as it is.
  private static func opposite(_ column: String) -> String {
    "CASE WHEN \(column) LIKE '-%' THEN substr(\(column), 2) "
      + "WHEN rtrim(\(column), '0.') = '' THEN \(column) ELSE '-' || \(column) END"
  }
}
