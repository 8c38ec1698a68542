internal import WallisArithmetic

extension Constant {
  static let abramowitz = "Abramowitz & Stegun, Handbook of Mathematical Functions (1964)"
  static let finch = "Finch, Mathematical Constants (2003)"

  /// A row of the table in one line of plain text for each notation.
  static func row(
    _ name: String, unicode: String? = nil, latex: String? = nil, gp: String? = nil, mpmath: String? = nil,
    aliases: [String] = [],
    _ definition: String, _ reference: String, value: @escaping @Sendable (Int) -> Ball,
    second: @escaping @Sendable (Int) -> Ball
  ) -> Constant {
    Constant(
      Spelling(name, unicode: unicode ?? name, latex: latex ?? "\\mathrm{\(name)}", gp: gp, mpmath: mpmath),
      aliases: aliases,
      definition: definition, reference: reference, value: value, second: second)
  }

  /// The natural logarithm of a positive integer.
  static func logarithm(_ n: Int, second: @escaping @Sendable (Int) -> Ball) -> Constant {
    row(
      "log(\(n))", latex: "\\log \(n)", aliases: ["ln(\(n))", "ln\(n)", "log\(n)"],
      "natural logarithm of \(n)",
      "\(abramowitz) 4.1", value: { Ball(n, bits: $0).log }, second: second)
  }

  /// The Riemann zeta function at an integer.
  static func zeta(
    _ s: Int, value: @escaping @Sendable (Int) -> Ball, second: @escaping @Sendable (Int) -> Ball
  ) -> Constant {
    row(
      "zeta(\(s))", unicode: "ζ(\(s))", latex: "\\zeta(\(s))", aliases: ["ζ(\(s))", "zeta\(s)"],
      "sum of 1/k^\(s) over k >= 1", "\(finch) 1.6", value: value, second: second)
  }

  /// A power of e.
  static func exponential(_ name: String, _ power: Rational, _ definition: String, latex: String) -> Constant
  {
    row(
      name, latex: latex, definition, "\(abramowitz) 4.2",
      value: { Ball(power, bits: $0).exp }, second: { exponentialSeries(Ball(power, bits: $0)) })
  }
}
