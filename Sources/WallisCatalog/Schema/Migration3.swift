internal import GRDB

extension CatalogSchema {
  /// Notes about formulas, and an index of all words of closed forms, names and notes.
  ///
  /// `words` has a row for every formula that something is written about; triggers keep it. A space follows every
  /// digit, so that `8zeta(3)` contains the word zeta; `SearchWords` splits queries the same way.
  static func createNotesAndWords(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE note (
          formula INTEGER NOT NULL REFERENCES formula (id) ON DELETE CASCADE,
          text TEXT NOT NULL CHECK (text <> ''),
          PRIMARY KEY (formula, text)
        ) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5 (
          closedForm, known, note, tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO words (rowid, closedForm, known, note)
        \(words(of: "SELECT DISTINCT formula AS id FROM finding"));
        """)
    for (table, event, row) in [
      ("finding", "INSERT", "NEW"), ("finding", "UPDATE", "NEW"), ("finding", "DELETE", "OLD"),
      ("note", "INSERT", "NEW"), ("note", "DELETE", "OLD"),
    ] {
      try db.execute(
        sql: """
          CREATE TRIGGER \(table)Words\(event.capitalized) AFTER \(event) ON \(table) BEGIN
            DELETE FROM words WHERE rowid = \(row).formula;
            INSERT INTO words (rowid, closedForm, known, note)
            \(words(of: "SELECT \(row).formula AS id"));
          END
          """)
    }
  }

  /// Rows of `words` for the formulas that something is written about among those of a selection of `id`.
  static func words(of formulas: String) -> String {
    """
    SELECT written.id,
      (SELECT group_concat(\(spaced("closedForm")), ' ; ') FROM finding WHERE formula = written.id),
      (SELECT group_concat(\(spaced("known")), ' ; ') FROM finding WHERE formula = written.id),
      (SELECT group_concat(\(spaced("text")), ' ; ') FROM note WHERE formula = written.id)
    FROM (\(formulas)) AS written
    WHERE EXISTS (SELECT 1 FROM finding WHERE formula = written.id)
      OR EXISTS (SELECT 1 FROM note WHERE formula = written.id)
    """
  }

  private static func spaced(_ column: String) -> String {
    (0...9).reduce(column) { "replace(\($0), '\($1)', '\($1) ')" }
  }
}
