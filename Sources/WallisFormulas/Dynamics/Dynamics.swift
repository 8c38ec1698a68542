/// Convergence dynamics of one formula: what `measure` reports and a search stores.
///
/// δ_n = −ln|L − p_n/q_n| / ln(|q_n|/gcd(p_n, q_n)) − 1 with L = p_m/q_m, usually n = 1000, m = 2000.
/// The metrics are nil for formulas that terminate, diverge or oscillate, and where they are undefined.
public struct Dynamics: Sendable, Equatable {
  /// What the limit is.
  public var outcome: Outcome
  /// Speed of convergence; nil when there is no limit.
  public var convergence: ConvergenceClass?
  /// Limit rounded to nearest at `digits` digits; nil when there is no finite limit.
  public var value: String?
  /// Correct digits in `value`: error at most half a unit of the last.
  public var digits: Int
  /// Blind δ with p/q reduced.
  public var delta: Double?
  /// Blind δ without dividing by the gcd.
  public var deltaNaive: Double?
  /// δ predicted at n = 10⁹ from the eigenvalues and the fitted growth of the denominators.
  public var deltaPredicted: Double?
  /// Fit of ln ε(n) on {ln n!, n, ln n}.
  public var error: ErrorFit?
  /// Fit of ln q̃(n) on {n, n ln n}.
  public var denominator: DenominatorFit?
  /// Factorial reduction, decided by residues; nil without a limit, and for rows that keep `factorialReduction` only.
  public var reduction: Reduction? { didSet { factorialReduction = reduction?.isFull } }
  /// True for full factorial reduction, false for partial or none; nil where it is undecided and without a limit.
  public var factorialReduction: Bool?
  /// ln gcd(p_n, q_n)/n − d(ln n − 1) at the sampled depth, d = deg a: the rate of the factorial reduction.
  public var reductionRate: Double?
  /// Decimal digits gained per term at the sampled depth.
  public var digitsPerTerm: Double?

  /// A row without metrics.
  public init(outcome: Outcome, convergence: ConvergenceClass? = nil, value: String? = nil, digits: Int = 0) {
    (self.outcome, self.convergence, self.value, self.digits) = (outcome, convergence, value, digits)
  }
}

/// ε(n) ≈ n!^η e^(γn) n^β, fitted by least squares at n = 6, 125, 250, 500, 1000.
public struct ErrorFit: Sendable, Equatable {
  /// Factorial coefficient η.
  public var eta: Double
  /// Exponential coefficient γ.
  public var gamma: Double
  /// Polynomial coefficient β.
  public var beta: Double

  /// A fit with these exponents.
  public init(eta: Double, gamma: Double, beta: Double) {
    (self.eta, self.gamma, self.beta) = (eta, gamma, beta)
  }
}

/// ln q̃(n) ≈ γn + ηn ln n, fitted at the same depths; η is 0 where its modulus is below 0.05, then γ is refitted.
public struct DenominatorFit: Sendable, Equatable {
  /// Factorial coefficient η.
  public var eta: Double
  /// Exponential coefficient γ.
  public var gamma: Double

  /// A fit with these exponents.
  public init(eta: Double, gamma: Double) { (self.eta, self.gamma) = (eta, gamma) }
}
