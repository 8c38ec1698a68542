public import WallisFormulas

/// Names of the exits of a search for factorial reduction.
public enum FactorialExit {
  /// b is constant: its divisors alone are common divisors.
  public static let constantNumerators = "b constant: nothing that grows can cancel"
  /// The fraction ends.
  public static let terminates = "b vanishes at a positive integer: terminates"
  /// No prime says anything.
  public static let rootless = "b without a root modulo any prime to 131"
  /// Rejected by the tables.
  public static let sieved = "sieved out modulo the primes of tables"
  /// Rejected by further primes.
  public static let furtherPrimes = "sieved out modulo further primes to 131"
  /// Rejected, and measured all the same to judge the sieve: without full reduction.
  public static let audited = "rejected, audited: no factorial reduction"
  /// Rejected, and measured all the same to judge the sieve: with full reduction.
  public static let missed = "rejected, audited: missed"
  /// Survivors whose valuations show less than full reduction.
  public static let partial = "reduces in part"
  /// Where such are left out: p and q have common divisors, whatever the smaller fraction does.
  public static let inflated = "inflates a fraction of smaller degree"
  /// Survivors without reduction.
  public static let none = "survivor without reduction"
  /// Survivors that residues and valuations do not settle.
  public static let undecided = "survivor, undecided"

  /// Exits of what is not stored.
  static let unmeasured: Set<String> = [
    constantNumerators, terminates, rootless, sieved, furtherPrimes, audited, missed, partial,
    inflated, none, undecided,
  ]
  /// Survivors that reduce in part, measured and stored.
  public static let measuredPartial = "reduces in part, measured"

  private static let reduced = "reduces: "

  /// The exit of a formula with full reduction and these dynamics.
  /// - Parameter findings: findings of the identification; nil when it was not asked.
  public static func of(_ dynamics: Dynamics, findings: [Discovery]?) -> String {
    reduced + ExitReason.of(dynamics, findings: findings)
  }
}

extension Funnel {
  /// Rejected members of a search for factorial reduction that were measured to judge the sieve, and those among them
  /// that reduce fully; mirrors included.
  public var auditOfSieve: (audited: Int, missed: Int) {
    (self[FactorialExit.audited] + self[FactorialExit.missed], self[FactorialExit.missed])
  }
}
