// How functions are written. `#1` and `#2` stand for the arguments. A function without a row is written by its name:
// `f(x,y)`, `\operatorname{f}\left(x, y\right)`. To add one: a row here; the test that compares GP and mpmath with
// the engine tries every function of `FunctionTable`.

/// Notations of the functions of the expression grammar.
enum NotationTable {
  /// One function; nil where the general form serves.
  private struct Row {
    var unicode: String?
    var latex: String?
    /// The form for LaTeX and Unicode where the first argument is a natural number: `\log 2`, `I₁(x)`.
    var natural: (unicode: String?, latex: String?) = (nil, nil)
    var gp: String?
    var mpmath: String?
  }

  private static let rows: [String: Row] = [
    "sqrt": Row(unicode: "√(#1)", latex: "\\sqrt{#1}", natural: ("√#1", nil)),
    "cbrt": Row(latex: "\\sqrt[3]{#1}", natural: ("∛#1", nil), gp: "sqrtn(#1, 3)"),
    "log": operation("\\log"), "exp": operation("\\exp"),
    "sin": operation("\\sin"), "cos": operation("\\cos"), "tan": operation("\\tan"),
    "cot": operation("\\cot", gp: "cotan(#1)"),
    "asin": operation("\\arcsin"), "acos": operation("\\arccos"), "atan": operation("\\arctan"),
    "sinh": operation("\\sinh"), "cosh": operation("\\cosh"), "tanh": operation("\\tanh"),
    "coth": operation("\\coth", gp: "cotanh(#1)"),
    "zeta": Row(unicode: "ζ(#1)", latex: "\\zeta(#1)"),
    "gamma": Row(unicode: "Γ(#1)", latex: "\\Gamma\\left(#1\\right)"),
    "psi": Row(
      latex: "\\psi^{(#1)}\\left(#2\\right)",
      gp: "if(#1 == 0, psi(#2), (-1)^(#1+1)*(#1)!*zetahurwitz(#1+1, #2))"),
    "besseli": bessel("I"), "besselj": bessel("J"), "besselk": bessel("K"),
    "erf": Row(gp: "(1-erfc(#1))"),
    "polylog": Row(latex: "\\mathrm{Li}_{#1}\\left(#2\\right)"),
    "beta": Row(latex: "\\beta\\left(#1\\right)", gp: "lfun(-4, #1)", mpmath: "dirichlet(#1, [0, 1, 0, -1])"),
  ]

  private static func operation(_ latex: String, gp: String? = nil) -> Row {
    Row(latex: "\(latex)\\left(#1\\right)", natural: (nil, "\(latex) #1"), gp: gp)
  }

  private static func bessel(_ letter: String) -> Row {
    Row(latex: "\(letter)_#1(#2)", natural: ("\(letter)_#1(#2)", nil))
  }

  /// The form of a function with its arguments as `#1`, `#2`; nil where the general form serves.
  static func form(of name: String, _ notation: Notation, firstIsNatural: Bool) -> String? {
    guard let row = rows[name] else { return nil }
    return switch notation {
    case .plain: nil
    case .unicode: (firstIsNatural ? row.natural.unicode : nil) ?? row.unicode
    case .latex: (firstIsNatural ? row.natural.latex : nil) ?? row.latex
    case .gp: row.gp
    case .mpmath: row.mpmath
    }
  }

  /// A form with its arguments filled in; `_#1` is an index.
  static func filled(_ form: String, _ arguments: [String], _ notation: Notation) -> String {
    var (text, rest) = ("", form[...])
    while let mark = rest.firstIndex(of: "#") {
      let place = rest.index(after: mark)
      guard place < rest.endIndex, let number = rest[place].wholeNumberValue,
        arguments.indices.contains(number - 1)
      else { break }
      let (argument, before) = (arguments[number - 1], rest[..<mark])
      switch notation {
      case .unicode where before.last == "_":
        text += before.dropLast() + String(argument.map { subscripts[$0] ?? $0 })
      case .latex where before.last == "_" && argument.count > 1: text += before + "{\(argument)}"
      default: text += before + argument
      }
      rest = rest[rest.index(after: place)...]
    }
    return text + rest
  }

  /// Whether LaTeX draws the function as a root of higher degree, fractions within on one line.
  static func isRadical(_ name: String) -> Bool { name == "cbrt" }

  /// A character of an integer as an exponent.
  static func superscript(_ character: Character) -> Character { superscripts[character] ?? character }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  private static let subscripts: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
  ]
}
