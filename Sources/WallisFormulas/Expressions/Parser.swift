internal import WallisArithmetic

/// Recursive descent over the tokens of one expression.
struct Parser {
  /// Levels of nesting, and words of one expression: what recursion over the tree can carry.
  private static let deepest = 100
  private static let longest = 4_000

  let tokens: [Token]
  private let functions: Set<String>
  private let variables: Set<String>
  var index = 0
  private var depth = 0
  /// Whether the current place is in the polynomial of a root.
  var isInRoot = false
  /// Indices of the sums around the current place.
  var indices: [String] = []

  init(tokens: [Token], functions: Set<String>, variables: Set<String>) {
    (self.tokens, self.functions, self.variables) = (tokens, functions, variables)
  }

  var current: Token { tokens[index] }

  func isAt(_ symbol: Character) -> Bool { current.kind == .symbol(symbol) }

  mutating func take(_ symbol: Character) -> Bool {
    guard isAt(symbol) else { return false }
    index += 1
    return true
  }

  mutating func wholeText() throws(SyntaxError) -> Expression {
    guard tokens.count <= Parser.longest else {
      throw SyntaxError(
        "this expression has \(tokens.count) words; \(Parser.longest) are read",
        at: tokens[Parser.longest].range)
    }
    guard current.kind != .end else {
      throw SyntaxError("the expression is empty", at: 0..<0, remedy: "for example: pcf(2n+1, n^2)")
    }
    let expression = try sum()
    guard current.kind == .end else {
      if let misplaced { throw misplaced }
      throw SyntaxError(
        isAt(")") ? "a closing parenthesis without an opening one" : "unexpected text after the expression",
        at: current.range)
    }
    return expression
  }

  /// Runs `body` one level deeper.
  mutating func nested(
    _ body: (inout Parser) throws(SyntaxError) -> Expression
  ) throws(SyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Parser.deepest else {
      throw SyntaxError("the expression is nested too deeply", at: current.range)
    }
    return try body(&self)
  }

  mutating func sum() throws(SyntaxError) -> Expression {
    try nested { parser throws(SyntaxError) in try parser.terms() }
  }

  private mutating func terms() throws(SyntaxError) -> Expression {
    var left = try product()
    while true {
      if take("+") {
        let right = try product()
        left = Expression(.sum(left, right), at: span(left, right))
      } else if take("-") {
        let right = try product()
        left = Expression(.difference(left, right), at: span(left, right))
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(SyntaxError) -> Expression {
    var left = try signed()
    while true {
      if take("*") {
        let right = try signed()
        left = Expression(.product(left, right), at: span(left, right))
      } else if take("/") {
        let right = try signed()
        left = Expression(.quotient(left, right), at: span(left, right))
      } else if startsFactor {
        let right = try power()
        left = Expression(.product(left, right), at: span(left, right))
      } else {
        return left
      }
    }
  }

  /// True when the next token continues a product by juxtaposition; two numbers side by side do not.
  private var startsFactor: Bool {
    switch current.kind {
    case .name: !endsRoot
    case .result: true
    case .number:
      if index > 0, case .number = tokens[index - 1].kind { false } else { true }
    case .symbol("("): true
    default: false
    }
  }

  private mutating func signed() throws(SyntaxError) -> Expression {
    let start = current.range.lowerBound
    if take("-") {
      let operand = try nested { parser throws(SyntaxError) in try parser.signed() }
      return Expression(.negation(operand), at: start..<operand.range.upperBound)
    }
    if take("+") { return try nested { parser throws(SyntaxError) in try parser.signed() } }
    return try power()
  }

  private mutating func power() throws(SyntaxError) -> Expression {
    let base = try factorials(of: try primary())
    if case .superscript(let exponent) = current.kind {
      let range = current.range
      index += 1
      let number = Expression(.number(Rational(Integer(exponent)), digits: nil), at: range)
      return Expression(.power(base, number), at: base.range.lowerBound..<range.upperBound)
    }
    guard take("^") else { return base }
    let exponent = try nested { parser throws(SyntaxError) in try parser.signed() }
    return Expression(.power(base, exponent), at: span(base, exponent))
  }

  /// An operand with the exclamation marks after it.
  private mutating func factorials(of operand: Expression) throws(SyntaxError) -> Expression {
    guard isAt("!"), current.isAttached else { return operand }
    let range = operand.range.lowerBound..<current.range.upperBound
    index += 1
    guard !(isAt("!") && current.isAttached) else {
      throw SyntaxError(
        "double factorials have no sign here", at: current.range, remedy: "(n!)! is written with parentheses")
    }
    return Expression(.call("factorial", [operand]), at: range)
  }

  private mutating func primary() throws(SyntaxError) -> Expression {
    let token = current
    switch token.kind {
    case .number(let value, let digits):
      index += 1
      return Expression(.number(value, digits: digits), at: token.range)
    case .result(let number):
      index += 1
      return Expression(.result(number), at: token.range)
    case .name(let name):
      index += 1
      return try named(name, token)
    case .symbol("("):
      index += 1
      let inner = try sum()
      try close(openedAt: token.range)
      return Expression(inner.node, at: token.range.lowerBound..<tokens[index - 1].range.upperBound)
    case .symbol("["):
      throw SyntaxError(
        "a list stands where a number was expected", at: token.range,
        remedy: "lists are arguments of functions such as hyp([1, 1], [2], 1/2)")
    case .end:
      throw SyntaxError("the expression ends where a number or a name was expected", at: token.range)
    default:
      throw misplaced ?? SyntaxError("a number or a name was expected here", at: token.range)
    }
  }

  private mutating func named(_ name: String, _ token: Token) throws(SyntaxError) -> Expression {
    if name == Expression.rootName, isAtRoot { return try root(token) }
    if name == "sqrt", !isAt("(") {
      let operand = try nested { parser throws(SyntaxError) in try parser.primary() }
      return Expression(.call(name, [operand]), at: token.range.lowerBound..<operand.range.upperBound)
    }
    guard isCallable(name), isAt("("), current.isAttached else {
      return Expression(.name(name), at: token.range)
    }
    if BoundCall.binds(name), !functions.contains(name) { return try bound(name, token) }
    if name == "cf", !functions.contains(name) { return try simpleFraction(token) }
    if let forms = LabelledCall.forms(of: name), !functions.contains(name) {
      return try labelled(name, forms, token)
    }
    let opening = current.range
    index += 1
    var arguments: [Expression] = []
    if !isAt(")") {
      repeat { arguments.append(try argument()) } while take(",")
    }
    try close(openedAt: opening)
    let range = token.range.lowerBound..<tokens[index - 1].range.upperBound
    guard !functions.contains(name) else { return Expression(.call(name, arguments), at: range) }
    return try Parser.built(name, arguments, at: range)
  }

  private func isCallable(_ name: String) -> Bool {
    if indices.contains(name) { return false }
    if functions.contains(name) { return true }
    guard FunctionTable.function(named: name) != nil else { return !NameTable.isFactor(name) }
    return !(FunctionTable.isAssignable(name) && variables.contains(name))
  }

  /// An expression, or a list of them in brackets.
  mutating func argument() throws(SyntaxError) -> Expression {
    guard isAt("[") else { return try sum() }
    let start = current.range.lowerBound
    index += 1
    var entries: [Expression] = []
    if !isAt("]") {
      repeat {
        entries.append(try nested { parser throws(SyntaxError) in try parser.argument() })
      } while take(",")
    }
    guard take("]") else { throw SyntaxError("a closing bracket was expected", at: current.range) }
    return Expression(.call(FunctionTable.listName, entries), at: start..<tokens[index - 1].range.upperBound)
  }

  mutating func close(openedAt opening: Range<Int>) throws(SyntaxError) {
    guard !take(")") else { return }
    if let misplaced { throw misplaced }
    if isAt(",") {
      throw SyntaxError("a comma outside the arguments of a function", at: current.range)
    }
    throw SyntaxError(
      current.kind == .end ? "this parenthesis is never closed" : "a closing parenthesis was expected",
      at: current.kind == .end ? opening : current.range)
  }

  private func span(_ x: Expression, _ y: Expression) -> Range<Int> {
    x.range.lowerBound..<y.range.upperBound
  }
}
