internal import WallisArithmetic

/// Σ t(k) over k ≥ a for terms of any kind, by Levin's u transformation of two sets of partial sums that have to agree.
///
/// Nothing is proved: the transformation rests on a remainder like k·t(k) times a series in 1/k, as terms that fall like
/// powers, with alternating signs or geometrically have it.
/// - Reference: Levin (1973), Development of non-linear transformations for improving convergence of sequences,
///   Int. J. Comput. Math. B 3, 371–388.
struct LevinSum {
  let call: BoundCall
  let start: Int
  let context: ExpressionValue

  /// The sum; nil where the two evaluations do not agree to the precision, less a few bits.
  ///
  /// - Throws: what the value of a term throws.
  func value() throws -> Ball? {
    let (bits, count) = (context.bits, context.bits * 2 / 5 + 24)
    let working = 4 * bits + 128
    guard Double(count) * Double(working) <= context.limits.work / 100 else { return nil }
    var inner = context.at(bits: working)
    var terms: [Ball] = []
    for index in start..<(start + count + 12) {
      inner.variables[call.variable] = .exact(Rational(Integer(index)))
      let term = try inner.value(of: call.body).ball(bits: working)
      guard term.isFinite, !term.containsZero else { return nil }
      terms.append(term)
    }
    guard areSummable(terms), let x = transformed(terms[...], count: count, bits: working),
      let y = transformed(terms.dropFirst(9), count: count, bits: working)
    else { return nil }
    let first = terms.prefix(9).reduce(Ball(0, bits: working), +)
    let (sum, distance) = (first + y, (x - first - y).magnitude)
    let size = max(0, sum.magnitudeExponent ?? 0)
    guard sum.isFinite, distance.magnitudeExponent.map({ $0 < size - bits + 8 }) ?? true else { return nil }
    context.doubts.isUnproved = true
    return sum.widened(by: distance).rounded(toBits: bits + 16)
  }

  /// Whether the terms seem to fall faster than 1/k, or to 0 with alternating signs: the transformation gives values to
  /// sums without a limit too.
  ///
  /// k(1 − |t(k+1)/t(k)|) is s + O(1/k) for terms like k^(−s), and grows where they fall faster.
  private func areSummable(_ terms: [Ball]) -> Bool {
    func exponent(_ place: Int) -> Double {
      Double(place + 1) * (1 - (terms[place + 1] / terms[place]).magnitude.approximation)
    }
    let half = (terms.count - 2) / 2
    let limit = 2 * exponent(2 * half) - exponent(half)
    let isAlternating = terms.indices.dropFirst().allSatisfy {
      terms[$0].isPositive != terms[$0 - 1].isPositive
    }
    return limit > (isAlternating ? 0.05 : 1.05) && exponent(2 * half) > 0
  }

  /// Σ (−1)^j binom(n, j) (j + 1)^(n−2) s_j/t_j over the same without s_j.
  private func transformed(_ terms: ArraySlice<Ball>, count n: Int, bits: Int) -> Ball? {
    var (top, bottom, sum) = (Ball(0, bits: bits), Ball(0, bits: bits), Ball(0, bits: bits))
    var binomial = Integer(1)
    for (j, term) in terms.prefix(n + 1).enumerated() {
      sum = sum + term
      let weight = Ball(binomial * Integer(j + 1).power(n - 2), bits: bits) / term
      let signed = j % 2 == 0 ? weight : -weight
      (top, bottom) = (top + signed * sum, bottom + signed)
      binomial = (binomial * Integer(n - j)).dividedExactly(by: Integer(j + 1))
    }
    let quotient = top / bottom
    return quotient.isFinite ? quotient : nil
  }
}
