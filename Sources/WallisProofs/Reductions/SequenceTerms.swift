package import WallisArithmetic
package import WallisFormulas

/// A sequence by a recurrence as a sum of hypergeometric terms: u(N + k) = Σ t_i(k) for k ≥ 0.
///
/// Each t_i solves the recurrence, an identity of rational functions, and r values agree.
package struct SequenceTerms: Sendable, Hashable {
  /// Σ u(n), n ≥ a, as it is called.
  package let call: Expression
  /// N.
  package let start: Int
  /// The t_i.
  package let terms: [HypergeometricTerm]
  /// u(a) + … + u(N − 1).
  package let head: Rational

  /// The sum of a sequence, and where it begins; nil for other expressions.
  static func sequence(_ call: Expression) -> (sequence: RecurrenceSum, first: Int)? {
    guard let bound = BoundCall(call), bound.operation == .sum, bound.isInfinite,
      let first = bound.lower.integer?.word, abs(first) < 1 << 30,
      let sequence = try? RecurrenceSum(bound.body), first >= sequence.first - sequence.values.count,
      first - sequence.first < furthest
    else { return nil }
    return (sequence, first)
  }

  /// The first sum of a sequence in an expression; nil where there is none.
  package static func call(in expression: Expression) -> Expression? {
    var found: Expression?
    _ = expression.contains { part in
      if sequence(part) != nil { found = part }
      return found != nil
    }
    return found
  }

  private static let furthest = 10_000

  /// The statement with these quotients y(n)/y(n−1) from N on; nil where the sequence is no combination of them.
  init?(_ call: Expression, start: Int, ratios: [RationalFunction]) {
    guard let (sequence, first) = SequenceTerms.sequence(call), start >= first, !ratios.isEmpty,
      start - sequence.first < 2 * SequenceTerms.furthest, !sequence.c[sequence.c.count - 1].isZero,
      ratios.allSatisfy({
        SequenceTerms.solves($0, sequence.c) && $0.regularPlace(from: start + 1) == start + 1
      })
    else { return nil }
    let order = sequence.c.count - 1
    let u = SequenceTerms.values(sequence, to: start + order)
    let offset = sequence.first - order
    let columns = ratios.map { ratio in
      (1..<order).reduce([Rational(1)]) { $0 + [$0[$0.count - 1] * (ratio.value(at: start + $1) ?? 0)] }
    }
    let rows = (0..<order).map { k in (columns.map { $0[k] } + [-u[start + k - offset]]).proportions }
    guard let vector = nullSpace(ofRows: rows).first(where: { $0.last?.isZero == false }),
      let scale = vector.last
    else { return nil }
    let parts = zip(vector, ratios).filter { !$0.0.isZero }.map { weight, ratio in
      HypergeometricTerm(ratio: ratio.shifted(by: Integer(start + 1)), first: Rational(weight, scale))
    }
    guard parts.allSatisfy({ $0 != nil }) else { return nil }
    (self.call, self.start, terms) = (call, start, parts.compactMap(\.self))
    head = (first..<start).reduce(Rational(0)) { $0 + u[$1 - offset] }
  }

  /// Seeks the terms; nil where the sequence is no sum of hypergeometric ones over ℚ.
  init?(of call: Expression) {
    guard let (sequence, first) = SequenceTerms.sequence(call) else { return nil }
    let ratios = HypergeometricRatios(of: sequence.c).ratios
    let roots = ratios.flatMap { $0.numerator.integerRoots + $0.denominator.integerRoots }
    guard let start = max(Integer(first), roots.max() ?? Integer(first)).word else { return nil }
    self.init(call, start: start, ratios: ratios)
  }

  /// Whether Σ c_i(n)y(n−i) = 0.
  static func solves(_ ratio: RationalFunction, _ c: [Polynomial]) -> Bool {
    guard !ratio.isZero else { return false }
    var (sum, quotient) = (RationalFunction(0), RationalFunction(1))
    for (i, coefficient) in c.enumerated() {
      if i > 0 { quotient = quotient / ratio.shifted(by: Integer(1 - i)) }
      sum = sum + RationalFunction(coefficient) * quotient
    }
    return sum.isZero
  }

  /// u from its first value on, to before an index.
  static func values(_ sequence: RecurrenceSum, to end: Int) -> [Rational] {
    var u = sequence.values
    for n in sequence.first..<max(end, sequence.first) {
      let lead = Rational(sequence.c[0].value(at: n))
      let next = (1..<sequence.c.count).reduce(Rational(0)) {
        $0 - Rational(sequence.c[$1].value(at: n)) * u[u.count - $1]
      }
      u.append(next / lead)
    }
    return u
  }
}
