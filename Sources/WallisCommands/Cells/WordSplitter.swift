internal import WallisDocuments

/// Splits a verb line into words as a shell does: quotes keep spaces, a backslash keeps the next character, a word
/// that begins with `#` starts a comment. Nothing is expanded.
enum WordSplitter {
  /// The words of the line.
  ///
  /// - Throws: a `Refusal` at a quote that is never closed.
  static func words(of line: String) throws(Refusal) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: (mark: Character, place: Int)?
    var isEscaped = false
    for (place, character) in line.enumerated() {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if let open = quote {
        if character == open.mark { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        (quote, word) = ((character, place), word ?? "")
      } else if character == "\\" {
        isEscaped = true
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else if character == "#", word == nil {
        return words
      } else {
        word.append(character)
      }
    }
    if let quote { throw unclosed(quote, in: line) }
    if let done = word { words.append(done) }
    return words
  }

  private static func unclosed(_ quote: (mark: Character, place: Int), in line: String) -> Refusal {
    Refusal(
      Diagnostic(
        "this quote is never closed", source: line, range: quote.place..<(quote.place + 1),
        remedy: "add \(quote.mark) where the value ends"))
  }
}

extension String? {
  /// Adds to a word, or begins one; in place, so that long words cost no more than their length.
  fileprivate mutating func append(_ character: Character) {
    if self == nil { self = "" }
    self?.append(character)
  }
}
