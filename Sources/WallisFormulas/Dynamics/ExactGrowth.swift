internal import RealModule
package import WallisArithmetic

/// A number with the closed form it comes from.
public struct ExactNumber: Sendable, Equatable {
  /// Closed form as the expression grammar reads it.
  public let text: String
  /// Its value.
  public let value: Double

  init(_ text: String, _ value: Double) { (self.text, self.value) = (text, value) }

  init(_ value: Rational) { self.init("\(value)", value.approximation) }
}

/// Growth exponents that follow from the coefficients alone.
///
/// ε(n) ~ n!^eta · e^(gamma n + root √n) · n^beta for the error, and |q(n)| ~ n!^eta · e^(gamma n) before reduction
/// (to leading order). Fields are nil where they are not determined this way.
///
/// - Reference: the formal solutions of Birkhoff and Trjitzinsky (1933) of u(n) = a(n)u(n−1) + b(n)u(n−2).
public struct ExactGrowth: Sendable, Equatable {
  /// Exponent of n! in the error.
  public private(set) var errorEta: ExactNumber?
  /// Rate of the exponential part of the error.
  public private(set) var errorGamma: ExactNumber?
  /// Rate of the part e^(root √n) of the error.
  public private(set) var errorRoot: ExactNumber?
  /// Exponent of the power of n in the error.
  public private(set) var errorBeta: ExactNumber?
  /// Exponent of n! in the unreduced denominators.
  public private(set) var denominatorEta: ExactNumber?
  /// Rate of the exponential part of the unreduced denominators.
  public private(set) var denominatorGamma: ExactNumber?

  /// The exponents by the names used in output, in a fixed order.
  public var named: [(name: String, value: ExactNumber)] {
    [
      ("errorEta", errorEta), ("errorGamma", errorGamma), ("errorRoot", errorRoot), ("errorBeta", errorBeta),
      ("denominatorEta", denominatorEta), ("denominatorGamma", denominatorGamma),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// The exponents of a fraction; all nil when it terminates or has no limit.
  public init(_ fraction: ContinuedFraction) {
    let classification = Classification(fraction)
    switch classification.kind {
    case .terminates, .diverges, .oscillates: break
    case .factorial: setFactorial(fraction)
    case .exponential: setExponential(fraction)
    case .constant where classification.discriminantDegree != nil: setExponential(fraction)
    case .numeratorFirstOrder, .numeratorSecondOrder: setNumerators(fraction, classification)
    default: setDoubleRoot(fraction, classification)
    }
  }

  private mutating func setFactorial(_ fraction: ContinuedFraction) {
    let (a, b) = (fraction.a, fraction.b)
    let gap = 2 * a.degree - b.degree
    let (top, bottom) = (a.leading.magnitude, b.leading.magnitude)
    errorEta = ExactNumber(Rational(Integer(-gap)))
    let ratio = Rational(bottom, top * top)
    errorGamma = ExactGrowth.log(ratio)
    errorBeta = ExactNumber(ExactGrowth.factorialPower(fraction))
    denominatorEta = ExactNumber(Rational(Integer(a.degree)))
    denominatorGamma = ExactGrowth.log(Rational(top))
  }

  /// The exponent of n in the error of a fraction that converges like an inverse of factorials.
  package static func factorialPower(_ fraction: ContinuedFraction) -> Rational {
    let (a, b) = (fraction.a, fraction.b)
    let shift = Rational(a[a.degree - 1], a.leading)
    let isClose = 2 * a.degree - b.degree == 1
    let power = isClose ? shift + Rational(b.leading, a.leading * a.leading) : shift
    let numerators = b.degree > 0 ? Rational(b[b.degree - 1], b.leading) : Rational(0)
    return numerators + Rational(Integer(b.degree - a.degree)) - Rational(2) * power
  }

  private mutating func setExponential(_ fraction: ContinuedFraction) {
    guard let roots = CharacteristicRoots(fraction) else { return }
    errorEta = ExactNumber(Rational(0))
    errorGamma = ExactNumber(
      roots.logInverse, Double.log((roots.smaller / roots.larger).magnitude))
    denominatorEta = ExactNumber(Rational(Integer(fraction.a.degree)))
    denominatorGamma = ExactNumber("log(\(roots.largerText))", Double.log(roots.larger))
  }

  private mutating func setNumerators(_ fraction: ContinuedFraction, _ classification: Classification) {
    let (top, bottom) = (fraction.a.leading.magnitude, fraction.b.leading)
    let root = bottom.approximation.squareRoot()
    errorEta = ExactNumber(Rational(0))
    errorGamma = ExactNumber(Rational(0))
    if classification.discriminantDegree == 1 {
      errorRoot = ExactNumber("-2*\(top)/sqrt(\(bottom))", -2 * top.approximation / root)
    } else {
      errorBeta =
        bottom.squareRoot.map { ExactNumber(-Rational(top, $0)) }
        ?? ExactNumber("-\(top)/sqrt(\(bottom))", -top.approximation / root)
    }
    denominatorEta = ExactNumber(Rational(Integer(fraction.b.degree), 2))
    denominatorGamma = ExactNumber("log(\(bottom))/2", Double.log(bottom.approximation) / 2)
  }

  private mutating func setDoubleRoot(_ fraction: ContinuedFraction, _ classification: Classification) {
    errorEta = ExactNumber(Rational(0))
    errorGamma = ExactNumber(Rational(0))
    let coefficient = classification.discriminantCoefficient ?? 0
    switch classification.discriminantDegree {
    case -1: errorRoot = ExactGrowth.root(Rational(16) * coefficient)
    case -2: errorBeta = ExactGrowth.root(Rational(1) + Rational(4) * coefficient)
    default: errorBeta = ExactNumber(Rational(-1))
    }
    denominatorEta = ExactNumber(Rational(Integer(fraction.a.degree)))
    denominatorGamma = ExactGrowth.log(Rational(fraction.a.leading.magnitude, 2))
  }

  /// −√value.
  private static func root(_ value: Rational) -> ExactNumber {
    value.squareRoot.map { ExactNumber(-$0) }
      ?? ExactNumber("-sqrt(\(value))", -value.approximation.squareRoot())
  }

  private static func log(_ value: Rational) -> ExactNumber {
    value == 1 ? ExactNumber(Rational(0)) : ExactNumber("log(\(value))", Double.log(value.approximation))
  }
}
