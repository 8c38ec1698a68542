internal import RealModule
internal import WallisArithmetic

/// The value of a convergent fraction in fixed point with one rigorous bound, for searches.
///
/// The tail T(N) lies between two fractions (see `ConvergentEnclosure`); its ends are carried to n = 0 in `limbs`
/// words. The value is a Möbius function of T(N) whose denominator is linear: if both ends give denominators of the
/// same sign there is no pole between them, and the value lies between the two results. From the certified depth on,
/// steps do not enlarge what truncation costs; below it, where a or the discriminant may change sign and a tail may stay
/// for long beside one that it is repelled from, `TruncationError` watches it. It has to stay below the margin that is
/// added at both sides.
///
/// Only ordinary cases are taken: anything else (large coefficients, values near 0 or ∞, slow convergence) is nil
/// and left to `ContinuedFraction.evaluate`.
struct TailInterval<let limbs: Int> {
  /// The two ends carried to the value.
  let ends: (FixedPointPair<limbs>, FixedPointPair<limbs>)

  /// - Parameter reserve: bits of contraction beyond those of the digits.
  /// - Precondition: contraction alone makes the fraction converge.
  init?(_ fraction: WordFraction, digits: Int, reserve: Double) {
    guard let first = CertifiedDepth.first(fraction),
      let contracted = WordContraction.depth(
        fraction, bits: Double(digits) * Digits.bitsEach + reserve, limit: TailInterval.largestDepth)
    else { return nil }
    let depth = max(first, contracted)
    let n = Double(depth + 1)
    guard depth <= TailInterval.largestDepth,
      fraction.a.size(at: n) + fraction.b.size(at: n) < Double(FixedPointPair<limbs>.largestStep)
    else { return nil }
    guard let ends = TailInterval.ends(fraction.a, fraction.b, depth: depth, certified: first) else {
      return nil
    }
    self.ends = ends
    guard ends.0.signOfQ == ends.1.signOfQ, ends.0.signOfQ != 0 else { return nil }
  }

  /// Steps after which a fraction is left to the full evaluation.
  private static var largestDepth: Int { 10_000 }

  /// Carries T(N) = a(N) and T(N) = a(N) + 2b(N+1)/a(N+1) to n = 0; nil where truncation may have cost digits.
  private static func ends(
    _ a: WordFraction.Coefficients, _ b: WordFraction.Coefficients, depth: Int, certified: Int
  ) -> (FixedPointPair<limbs>, FixedPointPair<limbs>)? {
    let last = a.value(at: depth)
    var near = FixedPointPair<limbs>(numerator: last, denominator: 1)
    // One step from the tail a(N+1)/2 gives the other end of T(N).
    var far = FixedPointPair<limbs>(numerator: a.value(at: depth + 1), denominator: 2)
    far.step(a: last, b: b.value(at: depth + 1))
    for n in stride(from: depth - 1, through: certified, by: -1) {
      let (an, bn) = (a.value(at: n), b.value(at: n + 1))
      near.step(a: an, b: bn)
      far.step(a: an, b: bn)
    }
    var error = TruncationError(near)
    for n in stride(from: min(depth, certified) - 1, through: 0, by: -1) {
      let (an, bn) = (a.value(at: n), b.value(at: n + 1))
      near.step(a: an, b: bn)
      far.step(a: an, b: bn)
      error.follow(near, b: bn)
    }
    return error.isWithinMargin ? (near, far) : nil
  }

  /// The value to `digits` digits; nil where they are not forced, or the value is small or large.
  func text(digits: Int) -> String? { FixedPointPair.digits(between: ends.0, and: ends.1, digits: digits) }
}

/// Estimate of the contraction of a fraction in machine words; see `ContractionEstimate`.
private enum WordContraction {
  /// A depth at which the contraction reaches 2^(−bits), up to four more than needed; nil when `limit` steps do not
  /// suffice.
  ///
  /// Four steps count as the weaker of their ends to the fourth power.
  /// - Precondition: `bits` < 900.
  static func depth(_ fraction: WordFraction, bits: Double, limit: Int) -> Int? {
    let target = Double.pow(0.5, bits)
    var (product, n) = (1.0, 1.0)
    var here = step(fraction, n)
    while n < Double(limit) {
      if n < 4 {
        product *= here
        n += 1
        here = step(fraction, n)
      } else {
        let next = step(fraction, n + 4)
        let weaker = max(here, next)
        product *= weaker * weaker * (weaker * weaker)
        (n, here) = (n + 4, next)
      }
      if product <= target { return Int(n) - 1 }
    }
    return nil
  }

  private static func step(_ fraction: WordFraction, _ n: Double) -> Double {
    let neighbours = fraction.a.approximation(at: n) * fraction.a.approximation(at: n - 1)
    let ratio = 4 * fraction.b.approximation(at: n) / neighbours
    guard neighbours != 0, ratio > -1 else { return 1 }
    let sum = 1 + (1 + ratio).squareRoot()
    return max(1e-75, ratio.magnitude / (sum * sum))
  }
}
