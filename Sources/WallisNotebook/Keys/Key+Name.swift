extension Key {
  /// The key called `name`; nil when there is no such key.
  ///
  /// Modifiers come first in any order (`Ctrl-`, `Alt-`, `Shift-`), names of keys ignore case, characters do not.
  package init?(named name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    while let (modifier, after) = Key.modifier(at: rest) {
      modifiers.insert(modifier)
      rest = after
    }
    guard let code = Key.code(String(rest)) else { return nil }
    if case .character = code, modifiers.contains(.shift) { return nil }
    self.init(code, modifiers)
  }

  private static let modifierNames: [(String, Modifiers)] = [
    ("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift),
  ]

  private static func modifier(at text: Substring) -> (Modifiers, Substring)? {
    for (name, modifier) in modifierNames where text.lowercased().hasPrefix(name.lowercased()) {
      let rest = text.dropFirst(name.count)
      return rest.isEmpty ? nil : (modifier, rest)
    }
    return nil
  }

  private static func code(_ name: String) -> Code? {
    if name.count == 1, let character = name.first { return .character(character) }
    if name.lowercased() == "space" { return .character(" ") }
    if let named = Name.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) {
      return .named(named)
    }
    guard let number = Int(name.dropFirst()), name.first == "F" || name.first == "f" else { return nil }
    return (1...12).contains(number) ? .function(number) : nil
  }
}

extension Key: CustomStringConvertible {
  /// The name by which `init(named:)` finds the key again.
  package var description: String {
    let prefix = Key.modifierNames.filter { modifiers.contains($0.1) }.map(\.0).joined()
    switch code {
    case .character(" "): return prefix + "Space"
    case .character(let character):
      return prefix + (modifiers.contains(.control) ? character.uppercased() : String(character))
    case .named(let name): return prefix + name.rawValue
    case .function(let number): return prefix + "F\(number)"
    }
  }
}

extension [Key] {
  /// Keys pressed one after another, their names joined by commas (`d,d`); nil where a name is that of no key.
  init?(sequence: String) {
    let names = sequence.split(separator: ",").map(String.init)
    let keys = names.compactMap { Key(named: $0) }
    guard !keys.isEmpty, keys.count == names.count else { return nil }
    self = keys
  }
}
