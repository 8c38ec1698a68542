/// A text as letters are looked for in it: in lower case, and no longer than is looked through.
struct FuzzyText: Sendable {
  /// Scalars, and of each whether it is a letter or a digit.
  fileprivate let scalars: [UInt32]
  fileprivate let isWordPart: [Bool]

  /// Longest text that is looked through.
  private static let longest = 400

  init(_ text: String) {
    let ascii = text.utf8.prefix(FuzzyText.longest + 1)
    if ascii.count <= FuzzyText.longest, ascii.allSatisfy({ $0 < 0x80 }) {
      scalars = ascii.map { UInt32((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
      isWordPart = scalars.map { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    } else {
      let characters = text.prefix(FuzzyText.longest).lowercased()
      scalars = characters.unicodeScalars.map(\.value)
      isWordPart = characters.flatMap { character in
        character.unicodeScalars.map { _ in character.isWordPart }
      }
    }
  }
}

/// Letters that occur in a text in their order: the better the closer together and the nearer to beginnings of words.
struct FuzzyMatch {
  /// The larger the better.
  let score: Int

  /// - Returns: nil where they do not occur.
  init?(_ letters: String, in text: String) { self.init(FuzzyText(letters), in: FuzzyText(text)) }

  /// The same for what is looked for or looked through again and again.
  init?(_ letters: FuzzyText, in text: FuzzyText) {
    guard let first = letters.scalars.first else {
      score = 0
      return
    }
    var best: Int?
    for start in text.scalars.indices where text.scalars[start] == first {
      guard let score = FuzzyMatch.score(letters.scalars, text, from: start) else { break }
      best = max(best ?? .min, score)
    }
    guard let best else { return nil }
    score = best
  }

  /// The score of the letters taken as early as they come from a place on; nil where they do not all come.
  private static func score(_ wanted: [UInt32], _ text: FuzzyText, from start: Int) -> Int? {
    var (place, score) = (start, 0)
    for (index, letter) in wanted.enumerated() {
      guard let found = text.scalars[place...].firstIndex(of: letter) else { return nil }
      let startsWord = found == 0 || !text.isWordPart[found - 1]
      score += startsWord ? 8 : found == place && index > 0 ? 5 : 1
      score -= index > 0 ? min(found - place, 6) : 0
      place = found + 1
    }
    return score - min(text.scalars.count, 60) / 10
  }
}
