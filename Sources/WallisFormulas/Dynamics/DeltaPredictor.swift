internal import RealModule
internal import WallisArithmetic

/// δ predicted from the eigenvalues of the step matrix and the fitted growth of the denominators.
///
/// δ ≈ N ln|λ₊/λ₋| / (γN + ηN ln N) − 1 at N = 10⁹ with λ± the roots of x² = a(N)x + b(N). Trustworthy only
/// where η = 0.
///
/// - Reference: Shalyt et al. (2024), section 3.2 and appendix F.
struct DeltaPredictor {
  private static let point = 1e9
  private let logRatio: Double

  init(_ fraction: ContinuedFraction) {
    func value(_ polynomial: Polynomial) -> Double {
      polynomial.approximations.reversed().reduce(0.0) { $0 * DeltaPredictor.point + $1 }
    }
    let discriminant = value(fraction.a * fraction.a + Integer(4) * fraction.b)
    let larger = (value(fraction.a).magnitude + max(0, discriminant).squareRoot()) / 2
    let numerator = value(fraction.b).magnitude
    logRatio = discriminant > 0 ? Double.log(larger / numerator * larger).magnitude : 0
  }

  /// The prediction; nil where the fitted denominators do not grow.
  func delta(_ denominator: DenominatorFit) -> Double? {
    let growth = denominator.gamma + denominator.eta * Double.log(DeltaPredictor.point)
    return growth > 0 ? logRatio / growth - 1 : nil
  }
}
