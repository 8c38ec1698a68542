public import WallisArithmetic

/// Expressions that the program makes; they stand nowhere in a text.
extension Expression {
  /// An integer; a negative one is the opposite of a positive one, as the grammar reads it.
  public static func integer(_ value: Integer) -> Expression {
    let magnitude = Expression(.number(Rational(value.magnitude), digits: nil))
    return value.signum < 0 ? magnitude.opposite : magnitude
  }

  /// A fraction in lowest terms.
  public static func fraction(_ value: Rational) -> Expression {
    guard !value.isInteger else { return integer(value.numerator) }
    let size = Expression(.quotient(integer(value.numerator.magnitude), integer(value.denominator)))
    return value.signum < 0 ? size.opposite : size
  }

  /// A name.
  public static func name(_ name: String) -> Expression { Expression(.name(name)) }

  /// A function applied to arguments.
  public static func call(_ name: String, _ arguments: Expression...) -> Expression {
    Expression(.call(name, arguments))
  }

  /// A list, as functions with parameters take it.
  package static func list(_ entries: [Expression]) -> Expression {
    Expression(.call(FunctionTable.listName, entries))
  }

  /// The entries of a list; nil for a number.
  package var listEntries: [Expression]? {
    if case .call(FunctionTable.listName, let entries) = node { entries } else { nil }
  }

  /// The square root of an integer.
  package static func root(of radicand: Integer) -> Expression { .call("sqrt", .integer(radicand)) }

  /// The product with another expression.
  package func times(_ other: Expression) -> Expression { Expression(.product(self, other)) }

  /// The quotient by another expression.
  package func over(_ other: Expression) -> Expression { Expression(.quotient(self, other)) }

  /// The integer power.
  package func raised(to power: Int) -> Expression { Expression(.power(self, .integer(Integer(power)))) }

  /// Σ coefficient · symbol in the order given, without zero terms; a nil symbol stands for 1.
  package static func combination(_ terms: [(coefficient: Integer, symbol: Expression?)]) -> Expression {
    let sum = terms.filter { !$0.coefficient.isZero }.reduce(Expression?.none) { sum, term in
      let (isNegative, size) = (
        term.coefficient.signum < 0, multiple(term.coefficient.magnitude, term.symbol)
      )
      guard let sum else { return isNegative ? Expression(.negation(size)) : size }
      return Expression(isNegative ? .difference(sum, size) : .sum(sum, size))
    }
    return sum ?? .integer(0)
  }

  private static func multiple(_ size: Integer, _ symbol: Expression?) -> Expression {
    guard let symbol else { return .integer(size) }
    return size == 1 ? symbol : Expression.integer(size).times(symbol)
  }

  /// A polynomial in a symbol, leading term first.
  static func polynomial(_ polynomial: Polynomial, in symbol: Expression) -> Expression {
    combination(
      polynomial.coefficients.indices.reversed().map { power in
        let factor = power == 0 ? nil : power == 1 ? symbol : symbol.raised(to: power)
        return (polynomial.coefficients[power], factor)
      })
  }

  /// The expression with the opposite value: a sign before it is taken away, not doubled.
  public var opposite: Expression {
    switch node {
    case .negation(let x): x
    case .number(let value, let digits) where value.signum < 0 || digits != nil:
      Expression(.number(-value, digits: digits))
    case .number(let value, _) where value.isZero: self
    case .call(Expression.rootName, let arguments) where arguments.count == 2:
      Expression.oppositeRoot(arguments[0], arguments[1])
    default: Expression(.negation(self))
    }
  }
}
