internal import WallisArithmetic
internal import WallisFormulas

/// Writes expressions for LaTeX and for PARI/GP.
struct FormulaNotation {
  /// How names, functions and products are written.
  enum Target {
    /// Mathematics mode.
    case latex
    /// PARI/GP 2.15.
    case gp
    /// Python with `from mpmath import *`.
    case mpmath
  }

  let target: Target

  /// The expression in the notation.
  func text(_ expression: WallisFormulas.Expression) -> String {
    switch expression.node {
    case .number(let value, _): number(value)
    case .name(let name): self.name(name)
    case .result: "?"
    case .call(let name, let arguments): call(name, arguments)
    case .negation(let x): "-" + grouped(x, binding: 2)
    case .sum(let x, let y): text(x) + "+" + grouped(y, binding: 1)
    case .difference(let x, let y): text(x) + "-" + grouped(y, binding: 2)
    case .product(let x, let y): product(x, y)
    case .quotient(let x, let y): fraction(x, y)
    case .power(let x, let y): power(x, y)
    }
  }

  private func number(_ value: Rational) -> String {
    guard target == .mpmath else { return fraction("\(value.numerator)", "\(value.denominator)") }
    return value.isInteger ? "mpf(\(value))" : "(mpf(\(value.numerator))/\(value.denominator))"
  }

  /// How tightly the outermost operation binds: sums 1, products 2, powers 3, everything else 4.
  private func binding(_ expression: WallisFormulas.Expression) -> Int {
    switch expression.node {
    case .sum, .difference, .negation: 1
    case .product: 2
    case .quotient: target == .latex ? 4 : 2
    case .power: 3
    case .number(let value, _): value.signum < 0 ? 1 : (value.isInteger || target == .latex ? 4 : 2)
    default: 4
    }
  }

  private func grouped(_ expression: WallisFormulas.Expression, binding least: Int) -> String {
    let inner = text(expression)
    guard binding(expression) < least else { return inner }
    return target == .latex ? "\\left(\(inner)\\right)" : "(\(inner))"
  }

  private func product(_ x: WallisFormulas.Expression, _ y: WallisFormulas.Expression) -> String {
    let right = grouped(y, binding: 2)
    guard target == .latex else { return grouped(x, binding: 2) + "*" + right }
    return grouped(x, binding: 2) + (right.first?.isNumber == true ? " \\cdot " : " ") + right
  }

  private func fraction(_ x: WallisFormulas.Expression, _ y: WallisFormulas.Expression) -> String {
    target == .latex
      ? "\\frac{\(text(x))}{\(text(y))}" : grouped(x, binding: 2) + "/" + grouped(y, binding: 3)
  }

  private func fraction(_ top: String, _ bottom: String) -> String {
    guard bottom != "1" else { return top }
    return target == .latex ? "\\frac{\(top)}{\(bottom)}" : "\(top)/\(bottom)"
  }

  private func power(_ x: WallisFormulas.Expression, _ y: WallisFormulas.Expression) -> String {
    target == .latex
      ? "\(grouped(x, binding: 4))^{\(text(y))}"
      : grouped(x, binding: 4) + (target == .gp ? "^" : "**") + grouped(y, binding: 4)
  }

  private func name(_ name: String) -> String {
    switch target {
    case .latex:
      Constant.named(name)?.latex ?? (name.count == 1 ? name : "\\mathrm{\(name)}")
    case .gp: FormulaNotation.gpNames[name] ?? name
    case .mpmath: FormulaNotation.mpmathNames[name] ?? name
    }
  }

  private func call(_ name: String, _ arguments: [WallisFormulas.Expression]) -> String {
    let inner = arguments.map(text).joined(separator: ", ")
    switch (target, name) {
    case (.latex, "sqrt"): return "\\sqrt{\(inner)}"
    case (.latex, "cbrt"): return "\\sqrt[3]{\(inner)}"
    case (.latex, "zeta"): return "\\zeta(\(inner))"
    case (.latex, "gamma"): return "\\Gamma\\left(\(inner)\\right)"
    case (.latex, "log"), (.latex, "exp"), (.latex, "sin"), (.latex, "cos"), (.latex, "tan"), (.latex, "cot"):
      return "\\\(name)\\left(\(inner)\\right)"
    case (.latex, _): return "\\operatorname{\(name)}\\left(\(inner)\\right)"
    case (.gp, "cbrt"): return "sqrtn(\(inner), 3)"
    case (.gp, "cot"), (.gp, "coth"): return "\(name == "cot" ? "cotan" : "cotanh")(\(inner))"
    case (.gp, _): return "\(name)(\(inner))"
    case (.mpmath, _): return "\(name)(\(inner))"
    }
  }

  /// The constants as PARI/GP computes them.
  private static let gpNames = [
    "pi": "Pi", "e": "exp(1)", "euler": "Euler", "catalan": "Catalan", "gauss": "(1/agm(1, sqrt(2)))",
    "lemniscate": "(Pi/agm(1, sqrt(2)))", "phi": "((1+sqrt(5))/2)", "gompertz": "(exp(1)*eint1(1))",
    "parabolic": "(sqrt(2)+log(1+sqrt(2)))",
  ]

  /// The constants as mpmath computes them.
  private static let mpmathNames = [
    "pi": "mp.pi", "e": "mp.e", "euler": "mp.euler", "catalan": "mp.catalan", "phi": "mp.phi",
    "gauss": "(1/agm(1, sqrt(2)))", "lemniscate": "(mp.pi/agm(1, sqrt(2)))", "gompertz": "(mp.e*e1(1))",
    "khinchin": "mp.khinchin", "glaisher": "mp.glaisher", "parabolic": "(sqrt(2)+log(1+sqrt(2)))",
    "omega": "lambertw(1)",
  ]
}
