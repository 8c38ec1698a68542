internal import WallisArithmetic

/// Sums and products over an index.
extension ExpressionValue {
  /// Indices of a finite sum or product, the values of all of which are computed.
  private static let mostIndices = 1_000_000

  /// The value of a sum or a product.
  ///
  /// - Throws: a `SyntaxError` where it has no finite value, or none that can be found.
  func value(of call: BoundCall, _ whole: Expression) throws -> Quantity {
    if call.operation == .integral { return try IntegralValue(call, whole, self).value() }
    let lower = try bound(call.lower, "lower", call)
    guard !call.isInfinite else {
      return call.operation == .sum
        ? try infiniteSum(call, from: lower, whole)
        : try InfiniteProduct(call, from: lower, whole, self).value()
    }
    let upper = try bound(call.upper, "upper", call)
    guard lower <= upper else { return .exact(call.operation == .sum ? 0 : 1) }
    try checkSize(lower, upper, call)
    return try finite(call, lower..<(upper + 1))
  }

  /// The values of the body over a range combined, halves first, so that fractions stay small for as long as possible.
  func finite(_ call: BoundCall, _ range: Range<Int>) throws -> Quantity {
    guard range.count > 1 else { return try value(of: call, at: range.lowerBound) }
    let middle = range.lowerBound + range.count / 2
    let left = try finite(call, range.lowerBound..<middle)
    let right = try finite(call, middle..<range.upperBound)
    if case .exact(let x) = left, case .exact(let y) = right {
      return Quantity(call.operation == .sum ? x + y : x * y, bits: bits)
    }
    let (x, y) = (left.ball(bits: bits), right.ball(bits: bits))
    return .ball(call.operation == .sum ? x + y : x * y)
  }

  /// The body at an index.
  func value(of call: BoundCall, at index: Int) throws -> Quantity {
    var inner = self
    inner.variables[call.variable] = .exact(Rational(Integer(index)))
    return try inner.value(of: call.body)
  }

  /// The exact terms that the body of a call is; nil where it holds functions that have none.
  func terms(of call: BoundCall) throws -> SeriesTerms? {
    try TermReader(variable: call.variable) { try self.value(of: $0) }.terms(call.body)
  }

  private func infiniteSum(_ call: BoundCall, from lower: Int, _ whole: Expression) throws -> Quantity {
    if let sequence = try RecurrenceSum(call.body) { return .ball(try sequence.sum(from: lower, in: self)) }
    guard let terms = try terms(of: call) else {
      guard let sum = try LevinSum(call: call, start: lower, context: self).value() else {
        throw SyntaxError.noMethod(call, at: whole.range)
      }
      return .ball(sum)
    }
    let sum = SeriesSum(terms: terms, start: max(lower, 0), range: whole.range, context: self)
    if let obstacle = try sum.obstacle() { throw SyntaxError.noLimit(call, obstacle, at: whole.range) }
    let rest = try sum.value()
    guard lower < 0 else { return .ball(rest) }
    try checkSize(lower, -1, call)
    return .ball(try finite(call, lower..<0).ball(bits: bits) + rest)
  }

  /// An integer bound.
  func bound(_ expression: Expression, _ word: String, _ call: BoundCall) throws -> Int {
    guard expression != .name(BoundCall.infinity), expression != Expression.name(BoundCall.infinity).opposite
    else {
      throw SyntaxError(
        "the \(word) bound of a \(call.operation) cannot be infinite", at: expression.range,
        remedy: "write \(call.operation)(\(call.variable)=a..inf, t)")
    }
    guard case .exact(let value) = try value(of: expression), value.isInteger else {
      throw SyntaxError(
        "the \(word) bound of a \(call.operation) must be an integer", at: expression.range,
        remedy: "or inf as the upper one")
    }
    guard let word = value.numerator.word, abs(word) < 1 << 40 else {
      throw ResourceLimit("an index of this size cannot be reached", remedy: "use smaller bounds")
    }
    return word
  }

  private func checkSize(_ lower: Int, _ upper: Int, _ call: BoundCall) throws(ResourceLimit) {
    let count = upper - lower + 1
    guard count <= ExpressionValue.mostIndices else {
      throw ResourceLimit(
        "this \(call.operation) has \(count) values of \(call.variable)",
        remedy: "at most \(ExpressionValue.mostIndices) are computed one by one")
    }
    guard Double(count) * Double(bits) <= limits.work else {
      throw ResourceLimit("\(count) values at \(bits) bits are too much", remedy: "ask for fewer digits")
    }
  }
}

extension SyntaxError {
  /// A sum or product whose body is none that digits can be forced of.
  static func noMethod(_ call: BoundCall, at range: Range<Int>) -> SyntaxError {
    SyntaxError(
      "no method forces digits of an infinite \(call.operation) of this kind", at: range,
      remedy: call.operation == .sum
        ? "terms may hold rational functions, powers, factorials, binomials, poch and H of the index"
        : "factors may be rational functions of the index, or 1 + terms like z^k")
  }

  /// A sum or product without a finite value.
  static func noLimit(_ call: BoundCall, _ outcome: Outcome, at range: Range<Int>) -> SyntaxError {
    SyntaxError("this \(call.operation) has no finite value: it \(outcome.phrase)", at: range)
  }
}

extension Expression {
  /// What a sum or a product alone is where it has no limit, and how fast it converges otherwise; nil for other
  /// expressions and for finite ones.
  ///
  /// `leavesOut` is false for products by gamma functions, which have no terms.
  func boundOutcome(
    limits: EvaluationLimits
  ) throws -> (obstacle: Outcome?, speed: ConvergenceClass?, leavesOut: Bool)? {
    guard let call = BoundCall(self), call.isInfinite, call.operation != .integral else { return nil }
    if try RecurrenceSum(call.body) != nil { return nil }
    let context = ExpressionValue(limits: limits, bits: 128)
    let lower = try context.bound(call.lower, "lower", call)
    switch call.operation {
    case .integral: return nil
    case .sum:
      guard let terms = try context.terms(of: call) else {
        let isFound = try LevinSum(call: call, start: lower, context: context).value() != nil
        return (isFound ? nil : .undetermined("no method forces digits of sums of this kind"), nil, true)
      }
      let sum = SeriesSum(terms: terms, start: max(lower, 0), range: range, context: context)
      if let obstacle = try sum.obstacle() { return (obstacle, nil, true) }
      return (nil, try sum.speed(), true)
    case .product:
      let product = InfiniteProduct(call, from: lower, self, context)
      let speed = try product.speed()
      return (try product.obstacle(), speed, speed != .powerlaw)
    }
  }
}
