internal import WallisArithmetic
internal import WallisFormulas

extension OrderReduction {
  private static let furthestStart = 10_000
  /// Values from which a recurrence of order 2 is read.
  private static let indices = 64

  /// Seeks a factor of order 2, then one of order r − 1; nil where none is found that p and q solve.
  init?(of product: MatrixProduct) {
    guard let c = product.recurrence, product.rank >= 3 else { return nil }
    var factors = OrderReduction.ofOrderTwo(product).map { [$0] } ?? []
    // (1 − gE⁻¹)R = L for each g: R_j(n) = c_j(n) + g(n)R_{j−1}(n − 1).
    for ratio in OrderReduction.adjointRatios(of: c).ratios {
      let multiplier = RationalFunction(1) / ratio
      var factor = [RationalFunction(c[0])]
      for coefficient in c.dropFirst() {
        factor.append(RationalFunction(coefficient) + multiplier * factor[factor.count - 1].shifted(by: -1))
      }
      if factor.removeLast().isZero { factors.append(factor) }
    }
    for factor in factors {
      let roots = (factor.map(\.denominator) + [c[0], c[product.rank], factor[0].numerator])
        .flatMap(\.integerRoots)
      let furthest = (roots.max() ?? Integer(product.first)) + Integer(product.rank)
      guard let start = max(Integer(product.first), furthest).word,
        start - product.first <= OrderReduction.furthestStart,
        let found = OrderReduction(product, start: start, factor: factor)
      else { continue }
      self = found
      return
    }
    return nil
  }

  /// [1, −a, −b] with u(n) = a(n)u(n−1) + b(n)u(n−2) for p and q, by Cramer's rule from their values; nil where a and b
  /// are no rational functions of low degree.
  private static func ofOrderTwo(_ product: MatrixProduct) -> [RationalFunction]? {
    var values = [[Integer]](repeating: [], count: 2)
    // Rows hold r values of one scale; the last three of each are enough.
    var (a, b): ([Rational?], [Rational?]) = ([], [])
    let first = product.first + product.rank
    for n in first..<(first + indices) {
      values = product.rows(at: n).map { Array($0.suffix(3)) }
      let (p, q) = (values[0], values[1])
      let size = p[1] * q[0] - q[1] * p[0]
      a.append(size.isZero ? nil : Rational(p[2] * q[0] - q[2] * p[0], size))
      b.append(size.isZero ? nil : Rational(p[1] * q[2] - q[1] * p[2], size))
    }
    let start = (a.lastIndex { $0 == nil } ?? -1) + 1
    let laws = [a, b].compactMap { RationalLaw(shortestFor: $0[start...].compactMap(\.self)) }
    guard laws.count == 2 else { return nil }
    // The last value of the rows at n is u(n − 1).
    return [RationalFunction(1)] + laws.map { -$0.function.shifted(by: Integer(1 - first - start)) }
  }

  /// Solutions of the adjoint, Σ c_j(n + j)y(n + j) = 0: each is a left factor of order 1.
  static func adjointRatios(of c: [Polynomial]) -> HypergeometricRatios {
    HypergeometricRatios(of: c.indices.map { c[c.count - 1 - $0].shifted(by: Integer(-$0)) })
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
