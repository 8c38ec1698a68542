public import WallisArithmetic

/// A real algebraic number of degree 3 or more in the one canonical way: its minimal polynomial over ℤ, primitive
/// with a positive leading coefficient, and its place among the real roots.
public struct AlgebraicNumber: Sendable, Hashable {
  /// The largest degree that is searched.
  public static let largestDegree = 12
  /// Bits of coefficients up to which roots are isolated: farther apart, that takes minutes.
  static let mostCoefficientBits = 1_000

  /// The minimal polynomial.
  public let polynomial: Polynomial
  /// Place among the real roots in ascending order, from 0.
  public let index: Int

  /// The root nearest to a number; nil unless the polynomial is irreducible, of degree 3 or more, and has one, and its
  /// coefficients are below 2^1000.
  public init?(rootOf polynomial: Polynomial, near value: Ball) {
    guard polynomial.coefficientBits <= AlgebraicNumber.mostCoefficientBits else { return nil }
    let factors = polynomial.irreducibleFactors
    guard polynomial.degree >= 3, factors.count == 1, factors[0].multiplicity == 1 else { return nil }
    let primitive = factors[0].factor
    self.polynomial = primitive.leading.signum < 0 ? -primitive : primitive
    let distances = self.polynomial.realRoots(bits: 128).map { ($0 - value).magnitude.approximation }
    guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) else { return nil }
    index = nearest
  }

  /// An enclosure at a working precision of `bits`.
  package func enclosure(bits: Int) -> Ball { polynomial.realRoots(bits: bits)[index] }

  /// shift + sign·radicand^(1/degree), where the number is of this kind.
  package var radical: (shift: Rational, isNegative: Bool, radicand: Rational)? {
    let degree = polynomial.degree
    let shift = Rational(-polynomial[degree - 1], Integer(degree) * polynomial.leading)
    let depressed = polynomial.shiftedCoefficients(by: shift)
    guard depressed[1..<degree].allSatisfy({ $0.signum == 0 }) else { return nil }
    let power = -depressed[0] / depressed[degree]
    let isNegative = degree % 2 == 0 ? index == 0 : power.signum < 0
    return (shift, isNegative, power.signum < 0 ? -power : power)
  }
}
