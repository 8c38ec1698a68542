package import WallisCommands
package import WallisDocuments

/// What users may choose, from a file in TOML:
///
///     editing = "vi"             # or "emacs"
///     theme = "light"            # dark, light, mono, colour-blind
///     mouse = true
///     ascii = false
///     notation = "unicode, zeta, G"  # how closed forms are shown: pi or zeta, gamma or lemniscate, G or catalan
///     [keys]                     # an action of `wallis keys` and its keys instead of the usual ones
///     run = ["F9", "Alt-Enter"]
///     delete = "d,d"
package struct Configuration: Sendable {
  /// Which keys edit text.
  package var editing = EditingStyle.emacs
  /// The colours.
  package var theme = Theme.dark
  /// Whether the mouse selects and scrolls.
  package var mouse = false
  /// Whether only ASCII is drawn.
  package var ascii = false
  /// How closed forms are shown; nil for plain text.
  package var style: FormulaStyle?
  /// The keys.
  package var keyMap = KeyMap.standard
  /// What is wrong with the file; what is right of it counts all the same.
  package private(set) var problems: [Diagnostic] = []

  private let lines: [String]

  /// The choices of somebody who has made none.
  package init() { lines = [] }

  /// Reads a file. Mistakes go to `problems`.
  package init(toml text: String) {
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let table: TOMLTable
    do throws(TOMLReader.Fault) {
      table = try TOMLTable(reading: text)
    } catch {
      let line = lines.indices.contains(error.line) ? lines[error.line] : ""
      let column = min(error.column, line.count)
      problems = [
        Diagnostic(
          "line \(error.line + 1) is no TOML: \(error.message)", source: line, range: column..<(column + 1))
      ]
      return
    }
    for name in table.keys { read(name, in: table) }
    problems += keyMap.conflicts.map { Diagnostic($0, remedy: "give one of them another key under [keys]") }
  }

  private mutating func read(_ name: String, in table: TOMLTable) {
    switch name {
    case "editing": editing = choice(name, table, EditingStyle.allCases) ?? editing
    case "theme": theme = choice(name, table, Theme.allCases) ?? theme
    case "mouse": mouse = flag(name, table) ?? mouse
    case "ascii": ascii = flag(name, table) ?? ascii
    case "notation": style = writtenStyle(name, table) ?? style
    case "keys":
      guard let keys = table[name]?.table else {
        return complain("keys is a table: [keys] on a line of its own", about: name)
      }
      readKeys(keys)
    default:
      complain(
        "there is no setting '\(name)'", about: name, remedy: "editing, theme, mouse, ascii, notation, [keys]"
      )
    }
  }

  private mutating func choice<Value: RawRepresentable>(
    _ name: String, _ table: TOMLTable, _ all: [Value]
  ) -> Value? where Value.RawValue == String {
    if let value = table[name]?.string.flatMap(Value.init) { return value }
    let names = all.map(\.rawValue).joined(separator: ", ")
    complain("\(name) has no such value", about: name, remedy: "one of: \(names)")
    return nil
  }

  private mutating func writtenStyle(_ name: String, _ table: TOMLTable) -> FormulaStyle? {
    guard let words = table[name]?.string else {
      complain("notation is a text", about: name, remedy: "notation = \"unicode, zeta\"")
      return nil
    }
    do {
      return try FormulaStyle(words)
    } catch {
      complain(error.diagnostic.message, about: name, remedy: error.diagnostic.remedy)
      return nil
    }
  }

  private mutating func flag(_ name: String, _ table: TOMLTable) -> Bool? {
    if let value = table[name]?.bool { return value }
    complain("\(name) is true or false", about: name)
    return nil
  }

  /// Gives actions other keys.
  private mutating func readKeys(_ table: TOMLTable) {
    var actions = keyMap.actions
    for name in table.keys {
      guard let place = actions.firstIndex(where: { $0.name == name }) else {
        complain("there is no action '\(name)'", about: name, remedy: "wallis keys lists them")
        continue
      }
      guard let sequences = sequences(of: table[name], name) else { continue }
      actions[place] = actions[place].on(sequences)
    }
    keyMap = keyMap.with(actions)
  }

  private mutating func sequences(of value: TOMLValue?, _ name: String) -> [[Key]]? {
    let names = value?.string.map { [$0] } ?? value?.array.map { array in array.compactMap(\.string) }
    guard let names else {
      complain("the keys of \(name) are a text or a list of texts", about: name, remedy: "\(name) = \"F9\"")
      return nil
    }
    var keys: [[Key]] = []
    for sequence in names {
      guard let read = [Key](sequence: sequence) else {
        complain(
          "no key is called '\(sequence)'", about: name, remedy: "for example j, Ctrl-R, Alt-Enter, F9, d,d")
        return nil
      }
      keys.append(read)
    }
    return keys
  }

  /// Keeps a mistake with the line that it is on.
  private mutating func complain(_ message: String, about name: String, remedy: String? = nil) {
    let place = lines.firstIndex { line in
      let start = line.drop { $0 == " " || $0 == "[" || $0 == "\"" }
      return start.hasPrefix(name)
    }
    guard let place else { return problems.append(Diagnostic(message, remedy: remedy)) }
    let line = lines[place]
    let column = line.prefix { $0 == " " || $0 == "[" || $0 == "\"" }.count
    problems.append(
      Diagnostic(
        "line \(place + 1): \(message)", source: line, range: column..<(column + name.count), remedy: remedy))
  }
}

extension KeyMap {
  /// Keys that mean two things in one context, in words.
  var conflicts: [String] {
    var found: [String] = []
    for context in contexts {
      var owners: [[Key]: String] = [:]
      for action in actions where action.contexts.contains(context) {
        for keys in action.keys {
          let name = keys.map(\.description).joined(separator: " ")
          if let other = owners[keys] {
            found.append("\(name) means \(other) and \(action.name): \(context.title)")
          }
          owners[keys] = action.name
        }
      }
      for (keys, name) in owners where keys.count > 1 {
        guard let other = owners[Array(keys.prefix(1))] else { continue }
        let begins = keys.map(\.description).joined(separator: " ")
        found.append("\(begins) (\(name)) begins with a key of \(other): \(context.title)")
      }
    }
    return found.sorted()
  }
}
