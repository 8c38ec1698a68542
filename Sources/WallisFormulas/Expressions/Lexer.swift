internal import WallisArithmetic

/// One word of an expression and where it stands.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Rational, digits: Int?)
    case name(String)
    case result(Int?)
    case symbol(Character)
    case superscript(Int)
    case end
  }

  let kind: Kind
  let range: Range<Int>
  /// True when no space separates the token from the one before.
  let isAttached: Bool
}

/// Cuts the text of an expression into tokens; Unicode spellings become their plain ones.
struct Lexer {
  private let characters: LexedText
  private let rule: ReadingRule
  private var position = 0

  init(_ text: String, rule: ReadingRule) { (characters, self.rule) = (LexedText(text), rule) }

  static func tokens(of text: String, rule: ReadingRule = .current) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(text, rule: rule)
    var tokens: [Token] = []
    while let token = try lexer.next() { tokens.append(token) }
    tokens.append(
      Token(kind: .end, range: lexer.position..<lexer.position, isAttached: false))
    return tokens
  }

  private mutating func next() throws(SyntaxError) -> Token? {
    let before = position
    while position < characters.count, characters.isSpace(position) { position += 1 }
    guard position < characters.count else { return nil }
    let start = position
    let kind = try kind()
    return Token(kind: kind, range: start..<position, isAttached: start == before)
  }

  private mutating func kind() throws(SyntaxError) -> Token.Kind {
    if digit(at: position) || characters.has(".", at: position) && digit(at: position + 1) {
      return try number()
    }
    if characters.isASCIILetter(position) { return .name(name()) }
    let character = characters[position]
    if Lexer.superscripts[character] != nil { return superscript() }
    if character == "√" {
      position += 1
      return .name("sqrt")
    }
    if character == "∞" {
      position += 1
      return .name(BoundCall.infinity)
    }
    if character.isLetter { return .name(name()) }
    if character == "%" { return result() }
    if let symbol = symbol() { return .symbol(symbol) }
    throw SyntaxError(
      "unexpected character '\(character)'", at: position..<position + 1,
      remedy: "use digits, names, + - * / ^ ( ) and commas")
  }

  private mutating func symbol() -> Character? {
    let character = characters[position]
    if character == "*", position + 1 < characters.count, characters[position + 1] == "*" {
      position += 2
      return "^"
    }
    if isRange(at: position) {
      position += 2
      return Lexer.range
    }
    guard let symbol = Lexer.symbols[character] else { return nil }
    position += 1
    return symbol
  }

  /// Two points and no third: what stands between bounds.
  private func isRange(at index: Int) -> Bool {
    func isPoint(_ index: Int) -> Bool { characters.has(".", at: index) }
    return isPoint(index) && isPoint(index + 1) && !isPoint(index + 2)
  }

  private func digit(at index: Int) -> Bool { characters.isDigit(index) }

  private mutating func digits() -> String {
    let start = position
    while digit(at: position) { position += 1 }
    return characters.text(start..<position)
  }

  private mutating func run(while condition: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, condition(characters[position]) { position += 1 }
    return characters.text(start..<position)
  }

  private mutating func number() throws(SyntaxError) -> Token.Kind {
    let start = position
    let whole = digits()
    var fraction = ""
    let hasPoint = characters.has(".", at: position) && !isRange(at: position)
    if hasPoint {
      position += 1
      fraction = digits()
    }
    if characters.has(".", at: position), !isRange(at: position) {
      throw SyntaxError("a number with two decimal points", at: start..<position + 1)
    }
    let exponent = exponentOfTen()
    guard abs(exponent) <= 100_000 else {
      throw SyntaxError(
        "the exponent of this number is too large", at: start..<position,
        remedy: "10^\(exponent) is computed as a power")
    }
    let significand = Integer(whole + fraction) ?? 0
    guard hasPoint || exponent != 0 else { return .number(Rational(significand), digits: nil) }
    let power = exponent - fraction.count
    let value =
      power >= 0
      ? Rational(significand * Integer.powerOfTen(power))
      : Rational(significand, Integer.powerOfTen(-power))
    let significant = (whole + fraction).drop { $0 == "0" }.count
    return .number(value, digits: hasPoint || exponent < 0 ? significant : nil)
  }

  /// Reads `e-5` or `E23` directly after a number; `2e`, without digits after it, stays 2·e.
  private mutating func exponentOfTen() -> Int {
    guard characters.has("e", at: position) || characters.has("E", at: position) else { return 0 }
    var index = position + 1
    let isNegative = characters.has("-", at: index)
    if isNegative || characters.has("+", at: index) { index += 1 }
    guard digit(at: index), rule == .current || beginsExponentInVersion01 else { return 0 }
    position = index
    let magnitude = Int(digits()) ?? Int(Int32.max)
    return isNegative ? -magnitude : magnitude
  }

  /// Version 0.1 wrote `1/(2e-5)` for 1/(2·e − 5): after an integer it read an exponent after a capital E only.
  private var beginsExponentInVersion01: Bool {
    var start = position
    while start > 0, characters[start - 1].isNumber || characters.has(".", at: start - 1) { start -= 1 }
    return characters.has("E", at: position) || (start..<position).contains { characters.has(".", at: $0) }
  }

  private mutating func superscript() -> Token.Kind {
    let raised = run { Lexer.superscripts[$0] != nil }
    return .superscript(raised.reduce(0) { min(1_000_000, $0 * 10) + (Lexer.superscripts[$1] ?? 0) })
  }

  private mutating func name() -> String {
    let start = position
    while characters.isASCIIWord(position) { position += 1 }
    if position == start, let plain = Lexer.greek[characters[position]] {
      position += 1
      return plain
    }
    let rest = run { ($0.isLetter && Lexer.greek[$0] == nil) || ($0.isASCII && $0.isNumber) || $0 == "_" }
    return characters.text(start..<position - rest.count) + rest
  }

  private mutating func result() -> Token.Kind {
    let marks = run { $0 == "%" }.count
    let number = digits()
    return .result(marks > 1 ? -marks : Int(number))
  }

  /// The symbol of `..`.
  static let range: Character = "‥"

  private static let superscripts: [Character: Int] = [
    "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]

  private static let greek: [Character: String] = [
    "π": "pi", "ζ": "zeta", "φ": "phi", "ϕ": "phi", "ϖ": "lemniscate", "γ": "euler", "Γ": "gamma", "ψ": "psi",
    "β": "beta", "Ω": "omega", "ℯ": "e",
  ]

  private static let symbols: [Character: Character] = [
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "·": "*", "×": "*", "⋅": "*", "/": "/", "÷": "/",
    "^": "^",
    "(": "(", ")": ")", ",": ",", "[": "[", "]": "]", "!": "!", "=": "=", ";": ";",
  ]
}
