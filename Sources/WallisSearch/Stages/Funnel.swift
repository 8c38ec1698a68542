public import WallisFormulas

/// Counts by reason of the candidates that left a search; together they are all candidates that were looked at.
public struct Funnel: Sendable, Hashable, Codable {
  /// Formulas per reason, mirrors included.
  public private(set) var counts: [String: Int]

  /// A funnel with these counts.
  public init(_ counts: [String: Int] = [:]) { self.counts = counts }

  /// Number of formulas that left, mirrors included.
  public var total: Int { counts.values.reduce(0, +) }

  /// Number of formulas that left with a measurement, mirrors included.
  public var measured: Int { total - ExitReason.unmeasured.reduce(0) { $0 + self[$1] } }

  /// Formulas that left for this reason.
  public subscript(reason: String) -> Int { counts[reason] ?? 0 }

  /// Counts `formulas` more that left for this reason.
  public mutating func add(_ reason: String, _ formulas: Int) { counts[reason, default: 0] += formulas }

  /// Adds the counts of another funnel.
  public mutating func merge(_ other: Funnel) { counts.merge(other.counts) { $0 + $1 } }

  /// Reasons in alphabetical order with their counts.
  public var sorted: [(reason: String, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { (reason: $0.key, count: $0.value) }
  }
}

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
  static let unmeasured = [zeroPolynomial, repetition, screened]

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
