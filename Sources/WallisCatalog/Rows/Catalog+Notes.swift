internal import GRDB
package import WallisFormulas

extension Catalog {
  /// Notes about a formula and its mirror, in alphabetical order.
  package func notes(about formula: Formula) throws(CatalogError) -> [String] {
    let key = formula.representative.formula.key
    return try read { try NoteStore($0).notes(where: "formula.key = ?", [key]).map(\.text) }
  }

  /// Adds a note about a formula and its mirror; one that is there already stays.
  /// - Precondition: the text is not empty.
  /// - Throws: `CatalogError.notStored` for a formula that is not in the catalog.
  package func addNote(_ text: String, about formula: Formula) throws(CatalogError) {
    let key = formula.representative.formula.key
    try write { db in
      guard try NoteStore(db).insert(text, about: key) else { throw CatalogError.notStored("\(formula)") }
    }
  }

  /// Removes a note about a formula, or all of them.
  /// - Returns: how many were removed.
  package func removeNotes(_ text: String? = nil, about formula: Formula) throws(CatalogError) -> Int {
    let key = formula.representative.formula.key
    return try write { db in
      try db.execute(
        sql: """
          DELETE FROM note
          WHERE formula = (SELECT id FROM formula WHERE key = ?) AND (? IS NULL OR text = ?)
          """, arguments: [key, text, text])
      return db.changesCount
    }
  }
}

/// Writes and reads notes.
struct NoteStore {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Stores a note about the formula with a key; false when the formula is not in the catalog.
  func insert(_ text: String, about key: String) throws -> Bool {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM formula WHERE key = ?", arguments: [key])
    else {
      return false
    }
    try db.execute(
      sql: "INSERT INTO note (formula, text) VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [id, text])
    return true
  }

  /// Notes that satisfy an SQL condition on `note` and `formula`, in order of keys and texts.
  func notes(where condition: String, _ arguments: StatementArguments = []) throws -> [(
    key: String, text: String
  )] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT formula.key, note.text FROM note JOIN formula ON formula.id = note.formula
        WHERE \(condition) ORDER BY formula.key, note.text
        """, arguments: arguments
    ).map { try ($0[0], $0[1]) }
  }
}
