internal import WallisArithmetic

/// The value of a convergent fraction in fixed point with one rigorous bound, for searches.
///
/// The tail T(N) lies between two fractions (see `ConvergentEnclosure`); its ends are carried to n = 0 in `limbs`
/// words. The value is a Möbius function of T(N) whose denominator is linear: if both ends give denominators of the
/// same sign there is no pole between them, and the value lies between the two results. Truncation stays below the
/// margin that is added at both sides.
///
/// Only ordinary cases are taken: anything else (large coefficients, values near 0 or ∞, slow convergence) is nil
/// and left to `ContinuedFraction.evaluate`.
struct TailInterval<let limbs: Int> {
  /// The two ends carried to the value.
  let ends: (FixedPointPair<limbs>, FixedPointPair<limbs>)

  /// - Parameter reserve: bits of contraction beyond those of the digits.
  /// - Precondition: a has a positive leading coefficient, and contraction alone makes the fraction converge.
  init?(_ fraction: ContinuedFraction, digits: Int, reserve: Double) {
    guard let a = fraction.a.words, let b = fraction.b.words, a.count <= 4, b.count <= 6,
      let first = CertifiedDepth.first(a: a, b: b),
      let contracted = ContractionEstimate(fraction).depth(
        bits: Double(digits) * 3.3219280948873623 + reserve, limit: IntervalValue.largestDepth)
    else { return nil }
    let depth = max(first, contracted)
    guard depth <= IntervalValue.largestDepth, TailInterval.fits(a, b, at: depth + 1) else { return nil }
    ends = TailInterval.ends(a.reversed(), b.reversed(), depth: depth)
    guard ends.0.signOfQ == ends.1.signOfQ, ends.0.signOfQ != 0 else { return nil }
  }

  private static func fits(_ a: [Int], _ b: [Int], at n: Int) -> Bool {
    func size(_ c: [Int]) -> Double { c.reversed().reduce(0.0) { $0 * Double(n) + Double($1.magnitude) } }
    return size(a) + size(b) < Double(FixedPointPair<limbs>.largestStep)
  }

  /// Carries T(N) = a(N) and T(N) = a(N) + 2b(N+1)/a(N+1) to n = 0; coefficients come leading first.
  private static func ends(
    _ a: [Int], _ b: [Int], depth: Int
  ) -> (FixedPointPair<limbs>, FixedPointPair<limbs>) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        let (last, next, numerator) = (horner(a, depth), horner(a, depth + 1), horner(b, depth + 1))
        var near = FixedPointPair<limbs>(numerator: last, denominator: 1)
        // One step from the tail a(N+1)/2 gives the other end of T(N).
        var far = FixedPointPair<limbs>(numerator: next, denominator: 2)
        far.step(a: last, b: numerator)
        for n in stride(from: depth - 1, through: 0, by: -1) {
          let (an, bn) = (horner(a, n), horner(b, n + 1))
          near.step(a: an, b: bn)
          far.step(a: an, b: bn)
        }
        return (near, far)
      }
    }
  }

  @inline(__always)
  private static func horner(_ leadingFirst: UnsafeBufferPointer<Int>, _ n: Int) -> Int {
    var value = 0
    for coefficient in leadingFirst { value = value &* n &+ coefficient }
    return value
  }

  /// The value to `digits` digits; nil where they are not forced, or the value is small or large.
  func decimal(digits: Int) -> DecimalNumber? {
    IntervalValue.decimal(ends.0, ends.1, digits: digits)
  }
}

/// Digits forced by two values in fixed point between which a value lies.
enum IntervalValue {
  /// Steps after which a fraction is left to the full evaluation.
  static let largestDepth = 10_000

  /// The value rounded to nearest where every number between P/Q of the two pairs, widened by the truncation of
  /// their words, has the same digits; nil elsewhere, and for moduli outside 2⁻¹² … 2¹².
  static func decimal<let limbs: Int>(
    _ near: FixedPointPair<limbs>, _ far: FixedPointPair<limbs>, digits: Int
  ) -> DecimalNumber? {
    let bits = 64 * (limbs - 1)
    guard let x = quotient(near, bits), let y = quotient(far, bits) else { return nil }
    return decimal(from: min(x, y) - margin, to: max(x, y) + margin, bits: bits, digits: digits)
  }

  /// The same for a value at a distance of at most `factor` times that of the two results from the first.
  static func decimal<let limbs: Int>(
    _ value: FixedPointPair<limbs>, around other: FixedPointPair<limbs>, factor: Integer, digits: Int
  ) -> DecimalNumber? {
    let bits = 64 * (limbs - 1)
    guard let x = quotient(value, bits), let y = quotient(other, bits) else { return nil }
    let radius = (x - y).magnitude * factor + margin
    return decimal(from: x - radius, to: x + radius, bits: bits, digits: digits)
  }

  /// Units of the last place that truncation may have cost.
  private static let margin = Integer(1).shifted(left: 21)

  private static func decimal(from low: Integer, to high: Integer, bits: Int, digits: Int) -> DecimalNumber? {
    guard low.signum == high.signum, low.signum != 0 else { return nil }
    let size = min(low.magnitude, high.magnitude).bitWidth - bits
    guard size > -12, size < 12 else { return nil }
    let guess = Int((Double(size) * 0.30102999566398119).rounded(.down))
    for leading in [guess, guess - 1] {
      let scale = powersOfTen[digits - 1 - leading + 4]
      let (first, last) = (rounded(low, scale, bits), rounded(high, scale, bits))
      guard first == last else { return nil }
      if first.magnitude >= powersOfTen[digits + 4] { continue }
      if first.magnitude >= powersOfTen[digits + 3] {
        return DecimalNumber(significand: first, exponent: leading - digits + 1)
      }
    }
    return nil
  }

  /// 10^(k − 4) at index k; exponents below 0 do not occur with 5 digits or more.
  private static let powersOfTen = (0..<128).map { Integer.powerOfTen(max(0, $0 - 4)) }

  /// ⌊P·2^bits/Q⌋; nil where Q has lost too many bits.
  private static func quotient<let limbs: Int>(_ pair: FixedPointPair<limbs>, _ bits: Int) -> Integer? {
    let q = pair.q
    guard q.bitWidth > bits - 2 else { return nil }
    return pair.p.shifted(left: bits).floorDivided(by: q)
  }

  /// ⌊value · scale / 2^bits + ½⌋.
  private static func rounded(_ value: Integer, _ scale: Integer, _ bits: Int) -> Integer {
    ((value * scale).shifted(left: 1 - bits) + 1).shifted(left: -1)
  }
}
