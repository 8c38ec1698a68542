internal import WallisDocuments

/// Typed text broken into rows of a width, with the place of the cursor.
struct SourceLayout {
  private(set) var rows: [ScreenLine] = [ScreenLine()]
  private(set) var cursor: Frame.Position?

  private var column = 0
  private var stretch = ""
  private var style = Style.plain
  private let width: Int
  private let glyphs: Glyphs

  /// Breaks `characters` into rows, each in its style (plain where there are fewer styles); the first line of the
  /// suggestion follows behind the last one.
  init(
    _ characters: [Character], styles: [Style], cursor place: Int?, width: Int, glyphs: Glyphs,
    suggestion: String = ""
  ) {
    (self.width, self.glyphs) = (max(2, width), glyphs)
    for (index, character) in characters.enumerated() {
      if index == place { markCursor(before: character) }
      if character == "\n" {
        breakRow()
      } else {
        add(character, index < styles.count ? styles[index] : .plain)
      }
    }
    if let place, place >= characters.count { markCursor(before: suggestion.first ?? " ") }
    let lines = suggestion.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    for character in lines.first ?? "" { add(character, .interface(.suggestion)) }
    if lines.count > 1 { for character in glyphs.more { add(character, .interface(.suggestion)) } }
    endStretch()
  }

  private mutating func add(_ character: Character, _ style: Style) {
    if style != self.style { endStretch() }
    self.style = style
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      if column == width { breakRow() }
      column += 1
      stretch.append(character)
    } else {
      let shown = glyphs.shown(character)
      let columns = shown.displayWidth
      if column + columns > width { breakRow() }
      column += columns
      stretch += shown
    }
  }

  private mutating func endStretch() {
    guard !stretch.isEmpty else { return }
    rows[rows.count - 1].stretches.append(ScreenLine.Stretch(text: stretch, style: style))
    stretch = ""
  }

  private mutating func breakRow() {
    endStretch()
    rows.append(ScreenLine())
    column = 0
  }

  /// The cursor stands where the next character goes: on the next row when it would not fit on this one.
  private mutating func markCursor(before character: Character) {
    let columns = character == "\n" ? 1 : max(1, glyphs.shown(character).displayWidth)
    if column + columns > width { breakRow() }
    cursor = Frame.Position(row: rows.count - 1, column: column)
  }
}
