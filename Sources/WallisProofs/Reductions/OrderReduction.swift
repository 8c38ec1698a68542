internal import WallisArithmetic
package import WallisFormulas

/// A recurrence L of order r with a left factor of order 1: L = (1 − g(n)E⁻¹)R with E⁻¹ the step back, where p and q
/// already solve R, of order r − 1.
///
/// (Ru)(n) = g(n)(Ru)(n − 1) for all solutions u of L: a solution with (Ru)(N) = 0 at one place is one of R from there on.
package struct OrderReduction: Sendable, Hashable {
  /// The formula, a recurrence.
  package let product: MatrixProduct
  /// N: R holds from here on.
  package let start: Int
  /// The coefficients of R.
  let factor: [RationalFunction]
  /// g.
  let multiplier: RationalFunction
  /// p and q by R.
  package let reduced: MatrixProduct

  /// The reduction by a factor g; nil where it is none, or where p or q does not solve R at `start`.
  init?(_ product: MatrixProduct, start: Int, multiplier: RationalFunction) {
    guard let c = product.recurrence, product.rank >= 3, start >= product.first, !multiplier.isZero,
      abs(start) < 1 << 30, multiplier.regularPlace(from: start + 1) == start + 1
    else { return nil }
    let functions = c.map { RationalFunction($0) }
    // c_j(n) = t_j(n) − g(n)t_{j−1}(n − 1)
    var factor = [functions[0]]
    for coefficient in functions.dropFirst() {
      factor.append(coefficient + multiplier * factor[factor.count - 1].shifted(by: -1))
    }
    guard factor.removeLast().isZero else { return nil }
    let order = product.rank - 1
    guard factor.allSatisfy({ $0.denominator.integerRoots.allSatisfy { $0 < Integer(start) } }),
      !factor[order].isZero
    else { return nil }
    // u(start − order), …, u(start)
    let rows = product.rows(at: start + 1).map { $0.map { Rational($0) } }
    let values = factor.reversed().map { $0.value(at: start) ?? 0 }
    guard rows.allSatisfy({ $0.dot(values).isZero }),
      let reduced = MatrixProduct(
        recurrence: factor, p: Array(rows[0].dropLast()), q: Array(rows[1].dropLast()), from: start)
    else { return nil }
    (self.product, self.start, self.factor, self.multiplier) = (product, start, factor, multiplier)
    self.reduced = reduced
  }

  /// Seeks one; nil where L has no left factor of order 1 over ℚ whose R both p and q solve.
  init?(of product: MatrixProduct) {
    guard let c = product.recurrence, product.rank >= 3 else { return nil }
    for ratio in OrderReduction.adjointRatios(of: c).ratios {
      let multiplier = RationalFunction(1) / ratio
      let least = OrderReduction.regularPlace(of: multiplier, c, from: product.first)
      guard let start = least, let found = OrderReduction(product, start: start, multiplier: multiplier)
      else { continue }
      self = found
      return
    }
    return nil
  }

  /// Solutions of the adjoint, Σ c_j(n + j)y(n + j) = 0: each is a left factor of order 1.
  static func adjointRatios(of c: [Polynomial]) -> HypergeometricRatios {
    HypergeometricRatios(of: c.indices.map { c[c.count - 1 - $0].shifted(by: Integer(-$0)) })
  }

  private static func regularPlace(of g: RationalFunction, _ c: [Polynomial], from first: Int) -> Int? {
    let roots = (g.numerator.integerRoots + g.denominator.integerRoots).map { $0 + Integer(c.count) }
    guard let place = max(Integer(first), roots.max() ?? Integer(first)).word, place - first <= 10_000 else {
      return nil
    }
    return place
  }

  /// What was looked for where nothing was found, as far as the search went.
  static func sought(in product: MatrixProduct) -> String {
    let products = "the solutions are no products of those of recurrences of order 2"
    guard let c = product.recurrence else { return "none found" }
    let (right, left) = (HypergeometricRatios(of: c), adjointRatios(of: c))
    func count(_ ratios: HypergeometricRatios, _ order: Int) -> String {
      let end = ratios.isComplete ? "" : " among those tried"
      return ratios.ratios.isEmpty
        ? "no right factor of order \(order) over the fractions\(end)"
        : "\(ratios.ratios.count) of order \(order), of which p and q are no solutions"
    }
    return "none found: \(products); \(count(right, 1)), \(count(left, c.count - 2))"
  }
}
