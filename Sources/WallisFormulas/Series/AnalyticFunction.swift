internal import WallisArithmetic

/// An expression in one name as a function of a complex number.
struct AnalyticFunction {
  private let variable: String
  private let body: Expression
  private let bits: Int
  /// Values of the parts without the name.
  private let constants: [Expression: ComplexBall]
  /// Integer exponents.
  private let exponents: [Expression: Integer]

  /// The function of a body.
  ///
  /// - Throws: a `SyntaxError` at a function that has no analytic continuation, or none that is known.
  init(_ body: Expression, of variable: String, in context: ExpressionValue) throws {
    (self.body, self.variable, bits) = (body, variable, context.bits)
    var (constants, exponents): ([Expression: ComplexBall], [Expression: Integer]) = ([:], [:])
    func visit(_ x: Expression) throws {
      guard x.contains(.name(variable)) else {
        let value = try context.value(of: x)
        if let whole = value.exact, whole.isInteger { exponents[x] = whole.numerator }
        constants[x] = ComplexBall(value.ball(bits: context.bits))
        return
      }
      if case .call(let name, let arguments) = x.node {
        guard AnalyticFunction.isKnown(name, arguments.count), BoundCall(x) == nil else {
          throw SyntaxError("\(name) is not known as a function of a complex number", at: x.range)
        }
      }
      for operand in x.operands { try visit(operand) }
    }
    try visit(body)
    (self.constants, self.exponents) = (constants, exponents)
  }

  private static let cuts: [String: @Sendable (ComplexBall) -> Bool] = [
    "sqrt": \.touchesNegativeAxis, "log": \.touchesNegativeAxis,
    "asin": { ($0 * $0 - one($0)).touchesPositiveAxis }, "acos": { ($0 * $0 - one($0)).touchesPositiveAxis },
    "atanh": { ($0 * $0 - one($0)).touchesPositiveAxis },
    "atan": { (-($0 * $0) - one($0)).touchesPositiveAxis },
    "asinh": { (-($0 * $0) - one($0)).touchesPositiveAxis },
    "acosh": { ($0 - one($0)).touchesNegativeAxis },
  ]

  private static let entire: Set<String> = [
    "exp", "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "coth", "gamma", "psi", "erf", "erfc", "erfi",
    "zeta",
  ]

  private static func isKnown(_ name: String, _ count: Int) -> Bool {
    count == 1 && (entire.contains(name) || cuts[name] != nil)
  }

  private static func one(_ x: ComplexBall) -> ComplexBall { ComplexBall(Ball(1, bits: x.bits)) }

  private static func unknown(_ bits: Int) -> ComplexBall { ComplexBall(Ball(0, bits: bits).inverse) }

  /// The value at every point of a rectangle; without information where the function is not analytic there, if it must
  /// be.
  func callAsFunction(_ z: ComplexBall, mustBeAnalytic: Bool) -> ComplexBall {
    value(body, z, mustBeAnalytic)
  }

  private func value(_ x: Expression, _ z: ComplexBall, _ isStrict: Bool) -> ComplexBall {
    if let constant = constants[x] { return constant }
    func part(_ x: Expression) -> ComplexBall { value(x, z, isStrict) }
    switch x.node {
    case .name: return z
    case .negation(let x): return -part(x)
    case .sum(let x, let y): return part(x) + part(y)
    case .difference(let x, let y): return part(x) - part(y)
    case .product(let x, let y): return part(x) * part(y)
    case .quotient(let x, let y): return part(x) / part(y)
    case .power(let x, let y):
      let base = part(x)
      if let exponent = exponents[y] { return base.power(exponent) }
      guard !isStrict || !base.touchesNegativeAxis else { return AnalyticFunction.unknown(bits) }
      return base.power(part(y))
    case .call(let name, let arguments):
      guard let complex = FunctionTable.function(named: name, arguments: 1)?.value.complex else {
        return AnalyticFunction.unknown(bits)
      }
      let argument = part(arguments[0])
      if isStrict, AnalyticFunction.cuts[name]?(argument) == true { return AnalyticFunction.unknown(bits) }
      return complex(FunctionArguments(lists: [[argument]]))
    case .number, .result: return AnalyticFunction.unknown(bits)
    }
  }
}

extension ComplexBall {
  /// Whether 0 or a negative number may lie in the rectangle.
  fileprivate var touchesNegativeAxis: Bool { imaginary.containsZero && !real.isPositive }

  /// Whether 0 or a positive number may lie in the rectangle.
  fileprivate var touchesPositiveAxis: Bool { imaginary.containsZero && !real.isNegative }
}
