/// How forms are filled in.
extension NotationTable {
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
}
