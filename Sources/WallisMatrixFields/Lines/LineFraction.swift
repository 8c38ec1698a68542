public import WallisArithmetic
public import WallisFormulas

/// The polynomial continued fraction of a line through a field of rank 2.
///
/// Statement: with T = [[a, b], [c, d]] and U = [[1, a], [0, c]], U(n)⁻¹T(n)U(n+1) is a companion matrix. Inflated by
/// c(n) it has a′(n) = c(n)a(n+1) + d(n)c(n+1) and b′(n) = −det T(n)·c(n−1)c(n+1). The sign of b′ is that of the
/// determinant: characteristic roots of the fraction and eigenvalues of the steps have the same ratio.
public struct LineFraction: Sendable, Hashable {
  /// The fraction, deflated; its index n stands for step n + `offset` of the line.
  public let fraction: ContinuedFraction
  /// Steps of the line before the fraction begins: beyond the zeros of c.
  public let offset: Int
  /// limit of the line = map(limit of the fraction); nil where a step before is singular.
  public let map: MoebiusMap?

  /// Most steps that may come before the fraction.
  private static let longestOffset = 400

  /// The fraction of a line; nil for other ranks, and for lines whose recurrence has order 1.
  public init?(_ line: FieldLine) { self.init(step: line.step) }

  /// The fraction of steps of rank 2 from n = 0.
  init?(step: PolynomialMatrix) {
    guard step.rank == 2 else { return nil }
    let lower = step[1, 0]
    guard !lower.isZero else { return nil }
    let zeros = lower.integerRoots.compactMap(\.word).filter { $0 >= 0 }
    let offset = zeros.last.map { $0 + 1 } ?? 0
    guard offset <= LineFraction.longestOffset else { return nil }
    let entries = step.rows.map { $0.map { $0.shifted(by: Integer(offset)) } }
    let (a, c, d) = (entries[0][0], entries[1][0], entries[1][1])
    let determinant = a * d - entries[0][1] * c
    let next = c.shifted(by: 1)
    let raw = ContinuedFraction(
      a: c * a.shifted(by: 1) + d * next, b: -(determinant * c.shifted(by: -1) * next))
    guard !raw.a.isZero, !raw.b.isZero else { return nil }
    let canonical = CanonicalForm(raw)
    fraction = canonical.fraction
    self.offset = offset
    // y = (a(0) − det T(0)·c(1)/(scale·W))/c(0) with W the limit of the deflated fraction.
    let tail = MoebiusMap(
      a[0] * canonical.scale, -(determinant[0] * next[0]), c[0] * canonical.scale, 0)
    map = tail.flatMap { tail in LineFraction.prefix(step, steps: offset).map { $0.after(tail) } }
  }

  /// The product of the first steps as a map; nil where it is singular.
  private static func prefix(_ step: PolynomialMatrix, steps: Int) -> MoebiusMap? {
    guard steps > 0 else { return .identity }
    let product = IntegerMatrix(productOf: step, from: 0, count: steps)
    return MoebiusMap(product[0, 0], product[0, 1], product[1, 0], product[1, 1])
  }
}

extension LineFraction {
  /// p(n)/q(n) of the fraction, not reduced, by a product tree.
  /// - Precondition: `depth` ≥ 1.
  public func convergent(at depth: Int) -> (p: Integer, q: Integer) {
    precondition(depth >= 1, "a convergent has a depth")
    var a = PolynomialValues(fraction.a)
    var b = PolynomialValues(fraction.b)
    let steps = ContinuantColumn(a: &a, b: &b, steps: 1...depth)
    let (upper, lower) = (steps.upper.integer, steps.lower.integer)
    return (upper + fraction.a[0] * lower, lower)
  }
}
