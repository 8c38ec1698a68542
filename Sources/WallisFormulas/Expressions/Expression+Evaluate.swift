internal import WallisArithmetic

extension Expression {
  /// The value to `digits` significant decimal digits, every one of them forced.
  ///
  /// Rational arithmetic stays exact. A continued fraction alone gives its outcome whatever it is; inside a larger
  /// expression it must have a finite limit. Balls are evaluated at two precisions that have to agree.
  ///
  /// - Throws: a `SyntaxError` at an unknown name, a domain error or a fraction without a limit, and
  ///   `ResourceLimit` for sizes beyond `limits`.
  public func evaluate(digits: Int, limits: EvaluationLimits = EvaluationLimits()) throws -> Evaluation {
    try limits.check(digits: digits)
    if let fraction = try continuedFraction() { return try fraction.evaluate(digits: digits, limits: limits) }
    let first = Digits.bits(digits) + 32
    var bits = first
    while bits <= 8 * first + 512 {
      switch try ExpressionValue(limits: limits, bits: bits).value(of: self) {
      case .exact(let value):
        return Evaluation(
          outcome: .rational(value), enclosure: Ball(value, bits: bits), convergence: nil,
          verification: .exact)
      case .ball(let ball):
        if let evaluation = try forced(ball, digits: digits, bits: bits, limits: limits) { return evaluation }
      }
      bits *= 2
    }
    throw SyntaxError(
      "\(digits) digits of this value could not be forced", at: range, remedy: "ask for fewer digits")
  }

  private func forced(
    _ ball: Ball, digits: Int, bits: Int, limits: EvaluationLimits
  ) throws -> Evaluation? {
    let isZero = ball.containsZero && ball.accurateDigits >= 2 * digits
    guard isZero || ball.decimal(digits: digits) != nil else { return nil }
    let finer = try ExpressionValue(limits: limits, bits: bits + bits / 4 + 32).value(of: self)
    guard case .ball(let check) = finer, check.overlaps(ball) else { return nil }
    return Evaluation(outcome: .value, enclosure: ball, convergence: nil, verification: .balls)
  }
}

/// A number that is known exactly, or enclosed.
private enum Quantity {
  case exact(Rational)
  case ball(Ball)

  func ball(bits: Int) -> Ball {
    switch self {
    case .exact(let value): Ball(value, bits: bits)
    case .ball(let ball): ball
    }
  }
}

/// One pass over an expression at a precision.
private struct ExpressionValue {
  let limits: EvaluationLimits
  let bits: Int

  func value(of expression: Expression) throws -> Quantity {
    switch expression.node {
    case .number(let value, _): return .exact(value)
    case .name(let name): return try named(name, expression)
    case .result: throw SyntaxError("results have no value here", at: expression.range)
    case .call("pcf", _): return try fraction(expression)
    case .call(let name, let arguments): return try call(name, arguments, expression)
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

  private func combine(
    _ x: Expression, _ y: Expression, _ exact: (Rational, Rational) -> Rational, _ balls: (Ball, Ball) -> Ball
  ) throws -> Quantity {
    let (left, right) = (try value(of: x), try value(of: y))
    if case .exact(let p) = left, case .exact(let q) = right { return .exact(exact(p, q)) }
    return .ball(balls(left.ball(bits: bits), right.ball(bits: bits)))
  }

  private func named(_ name: String, _ expression: Expression) throws -> Quantity {
    if let number = NamedNumber.named(name) { return .ball(number.ball(bits: bits)) }
    let remedy =
      name == NameTable.variable
      ? "n is the variable of polynomials: write pcf(a(n), b(n))"
      : name == "G" ? "catalan or gauss?" : "assign it first, or see the list of constants"
    throw SyntaxError("'\(name)' has no value", at: expression.range, remedy: remedy)
  }

  private func quotient(_ x: Expression, _ y: Expression) throws -> Quantity {
    let (top, bottom) = (try value(of: x), try value(of: y))
    if case .exact(let q) = bottom {
      guard q.signum != 0 else { throw SyntaxError("division by zero", at: y.range) }
      if case .exact(let p) = top { return .exact(p / q) }
    }
    let divisor = bottom.ball(bits: bits)
    guard !divisor.containsZero || bits < 4096 else {
      throw SyntaxError("the divisor cannot be told from zero", at: y.range)
    }
    return .ball(top.ball(bits: bits) / divisor)
  }

  private func power(_ x: Expression, _ y: Expression, _ whole: Expression) throws -> Quantity {
    let (base, exponent) = (try value(of: x), try value(of: y))
    if case .exact(let power) = exponent, power.isInteger {
      guard let k = power.numerator.word, abs(k) <= 1_000_000_000 else {
        throw SyntaxError("this exponent is too large", at: y.range, remedy: "use an exponent below 10^9")
      }
      return try integerPower(base, k, x, whole)
    }
    let ball = base.ball(bits: bits)
    guard !ball.isNegative else {
      throw SyntaxError("a negative number has no real power of this exponent", at: x.range)
    }
    return .ball(ball.power(exponent.ball(bits: bits)))
  }

  private func integerPower(_ base: Quantity, _ k: Int, _ x: Expression, _ whole: Expression) throws
    -> Quantity
  {
    guard case .exact(let value) = base else {
      let ball = base.ball(bits: bits)
      if k < 0, ball.containsZero, bits >= 4096 {
        throw SyntaxError("the base cannot be told from zero", at: x.range)
      }
      return .ball(ball.power(k))
    }
    if k < 0, value.signum == 0 { throw SyntaxError("division by zero", at: whole.range) }
    let size = max(value.numerator.bitWidth, value.denominator.bitWidth)
    guard size * abs(k) <= 4_000_000 else { return .ball(Ball(value, bits: bits).power(k)) }
    let (top, bottom) = (value.numerator.power(abs(k)), value.denominator.power(abs(k)))
    return .exact(k < 0 ? Rational(bottom, top) : Rational(top, bottom))
  }

  private func fraction(_ expression: Expression) throws -> Quantity {
    guard let fraction = try expression.continuedFraction() else { return .exact(0) }
    let evaluation = try fraction.evaluate(
      digits: Int(Digits.covering(bits: Double(bits))) + 1, limits: limits)
    switch evaluation.outcome {
    case .rational(let value), .terminates(let value?): return .exact(value)
    case .value: break
    default:
      throw SyntaxError(
        "this fraction has no finite limit: it \(evaluation.outcome.phrase)", at: expression.range)
    }
    return .ball(evaluation.enclosure ?? Ball(0, bits: bits).inverse)
  }

  private func call(_ name: String, _ arguments: [Expression], _ whole: Expression) throws -> Quantity {
    guard let declaration = FunctionTable.function(named: name) else {
      throw SyntaxError("there is no function '\(name)'", at: whole.range)
    }
    guard declaration.parameters.count == arguments.count else {
      throw SyntaxError(
        "\(name) takes \(declaration.parameters.count) argument\(declaration.parameters.count == 1 ? "" : "s")",
        at: whole.range, remedy: declaration.signature)
    }
    let values = try arguments.map { try value(of: $0) }
    if name == "sqrt", case .exact(let value) = values[0], let root = value.squareRoot { return .exact(root) }
    let result = FunctionValue.ball(name, values.map { $0.ball(bits: bits) })
    guard let result, result.isFinite else {
      throw SyntaxError("\(name) has no real value here", at: whole.range)
    }
    return .ball(result)
  }
}

extension Outcome {
  /// The outcome as the end of a sentence: "it …".
  public var phrase: String {
    switch self {
    case .value: "has a finite limit"
    case .rational(let value): "has the limit \(value)"
    case .terminates(let value): value.map { "terminates at \($0)" } ?? "terminates at infinity"
    case .infinite: "tends to infinity"
    case .diverges(let reason): "diverges (\(reason.rawValue))"
    case .oscillates(let reason): "oscillates (\(reason.rawValue))"
    case .undetermined(let reason): "is undetermined (\(reason))"
    }
  }
}
