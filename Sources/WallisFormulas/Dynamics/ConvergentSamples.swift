internal import WallisArithmetic

/// What convergents p(n)/q(n) of a fraction are like at several depths: how they come near the limit, how q grows, and what p
/// and q have in common.
public struct ConvergentSamples: Sendable {
  /// One depth.
  public struct Sample: Sendable, Equatable {
    /// n.
    public let depth: Int
    /// δ_n with p/q reduced; nil where p or q vanishes or the difference is zero.
    public let delta: Double?
    /// ln |p(n)/q(n) − p(m)/q(m)|; nil where it is not finite.
    public let logError: Double?
    /// ln of the reduced denominator; nil where q(n) = 0.
    public let logDenominator: Double?
    /// ln gcd(p(n), q(n)).
    public let logDivisor: Double
  }

  /// By rising depth.
  public let samples: [Sample]
  /// The powers of small primes in gcd(p, q) at the last depth, those that are there.
  public let cancelled: [(prime: Int, exponent: Int)]

  private static let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23]

  /// `count` depths spread evenly up to `depth`, against the convergent at `against`.
  /// - Precondition: 1 ≤ count ≤ depth ≤ against − 2.
  public init(_ fraction: ContinuedFraction, count: Int, depth: Int, against: Int) {
    let sequence = DeltaSequence(fraction, count: count, depth: depth, against: against)
    var convergents = ExactConvergents(fraction)
    var samples: [Sample] = []
    for (point, error) in zip(sequence.points, sequence.logErrors) {
      let exact = convergents.advance(to: point.depth)
      samples.append(
        Sample(
          depth: point.depth, delta: point.delta, logError: error,
          logDenominator: exact.logReduced.isFinite ? exact.logReduced : nil, logDivisor: exact.logDivisor))
    }
    self.samples = samples
    let divisor = convergents.divisor(at: depth)
    cancelled = ConvergentSamples.primes.compactMap { prime in
      let exponent = divisor == 0 ? 0 : divisor.valuation(at: prime)
      return exponent > 0 ? (prime, exponent) : nil
    }
  }
}
