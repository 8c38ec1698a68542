internal import WallisArithmetic

/// δ_n at several depths against one deeper convergent.
public struct DeltaSequence: Sendable {
  /// Depths and δ_n, with p/q reduced; nil where p or q vanishes or the difference is zero.
  public let points: [(depth: Int, delta: Double?)]
  /// ln |p_n/q_n − p_m/q_m| at the same depths; nil where it is not finite.
  public let logErrors: [Double?]

  /// `count` depths spread evenly up to `depth`, against the convergent at `against`.
  /// - Precondition: 1 ≤ count ≤ depth ≤ against − 2.
  public init(_ fraction: ContinuedFraction, count: Int, depth: Int, against: Int) {
    precondition(count >= 1 && count <= depth && depth + 2 <= against, "depths below the deeper convergent")
    let depths = (1...count).map { depth * $0 / count }
    var convergents = ExactConvergents(fraction)
    let exact = depths.map { convergents.advance(to: $0) }
    let errors = ConvergentErrors(fraction, against: against).logErrors(exact)
    logErrors = errors.map { $0.isFinite ? $0 : nil }
    points = zip(exact, errors).map { convergent, error in
      (convergent.depth, Dynamics.delta(error: error, growth: convergent.logReduced))
    }
  }
}
