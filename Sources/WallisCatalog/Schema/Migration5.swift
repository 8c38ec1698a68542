internal import GRDB

extension CatalogSchema {
  /// Negative knowledge: which bases hold no small relation for the limit of a formula.
  static func createExclusions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE exclusion (
          formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          basis TEXT NOT NULL CHECK (basis <> ''),
          below TEXT NOT NULL CHECK (below <> ''),
          PRIMARY KEY (formula, basis)
        ) WITHOUT ROWID;
        """)
  }
}
