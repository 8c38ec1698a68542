internal import CTerm
internal import Foundation
internal import WallisNotebook

/// Turns what the terminal sends into messages.
struct Keyboard {
  /// Reads everything that is there; empty where nothing is.
  ///
  /// Many characters at once, while text is being typed, are a paste that the terminal did not mark.
  func read(typing: Bool) -> [Message] {
    var messages: [Message] = []
    var run: [Key] = []
    var waiting: Input?
    while true {
      let input = waiting ?? next()
      waiting = nil
      switch input {
      case .nothing: return messages + flush(&run)
      case .unknown: break
      case .message(.key(let key)) where typing && key.typedText != nil: run.append(key)
      case .message(let message):
        messages += flush(&run)
        messages.append(message)
      case .escapes(let count, let after):
        messages += flush(&run) + Array(repeating: .key(Key(.escape)), count: count)
        waiting = after
      }
    }
  }

  /// Runs of at least this many characters are taken as pasted; nobody types so fast between two looks.
  private let pasteLength = 16

  private func flush(_ run: inout [Key]) -> [Message] {
    defer { run = [] }
    if run.count < pasteLength { return run.map { .key($0) } }
    return [.paste(run.compactMap(\.typedText).joined())]
  }

  private indirect enum Input {
    case nothing
    case unknown
    case message(Message)
    /// Esc several times in quick succession, and what came behind them.
    case escapes(Int, Input)
  }

  private func next() -> Input {
    var code: UInt32 = 0
    switch ct_key(&code) {
    case Int32(CT_CHARACTER): return character(code)
    case Int32(CT_KEY): return input(key: Int(code))
    default: return .nothing
    }
  }

  /// Esc and a key at once is that key with Alt; Esc alone is Esc. Esc may begin a sequence that terminfo does not
  /// list: what the notebook has no name for is dropped, never typed.
  private func character(_ code: UInt32) -> Input {
    guard code == 27 else { return .message(.key(Key(character: code))) }
    var (second, escapes): (UInt32, Int) = (0, 0)
    var kind = ct_key(&second)
    while kind == Int32(CT_CHARACTER), second == 27 {
      escapes += 1
      kind = ct_key(&second)
    }
    switch kind {
    case Int32(CT_CHARACTER):
      let begins = second == UInt32(UInt8(ascii: "[")) || second == UInt32(UInt8(ascii: "O"))
      if begins, let sequence = EscapeSequence.rest(after: second) {
        return .escapes(escapes, sequence.key.map { .message(.key($0)) } ?? .unknown)
      }
      return .escapes(escapes, .message(.key(Key(character: second).withAlt)))
    case Int32(CT_KEY):
      if let key = Key(code: Int(second)) { return .escapes(escapes, .message(.key(key.withAlt))) }
      return .escapes(escapes + 1, input(key: Int(second)))
    default: return .escapes(escapes + 1, .unknown)
    }
  }

  private func input(key code: Int) -> Input {
    switch code {
    case CT_RESIZE:
      var (rows, columns): (Int32, Int32) = (0, 0)
      ct_size(&rows, &columns)
      return .message(.resize(ScreenSize(columns: Int(columns), rows: Int(rows))))
    case CT_CLICK:
      var (row, column): (Int32, Int32) = (0, 0)
      ct_mouse_place(&row, &column)
      return .message(.click(Frame.Position(row: Int(row), column: Int(column))))
    case CT_WHEEL_UP: return .message(.wheel(-1))
    case CT_WHEEL_DOWN: return .message(.wheel(1))
    case CT_PASTE_BEGIN: return .message(.paste(pasted()))
    default: return Key(code: code).map { .message(.key($0)) } ?? .unknown
    }
  }

  /// What follows up to the end of the paste; a second of silence ends it too.
  private func pasted() -> String {
    var text = String.UnicodeScalarView()
    while true {
      var code: UInt32 = 0
      switch ct_key(&code) {
      case Int32(CT_CHARACTER): text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
      case Int32(CT_KEY) where code == CT_PASTE_END: return String(text)
      case Int32(CT_KEY) where code == CT_ENTER: text.append("\n")
      case Int32(CT_KEY): break
      default:
        var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 1000) > 0, entry.revents & Int16(POLLIN) != 0 else { return String(text) }
      }
    }
  }
}

extension Key {
  /// A character as the terminal sends it; control characters are letters with Ctrl.
  init(character code: UInt32) {
    switch code {
    case 9: self.init(.tab)
    case 10, 13: self.init(.enter)
    case 27: self.init(.escape)
    case 127: self.init(.backspace)
    case 0: self.init(.character(" "), .control)
    case 1...26: self.init(.character(Character(Unicode.Scalar(UInt8(code) + 96))), .control)
    case 28...31: self.init(.character(Character(Unicode.Scalar(UInt8(code) + 64))), .control)
    default: self.init(.character(Character(Unicode.Scalar(code) ?? "\u{FFFD}")))
    }
  }

  /// A key that ncurses has a code for; nil for one that the notebook has no name for.
  fileprivate init?(code: Int) {
    let named: [Int: Key] = [
      CT_UP: Key(.up), CT_DOWN: Key(.down), CT_LEFT: Key(.left), CT_RIGHT: Key(.right), CT_HOME: Key(.home),
      CT_END: Key(.end), CT_PAGE_UP: Key(.pageUp), CT_PAGE_DOWN: Key(.pageDown), CT_INSERT: Key(.insert),
      CT_DELETE: Key(.delete), CT_BACKSPACE: Key(.backspace), CT_ENTER: Key(.enter),
      CT_BACK_TAB: Key(.tab, .shift), CT_SHIFT_ENTER: Key(.enter, .shift), CT_ALT_ENTER: Key(.enter, .alt),
      CT_CONTROL_ENTER: Key(.enter, .control), CT_CONTROL_LEFT: Key(.left, .control),
      CT_CONTROL_RIGHT: Key(.right, .control),
    ]
    if code > CT_FUNCTION {
      self.init(.function(code - CT_FUNCTION))
    } else if let key = named[code] {
      self = key
    } else {
      return nil
    }
  }

  /// The key with Alt held down.
  fileprivate var withAlt: Key { Key(code, modifiers.union(.alt)) }

  /// The text of the key where it is text.
  fileprivate var typedText: String? {
    if let typed { return String(typed) }
    guard modifiers.isEmpty else { return nil }
    if code == .named(.enter) { return "\n" }
    return code == .named(.tab) ? "\t" : nil
  }
}
