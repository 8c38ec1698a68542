extension Layout {
  /// The lines of a table: titles, a rule, the rows, the caption, and what there was no room for.
  ///
  /// Words and formulas are not broken: prose wraps at spaces inside of its column, and what is too wide for its column
  /// takes a line of its own. What is wider than the page ends in ….
  func tableLines(_ table: Table) -> [Text] {
    guard !table.columns.isEmpty else { return [] }
    let titles = table.columns.map { TableCell(title: shown(Text($0.title, .label)), $0) }
    let rows = table.rows.map { row in
      table.columns.enumerated().map { TableCell($0 < row.count ? shown(row[$0]) : Text(), $1) }
    }
    let fit = TableFit(table, titles: titles, rows: rows, width: width)
    let page = TablePage(fit: fit, width: width, mark: ascii ? "..." : "…")
    let body = rows.flatMap(page.lines)
    let notes = [
      table.caption.map(shown), leftOut(fit, of: table), rows.contains(where: page.cuts) ? cut(table) : nil,
    ]
    return page.lines(titles) + [fit.rule(ascii ? "-" : "─")] + body
      + notes.compactMap(\.self).flatMap { wrap($0, width: width) }
  }

  private func leftOut(_ fit: TableFit, of table: Table) -> Text? {
    let titles = table.columns.indices.filter { !fit.shown.contains($0) }.map { table.columns[$0].title }
    guard !titles.isEmpty else { return nil }
    let text = "no room for: \(titles.joined(separator: ", ")); "
    return shown(Text(text, .muted) + Text(table.rest ?? "--json", .name) + Text(" shows them", .muted))
  }

  private func cut(_ table: Table) -> Text {
    shown(
      Text("what ends in … is whole with ", .muted) + Text(table.rest ?? "--json", .name))
  }
}

/// The place of one cell, and how it goes on where it is too wide.
struct TableCell {
  let text: Text
  let isTitle: Bool
  let isRight: Bool
  let isShortened: Bool

  init(_ text: Text, _ column: Table.Column) {
    (self.text, isTitle, isRight) = (text, false, column.alignment == .right)
    isShortened = column.isShortened == true
  }

  init(title: Text, _ column: Table.Column) {
    (text, isTitle, isRight, isShortened) = (title, true, column.alignment == .right, false)
  }

  /// Whether it may go on in further lines of its column: prose, titles, very long digits.
  var wraps: Bool {
    if isTitle || isShortened { return true }
    if text.spans.allSatisfy({ $0.role == .digits }) { return text.string.utf8.count > TableCell.longDigits }
    return text.spans.contains { $0.role == .plain || $0.role == .muted }
  }

  /// Whether it is mathematics, which is worth a line of its own.
  var isFormula: Bool { text.spans.contains { $0.role == .formula } }

  /// The widest part of it that is not broken.
  var widestPiece: Int { wraps ? text.widestPiece : text.displayWidth }

  private static let longDigits = 40
}

/// Sets the rows of a table whose columns have their widths.
private struct TablePage {
  let fit: TableFit
  let width: Int
  let mark: String

  func lines(_ cells: [TableCell]) -> [Text] {
    var (canvas, line) = (RowCanvas(), 0)
    for (place, column) in fit.shown.enumerated() {
      let (cell, room) = (cells[column], fit.widths[place])
      var below = cell.isTitle ? 0 : line
      for (index, part) in parts(of: cell, room).enumerated() {
        let gap = cell.isRight ? room - part.displayWidth : 0
        let start = min(fit.starts[place] + gap, width - part.displayWidth)
        below = canvas.place(part, at: max(0, start), from: below)
        if index == 0 { line = below }
        below += 1
      }
    }
    return canvas.lines
  }

  private func parts(of cell: TableCell, _ room: Int) -> [Text] {
    if cell.text.isEmpty { return [] }
    if cell.isShortened || fit.isFlat && !cell.isTitle {
      return [cell.text.shortened(to: room, mark: mark)]
    }
    guard cell.wraps else { return [cell.text.shortened(to: width, mark: mark)] }
    return wrap(cell.text, width: min(width, max(room, cell.isTitle ? 1 : cell.widestPiece)))
  }

  /// Whether some of a row is not shown although its column is.
  func cuts(_ row: [TableCell]) -> Bool {
    zip(fit.shown, fit.widths).contains { column, room in
      let cell = row[column]
      guard !cell.isShortened else { return false }
      return fit.isFlat ? cell.text.displayWidth > room : !cell.wraps && cell.text.displayWidth > width
    }
  }
}

/// The lines of a row: texts at columns of the page, two blanks apart.
private struct RowCanvas {
  private var texts: [[(start: Int, text: Text)]] = [[]]

  /// Places a text on the first line from `line` on that has room for it there; the line.
  mutating func place(_ text: Text, at start: Int, from line: Int) -> Int {
    var line = line
    while line < texts.count, !isFree(start..<(start + text.displayWidth), line) { line += 1 }
    while texts.count <= line { texts.append([]) }
    texts[line].append((start, text))
    return line
  }

  private func isFree(_ range: Range<Int>, _ line: Int) -> Bool {
    texts[line].allSatisfy { other in
      range.upperBound + 2 <= other.start || other.start + other.text.displayWidth + 2 <= range.lowerBound
    }
  }

  var lines: [Text] {
    texts.map { line in
      var (sum, width) = (Text(), 0)
      for (start, text) in line.sorted(by: { $0.start < $1.start }) {
        sum += Text(String(repeating: " ", count: max(0, start - width))) + text
        width = start + text.displayWidth
      }
      return sum.withoutTrailingSpaces
    }
  }
}

extension Text {
  /// The text where it fits in a width, else its beginning, whole words where that leaves much of it, with a mark behind.
  fileprivate func shortened(to width: Int, mark: String) -> Text {
    guard displayWidth > width else { return self }
    let characters = Array(string)
    var (kept, left) = (0, max(0, width - mark.displayWidth))
    while kept < characters.count, String(characters[kept]).displayWidth <= left {
      left -= String(characters[kept]).displayWidth
      kept += 1
    }
    if kept < characters.count, characters[kept] != " ",
      let space = characters[..<kept].lastIndex(of: " "), space * 2 >= kept
    {
      kept = space
    }
    return prefix(kept).withoutTrailingSpaces + Text(mark, .muted)
  }

  private func prefix(_ count: Int) -> Text {
    var (left, spans) = (count, [Span]())
    for span in self.spans where left > 0 {
      spans.append(Span(span.role, String(span.string.prefix(left))))
      left -= span.string.count
    }
    return Text(spans)
  }
}
