/// What a text to search for means in the index of words: every piece between spaces must occur, with its words in
/// the same order; a star at its end stands for any ending. Greek names count as their spelling, too.
struct SearchWords {
  /// The search in the language of SQLite's FTS5; nil for a text without any letter or digit.
  let expression: String?

  init(_ text: String) {
    let pieces = text.split(whereSeparator: \.isWhitespace).compactMap(SearchWords.piece)
    expression = pieces.isEmpty ? nil : pieces.joined(separator: " AND ")
  }

  private static func piece(_ text: Substring) -> String? {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let spelled = text.map { greek[$0] ?? String($0) }.joined()
    let (plain, named) = (phrase(String(text)), phrase(spelled))
    return plain == named ? plain : "(\(plain) OR \(named))"
  }

  /// A phrase whose words are as those of the index: a space follows every digit.
  private static func phrase(_ text: String) -> String {
    let spaced = text.map { $0.isNumber ? "\($0) " : $0 == "\"" || $0 == "*" ? " " : "\($0)" }.joined()
    return "\"\(spaced)\"" + (text.hasSuffix("*") ? " *" : "")
  }

  private static let greek: [Character: String] = [
    "π": "pi", "ζ": "zeta", "φ": "phi", "ϕ": "phi", "ϖ": "lemniscate", "γ": "euler", "Γ": "gamma",
    "β": "beta", "ψ": "psi", "Ω": "omega",
  ]
}
