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

extension Character {
  /// Whether a terminal might take it for a command: control characters, separators, and alone standing format
  /// characters such as those that turn the direction of writing.
  fileprivate var isCommand: Bool {
    let scalars = unicodeScalars
    return scalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      case .format: scalars.count == 1
      default: false
      }
    }
  }
}

extension Glyphs {
  /// A character as the screen may show it: no control character reaches the terminal.
  func shown(_ character: Character) -> String {
    if character == "\t" { return "  " }
    if character.isCommand { return ascii ? "?" : "\u{FFFD}" }
    let shown = ascii ? String(character).asciiFallback : String(character)
    return shown.displayWidth == 0 ? (ascii ? "?" : "\u{25CC}" + shown) : shown
  }

  /// Text as the screen may show it.
  func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    return text.map { shown($0) }.joined()
  }
}
