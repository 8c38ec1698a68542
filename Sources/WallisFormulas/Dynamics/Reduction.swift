internal import WallisArithmetic

/// How much of the factorial growth of p(n) and q(n) their common divisor takes away.
public enum Reduction: String, Sendable, Hashable, CaseIterable {
  /// All of it: the reduced denominators grow only exponentially.
  case full
  /// Some of it.
  case partial
  /// None of it.
  case none
  /// The residues do not settle it.
  case undecided

  /// True for full reduction, false for partial and none; nil where it is undecided.
  public var isFull: Bool? {
    switch self {
    case .full: true
    case .partial, .none: false
    case .undecided: nil
    }
  }
}

extension ContinuedFraction {
  /// The factorial reduction, decided by residues modulo primes and by valuations over whole periods, independent of any
  /// depth.
  ///
  /// Constant a and b leave nothing to reduce: full. Where b is constant and a is not, the common divisor divides a power
  /// of b: none. Else see `PeriodResidue`: nilpotent at no prime is none, at some share of them is partial, and at all of
  /// them is full exactly where b has roots modulo all of them and each period takes away what n!^D grows by,
  /// D = max(deg a, deg b/2). A handful of primes stands for almost all: a rule observed without exception, not proved.
  ///
  /// - Precondition: neither a nor b is zero.
  /// - Complexity: about 1,000 steps in words for most fractions; exact convergents to a depth near 200 for the few that
  ///   are nilpotent throughout.
  public var reduction: Reduction {
    precondition(!a.isZero && !b.isZero, "a fraction with partial numerators and denominators")
    if a.degree == 0, b.degree == 0 { return .full }
    if b.degree == 0 { return .none }
    return ReductionTest(self).verdict
  }
}

/// The decision over many primes.
private struct ReductionTest {
  /// Beyond the usual coefficients, so that accidents are rare.
  private static let first = [101, 103, 107, 109, 113, 127, 131, 137]
  private static let further = [
    139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251,
    257, 263,
    269, 271, 277, 281, 283, 293, 307, 311, 313,
  ]
  /// For valuations: small primes have many periods at small depths.
  private static let small = [11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61]

  private let fraction: ContinuedFraction

  init(_ fraction: ContinuedFraction) { self.fraction = fraction }

  var verdict: Reduction {
    let residues = ResidueClassReader(fraction)
    let few = ReductionTest.first.map { residues.period(modulo: $0) }
    var (nilpotent, regular) = (few.count { $0 == .nilpotent }, few.count { $0 == .regular })
    if nilpotent == 0, regular > 0 { return .none }
    var hasRootless = few.contains(.invertible)
    if regular > 0 || nilpotent == 0 {
      let many = ReductionTest.further.map { residues.period(modulo: $0) }
      (nilpotent, regular) = (many.count { $0 == .nilpotent }, many.count { $0 == .regular })
      hasRootless = hasRootless || many.contains(.invertible)
    }
    if nilpotent == 0 { return regular > 0 ? .none : .undecided }
    if regular == 0 { return valuations(residues, hasRootless: hasRootless) }
    // An accident at a prime ℓ has probability about 1/ℓ.
    if nilpotent <= 2, regular >= 12 { return .none }
    return nilpotent * 4 >= regular ? .partial : .undecided
  }

  /// Full or partial, by what four periods add to the valuation of the common divisor at seven primes; what seems full
  /// is confirmed at the others: 2n³ + 3n² + 37n + 18 with −n⁶ reduces fully at half of the primes, 13 to 31 among them.
  private func valuations(_ residues: borrowing ResidueClassReader, hasRootless: Bool) -> Reduction {
    let primes = ReductionTest.small.filter { residues.period(modulo: $0) == .nilpotent }
    guard primes.count >= 3 else { return hasRootless ? .partial : .undecided }
    if hasRootless { return .partial }
    let expected = 2 * max(2 * fraction.a.degree, fraction.b.degree)
    let gained = gains(primes.prefix(7)).sorted()
    // Single convergents have a further factor by accident; the median of the primes has not, and two primes that lack
    // two factors are none.
    let median = gained[gained.count / 2]
    // An irreducible factor of b, which a change of basis brings in, is taken away whole, but at its own primes only:
    // there a prime may lack factors although nothing is left.
    let splits = fraction.b.irreducibleFactors.allSatisfy { $0.0.degree <= 1 }
    func isShort(_ gains: [Int]) -> Bool { splits && gains.count { $0 <= expected - 2 } >= 2 }
    // g(n)g(n−1) divides ∏ b(i), so the common divisor cannot grow faster for long; at some depths it is ahead.
    if median < expected || isShort(gained) { return .partial }
    return isShort(gained + gains(primes.dropFirst(7))) ? .partial : .full
  }

  /// What four periods add to the valuation of the common divisor at each prime, from the third or the fourth on: at
  /// either it may be ahead, and gain one less afterwards, as in pcf(3n² + 3n, −8n⁴ + 6n² − 2n).
  private func gains(_ primes: ArraySlice<Int>) -> [Int] {
    let asked = primes.flatMap { prime in [3, 4, 7, 8].map { (depth: $0 * prime, prime: prime) } }
    var convergents = ExactConvergents(fraction)
    var valuations: [Int: [Int]] = [:]
    for (depth, prime) in asked.sorted(by: { $0.depth < $1.depth }) {
      valuations[prime, default: []].append(convergents.valuation(at: prime, depth: depth))
    }
    return primes.map { prime in
      let own = valuations[prime] ?? []
      return max(own[2] - own[0], own[3] - own[1])
    }
  }
}
