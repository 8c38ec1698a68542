public import WallisFormulas

/// How far a search for closed forms goes.
public enum SearchScope: Sendable, Hashable {
  /// Fractions, quadratic irrationals, and Möbius images of each constant: a few milliseconds.
  case table
  /// Algebraic numbers to degree 12 as well; functions of the number (powers, exponentials, logarithms, circular functions);
  /// products of rational powers; combinations of constants of one weight or field, also in a denominator; roots times
  /// constants; images of special values of functions, of powers, roots and logarithms, of products and quotients of two
  /// constants; combinations of two constants, and of up to four well-known ones. Half a second.
  case standard
  /// The same and then quotients of combinations, triples and quadruples of all constants in increasing cost, until this
  /// many bases were searched.
  case wide(budget: Int)
  /// Roots of polynomials up to this degree, and nothing else: each degree to 12, then some on the way.
  case algebraic(degree: Int)
  /// Only these constants: Möbius images of each monomial up to a total degree, combinations of all monomials, and
  /// quotients of combinations.
  case among([Constant], degree: Int)

  /// Bases that `wide` searches unless told otherwise.
  public static let standardBudget = 50_000
  /// The most terms of one relation.
  public static let mostTerms = 24

  /// The monomials in `constants` of a total degree.
  static func monomials(_ constants: [Constant], ofDegree total: Int) -> [Constant] {
    exponents(count: constants.count, total: total).compactMap { Constant.monomial(constants, $0) }
  }

  /// Number of monomials in so many constants up to a total degree, 1 left out.
  public static func monomialCount(_ constants: Int, degree: Int) -> Int {
    guard degree > 0 else { return 0 }
    let ways = (1...degree).reduce(1.0) { $0 * Double(constants + $1) / Double($1) }
    return ways < 1e9 ? Int(ways.rounded()) - 1 : Int.max
  }

  /// All exponent vectors with this sum, the first constant's largest exponent first.
  private static func exponents(count: Int, total: Int) -> [[Int]] {
    guard count > 1 else { return count == 1 ? [[total]] : [] }
    return (0...total).reversed().flatMap { first in
      exponents(count: count - 1, total: total - first).map { [first] + $0 }
    }
  }
}
