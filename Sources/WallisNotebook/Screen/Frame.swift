internal import WallisDocuments

/// What the screen shows: a rectangle of cells, the only output of the view.
///
/// The terminal driver compares two frames and writes the difference; tests read `text`.
package struct Frame: Equatable, Sendable {
  /// One character cell.
  package struct Cell: Hashable, Sendable {
    /// One grapheme cluster; empty where the wide character to the left covers this column.
    package var text: String
    /// What it means.
    package var style: Style

    static let blank = Cell(text: " ", style: .plain)
  }

  /// A place on the screen, from 0.
  package struct Position: Hashable, Sendable {
    /// Row from the top.
    package var row: Int
    /// Column from the left.
    package var column: Int

    /// A place.
    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  /// Size of the rectangle.
  package let size: ScreenSize
  /// Rows one after another, `size.rows * size.columns` cells.
  package private(set) var cells: [Cell]
  /// Where the cursor blinks; nil hides it.
  package var cursor: Position?

  /// A blank frame.
  package init(_ size: ScreenSize) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at a place. Precondition: it is inside the frame.
  package subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// The rows as text, without trailing spaces.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = cells[(row * size.columns)..<((row + 1) * size.columns)].map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The whole screen as text; every row ends with a line feed.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Writes a line from `column` on, cut at `limit` (nil: the right edge); what lies outside is not drawn.
  ///
  /// - Returns: the column after the last character drawn.
  @discardableResult
  mutating func write(_ line: ScreenLine, row: Int, column: Int = 0, limit: Int? = nil) -> Int {
    let limit = min(limit ?? size.columns, size.columns)
    guard (0..<size.rows).contains(row) else { return column }
    var column = column
    for stretch in line.stretches {
      if stretch.text.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in stretch.text.utf8 where byte >= 0x20 && byte < 0x7F {
          guard column < limit else { return column }
          put(Frame.ascii[Int(byte)], row, column, stretch.style)
          column += 1
        }
        continue
      }
      for character in stretch.text {
        let width = character.displayWidth
        guard column + width <= limit else { return column }
        put(character, width, row, column, stretch.style)
        column += width
      }
    }
    return column
  }

  /// The characters of ASCII as texts.
  private static let ascii = (UInt8(0)..<0x80).map { String(UnicodeScalar($0)) }

  /// Puts a text that is one column wide.
  private mutating func put(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
    erase(row, column)
    cells[row * size.columns + column] = Cell(text: text, style: style)
  }

  /// Gives every cell of the row from `column` to `limit` a style, as a bar across the screen needs.
  mutating func fill(row: Int, from column: Int = 0, to limit: Int? = nil, _ style: Style) {
    guard (0..<size.rows).contains(row) else { return }
    for column in column..<max(column, min(limit ?? size.columns, size.columns)) {
      erase(row, column)
      cells[row * size.columns + column].style = style
    }
  }

  /// Puts one character; one without width joins the character before it.
  private mutating func put(_ character: Character, _ width: Int, _ row: Int, _ column: Int, _ style: Style) {
    let index = row * size.columns + column
    guard width > 0 else {
      if column > 0 { join(character, row, column - 1) }
      return
    }
    for offset in 0..<width { erase(row, column + offset) }
    cells[index] = Cell(text: String(character), style: style)
    if width == 2 { cells[index + 1] = Cell(text: "", style: style) }
  }

  private mutating func join(_ character: Character, _ row: Int, _ column: Int) {
    let index = row * size.columns + column
    let base = cells[index].text.isEmpty ? index - 1 : index
    guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .nonspacingMark }) else {
      return
    }
    let joined = cells[base].text + String(character)
    if joined.count == 1 { cells[base].text = joined }
  }

  /// Blanks a cell; half a wide character never stays behind.
  private mutating func erase(_ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    if column + 1 < size.columns, cells[index + 1].text.isEmpty { cells[index + 1].text = " " }
    cells[index] = .blank
  }
}
