public import WallisArithmetic

/// The limit of a formula with what is known of it and how it was checked.
public struct Evaluation: Sendable {
  /// What the limit is.
  public let outcome: Outcome
  /// Encloses the limit; nil unless it is a finite number.
  public let enclosure: Ball?
  /// Speed of convergence; nil when there is no limit.
  public let convergence: ConvergenceClass?
  /// How the digits were forced.
  public let verification: Verification

  /// The limits of even and of odd convergents, where they differ and are known.
  public let sides: Sides?

  /// Two limits, each enclosed.
  public struct Sides: Sendable {
    /// Of the convergents of even depth.
    public let even: Ball
    /// Of those of odd depth.
    public let odd: Ball
  }

  /// A result with its check.
  public init(
    outcome: Outcome, enclosure: Ball? = nil, convergence: ConvergenceClass?, verification: Verification,
    sides: Sides? = nil
  ) {
    (self.outcome, self.enclosure, self.sides) = (outcome, enclosure, sides)
    (self.convergence, self.verification) = (convergence, verification)
  }

  /// The limit rounded to nearest at as many digits as are forced, at most `limit`; nil without a finite limit.
  ///
  /// A number that could not be told from zero is shown as 0 with the number of zeros after the point as digits.
  public func decimal(atMost limit: Int) -> (text: String, digits: Int)? {
    guard let enclosure else { return nil }
    if case .rational(let value) = outcome { return Evaluation.exact(value, digits: limit) }
    if case .terminates(let value?) = outcome { return Evaluation.exact(value, digits: limit) }
    if enclosure.containsZero { return ("0", min(limit, enclosure.accurateDigits)) }
    return enclosure.decimal(atMost: limit).map { ($0.value.description, $0.digits) }
  }

  private static func exact(_ value: Rational, digits: Int) -> (text: String, digits: Int) {
    guard value.signum != 0 else { return ("0", digits) }
    let size = value.numerator.bitWidth - value.denominator.bitWidth
    let ball = Ball(value, bits: max(64, Digits.workingBits(digits) + 64 + abs(size)))
    return ball.decimal(atMost: digits).map { ($0.value.description, $0.digits) } ?? ("\(value)", digits)
  }
}

/// How the digits of an evaluation were forced.
public enum Verification: Sendable, Hashable, CustomStringConvertible {
  /// Exact arithmetic.
  case exact
  /// A root of a quadratic equation with rational coefficients, in ball arithmetic.
  case closedForm
  /// A rigorous enclosure of the tail at one depth, and a separate recurrence at another.
  case enclosure(depth: Int, checkedAt: Int)
  /// The asymptotic series of the tail with a proved radius, and a shorter one that starts at another depth.
  case series(depth: Int, terms: Int, checkedAt: Int, checkTerms: Int)
  /// Ball arithmetic on closed expressions only.
  case balls
  /// The first terms in exact or ball arithmetic, a proved bound on the rest, at two precisions.
  case boundedRest
  /// Exact products of so many matrices that agree in all columns, no proof.
  case depths(Int, Int)
  /// Neighbouring convergents at a depth: they enclose the limit where all coefficients are positive.
  case brackets(depth: Int)
  /// Two evaluations of a part that agree, no proof; everything else in ball arithmetic.
  case agreement
  /// Nothing to verify: the outcome follows from the coefficients.
  case coefficients

  /// Whether it is an agreement of evaluations that could share a fault, rather than a bound.
  var isAgreement: Bool {
    switch self {
    case .depths, .agreement: true
    default: false
    }
  }

  /// One line for a reader.
  public var description: String {
    switch self {
    case .exact: "exact arithmetic"
    case .closedForm: "closed form in ball arithmetic"
    case .enclosure(let depth, let check):
      "tail enclosed at depth \(depth), separate recurrence to depth \(check)"
    case .series(let depth, let terms, let check, let checkTerms):
      "tail series with \(terms) terms at depth \(depth), \(checkTerms) terms at depth \(check)"
    case .balls: "ball arithmetic at two precisions"
    case .brackets(let depth):
      "enclosed by the convergents at depths \(depth) and \(depth + 1): all coefficients are positive"
    case .boundedRest: "first terms and a proved bound on the rest, at two precisions"
    case .depths(let first, let second): "exact products of \(first) and \(second) matrices agree; no proof"
    case .agreement: "two evaluations of a part agree; no proof"
    case .coefficients: "decided by the coefficients"
    }
  }
}
