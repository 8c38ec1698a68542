internal import WallisArithmetic

/// Roots of polynomials that have no other name, as expressions: the polynomial in x, and digits that tell the root
/// from the others.
extension Expression {
  /// Digits of the root that are shown; more only where two roots share them.
  private static let rootDigits = 8

  /// An algebraic number of degree 3 or more.
  package static func root(_ number: AlgebraicNumber) -> Expression {
    let polynomial = Expression.polynomial(number.polynomial, in: .name("x"))
    var digits = rootDigits
    while digits < 1_000 {
      let bits = digits * 4 + 64
      if let near = number.enclosure(bits: bits).decimal(digits: digits),
        AlgebraicNumber(rootOf: number.polynomial, near: Ball(near.fraction, bits: bits))?.index
          == number.index
      {
        return .call(rootName, polynomial, Expression(.number(near.fraction, digits: digits)))
      }
      digits *= 2
    }
    preconditionFailure("two roots of a squarefree polynomial share \(digits) digits")
  }

  /// The algebraic number that it states; nil for every other expression.
  package var algebraicNumber: AlgebraicNumber? {
    guard case .call(Expression.rootName, let arguments) = node, arguments.count == 2,
      case .number(let near, let digits?) = arguments[1].node,
      let polynomial = try? arguments[0].replacing(.name("x"), with: .name(NameTable.variable)).polynomial()
    else { return nil }
    return AlgebraicNumber(rootOf: polynomial, near: Ball(near, bits: digits * 4 + 64))
  }

  /// The root of P(−x) at the opposite place.
  static func oppositeRoot(_ polynomial: Expression, _ near: Expression) -> Expression {
    let variable = Expression.name(NameTable.variable)
    guard let read = try? polynomial.replacing(.name("x"), with: variable).polynomial() else {
      return Expression(.negation(.call(rootName, polynomial, near)))
    }
    let mirrored = Polynomial(read.coefficients.enumerated().map { $0 % 2 == read.degree % 2 ? $1 : -$1 })
    return .call(rootName, .polynomial(mirrored, in: .name("x")), near.opposite)
  }
}
