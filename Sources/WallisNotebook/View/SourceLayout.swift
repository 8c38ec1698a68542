internal import WallisDocuments

/// Typed text broken into rows of a width, with the place of the cursor.
struct SourceLayout {
  private(set) var rows: [ScreenLine] = [ScreenLine()]
  private(set) var cursor: Frame.Position?

  private var column = 0
  private let width: Int
  private let glyphs: Glyphs

  /// Breaks `characters` into rows; a comment is told by a `#` at the start of its line when `comments` is set.
  init(_ characters: [Character], cursor place: Int?, width: Int, glyphs: Glyphs, comments: Bool) {
    (self.width, self.glyphs) = (max(2, width), glyphs)
    var style = Style.plain
    var lineStarts = true
    for (index, character) in characters.enumerated() {
      if lineStarts {
        style = comments && startsComment(characters, index) ? .interface(.comment) : .plain
        lineStarts = false
      }
      if index == place { markCursor(before: character) }
      if character.isNewline {
        breakRow()
        lineStarts = true
      } else {
        add(character, style)
      }
    }
    if let place, place >= characters.count { markCursor(before: " ") }
  }

  private mutating func add(_ character: Character, _ style: Style) {
    let shown = glyphs.shown(character)
    let columns = shown.displayWidth
    if column + columns > width { breakRow() }
    column += columns
    let last = rows.count - 1
    if rows[last].stretches.last?.style == style {
      rows[last].stretches[rows[last].stretches.count - 1].text += shown
    } else {
      rows[last].stretches.append(ScreenLine.Stretch(text: shown, style: style))
    }
  }

  private mutating func breakRow() {
    rows.append(ScreenLine())
    column = 0
  }

  /// The cursor stands where the next character goes: on the next row when it would not fit on this one.
  private mutating func markCursor(before character: Character) {
    let columns = character.isNewline ? 1 : max(1, glyphs.shown(character).displayWidth)
    if column + columns > width { breakRow() }
    cursor = Frame.Position(row: rows.count - 1, column: column)
  }

  private func startsComment(_ characters: [Character], _ start: Int) -> Bool {
    characters[start...].first { !$0.isWhitespace || $0.isNewline } == "#"
  }
}

extension Glyphs {
  /// A character as the screen may show it: no control character reaches the terminal.
  func shown(_ character: Character) -> String {
    if character == "\t" { return "  " }
    if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return ascii ? "?" : "\u{FFFD}"
    }
    let shown = ascii ? String(character).asciiFallback : String(character)
    return shown.displayWidth == 0 ? (ascii ? "?" : "\u{25CC}" + shown) : shown
  }

  /// Text as the screen may show it.
  func shown(_ text: String) -> String { text.map { shown($0) }.joined() }
}
