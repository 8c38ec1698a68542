internal import WallisArithmetic

/// One pass over an expression at a precision.
struct ExpressionValue {
  let limits: EvaluationLimits
  let bits: Int
  /// Decimals of so many digits and more stand for all numbers that round to them; nil: all are exact.
  var uncertainDigits: Int?
  /// Values of names that a sum or a product binds.
  var variables: [String: Quantity] = [:]
  /// What the value rests on beside proofs.
  let doubts: Doubts

  /// Whether a part of a value rests on evaluations that agree, without a proof; told by those who compute it.
  final class Doubts {
    var isUnproved = false
  }

  init(limits: EvaluationLimits, bits: Int, uncertainDigits: Int? = nil) {
    (self.limits, self.bits, self.uncertainDigits) = (limits, bits, uncertainDigits)
    doubts = Doubts()
  }

  /// The same with other bits; doubts are shared.
  func at(bits: Int) -> ExpressionValue { ExpressionValue(self, bits: bits) }

  private init(_ other: ExpressionValue, bits: Int) {
    (limits, self.bits, uncertainDigits) = (other.limits, bits, other.uncertainDigits)
    (variables, doubts) = (other.variables, other.doubts)
  }

  func value(of expression: Expression) throws -> Quantity {
    switch expression.node {
    case .number(let value, let digits): return number(value, digits)
    case .name(let name): return try named(name, expression)
    case .result: throw SyntaxError("results have no value here", at: expression.range)
    case .call("pcf", let arguments) where !arguments.contains(where: \.isCycle):
      return try fraction(expression)
    case .call("re", let arguments): return try part(arguments, expression) { $0.real }
    case .call("im", let arguments): return try part(arguments, expression) { $0.imaginary }
    case .call(let name, let arguments):
      if let bound = BoundCall(expression) { return try value(of: bound, expression) }
      if let root = expression.algebraicNumber { return .ball(root.enclosure(bits: bits)) }
      if let limit = try expression.limitCall() { return try value(of: limit, expression) }
      return try call(name, arguments, expression)
    case .negation(let x):
      switch try value(of: x) {
      case .exact(let value): return .exact(-value)
      case .ball(let ball): return .ball(-ball)
      }
    case .sum(let x, let y): return try combine(x, y, +, +)
    case .difference(let x, let y): return try combine(x, y, -, -)
    case .product(let x, let y): return try combine(x, y, *, *)
    case .quotient(let x, let y): return try quotient(x, y)
    case .power(let x, let y): return try power(x, y, expression)
    }
  }

  private func number(_ value: Rational, _ digits: Int?) -> Quantity {
    guard let uncertainDigits, let digits, digits >= uncertainDigits,
      let decimal = DecimalNumber(value, digits: digits)
    else { return .exact(value) }
    return .ball(
      DecimalInput(significand: decimal.significand, exponent: decimal.exponent).ball(bits: bits))
  }

  private func combine(
    _ x: Expression, _ y: Expression, _ exact: (Rational, Rational) -> Rational, _ balls: (Ball, Ball) -> Ball
  ) throws -> Quantity {
    let (left, right) = (try value(of: x), try value(of: y))
    if case .exact(let p) = left, case .exact(let q) = right { return Quantity(exact(p, q), bits: bits) }
    return .ball(balls(left.ball(bits: bits), right.ball(bits: bits)))
  }

  private func named(_ name: String, _ expression: Expression) throws -> Quantity {
    if let value = variables[name] { return value }
    if let number = NamedNumber.named(name) { return .ball(number.ball(bits: bits)) }
    throw SyntaxError.noValue(name, at: expression.range)
  }

  private func quotient(_ x: Expression, _ y: Expression) throws -> Quantity {
    let (top, bottom) = (try value(of: x), try value(of: y))
    if case .exact(let q) = bottom {
      guard q.signum != 0 else { throw SyntaxError("division by zero", at: y.range) }
      if case .exact(let p) = top { return Quantity(p / q, bits: bits) }
    }
    let divisor = bottom.ball(bits: bits)
    guard !divisor.containsZero else {
      throw Undecided(reason: SyntaxError("the divisor cannot be told from zero", at: y.range))
    }
    return .ball(top.ball(bits: bits) / divisor)
  }

  private func fraction(_ expression: Expression) throws -> Quantity {
    if let fraction = CoefficientFraction(expression) {
      return try limit("fraction", expression) { try fraction.evaluate(digits: $0, limits: limits) }
    }
    guard let fraction = try expression.continuedFraction() else { return .exact(0) }
    return try limit("fraction", expression) { try fraction.evaluate(digits: $0, limits: limits) }
  }

  private func value(of call: any LimitCall, _ expression: Expression) throws -> Quantity {
    try limit(type(of: call).noun, expression) { try call.evaluate(digits: $0, limits: limits) }
  }

  private func limit(
    _ what: String, _ expression: Expression, _ evaluate: (Int) throws -> Evaluation
  ) throws -> Quantity {
    let evaluation = try evaluate(Int(Digits.covering(bits: Double(bits))) + 1)
    if evaluation.verification.isAgreement { doubts.isUnproved = true }
    switch evaluation.outcome {
    case .rational(let value), .terminates(let value?): return .exact(value)
    case .value: break
    default:
      throw SyntaxError(
        "this \(what) has no finite limit: it \(evaluation.outcome.phrase)", at: expression.range)
    }
    return .ball(evaluation.enclosure ?? Ball(0, bits: bits).inverse)
  }

  private func part(
    _ arguments: [Expression], _ whole: Expression, _ part: (ComplexBall) -> Ball
  ) throws -> Quantity {
    guard arguments.count == 1 else { throw SyntaxError.wrongCount(whole) }
    return .ball(part(try ComplexValue(real: self).value(of: arguments[0])))
  }
}

extension SyntaxError {
  static func noValue(_ name: String, at range: Range<Int>) -> SyntaxError {
    let remedy =
      switch name {
      case NameTable.variable: "n is the variable of polynomials: write pcf(a(n), b(n))"
      case NameTable.imaginaryUnit: "the imaginary unit is known inside re(…) and im(…)"
      case "G": "catalan or gauss?"
      default: "assign it first, or see the list of constants"
      }
    return SyntaxError("'\(name)' has no value", at: range, remedy: remedy)
  }

  /// A function that does not take so many arguments, or does not exist.
  static func wrongCount(_ call: Expression) -> SyntaxError {
    guard case .call(let name, _) = call.node, let row = FunctionTable.function(named: name) else {
      return SyntaxError("there is no such function", at: call.range)
    }
    let rows = FunctionTable.signatures(of: name)
    let count = row.parameters.count
    return SyntaxError(
      rows == row.signature
        ? "\(name) takes \(count) argument\(count == 1 ? "" : "s")" : "\(name) takes other arguments",
      at: call.range, remedy: rows)
  }
}
