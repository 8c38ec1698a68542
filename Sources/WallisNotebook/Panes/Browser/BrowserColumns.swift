internal import WallisCommands
internal import WallisDocuments

/// Widths of the columns of a listing, and its lines in them: every row takes one line.
struct BrowserColumns {
  private let columns: [BrowsedColumn]
  /// Columns on the screen by column of the listing; 0 for one that there is no room for.
  private let widths: [Int]
  private let glyphs: Glyphs

  /// The widest that a column of words becomes as long as others need room.
  private static let widest = 36
  /// The narrowest that it becomes.
  private static let narrowest = 14

  /// - Parameters:
  ///   - rows: those that are seen.
  ///   - chosen: a column that stays in any case, as do those that the rows are sorted by.
  ///   - sort: fields that the rows are sorted by, separated by commas.
  init(
    _ columns: [BrowsedColumn], _ rows: [BrowsedRow], width: Int, chosen: Int, sort: String, _ glyphs: Glyphs
  ) {
    (self.columns, self.glyphs) = (columns, glyphs)
    var widths = columns.indices.map { index in
      let cells = rows.compactMap { index < $0.cells.count ? glyphs.shown($0.cells[index].string) : nil }
      let widest = cells.map(\.displayWidth).max() ?? 0
      return min(BrowserColumns.widest, max(glyphs.shown(columns[index].title).displayWidth + 2, widest))
    }
    func total() -> Int { widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } - 2 }
    // Words give way first, the widest until it is as wide as the next, then whole columns from the right.
    while total() > width, let place = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[place] > BrowserColumns.narrowest
    {
      let isAlone = widths.filter { $0 == widths[place] }.count == 1
      let next = isAlone ? widths.filter { $0 < widths[place] }.max() ?? 0 : widths[place] - 1
      widths[place] -= max(
        1, min(widths[place] - max(next, BrowserColumns.narrowest), total() - width))
    }
    let sorted = sort.split(separator: ",").map { $0.drop { "-−+ ".contains($0) } }
    for place in widths.indices.reversed() where total() > width && place != chosen && place > 0 {
      if !sorted.contains(where: { $0 == columns[place].name }) { widths[place] = 0 }
    }
    self.widths = widths
  }

  /// The titles, the chosen one marked, with arrows where the rows are sorted.
  func titles(chosen: Int, sort: String) -> ScreenLine {
    line { index in
      let column = columns[index]
      let arrow =
        sort == column.name
        ? (glyphs.ascii ? " ^" : "▲") : sort == "-" + column.name ? (glyphs.ascii ? " v" : "▼") : ""
      let title = glyphs.shown(column.title) + arrow
      return ScreenLine(title, index == chosen ? .interface(.key) : .content(.label))
    }
  }

  /// A row.
  func line(_ row: BrowsedRow) -> ScreenLine {
    line { index in
      guard index < row.cells.count else { return ScreenLine() }
      return ScreenLine(
        row.cells[index].spans.map { .init(text: glyphs.shown($0.string), style: .content($0.role)) })
    }
  }

  private func line(_ cell: (Int) -> ScreenLine) -> ScreenLine {
    var line = ScreenLine()
    for index in columns.indices where widths[index] > 0 {
      let text = cell(index).cut(to: widths[index], glyphs.more)
      let blank = ScreenLine(String(repeating: " ", count: max(0, widths[index] - text.width)))
      if !line.stretches.isEmpty { line += ScreenLine("  ") }
      line += columns[index].isNumeric ? blank + text : text + blank
    }
    return line
  }
}

extension ScreenLine {
  /// The line with blanks up to a width; a longer one is cut.
  func filling(_ width: Int) -> ScreenLine {
    let line = cut(to: width, "")
    return line + ScreenLine(String(repeating: " ", count: max(0, width - line.width)))
  }

  /// The line, or as much of it as fits before a sign that something is left out.
  func cut(to width: Int, _ more: String) -> ScreenLine {
    guard self.width > width else { return self }
    let room = width - more.displayWidth
    guard room > 0 else { return broken(at: max(1, width)).first ?? ScreenLine() }
    return (broken(at: room).first ?? ScreenLine()) + ScreenLine(more)
  }
}
