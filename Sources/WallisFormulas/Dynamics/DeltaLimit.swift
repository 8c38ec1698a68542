internal import RealModule
internal import WallisArithmetic

/// The limit of δ_n in closed form, derived from the coefficients and from exact valuations, never from a fit.
///
/// - Constant coefficients: ln|λ₊/λ₋| / (ln|λ₊| − ½ ln gcd(a², b)) − 1, proved.
/// - The entries of `KnownDeltaTable`: the growth of the divisor is that of the literature, whose proofs bound it from
///   one side only.
/// - Full reduction: ln|λ₊/λ₋| over lim ln q̃/n, minus 1, where `ReducedGrowth` finds that; −1 where errors fall slower
///   than exponentially.
/// - No reduction: 1 − β/α for factorial errors n!^−(2α−β), else −1: q̃ grows like n!^D, errors do not fall as fast.
///   Partial reduction of errors that are not factorial: −1, since some factorial growth is left.
public struct DeltaLimit: Sendable, Equatable {
  /// The limit.
  public let number: ExactNumber
  /// Certified where it is proved; conjecture where it rests on a pattern of residues or valuations.
  public let grade: Grade

  /// The limit of a fraction; nil where it is not known.
  public init?(_ fraction: ContinuedFraction) {
    guard !fraction.a.isZero, !fraction.b.isZero else { return nil }
    let canonical = CanonicalForm(fraction).fraction
    let classification = Classification(canonical)
    switch classification.kind {
    case .terminates, .diverges, .oscillates: return nil
    case .constant:
      guard classification.discriminantDegree != nil, let limit = DeltaLimit.constant(canonical) else {
        return nil
      }
      (number, grade) = (limit, .certified)
      return
    default: break
    }
    if let limit = KnownDeltaTable.limit(canonical) {
      (number, grade) = (limit, .conjecture)
      return
    }
    guard let limit = DeltaLimit.derived(canonical, classification) else { return nil }
    (number, grade) = (limit, canonical.b.degree == 0 ? .certified : .conjecture)
  }

  package init(_ number: ExactNumber, _ grade: Grade) { (self.number, self.grade) = (number, grade) }

  private static func derived(_ fraction: ContinuedFraction, _ classification: Classification) -> ExactNumber?
  {
    let isFactorial = classification.kind == .factorial
    let (alpha, beta) = (fraction.a.degree, fraction.b.degree)
    switch fraction.reduction {
    case .undecided: return nil
    case .none: return ExactNumber(isFactorial ? Rational(1) - Rational(Integer(beta), Integer(alpha)) : -1)
    case .partial: return isFactorial ? nil : ExactNumber(Rational(-1))
    case .full:
      guard !isFactorial, let growth = ReducedGrowth(FractionValuations(fraction)) else { return nil }
      return balanced(fraction, classification, growth)
    }
  }

  private static func balanced(
    _ fraction: ContinuedFraction, _ classification: Classification, _ growth: ReducedGrowth
  ) -> ExactNumber? {
    guard classification.kind == .exponential, let roots = CharacteristicRoots(fraction) else {
      let head =
        fraction.b.degree > 2 * fraction.a.degree
        ? Double.log(fraction.b.leading.magnitude.approximation) / 2
        : Double.log(fraction.a.leading.magnitude.approximation / 2)
      return head + growth.lowerBound > 1e-9 ? ExactNumber(Rational(-1)) : nil
    }
    guard let exact = growth.exact, let value = growth.value else { return nil }
    let rate = Double.log(roots.larger) + value
    guard rate > 1e-9 else { return nil }
    let divisor = "log(\(roots.largerText))" + growth.text(exact)
    return ExactNumber(
      "\(roots.logQuotient)/(\(divisor))-1",
      Double.log((roots.larger / roots.smaller).magnitude) / rate - 1)
  }

  private static func constant(_ fraction: ContinuedFraction) -> ExactNumber? {
    guard let roots = CharacteristicRoots(fraction) else { return nil }
    let (a, b) = (fraction.a[0], fraction.b[0])
    let common = (a * a).gcd(b)
    let growth = Double.log(roots.larger) - Double.log(common.approximation) / 2
    guard growth > 1e-9 else { return nil }
    if b.magnitude == common { return ExactNumber(Rational(1)) }
    let divisor = common == 1 ? "log(\(roots.largerText))" : "(log(\(roots.largerText))-log(\(common))/2)"
    return ExactNumber(
      "\(roots.logQuotient)/\(divisor)-1", Double.log((roots.larger / roots.smaller).magnitude) / growth - 1)
  }
}

extension Dynamics {
  /// The limit of δ; nil where δ was not measured.
  public func deltaLimit(of fraction: ContinuedFraction) -> DeltaLimit? {
    delta == nil ? nil : DeltaLimit(fraction)
  }
}
