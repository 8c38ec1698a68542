internal import GRDB

/// A block of rows whose columns are read when they are asked for, each once.
final class ColumnBlock {
  let number: Int
  private let db: Database
  private let isPacked: Bool
  private let kept: KeptColumns?
  /// What may be asked for: a block that is not packed is read once, with all of them.
  private let columns: [StoredColumn]
  private var values: BlockValues
  private var read: Set<Int> = []

  /// - Parameter kept: where values are found and left that are asked for again; nil where nobody asks again.
  init(
    _ number: Int, isPacked: Bool, _ columns: [StoredColumn], kept: KeptColumns? = nil, in db: Database
  ) {
    (self.number, self.isPacked, self.columns, self.db) = (number, isPacked, columns, db)
    self.kept = kept
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

  /// Reads columns now, so that the database is not needed for them afterwards.
  func load(_ columns: [StoredColumn]) throws { for column in columns { try load(column) } }

  private func load(_ column: StoredColumn) throws {
    guard read.insert(column.number).inserted else { return }
    switch kept?.values(column, block: number) {
    case .numbers(let numbers):
      values.numbers[column.number] = numbers
      return
    case .texts(let texts):
      values.texts[column.number] = texts
      return
    case nil: break
    }
    if isPacked, try values.unpack(column, block: number, in: db) { return keep([column]) }
    // What is damaged is read from where it was packed from.
    let missing = isPacked ? [column] : columns
    values.merge(try BlockValues(missing, block: number, in: db))
    read.formUnion(missing.map(\.number))
    keep(missing)
  }

  private func keep(_ columns: [StoredColumn]) {
    guard let kept else { return }
    for column in columns {
      if let numbers = values.numbers[column.number] {
        kept.keep(.numbers(numbers), column, block: number)
      } else if let texts = values.texts[column.number] {
        kept.keep(.texts(texts), column, block: number)
      }
    }
  }

  /// Forgets all values but those of some columns.
  func keepOnly(_ columns: [StoredColumn]) {
    let kept = Set(columns.map(\.number))
    values.numbers = values.numbers.filter { kept.contains($0.key) }
    values.texts = values.texts.filter { kept.contains($0.key) }
    read.formIntersection(kept)
  }
}
