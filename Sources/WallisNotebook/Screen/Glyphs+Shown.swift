internal import WallisDocuments

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
