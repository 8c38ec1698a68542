internal import WallisArithmetic

extension FractionImage {
  /// What an expression is in which one formula occurs that is the image of a fraction, a fraction itself or a series for
  /// instance; nil where it is no image of it.
  ///
  /// - Throws: a `SyntaxError` where a part of the expression is meant to be a formula and is not well made.
  public init?(_ expression: Expression, kinds: FormulaKinds) throws(SyntaxError) {
    guard let (part, image) = try FractionImage.first(in: expression, kinds) else { return nil }
    let symbol = Expression.name("x")
    guard let function = RationalFunction(expression.replacing(part, with: symbol), in: "x"),
      function.numerator.degree <= 1, function.denominator.degree <= 1,
      let map = MoebiusMap(
        function.numerator[1], function.numerator[0], function.denominator[1], function.denominator[0])
    else { return nil }
    self.init(image.fraction, map: map.after(image.map))
  }

  /// The first part of an expression that is the image of a fraction, outer parts first.
  private static func first(
    in expression: Expression, _ kinds: FormulaKinds
  ) throws(SyntaxError) -> (part: Expression, image: FractionImage)? {
    if let image = try kinds.formula(expression)?.image { return (expression, image) }
    for part in expression.operands {
      if let found = try first(in: part, kinds) { return found }
    }
    return nil
  }
}
