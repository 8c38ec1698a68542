public import WallisArithmetic
public import WallisFormulas

/// A recurrence of order r whose solutions are products of solutions of recurrences of order 2, taken from fractions.
///
/// With convergents of index k, u(s + k) = h(k) Σ g·x(k)y(k): for two fractions r is 4 and x, y run over the numerators
/// and denominators of each; for one fraction the products are those of r − 1 of its own, its symmetric power.
/// h(k)/h(k−1) is a rational function. The proof is an identity: with x(m), x(m + 1) free, the coefficient of each product
/// in the recurrence at n = s + m + r is 0; and r values of p and of q that the products take.
///
/// - Reference: Singer, "Solving homogeneous linear differential equations in terms of second order linear differential
///   equations", Amer. J. Math. 107 (1985) 663–696, whose symmetric products of differential operators these are.
public struct SymmetricProduct: Sendable, Hashable {
  /// The formula, a recurrence.
  public let product: MatrixProduct
  /// s.
  public let start: Int
  /// One or two.
  public let factors: [ContinuedFraction]
  /// h(k)/h(k−1), without zeros and poles from k = 0 on.
  public let gauge: RationalFunction
  /// Coefficients of p and of q over the products of convergents, of which `monomials` gives the order.
  let forms: [[Rational]]

  /// The statement with these parts; nil where it does not hold.
  ///
  /// The identity is expanded, and the first r values of p and q determine the coefficients.
  public init?(
    _ product: MatrixProduct, start: Int, factors: [ContinuedFraction], gauge: RationalFunction
  ) {
    (self.product, self.start, self.factors, self.gauge) = (product, start, factors, gauge)
    let rank = product.rank
    guard product.recurrence != nil, rank >= 3, factors.count == 1 || factors.count == 2 && rank == 4,
      start.magnitude <= ExplicitSum.furthestStart, product.first >= -ExplicitSum.furthestStart,
      start + rank - 1 >= product.first, !gauge.isZero,
      gauge.regularPlace(from: 0) == 0,
      factors.allSatisfy({ fraction in
        !fraction.a.isZero && !fraction.b.isZero && fraction.b.integerRoots.allSatisfy { $0 < 1 }
      })
    else { return nil }
    guard let forms = SymmetricProduct.forms(product, start, factors, gauge) else { return nil }
    self.forms = forms
    guard isExpandable, identities.allSatisfy(\.holds) else { return nil }
  }

  /// Whether the degrees are such that the identity is expanded in a moment.
  private var isExpandable: Bool {
    let polynomials =
      (product.recurrence ?? []) + [gauge.numerator, gauge.denominator] + factors.flatMap { [$0.a, $0.b] }
    return polynomials.allSatisfy { $0.degree <= SymmetricProduct.largestDegree }
  }

  private static let largestDegree = 1_000

  /// The coefficients that the values of indices s − 1, …, s + r − 2 give.
  private static func forms(
    _ product: MatrixProduct, _ start: Int, _ factors: [ContinuedFraction], _ gauge: RationalFunction
  ) -> [[Rational]]? {
    let rank = product.rank
    let values = factors.map { convergents($0, count: rank) }
    var (rows, size) = ([[Rational]](), Rational(1))
    for k in 0..<rank {
      if k > 0 {
        guard let factor = gauge.value(at: k - 1) else { return nil }
        size = size * factor
      }
      rows.append(monomials(values.map { $0[k] }, rank: rank).map { $0 * size })
    }
    let found = product.rows(at: start + rank - 1).map { row in
      [Rational].solution(of: rows, row.map { Rational($0) })
    }
    let forms = found.compactMap(\.self)
    return forms.count == 2 ? forms : nil
  }

  /// p(k) and q(k) for k = −1, 0, ….
  private static func convergents(_ fraction: ContinuedFraction, count: Int) -> [[Rational]] {
    var values: [[Rational]] = [[1, 0], [Rational(fraction.a[0]), 1]]
    for k in 1..<(count - 1) {
      let (a, b) = (Rational(fraction.a.value(at: k)), Rational(fraction.b.value(at: k)))
      values.append(zip(values[k], values[k - 1]).map { a * $0 + b * $1 })
    }
    return values
  }

  /// The products of convergents: p₁p₂, p₁q₂, q₁p₂, q₁q₂ of two fractions, p^d, p^(d−1)q, …, q^d of one.
  private static func monomials(_ values: [[Rational]], rank: Int) -> [Rational] {
    guard values.count == 1 else { return values[0].flatMap { x in values[1].map { x * $0 } } }
    return (0..<rank).map { values[0][0].power(rank - 1 - $0) * values[0][1].power($0) }
  }
}

extension SymmetricProduct {
  /// The recurrence applied to products, one identity of polynomials in m for each of them.
  public var identities: [ProofIdentity] {
    guard let c = product.recurrence else { return [] }
    let rank = product.rank
    let states = factors.map { SymmetricProduct.states($0, count: rank) }
    let terms = (0...rank).map { j -> (factors: [Polynomial], products: [Polynomial]) in
      let coefficient = c[rank - j].shifted(by: Integer(start + rank))
      let scale = (1...rank).map { t -> Polynomial in
        (t <= j ? gauge.numerator : gauge.denominator).shifted(by: Integer(t))
      }
      return ([coefficient] + scale, products(states.map { $0[j] }))
    }
    return (0..<rank).map { place in
      func side(_ terms: ArraySlice<(factors: [Polynomial], products: [Polynomial])>, _ sign: Int)
        -> [[Polynomial]]
      {
        let one = Polynomial(constant: 1)
        let kept = terms.map { $0.factors + [Integer(sign) * $0.products[place]] }
          .filter { !$0.contains(.zero) }.map { $0.filter { $0 != one } }
        return kept.isEmpty ? [[.zero]] : kept.map { $0.isEmpty ? [one] : $0 }
      }
      return ProofIdentity(
        "products in the recurrence, \(SymmetricProduct.ordinals[place])", in: "m", side(terms[rank...], 1),
        side(terms[..<rank], -1))
    }
  }

  static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
  ]

  /// x(m + j) = A x(m + 1) + B x(m) for j = 0, …, r: the pairs (A, B).
  private static func states(_ fraction: ContinuedFraction, count: Int) -> [[Polynomial]] {
    let (zero, one) = (Polynomial.zero, Polynomial(constant: 1))
    var states = [[zero, one], [one, zero]]
    for j in 2...count {
      let (a, b) = (fraction.a.shifted(by: Integer(j)), fraction.b.shifted(by: Integer(j)))
      states.append(zip(states[j - 1], states[j - 2]).map { a * $0 + b * $1 })
    }
    return states
  }

  /// The coefficients of the products of x(m + 1) and x(m).
  private func products(_ states: [[Polynomial]]) -> [Polynomial] {
    guard states.count == 1 else { return states[0].flatMap { x in states[1].map { x * $0 } } }
    let degree = product.rank - 1
    return (0...degree).map { i in
      let binomial = (0..<i).reduce(Integer(1)) {
        ($0 * Integer(degree - $1)).dividedExactly(by: Integer($1 + 1))
      }
      return binomial * states[0][0].power(degree - i) * states[0][1].power(i)
    }
  }
}
