internal import GRDB
internal import WallisFormulas

/// Recognises the rows of a table among the records of pages.
struct RowRecognition {
  let table: CheckedTable
  /// All columns in the order in which they are stored.
  private let stored: [String]
  /// Places among the stored values in the order of the checksum.
  private let order: [Int]
  private let checksum: Int?
  private let kinds: FormulaKinds

  init(_ name: String, in db: Database, _ kinds: FormulaKinds) throws {
    table = try CheckedTable(name, in: db)
    self.kinds = kinds
    let declared = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [name])
    let keys = table.rowNumber == nil ? table.keyColumns : []
    stored = keys + declared.filter { !keys.contains($0) }
    let columns = stored
    checksum = columns.firstIndex(of: "checksum")
    order = columns.indices.filter { columns[$0] != "checksum" }.sorted { columns[$0] < columns[$1] }
  }

  /// Inserts a row, unless there is one with its key.
  var insertion: String {
    """
    INSERT OR IGNORE INTO \(table.name) (\(stored.joined(separator: ", ")))
    VALUES (\(stored.map { _ in "?" }.joined(separator: ", ")))
    """
  }

  /// The values of a record as a row that is as it was written; nil for anything else.
  func row(_ record: PageRecord) -> [DatabaseValue]? {
    guard record.values.count == stored.count, (record.rowNumber != nil) == (table.rowNumber != nil) else {
      return nil
    }
    var values = record.values
    for (place, name) in stored.enumerated() {
      if name == table.rowNumber { values[place] = record.rowNumber?.databaseValue ?? .null }
      if table.realColumns.contains(name), case .int64(let number) = values[place].storage {
        values[place] = Double(number).databaseValue
      }
    }
    guard let checksum, !values[checksum].isNull else { return isPlausible(values) ? values : nil }
    let sum = RowChecksum.of(table: table.name, order.lazy.map { values[$0] })
    return values[checksum] == sum.databaseValue ? values : nil
  }

  /// Whether values without a checksum are a row of the table, as far as their sense tells. Rows of searches cannot be
  /// told from entries of indexes, and one too many would hide what was never scanned: they are left out.
  private func isPlausible(_ values: [DatabaseValue]) -> Bool {
    func text(_ name: String) -> String? {
      stored.firstIndex(of: name).flatMap { String.fromDatabaseValue(values[$0]) }
    }
    switch table.name {
    case "formula":
      guard let key = text("key"), let formula = kinds.formula(key: key) else { return false }
      let words = OutcomeWords(status: text("status") ?? "", reason: text("reason"), exact: text("exact"))
      return formula.key == key && formula.canonicalKey == text("canonicalKey") && words.outcome != nil
    case "finding": return Grade(rawValue: text("grade") ?? "") != nil && text("closedForm") != nil
    case "coverage": return text("machine") != nil && text("funnel")?.hasPrefix("{") == true
    case "note": return Int64.fromDatabaseValue(values[0]) != nil && text("text") != nil
    case "exclusion":
      return Int64.fromDatabaseValue(values[0]) != nil && text("basis") != nil && text("below") != nil
    case "family": return text("label") != nil && text("invariant") != nil && text("representative") != nil
    case "familyMember":
      return text("link") == "checked" || FormulaLink.Kind(rawValue: text("link") ?? "") != nil
    default: return false
    }
  }
}
