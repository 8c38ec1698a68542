internal import GRDB

/// A block of rows whose columns are read when they are asked for, each once.
final class ColumnBlock {
  let number: Int
  private let db: Database
  private let isPacked: Bool
  /// What may be asked for: a block that is not packed is read once, with all of them.
  private let columns: [StoredColumn]
  private var values: BlockValues
  private var read: Set<Int> = []

  init(_ number: Int, isPacked: Bool, _ columns: [StoredColumn], in db: Database) {
    (self.number, self.isPacked, self.columns, self.db) = (number, isPacked, columns, db)
    values = BlockValues()
  }

  /// The identifier of the row at a place.
  func id(_ row: Int) -> Int64 { Int64(number * StoredColumn.rowsPerBlock + row) }

  /// Numbers by row, `nan` where there is none.
  /// - Precondition: the column holds numbers, and the block was made for it.
  func numbers(_ column: StoredColumn) throws -> [Double] {
    try load(column)
    guard let numbers = values.numbers[column.number] else {
      preconditionFailure("the block was not made for \(column.name)")
    }
    return numbers
  }

  /// Texts by row.
  /// - Precondition: the column holds texts, and the block was made for it.
  func texts(_ column: StoredColumn) throws -> TextColumn {
    try load(column)
    guard let texts = values.texts[column.number] else {
      preconditionFailure("the block was not made for \(column.name)")
    }
    return texts
  }

  private func load(_ column: StoredColumn) throws {
    guard read.insert(column.number).inserted else { return }
    if isPacked, try values.unpack(column, block: number, in: db) { return }
    // What is damaged is read from where it was packed from.
    let missing = isPacked ? [column] : columns
    values.merge(try BlockValues(missing, block: number, in: db))
    read.formUnion(missing.map(\.number))
  }

  /// Forgets all values but those of some columns.
  func keepOnly(_ columns: [StoredColumn]) {
    let kept = Set(columns.map(\.number))
    values.numbers = values.numbers.filter { kept.contains($0.key) }
    values.texts = values.texts.filter { kept.contains($0.key) }
    read.formIntersection(kept)
  }
}
