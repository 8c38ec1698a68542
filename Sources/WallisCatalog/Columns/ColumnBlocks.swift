internal import GRDB

/// The blocks of a catalog: those that are packed, and those that are read row by row.
///
/// `formulaBlock` names the blocks whose packed values are those of the rows; triggers drop the name of a block when a row
/// of it is written. Packed values make reading fast and nothing else: without them every answer is the same.
struct ColumnBlocks {
  private let db: Database
  private let packed: Set<Int>
  /// How many blocks reach from the first row to the last.
  let count: Int

  /// - Returns: nil where most rows are in blocks that are not packed.
  init?(_ db: Database) throws {
    guard try db.tableExists("formulaBlock") else { return nil }
    self.db = db
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM formula") ?? 0
    count = last / StoredColumn.rowsPerBlock + 1
    packed = Set(try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock"))
    guard !packed.isEmpty, 2 * packed.count >= count else { return nil }
  }

  /// A block of which no other columns will be asked for.
  func block(_ number: Int, for columns: [StoredColumn]) -> ColumnBlock {
    ColumnBlock(number, isPacked: packed.contains(number), columns, in: db)
  }
}
