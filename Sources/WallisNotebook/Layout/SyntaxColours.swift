/// What every character of an input cell is: verb, function, number, comment, bracket.
///
/// It never judges: text that means nothing is plain, so that nothing flickers while a word is being typed.
struct SyntaxColours {
  private(set) var styles: [Style]
  private let characters: [Character]
  private let vocabulary: Vocabulary

  /// Longest text that is coloured; longer ones are data, not formulas.
  static let longest = 20_000

  init(_ characters: [Character], vocabulary: Vocabulary) {
    (self.characters, self.vocabulary) = (characters, vocabulary)
    styles = Array(repeating: .plain, count: characters.count)
    guard characters.count <= SyntaxColours.longest else { return }
    var start = 0
    while start <= characters.count {
      let end = characters[start...].firstIndex(of: "\n") ?? characters.count
      colourLine(start..<end)
      start = end + 1
    }
  }

  /// Marks the bracket at the cursor, or before it, together with the one that belongs to it.
  mutating func markBrackets(at cursor: Int) {
    guard characters.count <= SyntaxColours.longest else { return }
    for place in [cursor, cursor - 1] where characters.indices.contains(place) {
      guard let partner = partner(of: place) else { continue }
      styles[place] = .interface(.bracket)
      styles[partner] = .interface(.bracket)
      return
    }
  }

  /// Marks what a message found wrong.
  mutating func markMistake(_ range: Range<Int>) {
    for place in range.clamped(to: styles.indices) { styles[place] = .interface(.mistake) }
  }

  private mutating func colourLine(_ line: Range<Int>) {
    guard let first = line.first(where: { !characters[$0].isWhitespace }) else { return }
    if characters[first] == "#" { return paint(line, .comment) }
    var place = first
    let opening = word(at: first, in: line)
    let isVerb = vocabulary.verbs.contains(String(characters[opening]))
    if isVerb {
      paint(opening, .verb)
      place = opening.upperBound
    }
    while place < line.upperBound {
      let end = colourToken(at: place, in: line, inVerbLine: isVerb)
      place = max(end, place + 1)
    }
  }

  /// Colours what begins at a place and returns where it ends.
  private mutating func colourToken(at place: Int, in line: Range<Int>, inVerbLine: Bool) -> Int {
    let character = characters[place]
    if character == "#" {
      paint(place..<line.upperBound, .comment)
      return line.upperBound
    }
    let startsWord = place == line.lowerBound || characters[place - 1].isWhitespace
    if inVerbLine, character == "-", startsWord, place + 1 < line.upperBound, characters[place + 1] == "-" {
      let end = characters[place..<line.upperBound].firstIndex { $0.isWhitespace || $0 == "=" }
      paint(place..<(end ?? line.upperBound), .option)
      return end ?? line.upperBound
    }
    if character.isLetter {
      let word = word(at: place, in: line)
      paintName(word)
      return word.upperBound
    }
    if character.isNumber || character == "%" {
      let end = characters[(place + 1)..<line.upperBound].firstIndex { !$0.isNumber && $0 != "." }
      paint(place..<(end ?? line.upperBound), .number)
      return end ?? line.upperBound
    }
    return place + 1
  }

  private func word(at place: Int, in line: Range<Int>) -> Range<Int> {
    let end = characters[place..<line.upperBound].firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return place..<(end ?? line.upperBound)
  }

  private mutating func paintName(_ range: Range<Int>) {
    switch vocabulary.kind(of: String(characters[range])) {
    case .function where range.upperBound < characters.count && characters[range.upperBound] == "(":
      paint(range, .function)
    case .constant: paint(range, .constant)
    default: break
    }
  }

  private mutating func paint(_ range: Range<Int>, _ part: InterfacePart) {
    for place in range { styles[place] = .interface(part) }
  }

  /// Place of the bracket that belongs to the one at a place; nil where there is none.
  private func partner(of place: Int) -> Int? {
    let pairs: [Character: (Character, Int)] = [
      "(": (")", 1), ")": ("(", -1), "[": ("]", 1), "]": ("[", -1), "{": ("}", 1), "}": ("{", -1),
    ]
    guard let (partner, step) = pairs[characters[place]] else { return nil }
    var (depth, index) = (0, place)
    while characters.indices.contains(index) {
      if characters[index] == characters[place] { depth += 1 }
      if characters[index] == partner { depth -= 1 }
      if depth == 0 { return index }
      index += step
    }
    return nil
  }
}
