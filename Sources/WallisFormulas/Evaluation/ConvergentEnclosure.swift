internal import WallisArithmetic

/// Convergents p(N)/q(N) at a working precision with a rigorous bound of their distance from the limit.
///
/// If b(n+1)/(a(n)a(n+1)) ≥ −1/4 for all n ≥ N, every tail satisfies T(n)/a(n) ≥ 1/2 (Worpitzky's parabola), so
/// |T(N) − a(N)| ≤ r = 2|b(N+1)/a(N+1)| and, since T(N) = a(N) gives the convergent,
/// |V − p(N)/q(N)| ≤ ∏|b(n)| r / (|q(N)| (|q(N)| − r|q(N−1)|)). The same with p in place of q bounds 1/V.
struct ConvergentEnclosure {
  /// Depth N.
  let depth: Int
  /// Encloses the limit; nil when the denominators do not exclude ∞.
  let value: Ball?
  /// Encloses 1 / limit; nil when the numerators do not exclude 0.
  let inverse: Ball?

  /// Smallest power of two from which the certificate applies; nil when it never does below 2³⁰.
  static func firstCertifiedDepth(_ fraction: ContinuedFraction) -> Int? {
    let (a, b) = (fraction.a, fraction.b)
    let neighbours = a * a.shifted(by: 1)
    let discriminant = neighbours + Integer(4) * b.shifted(by: 1)
    var depth = 1
    while depth < 1 << 30 {
      let start = Integer(depth)
      if neighbours.isNonNegative(from: start), neighbours.value(at: start).signum > 0,
        discriminant.isNonNegative(from: start)
      {
        return depth
      }
      depth *= 2
    }
    return nil
  }

  /// Enclosure at a depth where the certificate applies.
  init(_ fraction: ContinuedFraction, product: borrowing BallProduct, bits: Int) {
    depth = product.depth
    let next = Integer(depth + 1)
    let radius =
      (Ball(fraction.b.value(at: next), bits: 64) / Ball(fraction.a.value(at: next), bits: 64)).magnitude * 2
    let spread = product.numeratorProduct * radius
    value = ConvergentEnclosure.quotient(
      product.p, product.q, previous: product.previousQ, radius: radius, spread: spread)
    inverse = ConvergentEnclosure.quotient(
      product.q, product.p, previous: product.previousP, radius: radius, spread: spread)
  }

  private static func quotient(
    _ top: Ball, _ bottom: Ball, previous: Ball, radius: Ball, spread: Ball
  ) -> Ball? {
    let size = bottom.magnitude
    let smallest = size - radius * previous.magnitude
    guard size.isPositive, smallest.isPositive else { return nil }
    return (top / bottom).widened(by: (spread / (size * smallest)).rounded(toBits: 64))
  }
}
