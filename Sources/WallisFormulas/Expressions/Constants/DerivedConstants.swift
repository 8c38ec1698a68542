internal import WallisArithmetic

/// Constants made of constants: they are searched and printed like those of the table.
extension Constant {
  /// The product of two constants.
  package static func product(_ x: Constant, _ y: Constant) -> Constant {
    Constant(
      named: "\(x)*\(y.factorName)", x.expression.times(y.expression), definition: "product of \(x) and \(y)",
      value: { x.ball(bits: $0) * y.ball(bits: $0) },
      second: { x.secondBall(bits: $0) * y.secondBall(bits: $0) })
  }

  /// The quotient of two constants.
  package static func quotient(_ x: Constant, _ y: Constant) -> Constant {
    Constant(
      named: "\(x)/\(y.factorName)", x.expression.over(y.expression), definition: "quotient of \(x) and \(y)",
      nature: x.hasOperator("*/") ? .plain : .quotient(top: x.expression, bottom: y.expression),
      value: { x.ball(bits: $0) / y.ball(bits: $0) },
      second: { x.secondBall(bits: $0) / y.secondBall(bits: $0) })
  }

  /// An integer power; the constant of the table where there is one, as for `pi^2`.
  package static func power(_ x: Constant, _ exponent: Int) -> Constant {
    if exponent == 1 { return x }
    let name = "\(x.hasOperator("*/^") ? "(\(x))" : x.name)^\(exponent)"
    if let known = named(name) { return known }
    return Constant(
      named: name, x.expression.raised(to: exponent), definition: "\(x) to the power \(exponent)",
      value: { x.ball(bits: $0).power(exponent) }, second: { x.secondBall(bits: $0).power(exponent) })
  }

  /// The square root of a positive constant.
  package static func squareRoot(_ x: Constant) -> Constant {
    Constant(
      named: "sqrt(\(x))", .call("sqrt", x.expression), definition: "square root of \(x)",
      value: { x.ball(bits: $0).squareRoot }, second: { x.secondBall(bits: $0).squareRoot })
  }

  /// The natural logarithm of a positive constant.
  package static func logarithm(_ x: Constant) -> Constant {
    Constant(
      named: "log(\(x))", .call("log", x.expression), definition: "natural logarithm of \(x)",
      value: { x.ball(bits: $0).log }, second: { x.secondBall(bits: $0).log })
  }

  /// The product of powers of constants; nil for the empty product.
  package static func monomial(_ constants: [Constant], _ exponents: [Int]) -> Constant? {
    zip(constants, exponents).filter { $0.1 > 0 }.map { power($0.0, $0.1) }
      .reduce(nil) { product, factor in product.map { Constant.product($0, factor) } ?? factor }
  }

  /// The value of an expression as a constant; that of the table where the expression is its name or an alias.
  ///
  /// - Parameters:
  ///   - digits: digits that will be asked for; they are tried at once.
  ///   - name: a name that the user gave it, by which closed forms call it; the expression itself unless given.
  /// - Throws: what the evaluation throws, a `SyntaxError` or `ResourceLimit`.
  public static func expression(
    _ expression: Expression, digits: Int, name: String? = nil
  ) throws -> Constant {
    if let known = equal(to: expression) { return known }
    _ = try expression.evaluate(digits: digits)
    let text = ExpressionWriter(.plain).text(expression)
    let value: @Sendable (Int) -> Ball = { bits in
      let digits = Int(Digits.covering(bits: Double(bits))) + 2
      return (try? expression.evaluate(digits: digits))?.enclosure ?? Ball(0, bits: bits).inverse
    }
    return Constant(
      named: name ?? (hasOperator("+-", in: text) ? "(\(text))" : text),
      name.map { Expression.name($0) } ?? expression, definition: text, value: value, second: value)
  }
}

extension Constant {
  /// A limit that is told by theorems, with the parts by which closed forms write its images; nil where it has no value.
  package static func limit(_ expression: Expression) -> Constant? {
    guard let plain = try? Constant.expression(expression, digits: 60) else { return nil }
    guard case .quotient(let top, let bottom) = expression.node, bottom.integer == nil else { return plain }
    return Constant(
      named: plain.name, plain.expression, definition: plain.definition,
      nature: top.integer == 1 ? .invertible(reciprocal: bottom) : .quotient(top: top, bottom: bottom),
      value: { plain.ball(bits: $0) }, second: { plain.secondBall(bits: $0) })
  }

  /// True when one of these signs stands outside of all parentheses of the name.
  package func hasOperator(_ signs: String) -> Bool { Constant.hasOperator(signs, in: name) }

  /// The name as a factor: in parentheses where it is a product or quotient itself.
  private var factorName: String { hasOperator("*/") ? "(\(name))" : name }

  private static func hasOperator(_ signs: String, in text: String) -> Bool {
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if depth == 0, signs.contains(character) { return true }
    }
    return false
  }
}
