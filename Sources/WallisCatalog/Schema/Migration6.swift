internal import GRDB

extension CatalogSchema {
  /// Families of formulas with the links of their members. A family is known again by its label and its dynamics, so
  /// that a later clustering keeps its number and its name.
  static func createFamilies(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE family (
          number INTEGER PRIMARY KEY,
          name TEXT,
          label TEXT NOT NULL CHECK (label <> ''),
          isNamed INTEGER NOT NULL CHECK (isNamed IN (0, 1)),
          invariant TEXT NOT NULL,
          path TEXT NOT NULL,
          representative TEXT NOT NULL,
          checked INTEGER NOT NULL,
          verified INTEGER NOT NULL,
          refuted INTEGER NOT NULL
        );
        CREATE INDEX familyByLabel ON family (label, invariant);
        CREATE TABLE familyMember (
          formula INTEGER PRIMARY KEY REFERENCES formula (id) ON DELETE CASCADE,
          family INTEGER NOT NULL REFERENCES family (number) ON DELETE CASCADE,
          map TEXT NOT NULL CHECK (map <> ''),
          link TEXT NOT NULL CHECK (link IN ('checked', 'inflation', 'shift')),
          origin TEXT,
          shift INTEGER NOT NULL,
          digits INTEGER
        );
        CREATE INDEX familyMemberByFamily ON familyMember (family);
        """)
  }
}
