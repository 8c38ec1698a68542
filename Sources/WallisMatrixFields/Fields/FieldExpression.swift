internal import WallisArithmetic
internal import WallisFormulas

/// Reads expressions as rational functions of named variables.
struct FieldExpression {
  /// Names of the variables, in the order of the ring.
  let names: [String]

  /// The rational function that a text stands for.
  ///
  /// - Throws: a `FieldError` for text that is none.
  func fraction(_ text: String) throws(FieldError) -> MultivariateFraction {
    do {
      return try fraction(Expression(parsing: text))
    } catch let error as SyntaxError {
      throw .definition("'\(text)': \(error.message)", remedy: error.remedy)
    } catch {
      throw .definition("'\(text)' cannot be read")
    }
  }

  /// A polynomial without a denominator that depends on variables.
  func rational(_ text: String) throws(FieldError) -> Rational {
    let value = try FieldExpression(names: ["n"]).fraction(text)
    guard value.numerator.isConstant, value.denominator.isConstant else {
      throw FieldError("'\(text)' is no fraction", remedy: "for example: 1/2")
    }
    return value.numerator.value(at: [0]) / value.denominator.value(at: [0])
  }

  private func fraction(_ expression: Expression) throws -> MultivariateFraction {
    switch expression.node {
    case .number(let value, _): return MultivariateFraction(constant: value, variables: names.count)
    case .name(let name): return try variable(name, expression)
    case .negation(let x): return -(try fraction(x))
    case .sum(let x, let y): return try fraction(x) + fraction(y)
    case .difference(let x, let y): return try fraction(x) - fraction(y)
    case .product(let x, let y): return try fraction(x) * fraction(y)
    case .quotient(let x, let y):
      let bottom = try fraction(y)
      guard !bottom.numerator.isZero else { throw SyntaxError("division by zero", at: y.range) }
      return try fraction(x) / bottom
    case .power(let x, let y): return try power(x, y)
    // A name of several letters before a parenthesis reads as a call: `c0(x+y)` is a product.
    case .call(let name, let arguments) where names.contains(name) && arguments.count == 1:
      return try variable(name, expression) * fraction(arguments[0])
    case .call, .result:
      throw SyntaxError(
        "this is no rational function", at: expression.range, remedy: "use numbers, names, + - * / ^")
    }
  }

  private func variable(_ name: String, _ expression: Expression) throws -> MultivariateFraction {
    guard let index = names.firstIndex(of: name) else {
      throw SyntaxError(
        "'\(name)' is neither an axis nor a parameter", at: expression.range,
        remedy: "known here: \(names.joined(separator: ", ")); products of names need a * or a space")
    }
    return MultivariateFraction(MultivariatePolynomial(variable: index, of: names.count))
  }

  private func power(_ x: Expression, _ y: Expression) throws -> MultivariateFraction {
    guard case .number(let value, _) = y.node, value.isInteger, let exponent = value.numerator.word,
      (0...64).contains(exponent)
    else { throw SyntaxError("the exponent must be a whole number from 0 to 64", at: y.range) }
    let base = try fraction(x)
    return MultivariateFraction(base.numerator.power(exponent), base.denominator.power(exponent))
  }
}
