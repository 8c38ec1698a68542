public import WallisArithmetic

/// start·M(n₀)·M(n₀+1)⋯ with two rows p and q: a formula whose value is the common limit of the ratios of its columns.
///
/// A recurrence of order r with two solutions is one of rank r, and a continued fraction is one of rank 2.
public struct MatrixProduct: Sendable {
  /// M(n), of polynomials.
  public let matrix: PolynomialMatrix
  /// The rows p and q at the start.
  public let start: [[Integer]]
  /// n₀.
  public let first: Int

  /// Ranks that are multiplied.
  public static let largestRank = 12

  /// The product with these parts, rational functions over one denominator; nil where a matrix of the product would be
  /// infinite, or the start is 0.
  ///
  /// - Precondition: `matrix` is square, and `start` has two rows of as many columns.
  public init?(_ matrix: [[RationalFunction]], start: [[Rational]], from first: Int) {
    precondition(start.count == 2 && start.allSatisfy { $0.count == matrix.count }, "two rows")
    let common = matrix.joined().reduce(Polynomial(constant: 1)) { common, entry in
      (common * entry.denominator).quotient(by: common.gcd(entry.denominator)) ?? common
    }
    guard !common.integerRoots.contains(where: { $0 >= Integer(first) }) else { return nil }
    let scale = start.joined().reduce(Integer(1)) { scale, entry in
      (scale * entry.denominator).dividedExactly(by: scale.gcd(entry.denominator))
    }
    self.matrix = PolynomialMatrix(
      matrix.map { row in row.map { ($0 * RationalFunction(common)).numerator } })
    self.start = start.map { row in row.map { ($0 * Rational(scale)).numerator } }
    self.first = first
    guard self.start.joined().contains(where: { !$0.isZero }) else { return nil }
  }

  /// Number of columns.
  public var rank: Int { matrix.rank }
}

extension MatrixProduct {
  /// c₀(n)u_n + … + c_r(n)u_{n−r} = 0 for n ≥ n₀ with the values of p and q at n₀ − r … n₀ − 1; nil where c₀ has a root
  /// among the n.
  ///
  /// - Precondition: as many values in p and in q as the order, at least one.
  public init?(recurrence c: [RationalFunction], p: [Rational], q: [Rational], from first: Int) {
    let order = c.count - 1
    precondition(order >= 1 && p.count == order && q.count == order, "an order and as many values")
    guard !c[0].isZero else { return nil }
    // (u_{n−r}, …, u_{n−1}) M(n) = (u_{n−r+1}, …, u_n)
    let rows = (0..<order).map { i in
      (0..<order).map { j -> RationalFunction in
        if j == order - 1 { return -(c[order - i] / c[0]) }
        return RationalFunction(i == j + 1 ? 1 : 0)
      }
    }
    self.init(rows, start: [p, q], from: first)
  }
}
