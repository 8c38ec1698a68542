public import WallisArithmetic

/// A polynomial continued fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + …)).
///
/// `a` gives the partial denominators from n = 0, `b` the partial numerators from n = 1; b(0) plays no part.
public struct ContinuedFraction: Sendable, Hashable {
  /// Partial denominators a(n), n ≥ 0.
  public let a: Polynomial
  /// Partial numerators b(n), n ≥ 1.
  public let b: Polynomial

  /// The continued fraction with these partial denominators and numerators.
  public init(a: Polynomial, b: Polynomial) { (self.a, self.b) = (a, b) }

  /// The continued fraction with machine-word coefficients, constant terms first.
  public init(a: [Int], b: [Int]) { self.init(a: Polynomial(a), b: Polynomial(b)) }

  /// The mirror −a, b: the same convergents with the opposite sign.
  public var mirror: ContinuedFraction { ContinuedFraction(a: -a, b: b) }
}

extension ContinuedFraction: CustomStringConvertible {
  /// For example `pcf(2n+1, n^2)`: the text that the expression grammar reads back.
  public var description: String { "pcf(\(a), \(b))" }

  /// Coefficients of a, then of b, leading first, each padded to degree 2 at least, as the papers write keys.
  public var coefficientKey: [Integer] {
    func row(_ polynomial: Polynomial) -> [Integer] {
      (0...max(2, polynomial.degree)).reversed().map { polynomial[$0] }
    }
    return row(a) + row(b)
  }
}
