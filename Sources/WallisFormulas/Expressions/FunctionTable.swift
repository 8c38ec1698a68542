// Functions of the expression grammar. To add one: a row here, its evaluation in `FunctionValue.swift`, and a test.

/// A function of the expression grammar.
public struct FunctionDeclaration: Sendable {
  /// Name as typed.
  public let name: String
  /// Names of the arguments, for signatures.
  public let parameters: [String]
  /// One line of explanation.
  public let summary: String

  /// For example `besseli(nu, x)`.
  public var signature: String { "\(name)(\(parameters.joined(separator: ", ")))" }
}

/// The functions that expressions may use.
public enum FunctionTable {
  /// All functions, in the order of the help.
  public static let all: [FunctionDeclaration] = [
    row("pcf", ["a(n)", "b(n)"], "polynomial continued fraction a(0) + b(1)/(a(1) + b(2)/(a(2) + ...))"),
    row("sqrt", ["x"], "square root"),
    row("cbrt", ["x"], "cube root"),
    row("exp", ["x"], "exponential"),
    row("log", ["x"], "natural logarithm"),
    row("sin", ["x"], "sine"),
    row("cos", ["x"], "cosine"),
    row("tan", ["x"], "tangent"),
    row("cot", ["x"], "cotangent"),
    row("asin", ["x"], "inverse sine"),
    row("acos", ["x"], "inverse cosine"),
    row("atan", ["x"], "inverse tangent"),
    row("sinh", ["x"], "hyperbolic sine"),
    row("cosh", ["x"], "hyperbolic cosine"),
    row("tanh", ["x"], "hyperbolic tangent"),
    row("coth", ["x"], "hyperbolic cotangent"),
    row("asinh", ["x"], "inverse hyperbolic sine"),
    row("acosh", ["x"], "inverse hyperbolic cosine"),
    row("atanh", ["x"], "inverse hyperbolic tangent"),
    row("zeta", ["s"], "Riemann zeta function"),
    row("gamma", ["x"], "gamma function"),
    row("psi", ["k", "x"], "polygamma function of order k"),
    row("agm", ["x", "y"], "arithmetic-geometric mean"),
    row("besseli", ["nu", "x"], "modified Bessel function of the first kind"),
    row("besselj", ["nu", "x"], "Bessel function of the first kind"),
    row("besselk", ["nu", "x"], "modified Bessel function of the second kind"),
    row("erf", ["x"], "error function"),
    row("erfc", ["x"], "complementary error function"),
    row("polylog", ["s", "x"], "polylogarithm"),
    row("beta", ["s"], "Dirichlet beta function"),
  ]

  /// The function with this name.
  public static func function(named name: String) -> FunctionDeclaration? { all.first { $0.name == name } }

  private static func row(_ name: String, _ parameters: [String], _ summary: String) -> FunctionDeclaration {
    FunctionDeclaration(name: name, parameters: parameters, summary: summary)
  }
}

/// Names that stand for numbers, so that a parenthesis after them means a product.
enum NameTable {
  static let variable = "n"

  static func isFactor(_ name: String) -> Bool { name.count == 1 || constants.contains(name) }

  private static let constants = Set(NamedNumber.all.map(\.name))
}
