public import WallisArithmetic

/// Convergence of a continued fraction, decided by exact integers from its coefficients alone.
///
/// With Δ(n) = 1 + 4b(n)/(a(n)a(n−1)) = C n^s + …, the fraction converges iff a ≢ 0 and
/// s ≤ 0 with C > 0 (s = 0), C > 0 (s = ±1, 2), C ≥ −1/4 (s = −2), or s ≤ −3, or Δ ≡ 0.
/// The dominant characteristic root carries the tails T(n) = a(n) + b(n+1)/T(n+1) of the value, and its sign is
/// that of the leading coefficient of a (Pincherle).
///
/// - Reference: Shalyt et al., "Unsupervised Discovery of Formulas for Mathematical Constants" (2024), appendix B;
///   Lorentzen and Waadeland, "Continued Fractions with Applications" (1992), chapter III.
public struct Classification: Sendable, Equatable {
  /// The cases that evaluation tells apart.
  public enum Case: Sendable, Equatable {
    /// b(n) = 0 first at this n ≥ 1.
    case terminates(at: Int)
    /// No limit.
    case diverges(Divergence)
    /// Even and odd convergents part.
    case oscillates(Divergence)
    /// deg b < 2 deg a: error like n!^−(2 deg a − deg b).
    case factorial
    /// deg a = deg b = 0 with A² + 4B ≥ 0: a quadratic equation.
    case constant
    /// deg b = 2 deg a > 0, A² + 4B > 0.
    case exponential
    /// s = −1: double root, error like exp(−4√(Cn)).
    case doubleRootFirstOrder
    /// s = −2: double root, error like n^−√(1+4C), or 1/ln n where C = −1/4.
    case doubleRootSecondOrder
    /// s ≤ −3 or Δ ≡ 0: double root, error like 1/n.
    case doubleRootFlat
    /// s = 1: error like exp(−2|A|√(n/B)).
    case numeratorFirstOrder
    /// s = 2: error like n^−|A|/√B.
    case numeratorSecondOrder
  }

  /// The case.
  public let kind: Case
  /// Exponent s of Δ; nil where Δ ≡ 0 or a ≡ 0.
  public let discriminantDegree: Int?
  /// Coefficient C of n^s in Δ; nil where Δ ≡ 0 or a ≡ 0.
  public let discriminantCoefficient: Rational?

  /// Classifies a continued fraction.
  /// - Precondition: b is not the zero polynomial.
  public init(_ fraction: ContinuedFraction) {
    precondition(!fraction.b.isZero, "a continued fraction needs partial numerators other than zero")
    let small = SmallDiscriminant(fraction)
    if let end = small.map(\.end) ?? Classification.firstRoot(fraction.b) {
      (kind, discriminantDegree, discriminantCoefficient) = (.terminates(at: end), nil, nil)
      return
    }
    guard !fraction.a.isZero else {
      (kind, discriminantDegree, discriminantCoefficient) = (.oscillates(.zeroDenominators), nil, nil)
      return
    }
    let leading = fraction.a.leading
    if let small {
      discriminantDegree = small.degree < 0 ? nil : small.degree - 2 * fraction.a.degree
      discriminantCoefficient = small.degree < 0 ? nil : Rational(Integer(small.leading), leading * leading)
    } else {
      let discriminant = fraction.a * fraction.a.shifted(by: -1) + Integer(4) * fraction.b
      discriminantDegree = discriminant.isZero ? nil : discriminant.degree - 2 * fraction.a.degree
      discriminantCoefficient = discriminant.isZero ? nil : Rational(discriminant.leading, leading * leading)
    }
    kind = Classification.kind(
      fraction, degree: discriminantDegree, coefficient: discriminantCoefficient)
  }

  private static func firstRoot(_ b: Polynomial) -> Int? { b.integerRoots.first { $0 > 0 }?.word }

  private static func kind(_ fraction: ContinuedFraction, degree: Int?, coefficient: Rational?) -> Case {
    let (alpha, beta) = (fraction.a.degree, fraction.b.degree)
    guard let degree, let coefficient else { return alpha == 0 ? .constant : .doubleRootFlat }
    let isPositive = coefficient.signum > 0
    switch degree {
    case 3...: return .oscillates(.numeratorsOutgrow)
    case 2: return isPositive ? .numeratorSecondOrder : .diverges(.negativeNumerators)
    case 1: return isPositive ? .numeratorFirstOrder : .diverges(.negativeNumerators)
    case 0 where beta < 2 * alpha: return .factorial
    case 0 where !isPositive: return .diverges(.complexRoots)
    case 0: return alpha == 0 ? .constant : .exponential
    case -1: return isPositive ? .doubleRootFirstOrder : .diverges(.doubleRootFirstOrder)
    case -2:
      return coefficient < Rational(-1, 4) ? .diverges(.doubleRootSecondOrder) : .doubleRootSecondOrder
    default: return .doubleRootFlat
    }
  }

  /// Speed of convergence; nil when there is no limit.
  public var convergence: ConvergenceClass? {
    switch kind {
    case .terminates: .finite
    case .diverges, .oscillates: nil
    case .factorial: .factorial
    case .constant: discriminantDegree == nil ? .powerlaw : .exponential
    case .exponential: .exponential
    case .doubleRootFirstOrder, .numeratorFirstOrder: .subexponential
    case .doubleRootSecondOrder: discriminantCoefficient == Rational(-1, 4) ? .logarithmic : .powerlaw
    case .doubleRootFlat, .numeratorSecondOrder: .powerlaw
    }
  }
}
