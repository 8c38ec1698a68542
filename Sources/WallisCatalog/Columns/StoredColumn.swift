/// A column of `formula` that the catalog keeps a second time, packed by blocks of rows, so that a question about
/// all formulas reads a few large values and not a million rows.
struct StoredColumn: Sendable {
  /// Its place in the table and in the keys of its packed values.
  let number: Int
  let name: String
  /// The column in SQL, for the row `f` of `formula`.
  let sql: String
  /// Whether it holds text; numbers otherwise.
  let isText: Bool
}

extension StoredColumn {
  /// Rows of a block: identifiers n with n / 4096 = number of the block.
  static let rowsPerBlock = 4096
  /// Rows with larger identifiers are in no block.
  static let lastRow = 1 << 30 - 1

  /// Key of the packed values of a block.
  func key(block: Int) -> Int64 { Int64(number) << 32 | Int64(block) }
}
