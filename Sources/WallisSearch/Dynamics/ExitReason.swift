public import WallisFormulas

/// Names of the exits of a dynamics search.
public enum ExitReason {
  /// A closed form was found.
  public static let identified = "identified"
  /// Measured and stored.
  public static let measured = "measured"
  /// Measured and stored; no closed form was found for it.
  public static let unidentified = "measured, no closed form"

  /// The number of the space holds no formula.
  public static let zeroPolynomial = "a or b is zero"
  /// A smaller number of the space holds the same formula.
  public static let repetition = "repeated in the space"

  /// The screen rejected it, so it was not measured.
  public static let screened = "screened: no common divisor modulo small primes"
  /// The screen rejected it; measured to judge the screen, and without factorial reduction.
  public static let audited = "screened, audited: no factorial reduction"
  /// The screen rejected it; measured to judge the screen, and with factorial reduction.
  public static let missed = "screened, audited: missed"

  /// Exits before a measurement.
  static let unmeasured: Set<String> = [zeroPolynomial, repetition, screened]

  /// The exit of a formula with these dynamics.
  /// - Parameter findings: findings of the identification; nil when it was not asked.
  public static func of(_ dynamics: Dynamics, findings: [Discovery]?) -> String {
    switch dynamics.outcome {
    case .value, .rational: findings.map { $0.isEmpty ? unidentified : identified } ?? measured
    case .terminates(let value): value == nil ? "terminates infinite" : "terminates"
    case .infinite: "infinite"
    case .diverges(let reason): "diverges: \(reason.rawValue)"
    case .oscillates(let reason): "oscillates: \(reason.rawValue)"
    case .undetermined(let reason): "undetermined: \(reason)"
    }
  }
}
