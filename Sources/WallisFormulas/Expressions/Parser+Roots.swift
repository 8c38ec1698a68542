internal import WallisArithmetic

/// `root of P near v`, as closed forms write roots of polynomials in x without another name.
extension Parser {
  private static let (of, near) = ("of", "near")

  /// Whether such a root begins behind the name that was taken.
  var isAtRoot: Bool { current.kind == .name(Parser.of) }

  /// Whether the polynomial of a root ends here.
  var endsRoot: Bool { isInRoot && current.kind == .name(Parser.near) }

  /// The root behind the name `root`.
  mutating func root(_ token: Token) throws(SyntaxError) -> Expression {
    index += 1
    let outer = isInRoot
    isInRoot = true
    let polynomial = try sum()
    isInRoot = outer
    guard current.kind == .name(Parser.near) else {
      throw SyntaxError(
        "'near' was expected after the polynomial", at: current.range,
        remedy: "for example: root of x^3-x-2 near 1.5213797")
    }
    index += 1
    let isNegative = isAt("-")
    if isNegative { index += 1 }
    guard case .number(let value, let digits) = current.kind else {
      throw SyntaxError(
        "digits of the root were expected", at: current.range,
        remedy: "for example: root of x^3-x-2 near 1.5213797")
    }
    let place = Expression(.number(isNegative ? -value : value, digits: digits ?? 1), at: current.range)
    let range = token.range.lowerBound..<current.range.upperBound
    index += 1
    let root = Expression(.call(Expression.rootName, [polynomial, place]), at: range)
    guard root.algebraicNumber != nil else {
      throw SyntaxError(
        "this is no root of an irreducible polynomial in x of degree 3 or more, with coefficients below 2^1000",
        at: range, remedy: "roots of degree 2 are written with sqrt")
    }
    return root
  }
}
