internal import CTerm
internal import WallisNotebook

/// A control sequence that terminfo does not list: its parameters and its last byte.
///
/// Terminals that tell keys apart send `CSI character ; modifiers u` (kitty) or `CSI 27 ; modifiers ; character ~`
/// (xterm), and cursor keys with a modifier `CSI 1 ; modifiers A`.
struct EscapeSequence {
  /// Numbers between semicolons, each with its parts between colons; an empty one is nil.
  private let parameters: [[Int?]]
  /// What it begins with after Esc: `[`, `O`, or `[[` on the console of Linux.
  private let start: String
  private let last: Character

  /// Longest sequence that is read.
  private static let longest = 40

  /// Reads what follows `ESC [` or `ESC O`; nil where nothing follows at once, so that it was a key with Alt.
  static func rest(after introducer: UInt32) -> EscapeSequence? {
    var (start, text) = (introducer == UInt32(UInt8(ascii: "O")) ? "O" : "[", "")
    while text.count < longest {
      var code: UInt32 = 0
      guard ct_key(&code) == Int32(CT_CHARACTER), let scalar = Unicode.Scalar(code) else { break }
      let character = Character(scalar)
      if text.isEmpty, start == "[", character == "[" {
        start = "[["
      } else if ("@"..."~").contains(character) {
        return EscapeSequence(start, text, last: character)
      } else {
        text.append(character)
      }
    }
    return text.isEmpty && start != "[[" ? nil : EscapeSequence(start, text, last: "@")
  }

  private init(_ start: String, _ text: String, last: Character) {
    self.start = start
    parameters = text.split(separator: ";", omittingEmptySubsequences: false).map { part in
      part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    }
    self.last = last
  }

  private func number(_ place: Int, _ part: Int = 0) -> Int? {
    guard parameters.indices.contains(place), parameters[place].indices.contains(part) else { return nil }
    return parameters[place][part]
  }

  /// The key; nil for one without a name here.
  var key: Key? {
    if last == "u" { return character(number(0), shifted: number(0, 1), modifiers(1)) }
    if last == "~", number(0) == 27 { return character(number(2), shifted: nil, modifiers(1)) }
    if start == "[[" { return EscapeSequence.consoleFunctions[last].map { Key(.function($0)) } }
    if last == "M" { return start == "O" ? Key(.enter) : nil }
    let name = last == "~" ? EscapeSequence.numbered[number(0) ?? 0] : EscapeSequence.lettered[last]
    if let name { return Key(name, modifiers(1).union(last == "Z" ? .shift : [])) }
    if last == "~" {
      let place = EscapeSequence.numberedFunctions.firstIndex(of: number(0) ?? 0)
      return place.map { Key(.function($0 + 1), modifiers(1)) }
    }
    guard start == "O" || number(0) == 1 else { return nil }
    return EscapeSequence.functions[last].map { Key(.function($0), modifiers(1)) }
  }

  /// Modifiers are sent as one more than the sum of their bits; those of the locks do not count.
  private func modifiers(_ place: Int) -> Key.Modifiers {
    let bits = max(0, (number(place) ?? 1) - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 2 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// A key with a character; where Shift has made another of it, that one counts.
  private func character(_ code: Int?, shifted: Int?, _ modifiers: Key.Modifiers) -> Key? {
    guard let code, let scalar = Unicode.Scalar(UInt32(clamping: shifted ?? code)), scalar.value > 0 else {
      return nil
    }
    var modifiers = modifiers
    // Keys of the number pad and others without a character have codes of the private use area.
    if (0xE000...0xF8FF).contains(scalar.value) { return nil }
    var key = Key(character: scalar.value)
    if case .character(let character) = key.code {
      modifiers.remove(.shift)
      if modifiers == .control, let name = EscapeSequence.sameByte[character] { return Key(name) }
      // On a plain terminal Ctrl-/ and Ctrl-- are one byte with Ctrl-_.
      if modifiers.contains(.control), "/-".contains(character) { key.code = .character("_") }
    }
    return Key(key.code, key.modifiers.union(modifiers))
  }

  /// Keys that a plain terminal cannot tell from a letter with Ctrl; people are used to either.
  private static let sameByte: [Character: Key.Name] = ["[": .escape, "m": .enter, "i": .tab]
  private static let lettered: [Character: Key.Name] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .tab,
  ]
  private static let numbered: [Int: Key.Name] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]
  /// Numbers of the function keys from F1 on.
  private static let numberedFunctions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
  private static let functions: [Character: Int] = ["P": 1, "Q": 2, "R": 3, "S": 4]
  private static let consoleFunctions: [Character: Int] = ["A": 1, "B": 2, "C": 3, "D": 4, "E": 5]
}
