internal import WallisArithmetic

/// The structure of expressions as one line of text, for files and databases: operations before their operands.
///
/// `1 (/ 4 (+ pi (neg 1)))`: the number of the format, then the tree. Operations are `+ - * / ^` and `neg`; every
/// other head is a function. Numbers are integers, fractions `p/q`, or decimals `p/q:d` of d significant digits;
/// `%`, `%3` are results. Nothing is lost, and nothing depends on the grammar in which people write.
extension Expression {
  /// The structure as text.
  public var encoded: String { "\(ExpressionEncoding.version) \(ExpressionEncoding.text(self))" }

  /// Reads what `encoded` gives.
  /// - Throws: `SyntaxError` for anything else, text of another version of the format among it.
  public init(encoded text: String) throws(SyntaxError) {
    var reader = ExpressionEncoding(text)
    self = try reader.whole()
  }
}

/// Reader and writer of the encoding.
private struct ExpressionEncoding {
  static let version = 1
  private static let deepest = 200

  private let words: [Substring]
  private var index = 0
  private var depth = 0

  init(_ text: String) {
    var (words, start): ([Substring], String.Index) = ([], text.startIndex)
    let bytes = text.utf8
    for place in bytes.indices {
      let byte = bytes[place]
      guard byte == 0x20 || byte == 0x28 || byte == 0x29 else { continue }
      if start < place { words.append(text[start..<place]) }
      let next = bytes.index(after: place)
      if byte != 0x20 { words.append(text[place..<next]) }
      start = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    self.words = words
  }

  static func text(_ x: Expression) -> String {
    switch x.node {
    case .number(let value, nil): "\(value)"
    case .number(let value, let digits?): "\(value):\(digits)"
    case .name(let name): name
    case .result(let index): "%" + (index.map(String.init) ?? "")
    case .call(let name, let arguments): list(name, arguments)
    case .negation(let x): list("neg", [x])
    case .sum(let x, let y): list("+", [x, y])
    case .difference(let x, let y): list("-", [x, y])
    case .product(let x, let y): list("*", [x, y])
    case .quotient(let x, let y): list("/", [x, y])
    case .power(let x, let y): list("^", [x, y])
    }
  }

  private static func list(_ head: String, _ operands: [Expression]) -> String {
    "(" + ([head] + operands.map(text)).joined(separator: " ") + ")"
  }

  mutating func whole() throws(SyntaxError) -> Expression {
    guard next() == "\(ExpressionEncoding.version)" else { throw malformed("an unknown version") }
    let expression = try tree()
    guard index == words.count else { throw malformed("more than one expression") }
    return expression
  }

  private mutating func next() -> Substring? {
    guard index < words.count else { return nil }
    defer { index += 1 }
    return words[index]
  }

  private func malformed(_ what: String) -> SyntaxError {
    SyntaxError("the structure of an expression cannot be read: \(what)", at: 0..<0)
  }

  private mutating func tree() throws(SyntaxError) -> Expression {
    guard let word = next() else { throw malformed("it ends too early") }
    guard word == "(" else { return try leaf(word) }
    depth += 1
    defer { depth -= 1 }
    guard depth < ExpressionEncoding.deepest else { throw malformed("it is nested too deeply") }
    guard let head = next(), head != "(", head != ")" else { throw malformed("an operation is missing") }
    var operands: [Expression] = []
    while index < words.count, words[index] != ")" { operands.append(try tree()) }
    guard next() == ")" else { throw malformed("a parenthesis is not closed") }
    return Expression(try node(String(head), operands))
  }

  private func node(_ head: String, _ x: [Expression]) throws(SyntaxError) -> Expression.Node {
    switch (head, x.count) {
    case ("neg", 1): return .negation(x[0])
    case ("+", 2): return .sum(x[0], x[1])
    case ("-", 2): return .difference(x[0], x[1])
    case ("*", 2): return .product(x[0], x[1])
    case ("/", 2): return .quotient(x[0], x[1])
    case ("^", 2): return .power(x[0], x[1])
    default:
      guard head != "neg", head.first?.isLetter == true else {
        throw malformed("'\(head)' of \(x.count) operands")
      }
      return .call(head, x)
    }
  }

  private func leaf(_ word: Substring) throws(SyntaxError) -> Expression {
    if let small = Int(word), word.utf8.first != 0x2B {
      return Expression(.number(Rational(Integer(small)), digits: nil))
    }
    if word.first?.isLetter == true { return .name(String(word)) }
    if word.first == "%" {
      let index = Int(word.dropFirst())
      guard word.count == 1 || index != nil else { throw malformed("'\(word)'") }
      return Expression(.result(index))
    }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let sides = parts[0].split(separator: "/", omittingEmptySubsequences: false).map { Integer($0) }
    guard parts.count <= 2, sides.count <= 2, let top = sides[0],
      let bottom = sides.count == 2 ? sides[1] : 1,
      bottom.signum > 0, parts.count == 1 || Int(parts[1]) != nil
    else { throw malformed("'\(word)'") }
    return Expression(.number(Rational(top, bottom), digits: parts.count == 2 ? Int(parts[1]) : nil))
  }
}
