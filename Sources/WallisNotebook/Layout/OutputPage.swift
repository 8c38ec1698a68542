internal import WallisDocuments

/// How the user looks into a long output: what is scrolled away, and by which column its table is sorted.
struct OutputLook: Equatable {
  /// Lines above the first one that shows.
  var first = 0
  /// The chosen column of the table.
  var column = 0
  /// Whether the table is sorted by the chosen column, and how.
  var order: Order?

  /// Directions of sorting.
  enum Order: Equatable { case ascending, descending }
}

/// The lines of an output as a page that scrolls, the titles of its first table staying in sight.
///
/// In text that a file stored, which is all that is left of it, the table is found by the rule below its titles and sorted
/// here; fresh output is sorted by its values before it is laid out, see `CellOutput.sorted`.
struct OutputPage {
  private(set) var lines: [ScreenLine]
  /// The titles and the rule of the first table.
  private(set) var head: Range<Int>?
  /// The rows of the first table.
  private(set) var body: Range<Int> = 0..<0
  /// Display columns of every column of the table.
  private(set) var columns: [Range<Int>] = []

  init(_ lines: [ScreenLine]) {
    self.lines = lines
    guard let rule = lines.firstIndex(where: { $0.text.isRule }), rule > 0 else { return }
    var start = rule - 1
    while start > 0, !lines[start - 1].text.allSatisfy(\.isWhitespace), rule - start < 3 { start -= 1 }
    let end = lines[(rule + 1)...].firstIndex { $0.text.allSatisfy(\.isWhitespace) } ?? lines.count
    head = start..<(rule + 1)
    body = (rule + 1)..<end
    columns = lines[rule].text.ruledColumns
  }

  /// Title of a column.
  func title(_ column: Int) -> String {
    guard let head, columns.indices.contains(column) else { return "" }
    return head.dropLast().map { lines[$0].text.columns(columns[column]) }.joined(separator: " ")
  }

  /// The page with the rows of its table in another order; equal rows keep theirs.
  func sorted(by column: Int, _ order: OutputLook.Order) -> OutputPage {
    guard columns.indices.contains(column) else { return self }
    let rows = rows
    let sorted = SortKey.order(of: rows.map { cell(column, of: $0) }, order)
    var page = self
    page.lines.replaceSubrange(body, with: sorted.flatMap { lines[rows[$0]] })
    return page
  }

  /// What stands in a column of a row: the line that has it begins with blanks where the column does.
  private func cell(_ column: Int, of row: Range<Int>) -> String {
    let (range, gap) = (columns[column], max(0, columns[column].lowerBound - 2)..<columns[column].lowerBound)
    let line = row.first { place in
      lines[place].text.columns(gap).isEmpty && !lines[place].text.columns(range).isEmpty
    }
    return lines[line ?? row.lowerBound].text.columns(range)
  }

  /// The lines of every row: one that begins with an empty first column continues the row before it.
  private var rows: [Range<Int>] {
    var rows: [Range<Int>] = []
    for index in body {
      let continues = columns.first.map { lines[index].text.columns($0).isEmpty } ?? false
      if continues, let last = rows.popLast() {
        rows.append(last.lowerBound..<(index + 1))
      } else {
        rows.append(index..<(index + 1))
      }
    }
    return rows
  }

  /// What shows of it in some rows: the titles of the table stay while its rows scroll.
  func window(_ look: OutputLook, rows: Int) -> [ScreenLine] {
    let page = look.order.map { sorted(by: look.column, $0) } ?? self
    let first = min(look.first, max(0, lines.count - rows))
    var shown = Array(page.lines[first..<min(lines.count, first + rows)])
    if let head, first > head.lowerBound, first < body.upperBound, head.count < shown.count {
      shown.replaceSubrange(0..<head.count, with: page.lines[head])
    }
    return shown
  }
}

extension String {
  /// Whether this is the rule below the titles of a table.
  fileprivate var isRule: Bool {
    let strokes = count(where: { $0 == "─" || $0 == "-" })
    return strokes > 2 && allSatisfy { $0 == "─" || $0 == "-" || $0 == " " } && hasRuleStart
  }

  private var hasRuleStart: Bool { drop { $0 == " " }.prefix(1).allSatisfy { $0 != " " } }

  /// The columns below the strokes of a rule.
  fileprivate var ruledColumns: [Range<Int>] {
    var (columns, start) = ([Range<Int>](), Int?.none)
    for (place, character) in (self + " ").enumerated() {
      if character == " " {
        if let begun = start { columns.append(begun..<place) }
        start = nil
      } else if start == nil {
        start = place
      }
    }
    return columns
  }

  /// What stands in some display columns, without spaces around it.
  fileprivate func columns(_ range: Range<Int>) -> String {
    var (text, column) = ("", 0)
    for character in self {
      if range.contains(column) { text.append(character) }
      column += character.displayWidth
    }
    let left = text.drop { $0 == " " }
    return String(left.reversed().drop { $0 == " " }.reversed())
  }
}
