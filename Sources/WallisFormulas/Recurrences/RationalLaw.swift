public import WallisArithmetic

/// A rational function that gives the terms of a sequence: s(n) = P(n)/Q(n) for n ≥ 0.
public struct RationalLaw: Sendable, Hashable {
  /// P/Q in n, reduced.
  public let function: RationalFunction
  /// Terms beyond the coefficients that were free.
  public let surplus: Int

  /// Largest degree of P and of Q.
  static let highestDegree = 12
  /// Rows beyond the unknowns that a solution is sought for before all terms are looked at.
  private static let spareRows = 4

  /// The rational function of least degree through all terms, so many of them to spare; nil where there is none.
  public init?(shortestFor sequence: [Rational], surplus least: Int = LinearRecurrence.leastSurplus) {
    for degree in 0...Self.highestDegree where 2 * degree + 2 <= sequence.count {
      guard let function = Self.function(of: degree, through: sequence) else { continue }
      let unknowns = function.numerator.degree + function.denominator.degree + 1
      guard sequence.count - unknowns >= least,
        sequence.indices.allSatisfy({ function.value(at: $0) == sequence[$0] })
      else { return nil }
      (self.function, surplus) = (function, sequence.count - unknowns)
      return
    }
    return nil
  }

  /// P and Q of this degree at most with P(n) = s(n)Q(n) for the first terms; nil where only P = Q = 0 does.
  private static func function(of degree: Int, through sequence: [Rational]) -> RationalFunction? {
    let rows = sequence.prefix(2 * degree + 2 + spareRows).enumerated().map { n, term in
      let powers = (0...degree).map { Integer(n).power($0) }
      return powers.map { $0 * term.denominator } + powers.map { -($0 * term.numerator) }
    }
    guard let vector = nullVector(ofRows: rows) else { return nil }
    let (top, bottom) = (
      Polynomial(Array(vector.prefix(degree + 1))), Polynomial(Array(vector.dropFirst(degree + 1)))
    )
    return bottom.isZero ? nil : RationalFunction(top, bottom)
  }
}

extension RationalLaw: CustomStringConvertible {
  /// For example `(-2n^2-6n-3)/(2n+3)^2`, products as products.
  public var description: String {
    let (top, bottom) = (function.numerator.factored(.plain), function.denominator)
    guard bottom != Polynomial(constant: 1) else { return top }
    return "(\(top))/" + (bottom.degree == 0 ? "\(bottom)" : "(\(bottom.factored(.plain)))")
  }
}
