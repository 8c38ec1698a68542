internal import WallisArithmetic

/// Exact values of a basis of the solutions of c₀(n)u(n) + … + c_r(n)u(n−r) = 0 at consecutive indices.
///
/// The basis begins with the unit vectors, so that the point at an index is the vector of all its values there.
struct SolutionWindow {
  /// Index of the first point.
  let first: Int
  /// The values of the r solutions at each index.
  let points: [[Rational]]

  /// So many indices from start − r on.
  ///
  /// - Precondition: c₀ has no root from `start` on.
  init(_ c: [Polynomial], from start: Int, count: Int) {
    let order = c.count - 1
    first = start - order
    var points = (0..<order).map { i in (0..<order).map { $0 == i ? Rational(1) : Rational(0) } }
    for n in start..<(start - order + max(order, count)) {
      let lead = Rational(c[0].value(at: n))
      var next = [Rational](repeating: 0, count: order)
      for i in 1...order {
        let factor = -Rational(c[i].value(at: n)) / lead
        guard !factor.isZero else { continue }
        next = zip(next, points[points.count - i]).map { $0 + factor * $1 }
      }
      points.append(next)
    }
    self.points = points
  }
}

extension [Rational] {
  /// The integers without a common factor that are in the same proportions; zeros stay.
  var proportions: [Integer] {
    let scale = reduce(Integer(1)) { $0 * $1.denominator.dividedExactly(by: $0.gcd($1.denominator)) }
    let integers = map { ($0 * Rational(scale)).numerator }
    let content = integers.reduce(Integer(0)) { $0.gcd($1) }
    return content.isZero ? integers : integers.map { $0.dividedExactly(by: content) }
  }

  /// Σ x·y.
  func dot(_ other: [Rational]) -> Rational { zip(self, other).reduce(Rational(0)) { $0 + $1.0 * $1.1 } }

  /// v with Mv = right for a square matrix M; nil where M is singular.
  static func solution(of rows: [[Rational]], _ right: [Rational]) -> [Rational]? {
    let space = nullSpace(ofRows: zip(rows, right).map { ($0 + [-$1]).proportions })
    guard space.count == 1, let weight = space[0].last, !weight.isZero else { return nil }
    return space[0].dropLast().map { Rational($0, weight) }
  }
}
