internal import RealModule
package import WallisArithmetic

/// Σ u(n) over n ≥ a for a sequence by a linear recurrence with polynomial coefficients: the first terms in ball
/// arithmetic, then `AdjointSeries`, from two indices that have to agree.
package struct RecurrenceSum {
  /// The coefficients c₀, …, c_r.
  package let c: [Polynomial]
  /// u(n₀ − r), …, u(n₀ − 1).
  package let values: [Rational]
  /// n₀: the recurrence holds from here on.
  package let first: Int
  private let range: Range<Int>

  /// The sequence `rec([…], u=[…], from=n0)`; nil for other expressions.
  ///
  /// - Throws: a `SyntaxError` where the lists do not fit together.
  package init?(_ expression: Expression) throws(SyntaxError) {
    guard case .call("rec", let parts) = expression.node, parts.count == 3 else { return nil }
    let functions = try MatrixProduct.functions(parts[0])
    (values, first) = (try MatrixProduct.numbers(parts[1]), try MatrixProduct.index(parts[2]))
    range = expression.range
    guard (2...MatrixProduct.largestRank + 1).contains(functions.count), values.count == functions.count - 1
    else {
      throw SyntaxError(
        "a recurrence of order r has r + 1 coefficients and r values at the start", at: expression.range)
    }
    let common = functions.reduce(Polynomial(constant: 1)) { $0 * $1.denominator }
    c = functions.map { ($0 * RationalFunction(common)).numerator }
    guard !c[0].isZero, !(c[0].integerRoots + common.integerRoots).contains(where: { $0 >= Integer(first) })
    else {
      throw SyntaxError(
        "this recurrence cannot be followed: a coefficient is 0 or infinite", at: expression.range)
    }
  }

  private var order: Int { c.count - 1 }

  /// u(a) + u(a + 1) + ….
  ///
  /// - Throws: `Undecided` where the two evaluations do not agree.
  func sum(from start: Int, in context: ExpressionValue) throws -> Ball {
    guard start >= first - order else {
      throw SyntaxError("the sequence begins at \(first - order)", at: range)
    }
    context.doubts.isUnproved = true
    let bits = context.bits + context.bits / 4 + 96
    // The series of the tail gives fewer digits the nearer the ratio of terms comes to 1.
    for factor in RecurrenceSum.depthFactors {
      let depth = (context.bits * 3 / 4 + 60) * factor
      try context.limits.check(terms: Double(depth * order), digits: Digits.roundedDown(bits: bits))
      let sums = [depth, depth * 5 / 4 + 20].map { partial(from: start, steps: $0, bits: bits) }
      guard sums.allSatisfy(\.isSummable) else { break }
      guard let x = sums[0].value, let y = sums[1].value, x.isFinite, y.isFinite else { continue }
      if (x - y).magnitude.magnitudeExponent.map({ $0 < -context.bits / 2 }) ?? true {
        return y.widened(by: (x - y).magnitude)
      }
    }
    throw Undecided(
      reason: SyntaxError("the sum of this sequence could not be determined, or it has none", at: range))
  }

  private static let depthFactors = [1, 4, 16]

  /// The sum by the terms to some index and the series of the rest; no value where that series does not reach so near.
  private func partial(from start: Int, steps: Int, bits: Int) -> (isSummable: Bool, value: Ball?) {
    let place = max(first, start) + steps
    var window = values.map { Ball($0, bits: bits) }
    var (total, sizes) = (Ball(0, bits: bits), [Int: Ball]())
    for (offset, value) in window.enumerated() where first - order + offset >= start { total = total + value }
    for n in first...place {
      let next = (1...order).reduce(Ball(0, bits: bits)) { sum, i in
        sum - window[order - i] * c[i].value(at: n)
      }
      window.removeFirst()
      window.append(next / Ball(c[0].value(at: n), bits: bits))
      if n >= start, n < place { total = total + window[order - 1] }
      sizes[n] = window[order - 1].rounded(toBits: 64)
    }
    guard isSummable(sizes, to: place) else { return (false, nil) }
    let tail = AdjointSeries(c, at: place, bits: bits).map { $0.tail(at: place, window.reversed()) }
    return (true, tail.map { total + $0 })
  }

  /// Whether the terms seem to fall faster than 1/n, or to 0 with alternating signs: the series of the tail gives values
  /// to sums without a limit too.
  private func isSummable(_ terms: [Int: Ball], to place: Int) -> Bool {
    let half = first + (place - first) / 2
    guard let last = terms[place], let before = terms[place - 1], let middle = terms[half] else {
      return false
    }
    guard !last.containsZero, !middle.containsZero else {
      return last.magnitudeExponent.map { $0 < -64 } ?? true
    }
    let quotient = (middle / last).magnitude.approximation
    let exponent = Double.log(quotient) / Double.log(Double(place - first + 2) / Double(half - first + 2))
    return exponent > (last.isPositive == before.isPositive ? 1.05 : 0.05)
  }
}
