internal import WallisArithmetic

/// Two solutions p(n), q(n) of a recurrence, fractions as they are, with n!^s for N(n): the solution that dominates grows like
/// n!^s λⁿ n^k.
struct RecurrenceValuations: ValuationSource {
  private let coefficients: [Polynomial]
  /// Twice s.
  private let twicePower: Int
  /// p and q from index n₀ − r on, so that `offset` is the place of index 0.
  private var (p, q): ([Rational], [Rational])
  private let first: Int

  /// nil where n!^s is no product of roots of integers.
  init?(_ coefficients: [Polynomial], _ product: MatrixProduct, power s: Rational) {
    guard let twice = (s + s).numerator.word, (s + s).isInteger else { return nil }
    (self.coefficients, twicePower, first) = (coefficients, twice, product.first)
    (p, q) = (product.start[0].map { Rational($0) }, product.start[1].map { Rational($0) })
  }

  var room: Double { 3 * Double(coefficients.map(\.degree).max() ?? 0) }

  var exceptional: [Integer] {
    [coefficients[0].leading, coefficients[coefficients.count - 1].leading]
  }

  /// Of the rational roots of the first and the last coefficient; others are roots that no solution notices, as a rule, or no
  /// pattern shows.
  var denominators: Int? {
    let factors = [coefficients[0], coefficients[coefficients.count - 1]].flatMap(\.irreducibleFactors)
    let rational = factors.filter { $0.factor.degree == 1 }.reduce(Polynomial(constant: 1)) { $0 * $1.factor }
    return rational.denominatorOfRoots
  }

  func leading(at prime: Int) -> Rational { 0 }

  mutating func twice(through last: Int, at prime: Int) -> [Int] { twice(at: Array(1...last), prime) }

  mutating func twice(at depths: [Int], _ prime: Int) -> [Int] {
    extend(to: depths.last ?? 0)
    var (factorial, next) = (0, 1)
    return depths.map { n in
      while next <= n {
        factorial += Integer(next).valuation(at: prime)
        next += 1
      }
      return twicePower * factorial - 2 * commonValuation(at: n, prime)
    }
  }

  /// min(v_ℓ(p), v_ℓ(q)) at an index.
  private func commonValuation(at n: Int, _ prime: Int) -> Int {
    let place = n - first + coefficients.count - 1
    guard p.indices.contains(place) else { return 0 }
    let values = [p[place], q[place]].filter { $0.signum != 0 }
    return values.map { $0.numerator.valuation(at: prime) - $0.denominator.valuation(at: prime) }.min() ?? 0
  }

  private mutating func extend(to depth: Int) {
    let order = coefficients.count - 1
    while first - order + p.count <= depth {
      let n = first - order + p.count
      let values = coefficients.map { $0.value(at: n) }
      p.append(RecurrenceValuations.next(p, values))
      q.append(RecurrenceValuations.next(q, values))
    }
  }

  private static func next(_ u: [Rational], _ c: [Integer]) -> Rational {
    var sum = Rational(0)
    for i in 1..<c.count where !c[i].isZero { sum = sum - Rational(c[i]) * u[u.count - i] }
    return sum / Rational(c[0])
  }
}
