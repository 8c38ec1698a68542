package import WallisArithmetic

extension MatrixProduct {
  private static let furthestStart = 20_000

  /// The limits of the ratios of both columns as images of continued fractions, for products of rank 2; nil for other
  /// ranks, and where an entry stays 0 by which the recurrence of a column is found.
  ///
  /// With M = [[a, b], [c, d]] the first column x obeys
  /// x_{n+2} = (a(n+1) + c(n+1)d(n)/c(n)) x_{n+1} − (c(n+1)/c(n)) det M(n) x_n.
  var fractions: [FractionImage]? {
    guard rank == 2 else { return nil }
    let (a, b, c, d) = (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1])
    let columns = [(a, c, d, 0), (d, b, a, 1)].map { column($0.0, $0.1, $0.2, $0.3) }
    guard let first = columns[0], let second = columns[1] else { return nil }
    return [first, second]
  }

  /// The ratio of one column, whose entry on the diagonal is `own` and beside it `other`.
  private func column(
    _ own: Polynomial, _ other: Polynomial, _ opposite: Polynomial, _ index: Int
  ) -> FractionImage? {
    guard !other.isZero, !matrix.determinant.isZero else { return nil }
    let next = other.shifted(by: 1)
    let a = RationalFunction(own.shifted(by: 1)) + RationalFunction(next * opposite, other)
    let b = -RationalFunction(next * matrix.determinant, other)
    // x_{n+2} = a(n)x_{n+1} + b(n)x_n from a place on where neither coefficient is infinite and b is not 0.
    let roots = (b.numerator.integerRoots + other.integerRoots + a.denominator.integerRoots).max()
    guard let place = max(Integer(first), (roots ?? Integer(first - 1)) + 1).word,
      place - first <= MatrixProduct.furthestStart
    else { return nil }
    let values = rows(at: place)
    let following = values.map { row in
      row[0] * matrix[0, index].value(at: place) + row[1] * matrix[1, index].value(at: place)
    }
    let here = values.map { $0[index] }
    return image(a, b, from: place, here: here, next: following)
  }

  /// The limit of p/q with u_{n+2} = a(n)u_{n+1} + b(n)u_n for n ≥ s and the values at s and s + 1: with x the fraction
  /// a(s) + b(s+1)/(a(s+1) + …) it is (p(s+1)x + p(s)b(s))/(q(s+1)x + q(s)b(s)).
  private func image(
    _ a: RationalFunction, _ b: RationalFunction, from place: Int, here: [Integer], next: [Integer]
  ) -> FractionImage? {
    let scale =
      (a.denominator * b.denominator).quotient(by: a.denominator.gcd(b.denominator)) ?? a.denominator
    let shift = Integer(place)
    let top = (RationalFunction(scale) * a).numerator.shifted(by: shift)
    let bottom = (RationalFunction(scale * scale.shifted(by: -1)) * b)
    guard bottom.denominator.degree == 0, let edge = b.value(at: place) else { return nil }
    let divisor = bottom.denominator[0]
    guard divisor.divides(bottom.numerator.content) else { return nil }
    let numerators = bottom.numerator.dividedExactly(by: divisor).shifted(by: shift)
    let size = scale.value(at: place)
    guard !numerators.isZero, !size.isZero else { return nil }
    // x = pcf/scale(s); both rows multiplied by scale(s) and by the denominator of b(s).
    func entry(_ value: Integer) -> Integer { value * edge.denominator }
    func constant(_ value: Integer) -> Integer { value * size * edge.numerator }
    guard
      let map = MoebiusMap(
        entry(next[0]), constant(here[0]), entry(next[1]), constant(here[1]))
    else { return nil }
    return FractionImage(ContinuedFraction(a: top, b: numerators), map: map)
  }

  /// The rows of start·M(n₀)⋯M(n − 1).
  package func rows(at index: Int) -> [[Integer]] {
    (first..<index).reduce(start) { rows, n in
      let step = matrix.value(at: n)
      return rows.map { row in
        (0..<rank).map { j in (0..<rank).reduce(Integer(0)) { $0 + row[$1] * step[$1, j] } }
      }
    }
  }
}
