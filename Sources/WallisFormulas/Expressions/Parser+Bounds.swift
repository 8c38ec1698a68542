/// Calls that give an index values.
extension Parser {
  /// The mistake of a sign that belongs between bounds; nil elsewhere.
  var misplaced: SyntaxError? {
    if isAt(";") {
      return SyntaxError(
        "unexpected character ';'", at: current.range,
        remedy: "; stands in partial quotients: cf([0; 1, (4, 8)])")
    }
    guard isAt("=") || isAt(Lexer.range) else { return nil }
    let sign = isAt("=") ? "=" : ".."
    return SyntaxError(
      "unexpected character '\(sign)'", at: current.range,
      remedy: "\(sign) stands in bounds only: sum(k=1..inf, 1/k^2)")
  }

  /// `(k=a..b, t)` behind the name of a sum or a product; the bounds do not know k.
  mutating func bound(_ name: String, _ token: Token) throws(SyntaxError) -> Expression {
    let opening = current.range
    index += 1
    let form = "write \(name)(k=1..inf, t)"
    let place = current.range
    let variable = try boundIndex(name, form)
    let lower = try sum()
    guard take(Lexer.range) else {
      throw misplaced ?? SyntaxError("'..' and the last index were expected", at: current.range, remedy: form)
    }
    let upper = try sum()
    if case .name(let end) = upper.node, ForeignSpelling.endless.contains(end), end != BoundCall.infinity {
      throw SyntaxError(
        "an index that is never reached is written inf", at: upper.range, remedy: "\(variable)=1..inf")
    }
    guard take(",") else {
      throw SyntaxError("a comma and the body of the \(name) were expected", at: current.range, remedy: form)
    }
    indices.append(variable)
    defer { indices.removeLast() }
    let body = try sum()
    try close(openedAt: opening)
    let range = token.range.lowerBound..<tokens[index - 1].range.upperBound
    return Expression(.call(name, [Expression(.name(variable), at: place), lower, upper, body]), at: range)
  }

  /// A call of a function of the language, its other names and writings taken away.
  static func built(
    _ name: String, _ arguments: [Expression], at range: Range<Int>
  ) throws(SyntaxError) -> Expression {
    if name == "pcf", let cycles = Expression.alternating(arguments) {
      return Expression(.call(name, cycles), at: range)
    }
    if name == "pcf" || name == "cohen" {
      if let expanded = try Expression.firstTerms(name, arguments, at: range) { return expanded }
      if let inflated = Expression.inflated(arguments, at: range) { return inflated }
    }
    let row =
      FunctionTable.function(named: name, arguments: arguments.count) ?? FunctionTable.function(named: name)
    return Expression(.call(row?.name ?? name, arguments), at: range)
  }

  /// The index of a sum or a product, and the sign behind it.
  private mutating func boundIndex(_ name: String, _ form: String) throws(SyntaxError) -> String {
    guard case .name(let variable) = current.kind, tokens[index + 1].kind == .symbol("=") else {
      throw SyntaxError("the index of the \(name) was expected", at: current.range, remedy: form)
    }
    guard NamedNumber.named(variable) == nil, variable != BoundCall.infinity, indices.count < 8,
      FunctionTable.function(named: variable) == nil || FunctionTable.isAssignable(variable)
    else {
      throw SyntaxError(
        "'\(variable)' cannot be an index", at: current.range, remedy: "use a letter such as k")
    }
    index += 2
    return variable
  }

  /// `([…], p=[…], from=1)` behind the name of a recurrence or a product of matrices, the labels in any order.
  mutating func labelled(_ name: String, _ forms: [LabelledCall], _ token: Token) throws(SyntaxError)
    -> Expression
  {
    let opening = current.range
    index += 1
    let remedy = "write " + forms.map(\.signature).joined(separator: " or ")
    let first = try argument()
    var given: [String: Expression] = [:]
    while take(",") {
      guard case .name(let label) = current.kind, tokens[index + 1].kind == .symbol("="), given[label] == nil,
        forms.contains(where: { $0.labels.contains(label) })
      else { throw SyntaxError("a label such as from= was expected", at: current.range, remedy: remedy) }
      index += 2
      given[label] = try argument()
    }
    try close(openedAt: opening)
    let range = token.range.lowerBound..<tokens[index - 1].range.upperBound
    guard let form = forms.first(where: { Set($0.labels) == Set(given.keys) }) else {
      throw SyntaxError("\(name) needs other arguments", at: range, remedy: remedy)
    }
    return Expression(.call(name, [first] + form.labels.compactMap { given[$0] }), at: range)
  }

  /// `([a0; a1, …, (period)])` behind `cf`.
  mutating func simpleFraction(_ token: Token) throws(SyntaxError) -> Expression {
    let opening = current.range
    index += 1
    let remedy = "write cf([0; 1, 2]), or cf([0; 1, (4, 8)]) with the quotients that repeat in parentheses"
    guard take("[") else {
      throw SyntaxError("the partial quotients in brackets were expected", at: current.range, remedy: remedy)
    }
    var (quotients, period): ([Expression], [Expression]) = ([], [])
    repeat {
      guard isAt("(") else {
        quotients.append(try sum())
        continue
      }
      index += 1
      repeat { period.append(try sum()) } while take(",")
      guard take(")") else {
        throw SyntaxError("the period is never closed", at: current.range, remedy: remedy)
      }
    } while period.isEmpty && (take(";") || take(","))
    guard take("]") else {
      throw SyntaxError("a closing bracket was expected", at: current.range, remedy: remedy)
    }
    try close(openedAt: opening)
    let range = token.range.lowerBound..<tokens[index - 1].range.upperBound
    return Expression.simpleFraction(quotients, period: period, at: range)
  }
}
