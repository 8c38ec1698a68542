internal import GRDB

extension CatalogSchema {
  /// Factorial reduction with its four values, null where residues did not decide it; which rows and findings came from
  /// a file; and a checksum of every row, kept by triggers.
  ///
  /// A later migration that adds a column to one of these tables drops the two triggers of the table and protects it
  /// anew.
  static func addReductionAndChecksums(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE formula ADD COLUMN reduction TEXT
          CHECK (reduction IN ('full', 'partial', 'none', 'undecided'));
        ALTER TABLE formula ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));
        ALTER TABLE finding ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));
        DROP VIEW formulaStored;
        DROP VIEW formulaMirrored;
        CREATE VIEW formulaStored AS \(stored(more: ", reduction, imported"));
        CREATE VIEW formulaMirrored AS \(mirrored(more: ", reduction, imported"));
        DROP TRIGGER findingWordsUpdate;
        CREATE TRIGGER findingWordsUpdate AFTER UPDATE OF closedForm, known ON finding BEGIN
          DELETE FROM words WHERE rowid = NEW.formula;
          INSERT INTO words (rowid, closedForm, known, note) \(words(of: "SELECT NEW.formula AS id"));
        END
        """)
    for name in try CheckedTable.present(in: db) {
      try db.execute(sql: "ALTER TABLE \(name) ADD COLUMN checksum INTEGER")
      try CheckedTable(name, in: db).protect(in: db)
    }
  }
}
