internal import RealModule
public import WallisArithmetic
internal import WallisFormulas

/// The eigenvalues of the steps of a line in the limit n → ∞, up to a common factor and a power of n.
///
/// Statement: let the characteristic polynomial of T(n) have coefficients of degree d(k) at λ^(r−k); with μ = max d(k)/k
/// its terms of the largest slope give a polynomial in λ/n^μ whose roots are the limits. A root 0 means that a
/// solution is smaller by a power of n!.
///
/// - Reference: Poincaré's theorem; Perron, "Die Lehre von den Kettenbrüchen" II, § 19.
public struct FieldEigenvalues: Sendable, Hashable {
  /// The polynomial in λ, constant term first, without a common factor and with a positive leading coefficient.
  public let polynomial: Polynomial
  /// The roots by decreasing modulus, each as often as it is one.
  public let moduli: [Double]
  /// The roots written out, for quadratic polynomials: `17+12*sqrt(2), 17-12*sqrt(2)`; nil for other ones.
  public let text: String?

  /// The eigenvalues of a matrix of polynomials.
  public init(_ step: PolynomialMatrix) {
    let coefficients = step.characteristicPolynomial
    let rank = step.rank
    // The largest slope d(k)/k, compared as fractions.
    var (top, bottom) = (0, 1)
    for k in 1...rank where !coefficients[rank - k].isZero {
      let degree = coefficients[rank - k].degree
      if degree * bottom > top * k { (top, bottom) = (degree, k) }
    }
    let leading = (0...rank).map { k -> Integer in
      let coefficient = coefficients[rank - k]
      return !coefficient.isZero && coefficient.degree * bottom == top * k ? coefficient.leading : 0
    }
    // The sign of all roots is part of the common factor: their sum is not negative.
    let isMirrored = leading.count > 1 && leading[1].signum > 0
    let signed = leading.enumerated().map { isMirrored && $0.offset % 2 == 1 ? -$0.element : $0.element }
    polynomial = Polynomial(Array(signed.reversed()))
    moduli = FieldEigenvalues.moduli(polynomial)
    text = rank == 2 ? FieldEigenvalues.quadratic(polynomial) : nil
  }

  /// ln |λ₀/λ₁|, the rate of convergence for each step; infinite where λ₁ = 0, 0 where the moduli are equal.
  public var rate: Double {
    guard moduli.count > 1, moduli[0] > 0 else { return 0 }
    return moduli[1] == 0 ? .infinity : max(0, Double.log(moduli[0] / moduli[1]))
  }

  private static func moduli(_ polynomial: Polynomial) -> [Double] {
    let zeros = polynomial.coefficients.prefix { $0.isZero }.count
    let reduced = Polynomial(Array(polynomial.coefficients.dropFirst(zeros)))
    let found = reduced.irreducibleFactors.flatMap { factor in
      [[Double]](repeating: factor.factor.rootModuli, count: factor.multiplicity).flatMap(\.self)
    }
    return found.sorted(by: >) + [Double](repeating: 0, count: zeros)
  }

  /// The roots of λ² + bλ + c, exactly.
  private static func quadratic(_ polynomial: Polynomial) -> String? {
    let (c, b, a) = (polynomial[0], polynomial[1], polynomial[2])
    let discriminant = b * b - 4 * a * c
    guard !discriminant.isZero else { return "\(Rational(-b, 2 * a)) (double)" }
    let (root, free) = discriminant.squareParts
    let (middle, half) = (Rational(-b, 2 * a), Rational(root, 2 * a))
    let magnitude = half.signum < 0 ? -half : half
    if free == 1 {
      let values = [middle + magnitude, middle - magnitude]
      return values.map { "\($0)" }.joined(separator: ", ")
    }
    let surd = magnitude == 1 ? "sqrt(\(free))" : "\(magnitude)*sqrt(\(free))"
    let front = middle.signum == 0 ? "" : "\(middle)"
    let pair = [front + (front.isEmpty ? "" : "+") + surd, front + "-" + surd]
    return pair.joined(separator: ", ")
  }
}
