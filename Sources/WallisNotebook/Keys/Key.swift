/// A key press, told apart as far as a terminal can tell.
///
/// Its name is what scripts, help and configuration use: `a`, `Enter`, `Alt-Enter`, `Ctrl-C`, `F1`, `Space`.
/// Shift shows in the character itself (`A`, `?`) and is a modifier only of named keys (`Shift-Enter`).
package struct Key: Hashable, Sendable {
  /// What is pressed, apart from modifiers.
  package enum Code: Hashable, Sendable {
    /// A character; with Ctrl always the lower-case letter.
    case character(Character)
    /// A key that has a name instead of a character.
    case named(Name)
    /// A function key, from 1.
    case function(Int)
  }

  /// Keys without a character.
  package enum Name: String, CaseIterable, Sendable {
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case backspace = "Backspace"
    case delete = "Delete"
    case insert = "Insert"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
  }

  /// Keys held down together with another.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit a modifier.
    package let rawValue: UInt8
    /// A set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    package static let control = Modifiers(rawValue: 1)
    /// Alt, which a terminal sends as Esc and the key.
    package static let alt = Modifiers(rawValue: 2)
    /// Shift, of named keys only.
    package static let shift = Modifiers(rawValue: 4)
  }

  /// What is pressed.
  package var code: Code
  /// What is held down.
  package var modifiers: Modifiers

  /// A key; a letter with Ctrl is taken as lower case because terminals do not tell.
  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.modifiers = modifiers
    if case .character(let character) = code, modifiers.contains(.control),
      let lower = character.lowercased().first
    {
      self.code = .character(lower)
    } else {
      self.code = code
    }
  }

  /// A key that has a name.
  package init(_ name: Name, _ modifiers: Modifiers = []) { self.init(.named(name), modifiers) }

  /// The character that this key types; nil where it is a command in every context.
  package var typed: Character? {
    guard modifiers.isEmpty, case .character(let character) = code else { return nil }
    return character
  }
}
