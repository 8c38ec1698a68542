internal import WallisArithmetic

/// The value of a factorially or exponentially convergent fraction in fixed point, for searches.
///
/// The tail T(N) lies between two fractions (see `ConvergentEnclosure`); its ends are carried to n = 0 in 192 bits.
/// The value is a Möbius function of T(N) whose denominator is linear: if both ends give denominators of the same
/// sign there is no pole between them, and the value lies between the two results. The results keep 126 bits
/// of P and Q, and 2⁻¹⁰⁷ is added for their rounding.
///
/// Only ordinary cases are taken: anything else (large coefficients, values near 0 or ∞, slow convergence) is nil
/// and left to `ContinuedFraction.evaluate`.
struct TailInterval {
  /// The two ends carried to the value.
  private let ends: (FixedPointPair, FixedPointPair)

  private static let largestDepth = 4_000
  /// Contraction asked for, in bits: 30 digits of values up to 2¹² and a reserve.
  private static let contraction = 118.0

  /// - Precondition: a has a positive leading coefficient and its class is factorial or exponential.
  init?(_ fraction: ContinuedFraction) {
    guard let a = fraction.a.words, let b = fraction.b.words, a.count <= 4, b.count <= 6,
      let first = CertifiedDepth.first(a: a, b: b),
      let contracted = ContractionEstimate(fraction).depth(
        bits: TailInterval.contraction, limit: TailInterval.largestDepth)
    else { return nil }
    let depth = max(first, contracted)
    guard depth <= TailInterval.largestDepth, TailInterval.fits(a, b, at: depth + 1) else { return nil }
    ends = TailInterval.ends(a.reversed(), b.reversed(), depth: depth)
    guard ends.0.signOfQ == ends.1.signOfQ, ends.0.signOfQ != 0 else { return nil }
  }

  private static func fits(_ a: [Int], _ b: [Int], at n: Int) -> Bool {
    func size(_ c: [Int]) -> Double { c.reversed().reduce(0.0) { $0 * Double(n) + Double($1.magnitude) } }
    return size(a) + size(b) < Double(FixedPointPair.largestStep)
  }

  /// Carries T(N) = a(N) and T(N) = a(N) + 2b(N+1)/a(N+1) to n = 0; coefficients come leading first.
  private static func ends(_ a: [Int], _ b: [Int], depth: Int) -> (FixedPointPair, FixedPointPair) {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        let (last, next, numerator) = (horner(a, depth), horner(a, depth + 1), horner(b, depth + 1))
        var near = FixedPointPair(numerator: last, denominator: 1)
        // (a(N), 1) one step below the end x = 2b/a: T(N) = a(N) + b(N+1)/(a(N+1)/2).
        var far = FixedPointPair(numerator: next, denominator: 2)
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
    guard let near = quotient(ends.0), let far = quotient(ends.1) else { return nil }
    let margin = TailInterval.margin
    let (low, high) = near < far ? (near - margin, far + margin) : (far - margin, near + margin)
    guard low.signum == high.signum, low.signum != 0 else { return nil }
    let size = min(low.magnitude, high.magnitude).bitWidth - TailInterval.fraction
    guard size > -12, size < 12 else { return nil }
    let guess = Int((Double(size) * 0.30102999566398119).rounded(.down))
    for leading in [guess, guess - 1] {
      let scale = TailInterval.powersOfTen[digits - 1 - leading + 16]
      let (first, last) = (TailInterval.rounded(low, scale), TailInterval.rounded(high, scale))
      guard first == last else { return nil }
      let exponent = leading - digits + 1
      if first.magnitude >= TailInterval.powersOfTen[digits + 16] { continue }
      if first.magnitude >= TailInterval.powersOfTen[digits + 15] {
        return DecimalNumber(significand: first, exponent: exponent)
      }
    }
    return nil
  }

  /// Units of the last place that rounding may have cost.
  private static let margin = Integer(1).shifted(left: fraction - 107)
  /// 10^(k − 16) at index k ≥ 16; 1 below, for values up to 2¹² only 10⁰ and more are used.
  private static let powersOfTen = (0..<80).map { Integer.powerOfTen(max(0, $0 - 16)) }

  /// ⌊value · scale / 2^fraction + ½⌋.
  private static func rounded(_ value: Integer, _ scale: Integer) -> Integer {
    let doubled = (value * scale).shifted(left: 1 - fraction)
    return (doubled + 1).shifted(left: -1)
  }

  /// Bits after the point of the quotients.
  private static let fraction = 128

  /// ⌊P·2^fraction/Q⌋; nil where Q has lost too many bits.
  private func quotient(_ pair: FixedPointPair) -> Integer? {
    let q = pair.q
    guard q.bitWidth > 126 else { return nil }
    return pair.p.shifted(left: TailInterval.fraction).floorDivided(by: q)
  }
}

/// Depths from which the certificate of `ConvergentEnclosure` applies, in machine words.
enum CertifiedDepth {
  /// Smallest power of two N ≤ 4096 with a(n)a(n+1) > 0 and a(n)a(n+1) + 4b(n+1) ≥ 0 for all n ≥ N; nil when there
  /// is none. Coefficients come constant term first and are small.
  static func first(a: [Int], b: [Int]) -> Int? {
    let largest = (a + b).map(\.magnitude).max() ?? 0
    guard largest <= 1 << 20, a.count <= 4, b.count <= 6 else { return nil }
    let shiftedA = shifted(a, by: 1)
    var product = [Int](repeating: 0, count: max(a.count + shiftedA.count - 1, b.count))
    for (i, x) in a.enumerated() { for (j, y) in shiftedA.enumerated() { product[i + j] += x * y } }
    var discriminant = product
    for (i, x) in shifted(b, by: 1).enumerated() { discriminant[i] += 4 * x }
    var depth = 1
    while depth <= 4096, isWord(degree: product.count - 1, largest: largest, at: depth) {
      let values = shifted(product, by: depth)
      if values[0] > 0, values.allSatisfy({ $0 >= 0 }),
        shifted(discriminant, by: depth).allSatisfy({ $0 >= 0 })
      {
        return depth
      }
      depth *= 2
    }
    return nil
  }

  /// True when no Taylor coefficient at this depth can leave a word.
  private static func isWord(degree: Int, largest: UInt, at depth: Int) -> Bool {
    let size = 4 * Double(largest) * Double(max(1, largest)) * power(2 * Double(depth + 1), Double(degree))
    return size * Double(degree + 1) < 4e18
  }

  /// P(n + by) by repeated synthetic division.
  private static func shifted(_ coefficients: [Int], by step: Int) -> [Int] {
    var taylor = coefficients
    for start in taylor.indices.dropLast() {
      for index in stride(from: taylor.count - 2, through: start, by: -1) {
        taylor[index] = taylor[index] &+ step &* taylor[index + 1]
      }
    }
    return taylor
  }
}
