internal import GRDB

extension CatalogSchema {
  /// The columns of formulas packed by blocks of rows, see `ColumnBlocks`, in place of indexes: they answer any question
  /// about all formulas, take no more room, and cost a search less than an index for every field.
  ///
  /// Triggers drop the name of a block when a row of it is written by whomever.
  static func createBlocks(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP INDEX IF EXISTS formulaByClass;
        DROP INDEX IF EXISTS formulaByClassAndDelta;
        DROP INDEX IF EXISTS formulaByDelta;
        DROP INDEX IF EXISTS formulaByNumber;
        DROP INDEX IF EXISTS formulaByOppositeNumber;
        DROP INDEX IF EXISTS formulaReduced;
        CREATE TABLE formulaBlock (number INTEGER PRIMARY KEY);
        CREATE TABLE formulaColumn (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
        """)
    for (event, rows) in [("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])] {
      let blocks = rows.map { "\($0).id / \(StoredColumn.rowsPerBlock)" }.joined(separator: ", ")
      try db.execute(
        sql: """
          CREATE TRIGGER formulaBlock\(event.capitalized) AFTER \(event) ON formula BEGIN
            DELETE FROM formulaBlock WHERE number IN (\(blocks));
          END
          """)
    }
  }

  /// Migrations that make reading faster, or add columns that nobody has to have: who only reads does without them.
  static let conveniences: Set<String> = [
    "13 indexes of classes", "14 blocks of columns", "15 certificates",
  ]
}
