/// Notations of the functions of the expression grammar.
enum NotationTable {
  /// The form of a function with its arguments as `#1`, `#2`; nil where the general form serves.
  static func form(of name: String, _ arguments: [Expression], _ notation: Notation) -> String? {
    guard let row = FunctionTable.function(named: name, arguments: arguments.count)?.spelling else {
      return nil
    }
    let firstIsNatural = arguments.first?.isNatural == true
    return switch notation {
    case .plain: nil
    case .unicode: (firstIsNatural ? row.natural.unicode : nil) ?? row.unicode
    case .latex: (firstIsNatural ? row.natural.latex : nil) ?? row.latex
    case .gp: row.gp
    case .mpmath: row.mpmath ?? row.mpmathForm?(arguments)
    }
  }

  /// Whether LaTeX draws the function as a root of higher degree, fractions within on one line.
  static func isRadical(_ name: String) -> Bool { name == "cbrt" }

  /// A character of an integer as an exponent.
  static func superscript(_ character: Character) -> Character { superscripts[character] ?? character }

  private static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  static let subscripts: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
  ]
}
