extension TextBuffer {
  /// Start of the word at or before the cursor.
  var wordStart: Int {
    var index = cursor
    while index > 0, !characters[index - 1].isWordPart { index -= 1 }
    while index > 0, characters[index - 1].isWordPart { index -= 1 }
    return index
  }

  /// End of the word at or after the cursor.
  var wordEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isWordPart { index += 1 }
    while index < characters.count, characters[index].isWordPart { index += 1 }
    return index
  }

  /// Start of the next word after the cursor, as vi's `w` goes.
  var nextWordStart: Int {
    var index = cursor
    while index < characters.count, characters[index].isWordPart { index += 1 }
    while index < characters.count, !characters[index].isWordPart { index += 1 }
    return index
  }

  /// Start of the blank-separated word before the cursor, as Ctrl-W takes it.
  var blankWordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  mutating func deleteBackward() { if cursor > 0 { replace((cursor - 1)..<cursor, with: []) } }

  /// Deletes the character at the cursor, which stays where it is.
  mutating func deleteForward() {
    if cursor < characters.count { replace(cursor..<(cursor + 1), with: []) }
  }

  /// Kills to the end of the line, or the line break itself where the cursor is at the end.
  mutating func killToLineEnd() {
    let end = lineEnd(cursor)
    kill(cursor..<(end == cursor ? end + 1 : end))
  }

  mutating func killToLineStart() { kill(lineStart(cursor)..<cursor) }

  /// Exchanges the characters around the cursor and steps over them; at the end of a line the last two.
  mutating func transpose() {
    let atEnd = cursor == lineEnd(cursor)
    let right = atEnd ? cursor - 1 : cursor
    guard right > lineStart(cursor), right < characters.count else { return }
    replace((right - 1)..<(right + 1), with: [characters[right], characters[right - 1]])
  }

  /// The identifier that ends at the cursor, as completion takes it.
  var identifierRange: Range<Int> {
    var index = cursor
    while index > 0, characters[index - 1].isIdentifierPart { index -= 1 }
    return index..<cursor
  }
}

extension Character {
  var isWordPart: Bool { isLetter || isNumber }
  fileprivate var isIdentifierPart: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
