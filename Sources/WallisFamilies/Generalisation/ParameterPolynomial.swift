public import WallisArithmetic
internal import WallisFormulas

/// A polynomial with integer coefficients in the parameters of a family.
public struct ParameterPolynomial: Sendable, Hashable {
  /// Exponents of each monomial, one for each parameter, in the order of `monomials`.
  public let exponents: [[Int]]
  /// The coefficient of each.
  public let coefficients: [Integer]

  /// The exponents of all monomials in so many parameters up to a total degree, the constant one first.
  public static func monomials(parameters: Int, degree: Int) -> [[Int]] {
    guard parameters > 0 else { return [[]] }
    return (0...degree).flatMap { total in vectors(parameters, total: total) }
  }

  private static func vectors(_ count: Int, total: Int) -> [[Int]] {
    guard count > 1 else { return [[total]] }
    return (0...total).reversed().flatMap { first in
      vectors(count - 1, total: total - first).map { [first] + $0 }
    }
  }

  /// Value of a monomial.
  static func value(of exponents: [Int], at point: [Int]) -> Integer {
    zip(exponents, point).reduce(Integer(1)) { $0 * Integer($1.1).power($1.0) }
  }

  /// The value at integers.
  public func value(at point: [Int]) -> Integer {
    zip(exponents, coefficients).reduce(Integer(0)) {
      $0 + $1.1 * ParameterPolynomial.value(of: $1.0, at: point)
    }
  }

  /// True for the zero polynomial.
  public var isZero: Bool { coefficients.allSatisfy(\.isZero) }

  /// The polynomial as an expression in the parameters of these names, the highest powers first.
  public func text(_ names: [String]) -> String {
    var text = ""
    for (exponents, coefficient) in zip(exponents, coefficients).reversed() where !coefficient.isZero {
      let factors = zip(names, exponents).compactMap { name, exponent in
        exponent == 0 ? nil : exponent == 1 ? name : "\(name)^\(exponent)"
      }
      let size = coefficient.magnitude
      let term = factors.isEmpty ? ["\(size)"] : size == 1 ? factors : ["\(size)"] + factors
      let sign = coefficient.signum < 0 ? "-" : text.isEmpty ? "" : "+"
      text += sign + term.joined(separator: "*")
    }
    return text.isEmpty ? "0" : text
  }
}
