internal import WallisFormulas

/// A piece of a query with its place in the text, counted in characters.
struct QueryToken: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(String)
    case text(String)
    case comparison(QueryComparison)
    case open
    case close
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// True for this word, however it is capitalised.
  func isWord(_ word: String) -> Bool {
    if case .name(let name) = kind { return name.lowercased() == word }
    return false
  }
}

/// Splits the text of a query into tokens.
struct QueryLexer {
  private let characters: [Character]
  private var place = 0

  static func tokens(of text: String) throws(SyntaxError) -> [QueryToken] {
    var lexer = QueryLexer(characters: Array(text))
    var tokens: [QueryToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(characters: [Character]) { self.characters = characters }

  private func peek(_ ahead: Int = 0) -> Character? {
    place + ahead < characters.count ? characters[place + ahead] : nil
  }

  private mutating func next() throws(SyntaxError) -> QueryToken {
    while peek()?.isWhitespace == true { place += 1 }
    let start = place
    guard let first = peek() else { return QueryToken(kind: .end, range: start..<start) }
    let kind = try kind(beginningWith: first)
    return QueryToken(kind: kind, range: start..<place)
  }

  private mutating func kind(beginningWith first: Character) throws(SyntaxError) -> QueryToken.Kind {
    if first == "(" || first == ")" {
      place += 1
      return first == "(" ? .open : .close
    }
    if first == "\"" || first == "'" { return .text(try quoted(by: first)) }
    if let comparison = comparison() { return .comparison(comparison) }
    if let time = time() { return .text(time) }
    if startsNumber(first) { return .number(taking(startsWith: first)) }
    if first.isLetter || first == "_" {
      return .name(takeWhile { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
    }
    throw SyntaxError(
      "'\(first)' has no meaning here", at: place..<place + 1,
      remedy: "for example: delta > 0.9 and class = exponential")
  }

  private func startsNumber(_ first: Character) -> Bool {
    func isDigit(_ character: Character?) -> Bool {
      character?.isASCII == true && character?.isNumber == true
    }
    if isDigit(first) || (first == "." && isDigit(peek(1))) { return true }
    return "+-−".contains(first) && (isDigit(peek(1)) || (peek(1) == "." && isDigit(peek(2))))
  }

  private mutating func taking(startsWith first: Character) -> String {
    place += 1
    let sign = "-−".contains(first) ? "-" : first == "+" ? "" : String(first)
    var text = sign
    while let character = peek() {
      let continues = character.isNumber || character == "."
      let isExponent = "eE".contains(character)
      let isSignOfExponent = "+-".contains(character) && "eE".contains(text.last ?? " ")
      guard continues || isExponent || isSignOfExponent else { break }
      text.append(character)
      place += 1
    }
    return text
  }

  /// A date, with or without the time of day, which needs no quotes.
  private mutating func time() -> String? {
    // Year, hyphen, month; the lexer asks at every word, so no expression is compiled for it.
    let start = characters[place..<min(place + 7, characters.count)]
    let isDate = zip(start, "0000-00").allSatisfy { $1 == "-" ? $0 == "-" : $0.isASCII && $0.isNumber }
    guard start.count == 7, isDate else { return nil }
    return takeWhile { $0.isASCII && $0.isNumber || "-:TZ".contains($0) }
  }

  private mutating func quoted(by quote: Character) throws(SyntaxError) -> String {
    let start = place
    place += 1
    let text = takeWhile { $0 != quote }
    guard peek() == quote else {
      throw SyntaxError("the text is not closed", at: start..<place, remedy: "end it with \(quote)")
    }
    place += 1
    return text
  }

  private mutating func takeWhile(_ belongs: (Character) -> Bool) -> String {
    var text = ""
    while let character = peek(), belongs(character) {
      text.append(character)
      place += 1
    }
    return text
  }

  private mutating func comparison() -> QueryComparison? {
    let spellings: [(String, QueryComparison)] = [
      ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("!=", .unequal), ("<>", .unequal), ("==", .equal),
      ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .unequal), ("<", .less), (">", .greater),
      ("=", .equal),
      ("~", .matches),
    ]
    guard let first = peek() else { return nil }
    for (text, comparison) in spellings where text.first == first {
      guard text.count == 1 || peek(1) == text.last else { continue }
      place += text.count
      return comparison
    }
    return nil
  }
}
