public import WallisArithmetic

/// A limit that follows from the coefficients by exact arithmetic alone.
public enum ExactLimit: Sendable, Hashable {
  /// A fraction.
  case rational(Rational)
  /// A quadratic irrational.
  case quadratic(QuadraticNumber)
  /// No finite number.
  case infinite

  /// The limit by the first of these that applies; nil where none does.
  ///
  /// - the fraction ends: its last convergent;
  /// - it is an inflation of constant coefficients, or its tails are linear: a quadratic equation;
  /// - its minimal solution is hypergeometric over ℚ: see `HypergeometricSolution`.
  public init?(_ fraction: ContinuedFraction) {
    guard !fraction.b.isZero else { return nil }
    let classification = Classification(fraction)
    if case .terminates = classification.kind {
      guard case .terminates(let value)? = try? fraction.evaluate(digits: 5).outcome else { return nil }
      self = value.map { .rational($0) } ?? .infinite
      return
    }
    guard classification.convergence != nil else { return nil }
    if let limit = ExactLimit(equation: fraction, classification) ?? ExactLimit(deflated: fraction) {
      self = limit
      return
    }
    let minimal = HypergeometricSolution.all(of: fraction).first { $0.isMinimal(for: fraction.b) }
    guard let minimal else { return nil }
    self = minimal.limit(of: fraction.a).map { .rational($0) } ?? .infinite
  }

  /// The limit where it is the root of a quadratic equation, of the fraction itself or of what it inflates.
  public init?(quadraticEquationOf fraction: ContinuedFraction) {
    guard !fraction.b.isZero else { return nil }
    let classification = Classification(fraction)
    guard let convergence = classification.convergence, convergence != .finite,
      let limit = ExactLimit(equation: fraction, classification) ?? ExactLimit(deflated: fraction)
    else { return nil }
    self = limit
  }

  private init?(equation fraction: ContinuedFraction, _ classification: Classification) {
    guard let root = QuadraticLimit(fraction, classification: classification) else { return nil }
    if let rational = root.rational {
      self = .rational(rational)
    } else if let number = root.number {
      self = .quadratic(number)
    } else {
      return nil
    }
  }

  /// scale times the limit of the canonical form.
  private init?(deflated fraction: ContinuedFraction) {
    let canonical = CanonicalForm(fraction)
    guard canonical.fraction != fraction, !canonical.fraction.a.isZero,
      let limit = ExactLimit(equation: canonical.fraction, Classification(canonical.fraction))
    else { return nil }
    switch limit {
    case .rational(let value): self = .rational(value * Rational(canonical.scale))
    case .quadratic(let x):
      let scale = canonical.scale
      guard let number = QuadraticNumber(p: x.p * scale, q: x.q * scale, d: x.d, r: x.r) else { return nil }
      self = .quadratic(number)
    case .infinite: self = .infinite
    }
  }
}
