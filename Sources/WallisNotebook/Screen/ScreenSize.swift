/// Size of a screen in character cells.
package struct ScreenSize: Hashable, Sendable {
  /// Columns, at least 1.
  package var columns: Int
  /// Rows, at least 1.
  package var rows: Int

  /// A size; smaller numbers than 1 become 1.
  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (max(1, columns), max(1, rows)) }

  /// A size written like `80x24`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1] else { return nil }
    guard (1...1000).contains(columns), (1...1000).contains(rows) else { return nil }
    self.init(columns: columns, rows: rows)
  }
}
