internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// The edge x = 0 of a field with M_X = [[0, b(x)], [1, a(x, y)]], b(0) = 0, and M_Y(1, y) = [[…], [1, …]].
///
/// Let z be the value of a path from (1, y) on, and V(y) = a(0, y) + z. There M_Y(0, y) takes (0, V) to (0, qV), and
/// conservation says 1/V(y) = 1/q(y) + (e(y)/q(y))/V(y + 1): the values along the edge are the rests of a sum.
struct FieldEdge {
  /// a(0, y), q(y) and e(y) = M_Y(1, y)₂₂ − a(0, y + 1), polynomials in y.
  let (a, q, e): (Polynomial, Polynomial, Polynomial)
  /// a(x, y).
  private let entry: MultivariatePolynomial
  /// h with b = −h², 0 where b has no negative coefficient; the sign of a.
  let (h, sign): (Polynomial, Int)

  /// The edge of a field; nil for fields of another kind.
  init?(_ field: MatrixField) {
    guard field.axes.count == 2, field.rank == 2, field.parameters.isEmpty, field.axes.allSatisfy(\.isForward)
    else { return nil }
    let one = MultivariatePolynomial(constant: 1, variables: 2)
    let (first, second) = (field.axes[0].matrix, field.axes[1].matrix)
    let (x, y) = (first.numerators, second.numerators)
    func along(_ p: MultivariatePolynomial, _ line: [Polynomial]) -> Polynomial {
      p.restricted(toLine: line, scale: 1, degree: max(0, p.degree))
    }
    let (edge, beside) = ([Polynomial.zero, .variable], [Polynomial(constant: 1), .variable])
    guard first.denominator == one, second.denominator == one, x[0][0].isZero, x[1][0] == one,
      x[0][1].degree(in: 1) <= 0, along(x[0][1], edge).isZero, along(y[0][1], edge).isZero,
      along(y[1][0], beside) == Polynomial(constant: 1)
    else { return nil }
    let b = along(x[0][1], [.variable, .zero])
    entry = x[1][1]
    (a, q) = (along(entry, edge), along(y[1][1], edge))
    e = along(y[1][1], beside) - a.shifted(by: 1)
    guard !q.isZero, !e.isZero, !a.isZero, let root = b.isNonNegative(from: 0) ? .zero : (-b).squareRoot
    else {
      return nil
    }
    (h, sign) = (root, a.leading.signum)
  }

  /// The terms of 1/V(y₀); nil where one vanishes or is infinite.
  func terms(from y: Rational) -> HypergeometricTerm? {
    let (q, e) = (FieldEdge.moved(q, to: y), FieldEdge.moved(e, to: y))
    guard let first = q.value(at: 0), !first.isZero else { return nil }
    return HypergeometricTerm(ratio: e / q.shifted(by: 1), first: 1 / first)
  }

  /// P(y₀ + k) as a function of k.
  static func moved(_ polynomial: Polynomial, to y: Rational) -> RationalFunction {
    let argument = RationalFunction(
      Polynomial([y.numerator, y.denominator]), Polynomial(constant: y.denominator))
    return polynomial.coefficients.reversed().reduce(RationalFunction(0)) {
      $0 * argument + RationalFunction(Rational($1))
    }
  }

  /// Whether the rest t(k)q(y₀ + k)/V(y₀ + k) tends to 0 for the terms t where V lies within h(1) of a.
  func restVanishes(_ terms: HypergeometricTerm) -> Bool {
    guard a.degree > 0 else { return false }
    switch terms.convergence {
    case .geometric: return true
    case .power(let s), .alternating(let s): return Rational(Integer(q.degree - a.degree)) < s
    case .infinite, .undecided: return false
    }
  }

  /// The least m in 0...8 such that |a(x, y)| − h(x) − h(x + 1) has no negative coefficient in s and t for x = 1 + s,
  /// y = y₀ + m + t: there tails between 0 and ∓h(x + 1) lead to tails between 0 and ∓h(x). Nil where none is.
  func width(from y: Rational) -> Int? {
    let h = h.enumeratedTerms
    let both = h + self.h.shifted(by: 1).enumeratedTerms
    let bound =
      (sign > 0 ? entry : -entry)
      - MultivariatePolynomial(
        both.map { .init(exponents: [$0.0, 0], coefficient: $0.1) }, variables: 2)
    func linear(_ variable: Int, _ constant: Rational) -> MultivariatePolynomial {
      MultivariatePolynomial(variable: variable, of: 2)
        * MultivariatePolynomial(constant: y.denominator, variables: 2)
        + MultivariatePolynomial(constant: (constant * Rational(y.denominator)).numerator, variables: 2)
    }
    return (0...8).first { m in
      let inside = bound.substituting(
        [linear(0, 1), linear(1, y + Rational(Integer(m)))], scale: y.denominator)
      return inside.terms.allSatisfy { $0.coefficient.signum > 0 }
    }
  }
}

extension Polynomial {
  /// Exponents with their coefficients.
  fileprivate var enumeratedTerms: [(Int, Integer)] { coefficients.enumerated().map { ($0, $1) } }
}
