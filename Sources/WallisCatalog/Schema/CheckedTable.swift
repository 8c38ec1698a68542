internal import GRDB

/// A table whose rows carry a checksum.
struct CheckedTable {
  let name: String
  /// Columns in the order of the table, without the checksum.
  let columns: [String]
  /// Columns whose whole numbers SQLite writes as integers and reads as fractions.
  let realColumns: Set<String>
  /// The column that stands for the number of the row; nil where there is none.
  let rowNumber: String?
  /// Columns that tell one row from another.
  let keyColumns: [String]

  /// All of them, each after those that its rows refer to.
  static let names = [
    "formula", "finding", "occurrence", "exclusion", "note", "job", "chunk", "funnel", "discovery", "counted",
    "coverage", "family", "familyMember", "proof", "link", "component",
  ]

  /// The table as a database has it.
  init(_ name: String, in db: Database) throws {
    self.name = name
    let rows = try Row.fetchAll(db, sql: "SELECT name, type, pk FROM pragma_table_info(?)", arguments: [name])
      .filter { ($0[0] as String) != "checksum" }
    columns = rows.map { $0[0] }
    realColumns = Set(rows.filter { ($0[1] as String) == "REAL" }.map { $0[0] })
    let keys = rows.filter { ($0[2] as Int) > 0 }.sorted { ($0[2] as Int) < ($1[2] as Int) }
    keyColumns = keys.map { $0[0] }
    rowNumber = keys.count == 1 && (keys[0][1] as String) == "INTEGER" ? keys[0][0] : nil
  }

  /// Those that a database has: one of an earlier version lacks some.
  static func present(in db: Database) throws -> [String] { try names.filter { try db.tableExists($0) } }

  /// The checksum of a row in SQL.
  /// - Parameter row: what stands before the names of columns, `NEW.` for example.
  func checksum(of row: String = "") -> String {
    "rowChecksum('\(name)', \(columns.sorted().map { row + $0 }.joined(separator: ", ")))"
  }

  /// Gives every row its checksum, and triggers that keep it; formulas bring theirs when they are inserted, see
  /// `FormulaWriter`, so that inserting many stays fast.
  func protect(in db: Database) throws {
    db.add(function: RowChecksum.function)
    try db.execute(sql: "UPDATE \(name) SET checksum = \(checksum())")
    let row = keyColumns.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
    let update = "UPDATE \(name) SET checksum = \(checksum(of: "NEW.")) WHERE \(row);"
    if name != "formula" {
      try db.execute(sql: "CREATE TRIGGER \(name)Inserted AFTER INSERT ON \(name) BEGIN \(update) END")
    }
    try db.execute(
      sql: """
        CREATE TRIGGER \(name)Updated AFTER UPDATE OF \(columns.joined(separator: ", ")) ON \(name) BEGIN
          \(update)
        END
        """)
  }
}
