public import WallisArithmetic

/// A solution u(n) = z^n ∏ A(k) · C(n) of u(n) = a(n)u(n−1) + b(n)u(n−2), with a rational z and polynomials A and C:
/// u(n+1)/u(n) = z A(n) C(n+1)/C(n).
///
/// Where such a solution is the minimal one, the limit of the fraction is a(0) − u(0)/u(−1) (Pincherle): proved to be
/// rational, without any digits.
///
/// - Reference: Petkovšek, "Hypergeometric solutions of linear recurrences with polynomial coefficients", J. Symbolic
///   Comput. 14 (1992) 243–264; Lorentzen and Waadeland (1992), theorem III.6 (Pincherle).
public struct HypergeometricSolution: Sendable, Hashable {
  /// The constant ratio z.
  public let ratio: Rational
  /// A, a factor of b(n + 2).
  public let factor: Polynomial
  /// C, without a common factor of its coefficients.
  public let polynomial: Polynomial

  /// Largest degree of C that is tried.
  static let largestDegree = 60

  /// All solutions of this kind with the lowest degree of C for each z and A.
  ///
  /// - Complexity: a nullspace of at most `largestDegree` columns for each factor of b(n + 2) over ℚ.
  public static func all(of fraction: ContinuedFraction) -> [HypergeometricSolution] {
    let (a, b) = (fraction.a.shifted(by: 2), fraction.b.shifted(by: 2))
    guard !b.isZero else { return [] }
    return divisors(of: b, a: a).flatMap { factor -> [HypergeometricSolution] in
      guard let rest = quotient(of: b, by: factor) else { return [] }
      let next = factor.shifted(by: 1)
      return ratios(next, a, rest).compactMap { ratio in
        polynomialSolution(next, a, rest, ratio).map {
          HypergeometricSolution(ratio: ratio, factor: factor, polynomial: $0)
        }
      }
    }
  }

  /// Products of irreducible factors of positive degree, one for each choice of multiplicities, of the degrees with
  /// which leading terms can cancel: the largest of deg A, deg a and deg b − deg A is not that of one term alone.
  private static func divisors(of b: Polynomial, a: Polynomial) -> [Polynomial] {
    let cancelling = (0...b.degree).filter { degree in
      let degrees = [degree, a.degree, b.degree - degree]
      let highest = degrees.max() ?? 0
      return degrees.count { $0 == highest } > 1
    }
    guard let most = cancelling.last else { return [] }
    var products = [Polynomial(constant: 1)]
    for (factor, multiplicity) in b.irreducibleFactors where factor.degree > 0 {
      products = products.flatMap { product in
        (0...multiplicity).map { product * factor.power($0) }.filter { $0.degree <= most }
      }
      guard products.count <= mostDivisors else { return [] }
    }
    return products.filter { cancelling.contains($0.degree) }
  }

  private static let mostDivisors = 4_096

  private static func quotient(of b: Polynomial, by factor: Polynomial) -> Polynomial? {
    factor.degree == 0 ? b : b.quotient(by: factor)
  }

  /// Roots z ≠ 0 of the leading coefficients of z²A(n+1) − z a(n+2) − b(n+2)/A(n).
  private static func ratios(_ next: Polynomial, _ a: Polynomial, _ rest: Polynomial) -> [Rational] {
    let degree = max(next.degree, a.degree, rest.degree)
    let (x, y, z) = (next[degree], a[degree], rest[degree])
    if x.isZero { return y.isZero || z.isZero ? [] : [Rational(-z, y)] }
    guard let root = Rational(y * y + 4 * x * z).squareRoot else { return [] }
    let both = [(Rational(y) + root) / Rational(2 * x), (Rational(y) - root) / Rational(2 * x)]
    return Array(Set(both)).filter { $0.signum != 0 }.sorted()
  }

  /// C of lowest degree with z²A(n+1)C(n+2) − z a(n+2)C(n+1) − b(n+2)/A(n) C(n) = 0.
  private static func polynomialSolution(
    _ next: Polynomial, _ a: Polynomial, _ rest: Polynomial, _ ratio: Rational
  ) -> Polynomial? {
    let (s, t) = (ratio.numerator, ratio.denominator)
    let terms = ((s * s) * next, (s * t) * a, (t * t) * rest)
    for degree in possibleDegrees(terms.0, terms.1, terms.2) {
      let columns = (0...degree).map { k -> Polynomial in
        let power = Polynomial.variable.power(k)
        return terms.0 * power.shifted(by: 2) - terms.1 * power.shifted(by: 1) - terms.2 * power
      }
      let height = (columns.map(\.degree).max() ?? -1) + 1
      guard height > 0 else { return Polynomial(constant: 1) }
      let rows = (0..<height).map { i in columns.map { $0[i] } }
      if let vector = nullVector(ofRows: rows) { return Polynomial(vector) }
    }
    return nil
  }

  /// Degrees that the leading coefficients allow, ascending: with differences, P₂Δ² + (2P₂ − P₁)Δ + (P₂ − P₁ − P₀).
  private static func possibleDegrees(_ p2: Polynomial, _ p1: Polynomial, _ p0: Polynomial) -> [Int] {
    let operators = [p2 - p1 - p0, Integer(2) * p2 - p1, p2]
    let shift = operators.enumerated().filter { !$1.isZero }.map { $1.degree - $0 }.max() ?? 0
    var indicial = Polynomial.zero
    for (order, coefficient) in operators.enumerated() where coefficient.degree - order == shift {
      guard !coefficient.isZero else { continue }
      var falling = Polynomial(constant: coefficient.leading)
      for step in 0..<order { falling = falling * Polynomial([-step, 1]) }
      indicial = indicial + falling
    }
    let roots = indicial.isZero ? [] : indicial.integerRoots.compactMap(\.word)
    let small = shift < 0 ? Array(0..<(-shift)) : []
    return Set(roots + small).filter { (0...largestDegree).contains($0) }.sorted()
  }
}

extension HypergeometricSolution {
  /// True where every other solution of the recurrence outgrows this one.
  ///
  /// A second solution is u(n) Σ W(k)/(u(k)u(k−1)) with W(k) = ∏(−b); the quotient of its terms is a rational function
  /// of k, whose first two coefficients at infinity decide whether the sums grow beyond all bounds.
  public func isMinimal(for b: Polynomial) -> Bool {
    let excess = b.degree - 2 * factor.degree
    guard excess == 0 else { return excess > 0 }
    let limit = Rational(-b.leading) / (ratio * ratio * Rational(factor.leading * factor.leading))
    let size = limit.signum < 0 ? -limit : limit
    guard size == 1 else { return size > 1 }
    let degree = b.degree
    let top = degree > 0 ? Rational(b[degree - 1], b.leading) + Rational(Integer(degree)) : 0
    let bottom =
      factor.degree > 0
      ? 2 * Rational(factor[factor.degree - 1], factor.leading) - Rational(Integer(factor.degree)) : 0
    let exponent = top - bottom - Rational(Integer(2 * polynomial.degree))
    return limit.signum > 0 ? exponent >= -1 : exponent > 0
  }

  /// u(n)/u(n−1) = z A(n−1) C(n)/C(n−1).
  public var quotient: RationalFunction {
    RationalFunction(ratio)
      * RationalFunction(factor.shifted(by: -1) * polynomial, polynomial.shifted(by: -1))
  }

  /// a(0) − u(0)/u(−1), the limit where the solution is minimal; nil stands for ∞.
  public func limit(of a: Polynomial) -> Rational? {
    let start = polynomial.value(at: -1)
    guard !start.isZero else { return nil }
    return Rational(a[0]) - ratio * Rational(factor.value(at: -1) * polynomial[0], start)
  }
}
