internal import GRDB

extension CatalogSchema {
  /// Proofs of closed forms: text that is checked whenever it is read, and by what it proves, in a few words.
  ///
  /// They are about the formula that is stored, not about its mirror. A table that a migration adds brings its checksums
  /// with it.
  static func createProofs(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE proof (
          formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          closedForm TEXT NOT NULL CHECK (closedForm <> ''),
          summary TEXT NOT NULL CHECK (summary <> ''),
          text TEXT NOT NULL CHECK (text <> ''),
          checksum INTEGER,
          PRIMARY KEY (formula, closedForm)
        ) WITHOUT ROWID;
        """)
    try CheckedTable("proof", in: db).protect(in: db)
  }
}
