internal import WallisArithmetic
internal import WallisFormulas

extension SymmetricProduct {
  /// Indices of the values from which a product is sought.
  private static let indices = 64
  private static let furthestStart = 10_000

  /// Seeks the recurrences whose products the solutions are: order 4 as products of two of order 2, order 3 as the
  /// symmetric square of one; nil where the values are none.
  init?(dividing product: MatrixProduct) {
    guard let c = product.recurrence, (3...4).contains(product.rank) else { return nil }
    let roots = (c[0].integerRoots + c[product.rank].integerRoots).map { $0 + 1 }
    guard let place = max(Integer(product.first), roots.max() ?? Integer(product.first)).word,
      place - product.first <= SymmetricProduct.furthestStart
    else { return nil }
    let window = SolutionWindow(c, from: place, count: SymmetricProduct.indices)
    guard let quadric = SolutionQuadric(window) else { return nil }
    let found = product.rank == 4 ? quadric.determinant : quadric.conic
    guard let forms = found else { return nil }
    let values = window.points.map { point in forms.map { $0.dot(point) } }
    self.init(product, from: window.first, values, isSquare: product.rank == 3)
  }

  /// From the coordinates x₁y₁, x₁y₂, x₂y₁, x₂y₂, or x₁², x₁x₂, x₂², of each point.
  private init?(_ product: MatrixProduct, from first: Int, _ values: [[Rational]], isSquare: Bool) {
    func points(_ pairs: [(Int, Int)]) -> [[Rational]] {
      values.map { value in
        let found = pairs.map { [value[$0.0], value[$0.1]] }.first { $0.contains { !$0.isZero } }
        return found ?? [0, 1]
      }
    }
    let pairs = isSquare ? [[(0, 1), (1, 2)]] : [[(0, 2), (1, 3)], [(0, 1), (2, 3)]]
    let sequences = pairs.map { ProjectiveSequence(from: first, points($0)) }
    let laws = sequences.compactMap(\.law)
    let starts = laws.compactMap { ProjectiveSequence.start(of: $0, from: first + 1) }
    guard laws.count == pairs.count, starts.count == pairs.count, let least = starts.max() else { return nil }
    // The gauge may have zeros and poles too: its start may lie further out.
    var start = least
    while start - first < values.count / 2 {
      let fractions = laws.map { ProjectiveSequence.fraction(of: $0, from: start) }
      let solutions = zip(sequences, fractions).compactMap { $0.solution(of: $1, from: start) }
      guard solutions.count == fractions.count,
        let gauge = SymmetricProduct.gauge(Array(values[(start - 1 - first)...]), solutions)
      else { return nil }
      if let place = gauge.regularPlace(from: 0), place > 0 {
        start += place
        continue
      }
      self.init(product, start: start, factors: fractions, gauge: gauge)
      return
    }
    return nil
  }

  /// h(k)/h(k−1), k ≥ 0, where the values of index k − 1 are h(k − 1) times the products of the solutions.
  private static func gauge(_ values: [[Rational]], _ solutions: [[[Rational]]]) -> RationalFunction? {
    let (x, y) = (solutions[0], solutions[solutions.count - 1])
    var sizes: [Rational] = []
    for (place, value) in values.enumerated() {
      let all = x[place].flatMap { one in y[place].map { one * $0 } }
      let products = solutions.count == 1 ? [all[0], all[1], all[3]] : all
      guard let index = products.firstIndex(where: { !$0.isZero }), !value[index].isZero else { return nil }
      sizes.append(value[index] / products[index])
    }
    return RationalLaw(shortestFor: zip(sizes.dropFirst(), sizes).map { $0 / $1 })?.function
  }
}
