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
  /// Whether a row holds a value of another type than its column is declared with, in SQL: SQLite keeps it.
  let isMistyped: String

  /// All of them, each after those that its rows refer to.
  static let names = [
    "formula", "finding", "occurrence", "exclusion", "note", "job", "chunk", "funnel", "discovery", "counted",
    "coverage", "family", "familyMember", "proof", "link", "component",
  ]

  /// The table as a database has it.
  init(_ name: String, in db: Database) throws {
    self.name = name
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type, pk, \"notnull\" FROM pragma_table_info(?)", arguments: [name]
    ).map(Declaration.init).filter { $0.name != "checksum" }
    columns = rows.map(\.name)
    realColumns = Set(rows.filter { $0.type == "REAL" }.map(\.name))
    let keys = rows.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }
    keyColumns = keys.map(\.name)
    rowNumber = keys.count == 1 && keys[0].type == "INTEGER" ? keys[0].name : nil
    isMistyped = rows.map(\.isMistyped).joined(separator: " OR ")
  }

  /// A column as the schema declares it.
  private struct Declaration {
    let (name, type): (String, String)
    let keyPlace: Int
    let isRequired: Bool

    init(_ row: Row) throws { (name, type, keyPlace, isRequired) = try (row[0], row[1], row[2], row[3]) }

    /// Whether a row holds a value of another type, in SQL.
    var isMistyped: String {
      "typeof(\(name)) NOT IN ('\(type.lowercased())'\(isRequired || keyPlace > 0 ? "" : ", 'null'"))"
    }
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
