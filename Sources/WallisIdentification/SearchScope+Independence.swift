internal import WallisArithmetic
public import WallisFormulas

extension SearchScope {
  /// A monomial with its total degree.
  struct Monomial: Sendable {
    let constant: Constant
    let degree: Int
  }

  /// The monomials up to a total degree, without those that a short relation ties to 1 and earlier ones, as √2·√2
  /// is: they would add nothing but that relation.
  static func independentMonomials(_ constants: [Constant], degree: Int) -> [Monomial] {
    var kept: [Monomial] = []
    for total in 1...max(1, degree) {
      for constant in monomials(constants, ofDegree: total)
      where total == 1 || relation(among: kept.map(\.constant) + [constant]) == nil {
        kept.append(Monomial(constant: constant, degree: total))
      }
    }
    return kept
  }

  /// A relation with integer coefficients among 1 and these constants, as text, for example `pi^2-6zeta(2) = 0`; nil
  /// when there is no short one.
  public static func dependence(among constants: [Constant]) -> String? {
    guard let relation = relation(among: constants) else { return nil }
    let sum = LinearSum(relation, [nil] + constants)
    return ExpressionWriter(.plain).text(sum.expression) + " = 0"
  }

  /// Coefficients of a relation that 60 digits, or 8 for each term, support beyond doubt.
  private static func relation(among constants: [Constant]) -> [Integer]? {
    let bits = SearchTarget.bits(digits: max(60, 8 * constants.count + 8))
    let numbers = [Ball(1, bits: bits)] + constants.map { $0.ball(bits: bits).rounded(toBits: bits) }
    guard let relation = IntegerRelation.search(among: numbers).relation else { return nil }
    return relation.grade >= .conjecture ? relation.coefficients : nil
  }
}
