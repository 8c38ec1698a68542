public import WallisArithmetic

/// A language that exports write scripts in.
public enum ScriptLanguage: String, Sendable, Hashable, CaseIterable {
  /// PARI/GP 2.15.
  case gp
  /// Python with `from mpmath import *`.
  case mpmath
}

/// How a script computes the value of a formula.
public enum FormulaProgram: Sendable, Hashable {
  /// The continued fraction with these partial denominators and numerators, in the integer n, by backward evaluation;
  /// with x its value the formula is (αx + β)/(γx + δ), α to δ in `image`.
  case partials(a: String, b: String, image: [Integer])
  /// An expression that is the value.
  case expression(String)
  /// No program, and why.
  case none(reason: String)
}

extension FormulaProgram {
  /// The image of a value that is the value itself.
  public static let itself: [Integer] = [1, 0, 0, 1]
}

extension ScriptLanguage {
  /// The sign of powers.
  var power: String { self == .gp ? "^" : "**" }

  /// A polynomial in a variable, all products and powers written out: `2*n+1`, `-n^2`.
  package func text(of polynomial: Polynomial, in variable: String) -> String {
    let terms = polynomial.coefficients.enumerated().reversed().filter { !$0.element.isZero }
    guard !terms.isEmpty else { return "0" }
    return terms.enumerated().map { place, term in
      let sign = term.element.signum < 0 ? "-" : place == 0 ? "" : "+"
      return sign + self.term(term.element.magnitude, power: term.offset, of: variable)
    }.joined()
  }

  private func term(_ coefficient: Integer, power exponent: Int, of variable: String) -> String {
    guard exponent > 0 else { return "\(coefficient)" }
    let powered = exponent == 1 ? variable : "\(variable)\(power)\(exponent)"
    return coefficient == 1 ? powered : "\(coefficient)*\(powered)"
  }

  /// A fraction as a number of the language.
  package func text(of number: Rational) -> String {
    guard !number.isInteger else { return "\(number)" }
    return self == .gp
      ? "(\(number.numerator)/\(number.denominator))" : "(mpf(\(number.numerator))/\(number.denominator))"
  }
}
