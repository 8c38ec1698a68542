internal import WallisArithmetic

/// Takes the body of a sum apart: finds the exact terms that an expression in the index is.
struct TermReader {
  /// The index.
  let variable: String
  /// Value of an expression that does not depend on the index.
  let constant: (Expression) throws -> Quantity

  /// Powers of terms, and steps by which arguments of Γ are moved, beyond which nothing is taken apart.
  static let furthest = 400

  /// The terms; nil where the expression is none of these: where it holds other functions of the index.
  ///
  /// - Throws: what the value of a constant part throws.
  func terms(_ x: Expression) throws -> SeriesTerms? {
    guard x.contains(.name(variable)) else { return try constantTerm(x) }
    switch x.node {
    case .name: return SeriesTerms(RationalFunction(.variable))
    case .negation(let x): return try terms(x)?.times(TermReader.integer(-1))
    case .sum(let x, let y): return try both(x, y) { $0.plus($1) }
    case .difference(let x, let y):
      return try both(x, y) { left, right in right.times(TermReader.integer(-1)).flatMap { left.plus($0) } }
    case .product(let x, let y): return try both(x, y) { $0.times($1) }
    case .quotient(let x, let y):
      return try both(x, y) { top, bottom in bottom.raised(to: -1).flatMap { top.times($0) } }
    case .power(let x, let y): return try power(x, y)
    case .call(let name, let arguments): return try call(name, arguments)
    case .number, .result: return nil
    }
  }

  private func both(
    _ x: Expression, _ y: Expression, _ combine: (SeriesTerms, SeriesTerms) -> SeriesTerms?
  ) throws -> SeriesTerms? {
    guard let x = try terms(x), let y = try terms(y) else { return nil }
    return combine(x, y)
  }

  static func integer(_ value: Int) -> SeriesTerms { SeriesTerms(RationalFunction(Rational(Integer(value)))) }

  private func constantTerm(_ x: Expression) throws -> SeriesTerms? {
    switch try constant(x) {
    case .exact(let value): return SeriesTerms(RationalFunction(value))
    case .ball: return SeriesTerms(RationalFunction(1), TermCore(constants: [x: 1]))
    }
  }

  /// The slope and the value at 0 of a linear function of the index; nil for others.
  func linear(_ x: Expression) throws -> (slope: Rational, offset: Rational)? {
    guard let function = try terms(x)?.rational, function.denominator.degree == 0,
      function.numerator.degree <= 1
    else { return nil }
    let scale = function.denominator[0]
    return (Rational(function.numerator[1], scale), Rational(function.numerator[0], scale))
  }

  private func call(_ name: String, _ arguments: [Expression]) throws -> SeriesTerms? {
    if let inner = BoundCall(Expression(.call(name, arguments))) { return try finite(inner) }
    switch (name, arguments.count) {
    case ("factorial", 1): return try gamma(of: arguments[0], plus: 1)
    case ("factorial2", 1): return try doubleFactorial(arguments[0])
    case ("gamma", 1): return try gamma(of: arguments[0], plus: 0)
    case ("poch", 2): return try rising(arguments[0], arguments[1])
    case ("binomial", 2): return try binomial(arguments[0], arguments[1])
    case ("H", 1): return try harmonic(arguments[0], order: 1)
    case ("H", 2):
      guard case .exact(let order) = try constant(arguments[1]), order.isInteger,
        let m = order.numerator.word,
        (1...TermReader.furthest).contains(m)
      else { return nil }
      return try harmonic(arguments[0], order: m)
    case ("exp", 1): return try power(.name("e"), arguments[0])
    default: return nil
    }
  }

  /// H(ck + d, m) = H(ck, m) plus or minus some fractions.
  private func harmonic(_ x: Expression, order: Int) throws -> SeriesTerms? {
    guard let (slope, offset) = try linear(x), slope.isInteger, let c = slope.numerator.word,
      (1...TermReader.furthest).contains(c), offset.isInteger, let d = offset.numerator.word,
      abs(d) <= TermReader.furthest
    else { return nil }
    let number = SeriesTerms(
      RationalFunction(1), TermCore(harmonics: [HarmonicNumber(slope: c, order: order): 1]))
    let steps = d >= 0 ? Array(d == 0 ? 1..<1 : 1..<(d + 1)) : Array((d + 1)..<1)
    let rest = steps.reduce(RationalFunction(0)) { sum, step in
      sum
        + RationalFunction(
          Polynomial(constant: 1), Polynomial([Integer(step), Integer(c)]).power(order))
    }
    return number.plus(SeriesTerms(d >= 0 ? rest : -rest))
  }
}
