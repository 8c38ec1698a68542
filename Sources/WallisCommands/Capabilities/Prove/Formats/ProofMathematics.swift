internal import WallisArithmetic
internal import WallisFormulas

/// Pieces of proofs for LaTeX's mathematics mode.
enum ProofMathematics {
  static func text(_ value: WallisFormulas.Expression) -> String { ExpressionWriter(.latex).text(value) }

  static func text(_ value: Rational) -> String { text(.fraction(value)) }

  static func text(_ polynomial: Polynomial, in variable: String) -> String {
    braced(polynomial.text(variable: variable))
  }

  /// Entries in the grammar's notation, for example `x^3+2*x*y`.
  static func matrix(_ texts: [[String]]) -> String {
    let lines = texts.map { $0.map { braced($0.replacing("*", with: " ")) }.joined(separator: " & ") }
    return "\\begin{pmatrix}\(lines.joined(separator: " \\\\ "))\\end{pmatrix}"
  }

  private static func braced(_ polynomial: String) -> String {
    var (text, exponent) = ("", String?.none)
    for character in polynomial + " " {
      if let digits = exponent {
        if character.isNumber {
          exponent = digits + String(character)
          continue
        }
        text += "^{\(digits)}"
        exponent = nil
      }
      if character == "^" { exponent = "" } else if character != " " { text.append(character) }
    }
    return text
  }

  static func text(_ function: RationalFunction, in variable: String) -> String {
    let top = text(function.numerator, in: variable)
    guard function.denominator != Polynomial(constant: 1) else { return top }
    return "\\frac{\(top)}{\(text(function.denominator, in: variable))}"
  }

  /// A function as a factor: in parentheses where it is a sum.
  static func factor(_ function: RationalFunction, in variable: String) -> String {
    let isSum = function.denominator == Polynomial(constant: 1) && text(function, in: variable).contains("+")
    return isSum ? "\\left(\(text(function, in: variable))\\right)" : text(function, in: variable)
  }

  static func matrix(_ rows: [[Polynomial]]) -> String {
    let lines = rows.map { $0.map { text($0, in: "n") }.joined(separator: " & ") }
    return "\\begin{pmatrix}\(lines.joined(separator: " \\\\ "))\\end{pmatrix}"
  }

  static func step(_ fraction: ContinuedFraction) -> String {
    matrix([[.zero, fraction.b], [Polynomial(constant: 1), fraction.a]])
  }
}
