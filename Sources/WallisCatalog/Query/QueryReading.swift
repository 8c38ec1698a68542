internal import WallisFormulas

/// What names and literals of a query mean, with errors that suggest what was meant.
enum QueryReading {
  static func field(_ name: String, at range: Range<Int>) throws(SyntaxError) -> QueryField {
    if let field = QueryFieldTable.field(named: name) { return field }
    let nearest = NearestName.nearest(to: name, among: QueryFieldTable.all.map(\.name))
    throw SyntaxError(
      "there is no field '\(name)'", at: range,
      remedy: nearest.map { "did you mean \($0)?" } ?? "`help query` lists the fields")
  }

  /// The comparison of a field with the literal that a token is; `now` is what words about times are told from.
  static func condition(
    _ field: QueryField, _ comparison: QueryComparison, literal token: QueryToken, now: String?
  ) throws(SyntaxError) -> QueryCondition {
    if token.isWord("null") {
      guard comparison == .equal || comparison == .unequal else { throw mismatch(field, token) }
      return .compare(field, comparison, .missing)
    }
    guard isPossible(comparison, with: field.kind) else { throw mismatch(field, token) }
    let operand: QueryLiteral
    switch field.kind {
    case .number: operand = .number(try number(token, field))
    case .digits: operand = try limit(comparison, token, field)
    case .closedForm where comparison == .has: operand = .occurrence(try occurrence(token, field))
    case .text, .closedForm: operand = .text(try text(token, field))
    case .word(let words): operand = try word(comparison, token, field, among: words)
    case .flag:
      guard token.isWord("true") || token.isWord("false") else { throw mismatch(field, token) }
      operand = .flag(token.isWord("true"))
    case .polynomial: operand = .text(try coefficients(token, field))
    case .time: operand = .text(try time(token, field, now))
    case .words: operand = .words(try words(token, field))
    }
    return .compare(field, comparison, operand)
  }

  /// Whether a field of a kind has a comparison; limits and words look for themselves.
  private static func isPossible(_ comparison: QueryComparison, with kind: QueryField.Kind) -> Bool {
    let isEquality = comparison == .equal || comparison == .unequal
    return switch kind {
    case .number: comparison != .matches && comparison != .has
    case .digits, .word: true
    case .closedForm: isEquality || comparison == .matches || comparison == .has
    case .text: isEquality || comparison == .matches
    case .flag, .polynomial: isEquality
    case .time: comparison != .matches
    case .words: comparison == .matches
    }
  }

  /// A condition on the field as an example.
  static func example(_ field: QueryField) -> String {
    switch field.kind {
    case .number, .digits: "\(field.name) > 0.5"
    case .closedForm: "\(field.name) has pi"
    case .text: "\(field.name) ~ \"pi\""
    case .word(let words): "\(field.name) = \(words[0])"
    case .flag: field.name
    case .polynomial: "\(field.name) = \"n^2\""
    case .words: "\(field.name) ~ \"brouncker\""
    case .time: "\(field.name) >= 2026-11-28"
    }
  }

  private static func mismatch(_ field: QueryField, _ token: QueryToken) -> SyntaxError {
    SyntaxError(
      "\(field.name) cannot be compared so", at: token.range, remedy: "for example: \(example(field))")
  }

  private static func number(_ token: QueryToken, _ field: QueryField) throws(SyntaxError) -> Double {
    guard case .number(let text) = token.kind, let number = Double(text), number.isFinite else {
      throw SyntaxError(
        "\(field.name) is compared with a number", at: token.range, remedy: "for example: \(example(field))")
    }
    return number
  }

  private static func text(_ token: QueryToken, _ field: QueryField) throws(SyntaxError) -> String {
    switch token.kind {
    case .text(let text), .name(let text), .number(let text): return text
    case .comparison, .open, .close, .end: throw mismatch(field, token)
    }
  }

  private static func time(
    _ token: QueryToken, _ field: QueryField, _ now: String?
  ) throws(SyntaxError) -> String {
    guard let time = QueryTime.beginning(of: try text(token, field), now: now) else {
      throw SyntaxError(
        "\(field.name) is compared with a time", at: token.range,
        remedy: "for example: \(example(field)), or \(QueryTime.words)")
    }
    return time
  }

  private static func limit(
    _ comparison: QueryComparison, _ token: QueryToken, _ field: QueryField
  ) throws(SyntaxError) -> QueryLiteral {
    if comparison == .matches { return .text(try text(token, field)) }
    let number = try number(token, field)
    guard comparison == .equal || comparison == .unequal, case .number(let text) = token.kind else {
      return .number(number)
    }
    let digits = text.prefix { !"eE".contains($0) }
    let decimals = digits.contains(".") ? digits.reversed().prefix { $0 != "." }.count : 0
    let exponent = Int(text.dropFirst(digits.count + 1)) ?? 0
    guard let unit = Double("1e\(exponent - decimals)") else { return .number(number) }
    return .near(number, unit: unit)
  }

  private static func word(
    _ comparison: QueryComparison, _ token: QueryToken, _ field: QueryField, among words: [String]
  ) throws(SyntaxError) -> QueryLiteral {
    let text = try text(token, field)
    if comparison == .matches { return .text(text) }
    guard let rank = words.firstIndex(of: text) else {
      let nearest = NearestName.nearest(to: text, among: words)
      throw SyntaxError(
        "\(field.name) is never '\(text)'", at: token.range,
        remedy: nearest.map { "did you mean \($0)?" } ?? "it is one of: \(words.joined(separator: ", "))")
    }
    return comparison == .equal || comparison == .unequal ? .text(text) : .number(Double(rank))
  }

  /// What a constant or an expression is called in the catalog where it occurs.
  private static func occurrence(_ token: QueryToken, _ field: QueryField) throws(SyntaxError) -> String {
    let source = try text(token, field)
    guard let name = ClosedForm(reading: source, rule: .current).occurrenceName else {
      throw SyntaxError(
        "'\(source)' is no constant", at: token.range, remedy: "for example: \(example(field))")
    }
    return name
  }

  private static func words(_ token: QueryToken, _ field: QueryField) throws(SyntaxError) -> String {
    guard let expression = SearchWords(try text(token, field)).expression else {
      throw SyntaxError(
        "there is no word to look for", at: token.range, remedy: "for example: \(example(field))")
    }
    return expression
  }

  /// A polynomial as the list of its coefficients inside a key.
  private static func coefficients(_ token: QueryToken, _ field: QueryField) throws(SyntaxError) -> String {
    let source = try text(token, field)
    do {
      let polynomial = try Expression(parsing: source).polynomial()
      return polynomial.isZero
        ? "0" : polynomial.coefficients.reversed().map { "\($0)" }.joined(separator: ",")
    } catch {
      let offset = token.range.count > source.count ? 1 : 0
      let start = token.range.lowerBound + offset
      throw SyntaxError(
        error.message, at: start + error.range.lowerBound..<start + error.range.upperBound,
        remedy: error.remedy ?? "for example: \(example(field))")
    }
  }
}
