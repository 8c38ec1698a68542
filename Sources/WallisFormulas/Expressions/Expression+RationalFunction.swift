public import WallisArithmetic

extension RationalFunction {
  /// What an expression in one variable is as a rational function; nil where it is none, or divides by 0.
  ///
  /// - Parameter variable: the name of the variable; no other may occur.
  public init?(_ expression: Expression, in variable: String) {
    func part(_ x: Expression) -> RationalFunction? { RationalFunction(x, in: variable) }
    let value: RationalFunction?
    switch expression.node {
    case .number(let number, _): value = RationalFunction(number)
    case .name(variable): value = RationalFunction(.variable)
    case .negation(let x): value = part(x).map { -$0 }
    case .sum(let x, let y): value = RationalFunction.combine(part(x), part(y), +)
    case .difference(let x, let y): value = RationalFunction.combine(part(x), part(y), -)
    case .product(let x, let y): value = RationalFunction.combine(part(x), part(y), *)
    case .quotient(let x, let y):
      guard let bottom = part(y), !bottom.isZero else { return nil }
      value = part(x).map { $0 / bottom }
    case .power(let x, let y):
      guard let base = part(x), let exponent = y.integer?.word, abs(exponent) <= Expression.largestDegree,
        exponent >= 0 || !base.isZero
      else { return nil }
      let (top, bottom) = (base.numerator.power(abs(exponent)), base.denominator.power(abs(exponent)))
      value = exponent < 0 ? RationalFunction(bottom, top) : RationalFunction(top, bottom)
    case .name, .call, .result: value = nil
    }
    guard let value else { return nil }
    self = value
  }

  /// Reads the text of a rational function in one variable; nil where it is none.
  public init?(parsing text: String, in variable: String) {
    guard let expression = try? Expression(parsing: text) else { return nil }
    self.init(expression, in: variable)
  }

  private static func combine(
    _ x: RationalFunction?, _ y: RationalFunction?,
    _ operation: (RationalFunction, RationalFunction) -> RationalFunction
  ) -> RationalFunction? {
    guard let x, let y else { return nil }
    return operation(x, y)
  }
}
