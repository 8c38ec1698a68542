internal import WallisArithmetic

/// Convergents p(N)/q(N) at a working precision with a rigorous bound of their distance from the limit.
///
/// Let g(n) = b(n+1)/(a(n)a(n+1)) with a(n)a(n+1) > 0. If g(n) ≥ −1/4 for all n ≥ N, every tail satisfies
/// T(n)/a(n) ≥ 1/2 (Worpitzky's parabola), so x = T(N) − a(N) = b(N+1)/T(N+1) lies between 0 and
/// 2b(N+1)/a(N+1). Since x = 0 gives the convergent,
/// |V − p(N)/q(N)| ≤ ∏|b(n)| |x| / (|q(N)| |q(N) + x q(N−1)|). The same with p in place of q bounds 1/V.
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
    let offset = ConvergentEnclosure.tailOffset(fraction, depth: depth)
    let spread = product.numeratorProduct * offset.magnitude
    value = ConvergentEnclosure.quotient(
      product.p, product.q, previous: product.previousQ, offset: offset, spread: spread)
    inverse = ConvergentEnclosure.quotient(
      product.q, product.p, previous: product.previousP, offset: offset, spread: spread)
  }

  /// Encloses T(N) − a(N) for a with a positive leading coefficient.
  private static func tailOffset(_ fraction: ContinuedFraction, depth: Int) -> Ball {
    let next = Integer(depth + 1)
    let ratio = Rational(fraction.b.value(at: next), fraction.a.value(at: next))
    return Ball(from: min(0, ratio + ratio), to: max(0, ratio + ratio), bits: 64)
  }

  private static func quotient(
    _ top: Ball, _ bottom: Ball, previous: Ball, offset: Ball, spread: Ball
  ) -> Ball? {
    let shifted = (bottom + offset * previous).magnitude
    guard !bottom.containsZero, !shifted.containsZero else { return nil }
    return (top / bottom).widened(by: (spread / (bottom.magnitude * shifted)).rounded(toBits: 64))
  }
}
