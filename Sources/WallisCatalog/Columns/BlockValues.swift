internal import Foundation
internal import GRDB

/// The values of some columns in a block, by the numbers of the columns.
struct BlockValues {
  /// Numbers by row, `nan` where there is none.
  var numbers: [Int: [Double]] = [:]
  var texts: [Int: TextColumn] = [:]

  init() {}

  /// The values as the rows have them.
  init(_ columns: [StoredColumn], block: Int, in db: Database) throws {
    let size = StoredColumn.rowsPerBlock
    var numbers = columns.map { $0.isText ? [] : [Double](repeating: .nan, count: size) }
    var texts = columns.map { $0.isText ? [String?](repeating: nil, count: size) : [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.id, \(columns.map(\.sql).joined(separator: ", ")) FROM formula AS f WHERE f.id BETWEEN ? AND ?
        """)
    let start = block * size
    let rows = try Row.fetchCursor(statement, arguments: [start, start + (size - 1)])
    while let row = try rows.next() {
      let place = try row[0] - start
      for (index, column) in columns.enumerated() {
        if column.isText {
          texts[index][place] = try row[index + 1]
        } else if let number: Double = try row[index + 1] {
          numbers[index][place] = number
        }
      }
    }
    for (index, column) in columns.enumerated() {
      if column.isText {
        self.texts[column.number] = TextColumn(texts[index])
      } else {
        self.numbers[column.number] = numbers[index]
      }
    }
  }

  mutating func merge(_ other: BlockValues) {
    numbers.merge(other.numbers) { _, new in new }
    texts.merge(other.texts) { _, new in new }
  }

  /// Takes the packed values of a column.
  /// - Returns: false where there are none, or where they are not as they were packed.
  mutating func unpack(_ column: StoredColumn, block: Int, in db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT data FROM formulaColumn WHERE id = ?")
    guard let data = try Data.fetchOne(statement, arguments: [column.key(block: block)]) else { return false }
    return data.withUnsafeBytes { bytes in
      if column.isText {
        texts[column.number] = PackedColumn.texts(bytes)
        return texts[column.number] != nil
      }
      numbers[column.number] = PackedColumn.numbers(bytes)
      return numbers[column.number] != nil
    }
  }
}
