/// A quotient of two polynomials in one variable, reduced, as an immutable value.
public struct RationalFunction: Sendable, Hashable {
  /// Numerator.
  public let numerator: Polynomial
  /// Denominator, without a common factor with the numerator; its leading coefficient is positive.
  public let denominator: Polynomial

  /// numerator / denominator, reduced.
  /// - Precondition: `denominator` ≠ 0.
  public init(_ numerator: Polynomial, _ denominator: Polynomial) {
    precondition(!denominator.isZero, "a rational function needs a denominator other than zero")
    let common = numerator.gcd(denominator)
    let divisor = denominator.leading.signum < 0 ? -common : common
    self.numerator = numerator.quotient(by: divisor) ?? numerator
    self.denominator = denominator.quotient(by: divisor) ?? denominator
  }

  /// A polynomial.
  public init(_ polynomial: Polynomial) { self.init(polynomial, Polynomial(constant: 1)) }

  /// A constant function.
  public init(_ constant: Rational) {
    self.init(Polynomial(constant: constant.numerator), Polynomial(constant: constant.denominator))
  }

  /// True for the constant 0.
  public var isZero: Bool { numerator.isZero }

  /// Degree of the numerator less that of the denominator, the exponent of growth; nil for 0.
  public var growth: Int? { isZero ? nil : numerator.degree - denominator.degree }

  /// Quotient of the leading coefficients: the factor of the growth; 0 for 0.
  public var leading: Rational { Rational(numerator.leading, denominator.leading) }

  /// The function of n + by as a function of n.
  public func shifted(by step: Integer) -> RationalFunction {
    RationalFunction(numerator.shifted(by: step), denominator.shifted(by: step))
  }

  /// Value at an integer; nil at a pole.
  public func value(at point: Int) -> Rational? {
    let bottom = denominator.value(at: point)
    return bottom.isZero ? nil : Rational(numerator.value(at: point), bottom)
  }

  /// The least integer from `start` on which, with everything beyond it, has neither a zero nor a pole.
  ///
  /// nil when that is no machine word; 0 has no such place.
  public func regularPlace(from start: Int) -> Int? {
    guard !isZero else { return nil }
    let last = (numerator.integerRoots + denominator.integerRoots).max() ?? Integer(start - 1)
    return max(Integer(start), last + 1).word
  }
}

extension RationalFunction {
  /// Sum.
  public static func + (x: RationalFunction, y: RationalFunction) -> RationalFunction {
    RationalFunction(
      x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator)
  }
  /// Difference.
  public static func - (x: RationalFunction, y: RationalFunction) -> RationalFunction { x + -y }
  /// Product.
  public static func * (x: RationalFunction, y: RationalFunction) -> RationalFunction {
    RationalFunction(x.numerator * y.numerator, x.denominator * y.denominator)
  }
  /// Quotient.
  /// - Precondition: `y` ≠ 0.
  public static func / (x: RationalFunction, y: RationalFunction) -> RationalFunction {
    RationalFunction(x.numerator * y.denominator, x.denominator * y.numerator)
  }
  /// Opposite.
  public static prefix func - (x: RationalFunction) -> RationalFunction {
    RationalFunction(-x.numerator, x.denominator)
  }
}

extension RationalFunction: CustomStringConvertible {
  /// Text in the variable n.
  public var description: String { text() }

  /// Text in plain characters, for example `(2k+1)/(k+1)`, which the grammar of expressions reads back.
  public func text(variable: String = "n") -> String {
    let (top, bottom) = (numerator.text(variable: variable), denominator.text(variable: variable))
    guard bottom != "1" else { return top }
    let isSum = top.dropFirst().contains { $0 == "+" || $0 == "-" }
    let isAtom = denominator.degree <= 0 || bottom == variable
    return (isSum ? "(\(top))" : top) + "/" + (isAtom ? bottom : "(\(bottom))")
  }
}
