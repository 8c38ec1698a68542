internal import WallisArithmetic
internal import WallisFormulas

/// Writes numbers as terms of type ℝ. What Mathlib has no name for that is sure to last becomes a variable.
struct LeanTerm {
  /// Names of variables with the numbers that they stand for, in the order in which they occur.
  private(set) var variables: [(name: String, number: String)] = []

  /// A polynomial over ℚ with signs between all factors.
  static func text(_ polynomial: Polynomial, in variable: String) -> String {
    let terms = polynomial.coefficients.enumerated().reversed().filter { !$1.isZero }.map {
      power, coefficient in
      power == 0 ? "\(coefficient)" : "\(coefficient) * \(variable)" + (power == 1 ? "" : " ^ \(power)")
    }
    return terms.isEmpty ? "0" : terms.joined(separator: " + ").replacing("+ -", with: "- ")
  }

  private static let functions = [
    "sqrt": "Real.sqrt", "exp": "Real.exp", "log": "Real.log", "sin": "Real.sin", "cos": "Real.cos",
    "tan": "Real.tan", "sinh": "Real.sinh", "cosh": "Real.cosh", "tanh": "Real.tanh", "atan": "Real.arctan",
    "asin": "Real.arcsin", "acos": "Real.arccos", "gamma": "Real.Gamma",
  ]

  /// The term of an expression, in parentheses where it is more than a name or a number.
  mutating func text(_ x: WallisFormulas.Expression) -> String {
    switch x.node {
    case .number(let value, _): return LeanTerm.number(value)
    case .name("pi"): return "Real.pi"
    case .name("e"): return "(Real.exp 1)"
    case .name("phi"): return "((1 + Real.sqrt 5) / 2)"
    case .negation(let y): return "(-\(text(y)))"
    case .sum(let y, let z): return "(\(text(y)) + \(text(z)))"
    case .difference(let y, let z): return "(\(text(y)) - \(text(z)))"
    case .product(let y, let z): return "(\(text(y)) * \(text(z)))"
    case .quotient(let y, let z): return "(\(text(y)) / \(text(z)))"
    case .power(let y, let z):
      if let exponent = z.integer?.word, exponent >= 0 { return "(\(text(y)) ^ (\(exponent) : ℕ))" }
      return "(\(text(y)) ^ (\(text(z)) : ℝ))"
    case .call(let name, let arguments):
      guard arguments.count == 1, let function = LeanTerm.functions[name] else { return variable(x) }
      return "(\(function) \(text(arguments[0])))"
    case .name, .result: return variable(x)
    }
  }

  /// A fraction as a term of type ℝ.
  static func number(_ value: Rational) -> String {
    guard !value.isInteger || value.signum < 0 else { return "\(value)" }
    return value.isInteger ? "(\(value))" : "(\(value.numerator) / \(value.denominator))"
  }

  private mutating func variable(_ x: WallisFormulas.Expression) -> String {
    let number = "\(ClosedForm(x))"
    if let known = variables.first(where: { $0.number == number }) { return known.name }
    let name = "x\(variables.count + 1)"
    variables.append((name, number))
    return name
  }
}
