internal import RealModule
internal import WallisArithmetic

extension Dynamics {
  /// The limit of δ_n in closed form, where it is known; nil elsewhere.
  ///
  /// - Constant coefficients: ln|λ₊/λ₋| / (ln|λ₊| − ½ ln gcd(a², b)) − 1.
  /// - Errors that fall slower than exponentially while the measured q̃ grow at least exponentially, and
  ///   exponential errors while the measured q̃ grow like n!^η, η > 0: −1.
  /// - Factorial errors n!^−(2α−β) with q̃ ~ n!^α as measured (within 0.05): 1 − β/α.
  /// - Exponential errors with factorial reduction: the entries of `KnownDeltaTable`.
  public func deltaLimit(of fraction: ContinuedFraction) -> ExactNumber? {
    guard let denominator, delta != nil else { return nil }
    let canonical = CanonicalForm(fraction).fraction
    let classification = Classification(canonical)
    switch classification.kind {
    case .constant where classification.discriminantDegree != nil: return constantLimit(canonical)
    case .factorial:
      let (alpha, beta) = (canonical.a.degree, canonical.b.degree)
      guard abs(denominator.eta - Double(alpha)) < 0.05 else { return nil }
      return ExactNumber(Rational(1) - Rational(Integer(beta), Integer(alpha)))
    case .exponential:
      if denominator.eta > 0 { return ExactNumber(Rational(-1)) }
      return KnownDeltaTable.limit(canonical)
    case .doubleRootFirstOrder, .doubleRootSecondOrder, .doubleRootFlat, .numeratorFirstOrder,
      .numeratorSecondOrder:
      return denominator.eta > 0 || denominator.gamma > 0.05 ? ExactNumber(Rational(-1)) : nil
    default: return nil
    }
  }

  private func constantLimit(_ fraction: ContinuedFraction) -> ExactNumber? {
    guard let roots = CharacteristicRoots(fraction) else { return nil }
    let (a, b) = (fraction.a[0], fraction.b[0])
    let common = (a * a).gcd(b)
    let growth = Double.log(roots.larger) - Double.log(common.approximation) / 2
    guard growth > 1e-9 else { return nil }
    if b.magnitude == common { return ExactNumber(Rational(1)) }
    let quotient = "log((\(roots.largerText))/(\(roots.smallerText)))"
    let divisor = common == 1 ? "log(\(roots.largerText))" : "(log(\(roots.largerText))-log(\(common))/2)"
    return ExactNumber(
      "\(quotient)/\(divisor)-1", Double.log((roots.larger / roots.smaller).magnitude) / growth - 1)
  }
}
