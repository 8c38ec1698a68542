public import WallisArithmetic
internal import WallisFormulas

/// Two functions f, f̄ of two variables that make a field of rank 2.
///
/// Statement: with f(x, y) − f̄(x+1, y) = f(x+1, y−1) − f̄(x, y−1) = a(x, y) and (f f̄)(x, y) − (f f̄)(0, y) = b(x) − b(0),
/// the matrices [[0, b(x)], [1, a(x, y)]] and [[f̄(x, y), b(x)], [1, f(x, y)]] are conservative. Each row
/// y = constant is the continued fraction of a(n, y), b(n).
public struct ConjugatePair: Sendable, Equatable {
  /// f.
  public let f: MultivariateFraction
  /// f̄.
  public let g: MultivariateFraction
  /// b(0): the conditions determine b up to a constant.
  public let corner: MultivariateFraction

  /// A pair that may or may not satisfy the conditions; the field's own proof decides.
  public init(f: MultivariateFraction, g: MultivariateFraction, corner: MultivariateFraction? = nil) {
    (self.f, self.g) = (f, g)
    self.corner = corner ?? MultivariateFraction(constant: 0, variables: f.numerator.variables)
  }

  /// a(x, y) = f(x, y) − f̄(x+1, y).
  public var a: MultivariateFraction {
    f - MultivariateFraction(g.numerator.shifted(0, by: 1), g.denominator.shifted(0, by: 1))
  }

  /// b(x) = (f f̄)(x, 0) − (f f̄)(0, 0) + b(0).
  public var b: MultivariateFraction {
    let product = f * g
    let origin = ConjugatePair.atZero(ConjugatePair.atZero(product, 1), 0)
    return ConjugatePair.atZero(product, 1) - origin + corner
  }

  /// The function with 0 for one variable; the denominators of pairs do not depend on the coordinates.
  private static func atZero(_ x: MultivariateFraction, _ variable: Int) -> MultivariateFraction {
    let terms = x.numerator.terms.filter { $0.exponents[variable] == 0 }
    return MultivariateFraction(
      MultivariatePolynomial(terms, variables: x.numerator.variables), x.denominator)
  }

  /// The axes x and y.
  ///
  /// - Throws: a `FieldError` where f or f̄ is no polynomial in the coordinates.
  public func axes(named names: [String]) throws(FieldError) -> [MatrixField.Axis] {
    for denominator in [f.denominator, g.denominator] {
      guard denominator.degree(in: 0) <= 0, denominator.degree(in: 1) <= 0 else {
        throw .definition("f and g of a conjugate pair are polynomials in the coordinates")
      }
    }
    let one = MultivariateFraction(constant: 1, variables: f.numerator.variables)
    let zero = MultivariateFraction(constant: 0, variables: f.numerator.variables)
    return [
      MatrixField.Axis(name: names[0], isForward: true, matrix: FieldMatrix([[zero, b], [one, a]])),
      MatrixField.Axis(name: names[1], isForward: true, matrix: FieldMatrix([[g, b], [one, f]])),
    ]
  }
}
