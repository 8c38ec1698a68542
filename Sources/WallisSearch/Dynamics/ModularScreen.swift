/// A cheap test that rejects formulas whose p and q have no large common divisor.
///
/// Statement: let P be the product of the step matrices [[0, b(n)], [1, a(n)]] over a whole period n = 1 … ℓ modulo a
/// prime ℓ. If b has a root modulo ℓ and the trace of P vanishes, then P² = 0 (Cayley–Hamilton), so that ℓ divides p
/// and q, and their predecessors, from n = 2ℓ on, ever more often. A factorial reduction needs that for nearly all
/// primes at which b has a root; the screen keeps a formula when it happens for one of twelve.
///
/// A rejection is no proof: a search that screens measures some of the rejected formulas and counts what was missed.
/// - Complexity: at most Σ ℓ ≈ 1,500 steps in words; 1 % of a measurement.
struct ModularScreen {
  /// Primes beyond the usual coefficients: accidents become rarer with ℓ, the cost grows with ℓ.
  private static let primes = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157]

  /// Whether the formula with these polynomials, constant terms first, may have a large common divisor.
  func keeps(a: [Int], b: [Int]) -> Bool {
    ModularScreen.primes.contains { ModularScreen.isNilpotent(a, b, modulo: $0) }
  }

  /// Whether the product of the steps over one period is nilpotent modulo a prime.
  static func isNilpotent(_ a: [Int], _ b: [Int], modulo prime: Int) -> Bool {
    let (a, b) = (residues(a, prime), residues(b, prime))
    guard (1...prime).contains(where: { value(b, $0, prime) == 0 }) else { return false }
    var (topLeft, topRight, bottomLeft, bottomRight) = (1, 0, 0, 1)
    for n in 1...prime {
      let (first, second) = (value(b, n, prime), value(a, n, prime))
      (topLeft, topRight) = (topRight, (topLeft * first + topRight * second) % prime)
      (bottomLeft, bottomRight) = (bottomRight, (bottomLeft * first + bottomRight * second) % prime)
    }
    return (topLeft + bottomRight) % prime == 0
  }

  private static func residues(_ polynomial: [Int], _ prime: Int) -> [Int] {
    polynomial.map { ($0 % prime + prime) % prime }
  }

  private static func value(_ polynomial: [Int], _ n: Int, _ prime: Int) -> Int {
    var value = 0
    for coefficient in polynomial.reversed() { value = (value * n + coefficient) % prime }
    return value
  }
}

/// What a screen left unmeasured, and what that missed on the formulas that were measured all the same.
public struct ScreenAudit: Sendable, Equatable {
  /// Formulas that the screen rejected and nobody measured.
  public let skipped: Int
  /// Formulas that the screen rejected and that were measured to judge it, drawn at random.
  public let audited: Int
  /// Formulas among the audited that have factorial reduction.
  public let missed: Int

  /// Share of the rejected formulas that have factorial reduction, as far as the audit tells; nil without an audit.
  public var missRate: Double? { audited > 0 ? Double(missed) / Double(audited) : nil }

  /// The audit that the exits of a search tell; nil for a search without screen.
  public init?(_ funnel: Funnel) {
    (skipped, missed) = (funnel[ExitReason.screened], funnel[ExitReason.missed])
    audited = missed + funnel[ExitReason.audited]
    if skipped + audited == 0 { return nil }
  }
}
