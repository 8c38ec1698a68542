internal import WallisArithmetic

/// Convergents p(N)/q(N) at a working precision with a rigorous bound of their distance from the limit.
///
/// Let g(n) = b(n+1)/(a(n)a(n+1)) with a(n)a(n+1) > 0. If g(n) ≥ −1/4 for all n ≥ N, every tail satisfies
/// T(n)/a(n) ≥ 1/2 (Worpitzky's parabola), so x = T(N) − a(N) = b(N+1)/T(N+1) lies between 0 and
/// 2b(N+1)/a(N+1). Since x = 0 gives the convergent,
/// |V − p(N)/q(N)| ≤ ∏|b(n)| |x| / (|q(N)| |q(N) + x q(N−1)|). The same with p in place of q bounds 1/V, and any other
/// enclosure of x in place of this one, such as that of a tail series, gives its own bound.
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
  init(_ fraction: ContinuedFraction, product: borrowing BallProduct) {
    let offset = ConvergentEnclosure.tailOffset(fraction, depth: product.depth)
    self.init(product, center: Ball(0, bits: 64), radius: offset.magnitude, offset: offset)
  }

  /// Enclosure by a tail T(N) known to lie at a distance of at most `radius` from `tail`.
  init(_ fraction: ContinuedFraction, product: borrowing BallProduct, tail: Ball, radius: Ball) {
    let center = tail - Ball(fraction.a.value(at: product.depth), bits: tail.bits)
    self.init(product, center: center, radius: radius.magnitude, offset: center.widened(by: radius))
  }

  /// The center gives the midpoint; the determinant of the steps carries the radius to the value.
  private init(_ product: borrowing BallProduct, center: Ball, radius: Ball, offset: Ball) {
    depth = product.depth
    let spread = product.numeratorProduct * radius
    let (top, bottom) = (product.p + center * product.previousP, product.q + center * product.previousQ)
    value = ConvergentEnclosure.quotient(
      top, bottom, end: product.q + offset * product.previousQ, spread: spread)
    inverse = ConvergentEnclosure.quotient(
      bottom, top, end: product.p + offset * product.previousP, spread: spread)
  }

  /// Encloses T(N) − a(N) for a with a positive leading coefficient.
  private static func tailOffset(_ fraction: ContinuedFraction, depth: Int) -> Ball {
    let next = Integer(depth + 1)
    let ratio = Rational(fraction.b.value(at: next), fraction.a.value(at: next))
    return Ball(from: min(0, ratio + ratio), to: max(0, ratio + ratio), bits: 64)
  }

  /// top/bottom with the room that the true tail needs, whose denominator lies in `end`.
  private static func quotient(_ top: Ball, _ bottom: Ball, end: Ball, spread: Ball) -> Ball? {
    guard !bottom.containsZero, !end.containsZero else { return nil }
    return (top / bottom).widened(by: (spread / (bottom.magnitude * end.magnitude)).rounded(toBits: 64))
  }
}
