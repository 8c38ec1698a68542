internal import GRDB

/// A comparison that was answered by itself, for all rows at once.
final class RowSetLeaf: BlockLeaf {
  /// By identifier what a mask has.
  private let masks: [UInt8]

  /// - Parameters:
  ///   - rows: by identifier whether the comparison holds, for all blocks.
  ///   - isComplement: whether it holds for all other rows instead.
  init(rows: [Bool], isComplement: Bool = false) {
    masks = [UInt8](unsafeUninitializedCapacity: rows.count) { masks, count in
      rows.withUnsafeBufferPointer { rows in
        for row in rows.indices { masks.initializeElement(at: row, to: rows[row] != isComplement ? 3 : 0) }
      }
      count = rows.count
    }
  }

  /// - Parameters:
  ///   - identifiers: selects the identifiers of the rows for which the comparison holds, any of them more than once.
  ///   - isComplement: whether it holds for all other rows instead.
  ///   - blocks: number of blocks.
  convenience init(
    _ identifiers: String, _ arguments: StatementArguments, isComplement: Bool, blocks: Int, in db: Database
  ) throws {
    var rows = [Bool](repeating: false, count: blocks * StoredColumn.rowsPerBlock)
    let found = try Row.fetchCursor(db, sql: identifiers, arguments: arguments)
    while let row = try found.next() {
      let id: Int = try row[0]
      if rows.indices.contains(id) { rows[id] = true }
    }
    self.init(rows: rows, isComplement: isComplement)
  }

  var columns: [StoredColumn] { [] }

  func mask(_ block: ColumnBlock) -> [UInt8] {
    let start = Int(block.id(0))
    return Array(masks[start..<start + StoredColumn.rowsPerBlock])
  }
}

/// Fields that other tables hold: what was claimed and written about formulas, a small part of all.
struct WrittenField {
  private let field: QueryField
  private let kept: KeptColumns?

  /// - Parameter kept: where what all findings say is found and left for the next question.
  init(_ field: QueryField, kept: KeptColumns? = nil) { (self.field, self.kept) = (field, kept) }

  /// Selects the identifiers of the formulas for which the field may be anything, each once.
  private var writtenRows: String {
    if let table = field.table { return "SELECT DISTINCT formula AS id FROM \(table)" }
    if field.kind == .words { return "SELECT rowid AS id FROM words" }
    return "SELECT DISTINCT formula AS id FROM finding"
  }

  /// The comparison of the field, answered for all rows.
  func leaf(
    _ comparison: QueryComparison, _ literal: QueryLiteral, blocks: Int, in db: Database
  ) throws -> RowSetLeaf {
    if let leaf = try bestLeaf(comparison, literal, blocks, db) { return leaf }
    var (positive, comparesSo, isComplement) = (literal, comparison, false)
    switch literal {
    case .missing where field.holders != nil:
      return try RowSetLeaf(
        "SELECT 0 LIMIT 0", [], isComplement: comparison == .unequal, blocks: blocks, in: db)
    case .missing: (comparesSo, isComplement) = (.unequal, comparison == .equal)
    case .flag(let flag):
      (positive, comparesSo, isComplement) = (.flag(true), .equal, flag != (comparison == .equal))
      if let holders = field.holders {
        return try RowSetLeaf(holders, [], isComplement: isComplement, blocks: blocks, in: db)
      }
    case .words(let expression):
      return try RowSetLeaf(
        "SELECT rowid FROM words WHERE words MATCH ?", [expression], isComplement: false, blocks: blocks,
        in: db)
    case .number, .text, .near, .occurrence:
      if field.members != nil, comparison == .unequal { (comparesSo, isComplement) = (.equal, true) }
    }
    var sql = QuerySQL()
    let condition = sql.text(of: .compare(field, comparesSo, positive))
    return try RowSetLeaf(
      "SELECT f.id FROM (\(writtenRows)) AS f WHERE \(condition)", StatementArguments(sql.arguments),
      isComplement: isComplement, blocks: blocks, in: db)
  }

  /// A comparison with what the best findings say; nil for any other.
  private func bestLeaf(
    _ comparison: QueryComparison, _ literal: QueryLiteral, _ blocks: Int, _ db: Database
  ) throws -> RowSetLeaf? {
    guard let texts = field.bestTexts, case .text(let text) = literal,
      [.matches, .equal, .unequal].contains(comparison)
    else { return nil }
    let best = try kept?.bestFindings { try BestFindings(db) } ?? BestFindings(db)
    let automaton = TextAutomaton(comparison == .matches ? .contains : .equals, text)
    return RowSetLeaf(
      rows: texts(best).rows(below: blocks * StoredColumn.rowsPerBlock) { written in
        automaton.accepts(automaton.state(automaton.start, after: written)) != (comparison == .unequal)
      })
  }

  /// Places of the formulas in the order of the field, by identifier; nan where the field is null.
  func ranks(blocks: Int, in db: Database) throws -> [Double] {
    let isFlag = field.holders != nil
    var ranks = [Double](repeating: isFlag ? 0 : .nan, count: blocks * StoredColumn.rowsPerBlock)
    let sql =
      field.holders.map { "SELECT *, 1 FROM (\($0))" }
        ?? """
        SELECT id, dense_rank() OVER (ORDER BY value) FROM
          (SELECT f.id AS id, \(field.sql) AS value FROM (\(writtenRows)) AS f) WHERE value IS NOT NULL
        """
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      let id: Int = try row[0]
      if ranks.indices.contains(id) { ranks[id] = try row[1] }
    }
    return ranks
  }
}
