internal import GRDB
internal import WallisFormulas

extension CatalogSchema {
  /// Closed forms as values: their structure beside the text, and what occurs in them.
  ///
  /// Text of version 0.1 is read by the rule of that version, `1/(2e-5)` as 1/(2·e − 5). What cannot be read stays text
  /// with a NULL structure; `Catalog.unreadClosedForms` lists it.
  static func createClosedFormStructures(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE finding ADD COLUMN structure TEXT CHECK (structure <> '');
        CREATE TABLE occurrence (
          finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
          name TEXT NOT NULL CHECK (name <> ''),
          PRIMARY KEY (finding, name)
        ) WITHOUT ROWID;
        CREATE INDEX occurrenceByName ON occurrence (name);
        """)
    let texts = try Row.fetchAll(db, sql: "SELECT id, closedForm FROM finding ORDER BY id")
    for row in texts {
      let (id, text): (Int64, String) = try (row[0], row[1])
      let closedForm = ClosedForm(reading: text, rule: .version01)
      guard let structure = closedForm.expression?.encoded else { continue }
      try db.cachedStatement(sql: "UPDATE finding SET structure = ? WHERE id = ?")
        .execute(arguments: [structure, id])
      for name in closedForm.occurrences {
        try db.cachedStatement(sql: "INSERT INTO occurrence (finding, name) VALUES (?, ?)")
          .execute(arguments: [id, name])
      }
    }
  }
}
