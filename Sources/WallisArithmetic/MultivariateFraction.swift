/// A rational function in several variables with rational coefficients, reduced, as an immutable value.
public struct MultivariateFraction: Sendable, Equatable {
  /// Numerator.
  public let numerator: MultivariatePolynomial
  /// Denominator, without a common factor with the numerator.
  public let denominator: MultivariatePolynomial

  /// numerator / denominator, reduced.
  /// - Precondition: `denominator` ≠ 0.
  public init(_ numerator: MultivariatePolynomial, _ denominator: MultivariatePolynomial) {
    precondition(!denominator.isZero, "a rational function needs a denominator other than zero")
    let common = numerator.gcd(denominator)
    let isNegative = (denominator.terms.first?.coefficient.signum ?? 1) < 0
    let divisor = isNegative ? -common : common
    self.numerator = numerator.quotient(by: divisor) ?? numerator
    self.denominator = denominator.quotient(by: divisor) ?? denominator
  }

  /// A polynomial as a fraction.
  public init(_ polynomial: MultivariatePolynomial) {
    numerator = polynomial
    denominator = MultivariatePolynomial(constant: 1, variables: polynomial.variables)
  }

  /// A rational number as a constant function.
  public init(constant: Rational, variables: Int) {
    numerator = MultivariatePolynomial(constant: constant.numerator, variables: variables)
    denominator = MultivariatePolynomial(constant: constant.denominator, variables: variables)
  }

  /// Sum.
  public static func + (x: MultivariateFraction, y: MultivariateFraction) -> MultivariateFraction {
    MultivariateFraction(
      x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator)
  }
  /// Difference.
  public static func - (x: MultivariateFraction, y: MultivariateFraction) -> MultivariateFraction { x + -y }
  /// Product.
  public static func * (x: MultivariateFraction, y: MultivariateFraction) -> MultivariateFraction {
    MultivariateFraction(x.numerator * y.numerator, x.denominator * y.denominator)
  }
  /// Quotient.
  /// - Precondition: `y` ≠ 0.
  public static func / (x: MultivariateFraction, y: MultivariateFraction) -> MultivariateFraction {
    MultivariateFraction(x.numerator * y.denominator, x.denominator * y.numerator)
  }
  /// Opposite.
  public static prefix func - (x: MultivariateFraction) -> MultivariateFraction {
    MultivariateFraction(-x.numerator, x.denominator)
  }
}
