internal import WallisArithmetic
package import WallisFormulas

/// A recurrence L of order r that is a product MR of operators, where p and q already solve R, of order k < r.
///
/// M(Ru) = 0 for all solutions u of L: one with (Ru)(n) = 0 at r − k places in a row is a solution of R from there on.
package struct OrderReduction: Sendable, Hashable {
  /// The formula, a recurrence.
  package let product: MatrixProduct
  /// R holds for p and q from here on, and so does the argument.
  package let start: Int
  /// The coefficients of R.
  let factor: [RationalFunction]
  /// The coefficients of M.
  let quotient: [RationalFunction]
  /// p and q by R.
  package let reduced: MatrixProduct

  /// The reduction to a factor R; nil where it is none, or where p or q does not solve it from `start` on.
  init?(_ product: MatrixProduct, start: Int, factor: [RationalFunction]) {
    guard let c = product.recurrence, (3...product.rank).contains(factor.count), let lead = factor.first,
      let last = factor.last, !lead.isZero, !last.isZero, start >= product.first,
      start <= ExplicitSum.furthestStart, product.first >= -ExplicitSum.furthestStart
    else { return nil }
    guard let quotient = OrderReduction.quotient(of: c.map { RationalFunction($0) }, by: factor) else {
      return nil
    }
    let (order, count) = (factor.count - 1, quotient.count - 1)
    // Neither pole nor zero stands in the way of the induction from `start` + r − k on.
    let poles = (factor + quotient).flatMap { $0.denominator.integerRoots }
    let zeros = quotient[0].numerator.integerRoots + lead.numerator.integerRoots
    guard (poles + zeros).allSatisfy({ $0 < Integer(start) }) else { return nil }
    let window = product.rows(at: start + count).map { $0.map { Rational($0) } }
    for place in 0..<count {
      let n = start + place
      let values = factor.reversed().map { $0.value(at: n) ?? 0 }
      // u(n − k), …, u(n) among u(start + count − r), …, u(start + count − 1)
      let offset = n - order - (start + count - product.rank)
      guard window.allSatisfy({ Array($0[offset...(offset + order)]).dot(values).isZero }) else { return nil }
    }
    guard
      let reduced = MatrixProduct(
        recurrence: factor, p: Array(window[0][..<order]), q: Array(window[1][..<order]), from: start)
    else { return nil }
    (self.product, self.start, self.factor) = (product, start, factor)
    (self.quotient, self.reduced) = (quotient, reduced)
  }

  /// M with L = MR, c_j(n) = Σ m_i(n)R_{j−i}(n − i); nil where a remainder is left.
  private static func quotient(
    of c: [RationalFunction], by factor: [RationalFunction]
  ) -> [RationalFunction]? {
    var (rest, quotient) = (c, [RationalFunction]())
    for i in 0...(c.count - factor.count) {
      let multiplier = rest[i] / factor[0].shifted(by: Integer(-i))
      quotient.append(multiplier)
      guard !multiplier.isZero else { continue }
      for (j, coefficient) in factor.enumerated() {
        rest[i + j] = rest[i + j] - multiplier * coefficient.shifted(by: Integer(-i))
      }
    }
    return rest.allSatisfy(\.isZero) ? quotient : nil
  }
}
