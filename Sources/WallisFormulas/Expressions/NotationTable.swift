/// Notations of the functions of the expression grammar, and how their forms are filled in.
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

  /// A bound that is never reached.
  static func infinity(_ notation: Notation) -> String {
    switch notation {
    case .plain, .mpmath: "inf"
    case .unicode: "∞"
    case .latex: "\\infty"
    case .gp: "oo"
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

  private static let subscripts: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
  ]
}
