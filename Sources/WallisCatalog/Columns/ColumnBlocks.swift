internal import GRDB

/// The blocks of a catalog: those that are packed, and those that are read row by row.
///
/// `formulaBlock` names the blocks whose packed values are those of the rows; triggers drop the name of a block when a row
/// of it is written. Packed values make reading fast and nothing else: without them every answer is the same.
struct ColumnBlocks {
  private let db: Database
  private let packed: Set<Int>
  /// Values that were read before; nil where nobody asks again.
  let kept: KeptColumns?
  /// How many blocks reach from the first row to the last.
  let count: Int

  /// - Parameter kept: values that were read at this moment of the catalog.
  /// - Returns: nil where most rows are in blocks that are not packed, for 2³⁰ rows and more, and for numbers below 0.
  init?(_ db: Database, kept: KeptColumns? = nil) throws {
    guard try db.tableExists("formulaBlock") else { return nil }
    (self.db, self.kept) = (db, kept)
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM formula") ?? 0
    let first = try Int.fetchOne(db, sql: "SELECT min(id) FROM formula") ?? 0
    guard first >= 0, last <= StoredColumn.lastRow else { return nil }
    count = last / StoredColumn.rowsPerBlock + 1
    packed = Set(try Int.fetchAll(db, sql: "SELECT number FROM formulaBlock"))
    guard !packed.isEmpty, 2 * packed.count >= count else { return nil }
  }

  /// A block of which no other columns will be asked for.
  func block(_ number: Int, for columns: [StoredColumn]) -> ColumnBlock {
    ColumnBlock(number, isPacked: packed.contains(number), columns, kept: kept, in: db)
  }
}
