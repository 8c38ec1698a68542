internal import WallisArithmetic

/// Sums and products within the terms.
extension TermReader {
  /// Values of an inner index that are written out.
  private static let mostInner = 64

  /// A finite sum or product within the terms; nil for infinite ones, and for those that are too long.
  func finite(_ call: BoundCall) throws -> SeriesTerms? {
    // Fractions and recurrences have an n of their own, which must not be replaced.
    guard call.operation != .integral, !call.isInfinite, call.variable != variable,
      !call.body.contains(where: \.hasOwnIndex)
    else { return nil }
    guard !call.lower.contains(.name(variable)), !call.upper.contains(.name(variable)) else {
      return try partialSums(call)
    }
    guard case .exact(let lower) = try constant(call.lower),
      case .exact(let upper) = try constant(call.upper),
      lower.isInteger, upper.isInteger, let first = lower.numerator.word, let last = upper.numerator.word,
      last - first < TermReader.mostInner
    else { return nil }
    let neutral = TermReader.integer(call.operation == .sum ? 0 : 1)
    return try (first..<max(first, last + 1)).reduce(neutral as SeriesTerms?) { result, index in
      let body = call.body.replacing(.name(call.variable), with: .integer(Integer(index)))
      guard let result, let next = try terms(body) else { return nil }
      return call.operation == .sum ? result.plus(next) : result.times(next)
    }
  }

  /// Σ c/j^m over j from a constant to a linear function of the index, by harmonic numbers.
  private func partialSums(_ call: BoundCall) throws -> SeriesTerms? {
    guard call.operation == .sum, !call.lower.contains(.name(variable)), !call.body.contains(.name(variable)),
      case .exact(let lower) = try constant(call.lower), lower.isInteger, lower.signum > 0,
      let inner = try TermReader(variable: call.variable, constant: constant).terms(call.body),
      let function = inner.rational, !function.isZero
    else { return nil }
    let order = function.denominator.degree
    // Only powers of 1/j: the denominator is c·j^m.
    guard order > 0, function.numerator.degree < order,
      (0..<order).allSatisfy({ function.denominator[$0].isZero })
    else { return nil }
    var result: SeriesTerms? = TermReader.integer(0)
    for (power, coefficient) in function.numerator.coefficients.enumerated() where !coefficient.isZero {
      let exponent = Expression.integer(Integer(order - power))
      let start = Expression.fraction(lower - 1)
      let scale = SeriesTerms(RationalFunction(Rational(coefficient, function.denominator.leading)))
      guard let upper = try terms(.call("H", call.upper, exponent)),
        let before = try terms(.call("H", start, exponent)),
        let difference = before.times(TermReader.integer(-1)).flatMap({ upper.plus($0) }),
        let part = difference.times(scale)
      else { return nil }
      result = result?.plus(part)
    }
    return result
  }
}

extension Expression {
  /// Whether it is a call in which n is the index of a fraction or of a recurrence.
  fileprivate var hasOwnIndex: Bool {
    if case .call(let name, _) = node { FunctionTable.isLimit(name) } else { false }
  }
}
