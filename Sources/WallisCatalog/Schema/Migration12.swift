internal import GRDB

extension CatalogSchema {
  /// Exact links between formulas: certificates that are checked whenever they are read, null for a pair that was
  /// compared in vain; and the components that links make, which follow from them.
  static func createLinks(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE link (
          formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          other INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          certificate TEXT CHECK (certificate <> ''),
          checksum INTEGER,
          PRIMARY KEY (formula, other)
        ) WITHOUT ROWID;
        CREATE INDEX linkByOther ON link (other);
        CREATE TABLE component (
          formula INTEGER PRIMARY KEY REFERENCES formula (id) ON DELETE CASCADE,
          number INTEGER NOT NULL CHECK (number > 0),
          checksum INTEGER
        );
        CREATE INDEX componentByNumber ON component (number);
        """)
    for name in ["link", "component"] { try CheckedTable(name, in: db).protect(in: db) }
  }
}
