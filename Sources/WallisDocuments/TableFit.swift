/// Which columns of a table there is room for, and how wide they are.
///
/// Where there is no room, columns give way in this order: texts that may be shortened are; titles and prose wrap; of a
/// quarter of the rows, cells get lines of their own; columns are left out, the least important first; all cells that
/// are too wide get lines of their own. Flat tables know no lines of their own.
struct TableFit {
  /// The columns that are shown, by their places in the table.
  private(set) var shown: [Int]
  /// Their widths.
  private(set) var widths: [Int] = []
  /// Whether every row is one line.
  let isFlat: Bool
  private let columns: [ColumnSizes]
  private let width: Int

  init(_ table: Table, titles: [TableCell], rows: [[TableCell]], width: Int) {
    (self.width, isFlat, shown) = (width, table.isFlat == true, Array(table.columns.indices))
    columns = table.columns.enumerated().map { place, column in
      ColumnSizes(column, title: titles[place], cells: rows.map { $0[place] })
    }
    var waiting = shown.filter { table.columns[$0].rank != nil }
      .sorted { (table.columns[$0].rank ?? 0, $0) < (table.columns[$1].rank ?? 0, $1) }
    while !settle(), let least = waiting.popLast() { shown.removeAll { $0 == least } }
    if excess > 0 { squeeze() }
  }

  /// Where the shown columns begin.
  var starts: [Int] {
    var (starts, start) = ([Int](), 0)
    for width in widths {
      starts.append(start)
      start += width + 2
    }
    return starts
  }

  /// The line below the titles.
  func rule(_ dash: String) -> Text {
    zip(starts, widths).filter { $0.0 < width }
      .map { Text(String(repeating: dash, count: min($1, width - $0)), .muted) }.joined(separator: "  ")
  }

  private var excess: Int { widths.reduce(0, +) + 2 * (widths.count - 1) - width }

  /// Finds widths without lines of their own for most cells; false where there are none.
  private mutating func settle() -> Bool {
    widths = shown.map { columns[$0].natural }
    shrink { $0.isShortened ? max(10, $0.titlePiece) : nil }
    shrink { max($0.titlePiece, $0.widest) }
    if isFlat { return excess <= 0 }
    shrink { $0.wraps ? max(10, $0.titlePiece, $0.piece) : nil }
    shrink { $0.isSolid ? max($0.titlePiece, $0.mostCells) : nil }
    return excess <= 0
  }

  /// Widths for tables that are too wide whatever is left out.
  private mutating func squeeze() {
    shrink { $0.isSolid ? max(8, $0.titlePiece) : nil }
    shrink { $0.titlePiece }
  }

  /// Takes what is too much from columns with a least width, the widest first.
  private mutating func shrink(_ least: (ColumnSizes) -> Int?) {
    let limits = shown.map { least(columns[$0]) ?? .max }
    while excess > 0,
      let widest = widths.indices.filter({ widths[$0] > limits[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      let next =
        widths.indices.filter { $0 != widest && widths[$0] > limits[$0] }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(limits[widest], next)))
      widths[widest] -= step
    }
  }
}

/// What the cells of a column need.
private struct ColumnSizes {
  let natural: Int
  /// The widest part of the title that is not broken.
  let titlePiece: Int
  /// The widest cell, and the one than which a quarter of the cells is wider.
  let (widest, mostCells): (Int, Int)
  /// The widest part of any cell that is not broken.
  let piece: Int
  let isShortened: Bool
  let wraps: Bool
  /// Whether it is text that neither wraps nor is shortened, such as formulas.
  let isSolid: Bool

  init(_ column: Table.Column, title: TableCell, cells: [TableCell]) {
    let sizes = cells.map(\.text.displayWidth).sorted()
    (widest, titlePiece) = (sizes.last ?? 0, title.text.widestPiece)
    mostCells = sizes.isEmpty ? 0 : sizes[sizes.count - 1 - sizes.count / 4]
    natural = max(1, title.text.displayWidth, widest)
    piece = cells.map(\.widestPiece).max() ?? 0
    isShortened = column.isShortened == true
    wraps = !isShortened && cells.contains { $0.wraps }
    isSolid = !isShortened && !wraps && cells.contains { $0.isFormula }
  }
}
