internal import RealModule
public import WallisArithmetic

/// Metrics of a continued fraction in the conventions of the public code of Shalyt et al. (2024), so that tables made
/// by it can be compared row by row.
///
/// That code keeps a list whose position x holds p(x − 1)/q(x − 1), x up to 2000, and takes its last entry for the
/// limit L. With half of the list's length D, it samples at positions 6, D/8, D/4, D/2 and D, rounded down, and fits
/// with the position as abscissa. It has two peculiarities:
/// - An entry with q = 0 is left out, which shortens the list and moves every later entry up by a position.
/// - δ compares |L| with |p/q|, so that it is too large where the two differ in sign.
///
/// Read with both, its table of 400 random formulas is reproduced: δ to nine decimals, the fits to three. Read without
/// them, 18 of its rows differ.
public struct ListedMetrics: Sendable {
  /// Depth of the convergent that stands for the limit.
  public static let lastDepth = 1999

  /// Depths up to the last with q(n) = 0: entries that the list lacks.
  public let missingDepths: [Int]
  /// The convergent at the depth of δ, rounded; not finite where its q is zero.
  public let sample: Double
  /// p(1999)/q(1999), enclosed with more than 60 digits; without information where q(1999) = 0.
  public let limit: Ball
  /// Blind δ without dividing by the gcd; nil where undefined.
  public let naiveDelta: Double?
  /// Blind δ with p/q reduced; nil where undefined.
  public let delta: Double?
  /// δ predicted at n = 10⁹; nil where the fitted denominators do not grow.
  public let predictedDelta: Double?
  /// ln q̃ ≈ cx + dx ln x; nil where some sampled q is zero.
  public let denominator: (c: Double, d: Double)?
  /// ln ε ≈ b ln x + cx + dx ln x; nil where some sampled ε is zero or undefined.
  public let error: (b: Double, c: Double, d: Double)?

  /// The metrics of a fraction, about 1 ms of work.
  /// - Parameter faithful: whether to follow the two peculiarities.
  /// - Precondition: b is not zero.
  public init(_ fraction: ContinuedFraction, faithful: Bool) {
    missingDepths = ResidueRecurrence.zeroDenominators(of: fraction, to: ListedMetrics.lastDepth)
    let missing = faithful ? missingDepths : []
    let positions = ListedMetrics.positions(missing: missing.count)
    let depths = positions.map { position in missing.reduce(position - 1) { $1 <= $0 ? $0 + 1 : $0 } }
    var convergents = ExactConvergents(fraction)
    let exact = depths.map { convergents.advance(to: $0) }
    sample = convergents.quotient(bits: 64).approximation
    _ = convergents.advance(to: ListedMetrics.lastDepth)
    limit = convergents.quotient(bits: 300)
    let errors = ConvergentErrors(fraction, against: ListedMetrics.lastDepth).logErrors(exact)
    var lastError = errors[errors.count - 1]
    let approximation = limit.approximation
    if faithful, sample * approximation < 0 {
      lastError = Double.log((sample.magnitude - approximation.magnitude).magnitude)
    }
    naiveDelta = Dynamics.delta(error: lastError, growth: exact[exact.count - 1].logDenominator)
    delta = Dynamics.delta(error: lastError, growth: exact[exact.count - 1].logReduced)
    let growth = GrowthFit.denominator(zip(positions, exact).map { ($0, $1.logReduced) })
    denominator = growth.map { ($0.gamma, $0.eta) }
    predictedDelta = growth.flatMap { DeltaPredictor(fraction).delta($0) }
    error = ListedMetrics.errorFit(positions, errors)
  }

  /// True where L and the convergent at the depth of δ differ in sign.
  public var hasOppositeSigns: Bool { sample * limit.approximation < 0 }

  /// Sampled positions of a list that lacks this many entries.
  private static func positions(missing: Int) -> [Int] {
    let half = (lastDepth + 1 - missing) / 2
    return [6, half / 8, half / 4, half / 2, half]
  }

  private static func errorFit(_ positions: [Int], _ errors: [Double]) -> (b: Double, c: Double, d: Double)? {
    let rows = positions.map { x in
      [Double.log(Double(x)), Double(x), Double(x) * Double.log(Double(x))]
    }
    return GrowthFit.leastSquares(rows, errors).map { ($0[0], $0[1], $0[2]) }
  }
}
