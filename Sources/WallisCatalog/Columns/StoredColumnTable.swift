/// All columns that are kept in blocks.
///
/// How to add one: a line at the end, and a migration that empties `formulaBlock`, after which blocks are packed anew.
/// A line is never moved: its place is part of the keys in every catalog.
enum StoredColumnTable {
  static let all: [StoredColumn] = lines.enumerated().map { number, line in
    StoredColumn(number: number, name: line.name, sql: line.sql ?? "f.\(line.name)", isText: line.isText)
  }

  private static let lines: [(name: String, isText: Bool, sql: String?)] = [
    ("signs", false, nil),
    ("kind", true, nil),
    ("a", true, nil),
    ("b", true, nil),
    // The key of a row without sides; those with sides make theirs, see `FormulaColumns`.
    ("wholeKey", true, "CASE WHEN f.a IS NULL OR f.b IS NULL THEN f.key END"),
    ("status", true, nil),
    ("class", true, nil),
    ("reason", true, nil),
    ("exact", true, nil),
    ("number", false, nil),
    ("digits", false, nil),
    ("depth", false, nil),
    ("against", false, nil),
    ("delta", false, nil),
    ("deltaNaive", false, nil),
    ("deltaPredicted", false, nil),
    ("errorEta", false, nil),
    ("errorGamma", false, nil),
    ("errorBeta", false, nil),
    ("denominatorEta", false, nil),
    ("denominatorGamma", false, nil),
    ("factorialReduction", false, nil),
    ("reductionRate", false, nil),
    ("digitsPerTerm", false, nil),
    ("aDegree", false, nil),
    ("bDegree", false, nil),
    ("reduction", true, nil),
  ]

  /// The column of this name.
  static func named(_ name: String) -> StoredColumn {
    guard let column = all.first(where: { $0.name == name }) else {
      preconditionFailure("no column '\(name)' is kept in blocks")
    }
    return column
  }

  /// The column that an expression of SQL names; nil for any other expression.
  static func column(sql: String) -> StoredColumn? { all.first { $0.sql == sql } }

  static let signs = named("signs")
  static let (kind, a, b, wholeKey) = (named("kind"), named("a"), named("b"), named("wholeKey"))
  /// Columns that make the keys of formulas.
  static let keys = [kind, a, b, wholeKey]
}
