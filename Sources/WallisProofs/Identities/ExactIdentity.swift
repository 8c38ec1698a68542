internal import WallisArithmetic
public import WallisFormulas

/// Equality of expressions over constants by exact identities: rational operations, roots of integers, powers of e,
/// logarithms of fractions, and the values of zeta and gamma functions that theorems give.
///
/// True is a proof. False says nothing: the numbers may be different, or equal for a reason that is not looked for.
public enum ExactIdentity {
  /// Whether two expressions are equal by identities, and both are defined.
  public static func areEqual(_ x: Expression, _ y: Expression) -> Bool {
    guard let left = try? x.evaluate(digits: 20).enclosure, let right = try? y.evaluate(digits: 20).enclosure,
      left.isFinite, right.isFinite, left.overlaps(right)
    else { return false }
    let difference = ConstantNode.sum([ConstantNode(x), ConstantNode(y).times(-1)])
    return ConstantRing(difference).isZero(difference)
  }

  /// The same number as a quotient of polynomials in independent constants, where that is shorter to write or does
  /// without a hypergeometric series.
  static func simplified(_ x: Expression) -> Expression {
    let node = ConstantNode(x)
    guard let other = ConstantRing(node).expression(of: node)?.closedFormOrder,
      !x.seriesCalls.isEmpty && other.seriesCalls.isEmpty
        || "\(ClosedForm(other))".count < "\(ClosedForm(x))".count,
      areEqual(other, x)
    else { return asRead(x) }
    return asRead(other)
  }

  /// The expression as its text is read back, which groups products in one way.
  private static func asRead(_ x: Expression) -> Expression {
    (try? Expression(parsing: "\(ClosedForm(x))"))?.closedFormOrder ?? x
  }
}
