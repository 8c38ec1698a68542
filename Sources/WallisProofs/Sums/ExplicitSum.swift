public import WallisArithmetic
public import WallisFormulas

/// A continued fraction as an explicit sum: limit = map(Σ t(k)).
///
/// Let y(n) = r(n)y(n−1) with y(−1) = 1 solve the recurrence of the tail of the fraction from index m on, that is
/// r(n) = a(m+n) + b(m+n)/r(n−1), with neither zero nor pole at n ≥ 0. Then the convergents p(n)/y(n) and q(n)/y(n)
/// grow by multiples of one term, t(0) = −b(m+1)/(r(0)²r(1)), t(k+1)/t(k) = −b(m+k+2)/(r(k+2)r(k+1)), and the tail is
/// (a(m) + (a(m) − r(0))r(0)S)/(1 + r(0)S) for S = Σ t(k), or a(m) − r(0) where |S| grows beyond all bounds.
///
/// - Reference: Euler (1748), Introductio, chapter 18; Petkovšek (1992) for y.
public struct ExplicitSum: Sendable, Hashable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// m, where the tail starts.
  public let start: Int
  /// r(n), of the tail.
  public let solution: RationalFunction
  /// t(k).
  public let term: HypergeometricTerm

  /// The sum that a rational function r(n) gives for the tail from `start` on; nil where it is no solution without
  /// zeros and poles, or the fraction ends before its tail.
  public init?(_ fraction: ContinuedFraction, start: Int, solution: RationalFunction) {
    let (a, b) = (
      RationalFunction(fraction.a.shifted(by: Integer(start))),
      RationalFunction(fraction.b.shifted(by: Integer(start)))
    )
    guard start >= 0, start <= ExplicitSum.furthestStart, solution.regularPlace(from: 0) == 0,
      solution == a + b / solution.shifted(by: -1), let r0 = solution.value(at: 0),
      let r1 = solution.value(at: 1), let b1 = b.value(at: 1),
      let term = HypergeometricTerm(
        ratio: -b.shifted(by: 2) / (solution.shifted(by: 2) * solution.shifted(by: 1)),
        first: -b1 / (r0 * r0 * r1)), fraction.tailMap(steps: start) != nil
    else { return nil }
    (self.fraction, self.start, self.solution, self.term) = (fraction, start, solution, term)
  }

  /// The sums of all first-order right factors with rational coefficients, none where there are none.
  public static func all(of fraction: ContinuedFraction) -> [ExplicitSum] {
    HypergeometricSolution.all(of: fraction).compactMap { solution in
      let ratio = solution.quotient
      guard let start = ratio.regularPlace(from: 0), start <= furthestStart else { return nil }
      return ExplicitSum(fraction, start: start, solution: ratio.shifted(by: Integer(start)))
    }
  }

  /// Farthest index that the steps of a proof begin at: exact values up to there take a second.
  static let furthestStart = 10_000

  /// S ↦ limit.
  public var map: MoebiusMap? {
    guard let r = solution.value(at: 0), let tail = fraction.tailMap(steps: start)
    else { return nil }
    let a = Rational(fraction.a.value(at: start))
    let (slope, scale) = ((a - r) * r, r)
    let common = slope.denominator * scale.denominator
    guard
      let map = MoebiusMap(
        (slope * Rational(common)).numerator, a.numerator * common, (scale * Rational(common)).numerator,
        common)
    else { return nil }
    return tail.inverse.after(map)
  }

  /// The limit where |S| grows beyond all bounds; nil stands for ∞.
  public var limitAtInfinity: Rational? {
    guard let map, !map.c.isZero else { return nil }
    return Rational(map.a, map.c)
  }
}
