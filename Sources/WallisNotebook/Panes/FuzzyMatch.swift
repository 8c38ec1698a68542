/// Letters that occur in a text in their order: the better the closer together and the nearer to beginnings of words.
struct FuzzyMatch {
  /// The larger the better.
  let score: Int

  /// Longest text that is looked through.
  private static let longest = 400

  /// - Parameter letters: in lower case.
  /// - Returns: nil where they do not occur.
  init?(_ letters: String, in text: String) {
    let (wanted, characters) = (Array(letters), Array(text.prefix(FuzzyMatch.longest).lowercased()))
    guard let first = wanted.first else {
      score = 0
      return
    }
    var best: Int?
    for start in characters.indices where characters[start] == first {
      if let score = FuzzyMatch.score(wanted, characters, from: start) { best = max(best ?? .min, score) }
    }
    guard let best else { return nil }
    score = best
  }

  /// The score of the letters taken as early as they come from a place on; nil where they do not all come.
  private static func score(_ wanted: [Character], _ characters: [Character], from start: Int) -> Int? {
    var (place, score) = (start, 0)
    for (index, letter) in wanted.enumerated() {
      guard let found = characters[place...].firstIndex(of: letter) else { return nil }
      let startsWord = found == 0 || !characters[found - 1].isWordPart
      score += startsWord ? 8 : found == place && index > 0 ? 5 : 1
      score -= index > 0 ? min(found - place, 6) : 0
      place = found + 1
    }
    return score - min(characters.count, 60) / 10
  }
}
