public import WallisArithmetic

/// A Möbius image of a continued fraction: `4/pcf(2n+1, n^2) - 1`.
public struct FractionImage: Sendable, Hashable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// value = map(limit of the fraction).
  public let map: MoebiusMap

  /// A fraction and the map of its limit.
  public init(_ fraction: ContinuedFraction, map: MoebiusMap) { (self.fraction, self.map) = (fraction, map) }

  /// What an expression in which one fraction occurs is; nil where it is no image of it.
  ///
  /// - Throws: a `SyntaxError` where the arguments of `pcf` are no polynomials.
  public init?(_ expression: Expression) throws(SyntaxError) {
    var found: Expression?
    _ = expression.contains { part in
      if case .call("pcf", _) = part.node { found = part }
      return found != nil
    }
    guard let found, let fraction = try found.continuedFraction() else { return nil }
    let symbol = Expression.name("x")
    guard let function = RationalFunction(expression.replacing(found, with: symbol), in: "x"),
      function.numerator.degree <= 1, function.denominator.degree <= 1,
      let map = MoebiusMap(
        function.numerator[1], function.numerator[0], function.denominator[1], function.denominator[0])
    else { return nil }
    (self.fraction, self.map) = (fraction, map)
  }
}
