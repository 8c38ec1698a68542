internal import WallisFormulas

/// Recursive descent over the tokens of a query.
///
/// Grammar: `or` binds weakest, then `and`, then `not`; a condition is a flag by its name alone, a comparison of a
/// field with a literal on either side, or a condition in parentheses.
struct QueryParser {
  private static let deepest = 100
  /// Most conditions of a query.
  private static let mostConditions = 10_000

  private let tokens: [QueryToken]
  /// The time of day that words about times are told from.
  private let now: String?
  private var index = 0
  private var depth = 0
  private var conditions = 0

  /// The condition that the text states; nil for empty text.
  static func condition(_ text: String, now: String? = nil) throws(SyntaxError) -> QueryCondition? {
    var parser = QueryParser(tokens: try QueryLexer.tokens(of: text), now: now)
    guard parser.current.kind != .end else { return nil }
    let condition = try parser.disjunction()
    guard parser.current.kind == .end else {
      throw SyntaxError(
        parser.current.kind == .close ? "a closing parenthesis without an opening one" : "unexpected text",
        at: parser.current.range, remedy: "join conditions with 'and' or 'or'")
    }
    return condition
  }

  private init(tokens: [QueryToken], now: String?) { (self.tokens, self.now) = (tokens, now) }

  private var current: QueryToken { tokens[index] }

  private mutating func advance() -> QueryToken {
    defer { index = min(index + 1, tokens.count - 1) }
    return tokens[index]
  }

  private mutating func disjunction() throws(SyntaxError) -> QueryCondition {
    depth += 1
    defer { depth -= 1 }
    guard depth < QueryParser.deepest else {
      throw SyntaxError("the query is nested too deeply", at: current.range)
    }
    var parts = [try conjunction()]
    while current.isWord("or") {
      _ = advance()
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(SyntaxError) -> QueryCondition {
    var parts = [try negation()]
    while current.isWord("and") {
      _ = advance()
      parts.append(try negation())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(SyntaxError) -> QueryCondition {
    var isNegated = false
    while current.isWord("not") {
      _ = advance()
      isNegated.toggle()
    }
    let condition = try primary()
    return isNegated ? .not(condition) : condition
  }

  private mutating func primary() throws(SyntaxError) -> QueryCondition {
    conditions += 1
    guard conditions <= QueryParser.mostConditions else {
      throw SyntaxError(
        "the query has more than \(QueryParser.mostConditions) conditions", at: current.range,
        remedy: "ask in several steps")
    }
    let token = advance()
    switch token.kind {
    case .open:
      let condition = try disjunction()
      guard current.kind == .close else {
        throw SyntaxError("a parenthesis is not closed", at: token.range, remedy: "add )")
      }
      _ = advance()
      return condition
    case .name("has"):
      // What is said of a constant without a field is said of the closed form.
      let field = try QueryReading.field("closedForm", at: token.range)
      return try QueryReading.condition(field, .has, literal: advance(), now: now)
    case .name(let name):
      return try comparison(of: QueryReading.field(name, at: token.range), at: token.range)
    case .number, .text: return try flippedComparison(with: token)
    case .end:
      throw SyntaxError("a condition is missing", at: token.range, remedy: "for example: delta > 0.9")
    case .comparison, .close:
      throw SyntaxError("a field is missing", at: token.range, remedy: "for example: delta > 0.9")
    }
  }

  private mutating func comparison(of field: QueryField, at range: Range<Int>) throws(SyntaxError)
    -> QueryCondition
  {
    if current.isWord("has") {
      _ = advance()
      return try QueryReading.condition(field, .has, literal: advance(), now: now)
    }
    guard case .comparison(let comparison) = current.kind else {
      guard field.kind == .flag else {
        throw SyntaxError(
          "\(field.name) needs a comparison", at: range, remedy: "for example: \(QueryReading.example(field))"
        )
      }
      return .compare(field, .equal, .flag(true))
    }
    _ = advance()
    return try QueryReading.condition(field, comparison, literal: advance(), now: now)
  }

  private mutating func flippedComparison(with literal: QueryToken) throws(SyntaxError) -> QueryCondition {
    guard case .comparison(let comparison) = current.kind else {
      throw SyntaxError("a comparison is missing", at: current.range, remedy: "for example: 0.9 < delta")
    }
    _ = advance()
    let name = advance()
    guard case .name(let text) = name.kind else {
      throw SyntaxError("a field is missing", at: name.range, remedy: "for example: 0.9 < delta")
    }
    return try QueryReading.condition(
      QueryReading.field(text, at: name.range), comparison.flipped, literal: literal, now: now)
  }
}
