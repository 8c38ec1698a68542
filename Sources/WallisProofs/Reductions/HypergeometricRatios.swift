internal import WallisArithmetic

/// The hypergeometric solutions of c₀(n)y(n) + … + c_r(n)y(n−r) = 0 over ℚ, as the rational functions y(n)/y(n−1): the
/// right factors of order 1 of an operator of any order.
///
/// y(n+1)/y(n) = z A(n)C(n+1)/(B(n)C(n)) with A a divisor of the lowest coefficient, B one of the highest, z a root of what
/// the leading coefficients leave, and C a polynomial, whose degree the coefficients bound.
///
/// - Reference: Petkovšek, "Hypergeometric solutions of linear recurrences with polynomial coefficients", J. Symbolic
///   Comput. 14 (1992) 243–264.
struct HypergeometricRatios: Sendable {
  /// y(n)/y(n−1), each once, for a basis of the C of each z, A and B.
  let ratios: [RationalFunction]
  /// Whether all A, B and degrees of C were tried.
  let isComplete: Bool

  /// Largest degree of C, and pairs of A and B, that are tried.
  private static let (largestDegree, mostPairs) = (80, 20_000)

  /// - Precondition: c₀ and c_r are not 0, and r is at least 1.
  init(of c: [Polynomial]) {
    let order = c.count - 1
    let p = (0...order).map { c[order - $0].shifted(by: Integer(order)) }
    let (tops, bottoms) = (
      HypergeometricRatios.divisors(of: p[0]),
      HypergeometricRatios.divisors(of: p[order].shifted(by: Integer(1 - order)))
    )
    guard let tops, let bottoms, tops.count * bottoms.count <= Self.mostPairs else {
      (ratios, isComplete) = ([], false)
      return
    }
    var (found, isComplete): ([RationalFunction], Bool) = ([], true)
    for a in tops {
      for b in bottoms {
        let q = Self.factored(p, a, b)
        for z in Self.constants(q) {
          let (polynomials, isWhole) = Self.polynomials(q, z)
          isComplete = isComplete && isWhole
          for polynomial in polynomials {
            let ratio =
              RationalFunction(z) * RationalFunction(a * polynomial.shifted(by: 1), b * polynomial)
            found.append(ratio.shifted(by: -1))
          }
        }
      }
    }
    (ratios, self.isComplete) = (found.uniqued, isComplete)
  }

  /// All products of irreducible factors; nil where they are too many.
  private static func divisors(of polynomial: Polynomial) -> [Polynomial]? {
    var products = [Polynomial(constant: 1)]
    for (factor, multiplicity) in polynomial.irreducibleFactors {
      products = products.flatMap { product in (0...multiplicity).map { product * factor.power($0) } }
      guard products.count <= mostPairs else { return nil }
    }
    return products
  }

  /// P_i(n) A(n)⋯A(n + i − 1) B(n + i)⋯B(n + r − 1).
  private static func factored(_ p: [Polynomial], _ a: Polynomial, _ b: Polynomial) -> [Polynomial] {
    p.enumerated().map { i, coefficient in
      (0..<(p.count - 1)).reduce(coefficient) { $0 * ($1 < i ? a : b).shifted(by: Integer($1)) }
    }
  }

  /// z ≠ 0 for which the leading terms of Σ z^i Q_i cancel.
  private static func constants(_ q: [Polynomial]) -> [Rational] {
    guard let degree = q.map(\.degree).max() else { return [] }
    return Polynomial(q.map { $0[degree] }).irreducibleFactors.compactMap { factor, _ in
      factor.degree == 1 && !factor[0].isZero ? Rational(-factor[0], factor[1]) : nil
    }
  }

  /// A basis of the polynomials C with Σ z^i Q_i(n)C(n + i) = 0, and whether no degree was left out.
  private static func polynomials(_ q: [Polynomial], _ z: Rational) -> ([Polynomial], Bool) {
    let order = q.count - 1
    let scaled = q.enumerated().map {
      (z.numerator.power($0) * z.denominator.power(order - $0)) * $1
    }
    let degrees = possibleDegrees(scaled)
    guard let degree = degrees.last(where: { $0 <= largestDegree }) else { return ([], degrees.isEmpty) }
    let columns = (0...degree).map { k -> Polynomial in
      let power = Polynomial.variable.power(k)
      return scaled.enumerated().reduce(.zero) { $0 + $1.element * power.shifted(by: Integer($1.offset)) }
    }
    let isWhole = degrees.last == degree
    let height = (columns.map(\.degree).max() ?? -1) + 1
    guard height > 0 else { return ([Polynomial(constant: 1)], isWhole) }
    let rows = (0..<height).map { i in columns.map { $0[i] } }
    var rank = ResidueRank(columns: columns.count)
    for row in rows { rank.add(row.map { $0.residue(modulo: ResidueRank.prime) }) }
    return (rank.isFull ? [] : nullSpace(ofRows: rows).map { Polynomial($0) }, isWhole)
  }

  /// Degrees that the leading coefficients allow, ascending: with differences, Σ R_j Δ^j, R_j = Σ_i C(i, j)Q_i.
  private static func possibleDegrees(_ q: [Polynomial]) -> [Int] {
    let operators = q.indices.map { j in
      (j..<q.count).reduce(Polynomial.zero) { $0 + binomial($1, j) * q[$1] }
    }
    let shift = operators.enumerated().filter { !$1.isZero }.map { $1.degree - $0 }.max() ?? 0
    var indicial = Polynomial.zero
    for (j, coefficient) in operators.enumerated() where coefficient.degree - j == shift {
      guard !coefficient.isZero else { continue }
      indicial =
        indicial + (0..<j).reduce(Polynomial(constant: coefficient.leading)) { $0 * Polynomial([-$1, 1]) }
    }
    let roots = indicial.integerRoots.compactMap(\.word)
    let small = shift < 0 ? Array(0..<(-shift)) : []
    return Set(roots + small).filter { $0 >= 0 }.sorted()
  }

  private static func binomial(_ n: Int, _ k: Int) -> Integer {
    (0..<k).reduce(Integer(1)) { ($0 * Integer(n - $1)).dividedExactly(by: Integer($1 + 1)) }
  }
}
