import Testing
import WallisDocuments

@testable import WallisNotebook

@Suite struct KeyTableTests {
  let map = KeyMap.standard

  @Test(arguments: KeyMap.standard.contexts)
  func noKeyIsBoundTwice(_ context: KeyContext) {
    var owners: [[Key]: String] = [:]
    for action in map.actions where action.contexts.contains(context) {
      for sequence in action.keys {
        #expect(owners[sequence] == nil, "\(sequence) means \(action.name) and \(owners[sequence] ?? "")")
        owners[sequence] = action.name
      }
    }
    for sequence in owners.keys {
      for length in 1..<max(1, sequence.count) {
        #expect(owners[Array(sequence.prefix(length))] == nil, "the beginning of \(sequence) is bound")
      }
    }
  }

  @Test func everyActionIsReachableAndNamedOnce() {
    var names: Set<String> = []
    for action in map.actions {
      #expect(names.insert(action.name).inserted, "\(action.name) is there twice")
      #expect(!action.keys.isEmpty || action.inPalette, "\(action.name) cannot be reached")
      #expect(map.contexts.contains { action.contexts.contains($0) })
      #expect(!action.description.isEmpty && action.description.last != ".")
      #expect(action.name.allSatisfy { $0.isLowercase || $0 == "-" })
      if action.inPalette { #expect(action.contexts.contains(.cells) || action.contexts.contains(.editing)) }
    }
  }

  /// Source: "Keys of the notebook" of the interface, and what users of such tools expect besides.
  @Test(arguments: [
    ("j", "next"), ("Down", "next"), ("k", "previous"), ("Up", "previous"), ("Enter", "edit"),
    ("a", "insert-above"), ("b", "insert-below"), ("d d", "delete"), ("u", "undo"), ("Ctrl-_", "undo"),
    ("Ctrl-R", "redo"), ("c", "copy"), ("x", "cut"), ("v", "paste"), ("m", "prose"), ("y", "input"),
    (":", "find-action"), ("?", "show-keys"), ("/", "search"), ("Alt-Enter", "run"), ("Shift-Enter", "run"),
    ("F5", "run-here"), ("F1", "show-keys"), ("F2", "palette"), ("F3", "catalog"), ("F4", "map"),
    ("F6", "jobs"), ("z", "undo"), ("Ctrl-Y", "redo"),
    ("Ctrl-Space", "palette"),
    ("Ctrl-C", "cancel"), ("Ctrl-Z", "suspend"), ("Ctrl-Q", "quit"), ("Ctrl-S", "save"),
  ])
  func keysOutsideEditing(_ keys: String, _ name: String) {
    let sequence = keys.split(separator: " ").compactMap { Key(named: String($0)) }
    guard case .action(let action) = map.match(sequence, in: .cells) else {
      Issue.record("\(keys) means nothing")
      return
    }
    #expect(action.name == name)
  }

  /// Source: the same; while editing emacs keys keep their meaning.
  @Test(arguments: [
    ("Ctrl-A", "line-start"), ("Ctrl-E", "line-end"), ("Ctrl-R", "search-history"), ("Ctrl-K", "kill-line"),
    ("Ctrl-Y", "yank"), ("Ctrl-T", "transpose"), ("Ctrl-W", "kill-word-left"), ("Alt-b", "word-left"),
    ("Tab", "complete"), ("Esc", "leave"), ("Alt-Enter", "run"), ("F5", "run-here"), ("Enter", "newline"),
    ("F1", "help"), ("F2", "palette"), ("F3", "catalog"), ("F6", "jobs"), ("Ctrl-C", "cancel"),
    ("Ctrl-Z", "suspend"), ("Ctrl-Q", "quit"), ("Ctrl-_", "undo-typing"),
  ])
  func keysWhileEditing(_ keys: String, _ name: String) throws {
    let key = try #require(Key(named: keys))
    guard case .action(let action) = map.match([key], in: .editing) else {
      Issue.record("\(keys) means nothing")
      return
    }
    #expect(action.name == name)
  }

  @Test func keysHaveNamesThatFindThemAgain() {
    for action in map.actions {
      for key in action.keys.joined() { #expect(Key(named: key.description) == key) }
    }
    #expect(Key(named: "ctrl-c") == Key(.character("c"), .control))
    #expect(Key(named: "Ctrl-Alt-Left") == Key(.left, [.control, .alt]))
    #expect(Key(named: "space") == Key(.character(" ")))
    for name in ["", "Ctrl-", "F13", "Shift-a", "Return2", "dd"] {
      #expect(Key(named: name) == nil, "\(name)")
    }
  }

  @Test func theCheatSheetHasEveryBoundAction() {
    let text = PlainRenderer(width: 120).render(keyCheatSheet())
    for action in map.actions where !action.keys.isEmpty {
      #expect(text.contains(action.name), "\(action.name)")
    }
  }
}
