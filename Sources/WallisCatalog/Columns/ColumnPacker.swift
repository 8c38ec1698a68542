internal import Foundation
internal import GRDB

/// Packs blocks of rows that are complete, so that questions about all formulas are answered fast.
struct ColumnPacker {
  private let db: Database
  /// Complete blocks from which on the last one is packed as well, with the rows that it has: reading these row by row
  /// takes as long as a column of many blocks.
  private let many: Int

  init(_ db: Database, many: Int = 8) { (self.db, self.many) = (db, many) }

  /// Packs the blocks behind the last packed one into which no row will be inserted any more.
  func packNew() throws {
    let last = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM formulaBlock")) ?? -1
    let complete = try complete()
    if last < complete { try pack(from: max(0, last + 1), to: complete, without: []) }
  }

  /// Whether every block that is packed when no more rows come is packed.
  func isUpToDate() throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM formulaBlock") ?? 0 >= settled()
  }

  /// Packs every such block that is not packed.
  func packMissing() throws {
    let packed = Set(try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock"))
    try pack(from: 0, to: settled(), without: packed)
  }

  /// Packs the blocks that have rows: where numbers of rows are far from one another, few have.
  private func pack(from start: Int, to end: Int, without packed: Set<Int>) throws {
    let (size, next) = (StoredColumn.rowsPerBlock, "SELECT min(id) FROM formula WHERE id >= ?")
    var block = start
    while block < end {
      if packed.contains(block) {
        block += 1
        continue
      }
      let row = try Int.fetchOne(db.cachedStatement(sql: next), arguments: [block * size])
      guard let row, row / size < end else { return }
      block = row / size
      if !packed.contains(block) { try pack(block) }
      block += 1
    }
  }

  /// How many blocks are packed when no more rows come.
  private func settled() throws -> Int {
    let complete = try complete()
    return complete < many ? complete : try lastRow() / StoredColumn.rowsPerBlock + 1
  }

  /// Packs every such block anew, and drops what no block has any more.
  func packAll() throws {
    try db.execute(sql: "DELETE FROM formulaBlock; DELETE FROM formulaColumn")
    try packMissing()
  }

  /// Packed blocks whose values are not those of the rows.
  func differingBlocks() throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock ORDER BY number").filter { block in
      try ColumnPacker.packed(block, in: db).contains { column, bytes in
        let stored = try Data.fetchOne(
          db.cachedStatement(sql: "SELECT data FROM formulaColumn WHERE id = ?"),
          arguments: [column.key(block: block)])
        return stored != Data(bytes)
      }
    }
  }

  /// How many blocks end before the last row.
  private func complete() throws -> Int {
    try (lastRow() + 1) / StoredColumn.rowsPerBlock
  }

  private func lastRow() throws -> Int {
    let last = try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM formula")) ?? 0
    return min(max(-1, last), StoredColumn.lastRow)
  }

  private func pack(_ block: Int) throws {
    for (column, bytes) in try ColumnPacker.packed(block, in: db) {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO formulaColumn (id, data) VALUES (?, ?)")
        .execute(arguments: [column.key(block: block), Data(bytes)])
    }
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO formulaBlock (number) VALUES (?)")
      .execute(arguments: [block])
  }

  /// The columns of a block with their bytes.
  static func packed(_ block: Int, in db: Database) throws -> [(column: StoredColumn, bytes: [UInt8])] {
    let values = try BlockValues(StoredColumnTable.all, block: block, in: db)
    return StoredColumnTable.all.map { column in
      let texts = values.texts[column.number].map(PackedColumn.bytes(of:))
      return (column, texts ?? values.numbers[column.number].map(PackedColumn.bytes(of:)) ?? [])
    }
  }
}
