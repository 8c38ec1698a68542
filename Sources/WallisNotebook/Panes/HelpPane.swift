/// The keys that are valid where the user is, then all others; with a word only the rows that contain it.
struct HelpPane: Pane {
  /// Lines above what is seen.
  var scroll = 0
  /// What the rows must contain; empty for all of them.
  var word = ""
  /// The word while it is typed.
  var line: PaneLine?
  /// Where the keys went that are shown first.
  let here: KeyContext

  static let actions = [
    NotebookAction(
      "help", "F1", in: .outsideCells, "show or hide the keys", footer: .init(50, "keys"), inPalette: false,
      doing: { $0.toggleHelp() }),
    NotebookAction(
      "help-here", "?", in: [BrowserPane.browsing, MapPane.mapping, .jobs], "show the keys of the pane",
      inPalette: false, doing: { $0.toggleHelp() }),
    NotebookAction(
      "find-key", "/", in: [.reading], "find a key or an action by a word", inPalette: false,
      doing: { $0.findKey() }),
  ]

  var context: KeyContext { line == nil ? .reading : .prompt }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    guard line == nil else { return }
    scroll = notebook.scrolled(scroll, by: lines, in: page(notebook).lines.count)
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    guard let line else { return notebook.closePane() }
    (word, scroll, self.line) = (line.text, 0, nil)
  }

  mutating func dismiss(_ notebook: inout NotebookModel) {
    guard line != nil else { return notebook.closePane() }
    (word, scroll, line) = ("", 0, nil)
  }

  func view(_ notebook: NotebookModel) -> PaneView { .page(page(notebook)) }

  private func page(_ notebook: NotebookModel) -> PanePage {
    if let line { return PanePage("Keys", lines(notebook, line.text)) }
    return PanePage(
      word.isEmpty ? "Keys" : "Keys with “\(word)”", lines(notebook, word), scroll: scroll,
      hint: ", / finds one")
  }

  private func lines(_ notebook: NotebookModel, _ word: String) -> [ScreenLine] {
    let map = notebook.keyMap
    let others = map.contexts.filter { $0 != here && ($0 != .commanding || notebook.typing.style == .vi) }
    let wanted = word.lowercased()
    let lines = ([here] + others).flatMap { context -> [ScreenLine] in
      let rows = cheatSheetRows(map, context, isComplete: !wanted.isEmpty).filter { row in
        wanted.isEmpty
          || [row.keys, row.name, row.description].contains { $0.lowercased().contains(wanted) }
      }
      guard !rows.isEmpty else { return [] }
      let width = min(26, (rows.map(\.keys.count).max() ?? 0) + 2)
      return [ScreenLine(context.title, .heading)]
        + rows.map { row in
          let padding = String(repeating: " ", count: max(1, width - row.keys.count))
          return ScreenLine(row.keys + padding, .key) + ScreenLine(row.description)
        } + [ScreenLine()]
    }
    if lines.isEmpty { return [ScreenLine("no key and no action has this word; : lists all actions")] }
    return lines
  }
}

extension NotebookModel {
  /// Shows the keys of where the user is, or goes back there.
  mutating func toggleHelp() {
    if panes.top is HelpPane { return closePane() }
    openOver(HelpPane(here: context == .prompt ? placeBelowPanes : context))
  }

  /// Looks for a word among the keys.
  mutating func findKey() {
    guard panes.top is HelpPane else { return say("F1 shows the keys, / finds one there") }
    withPane(HelpPane.self) { help, _ in help.line = PaneLine("find a key: ") }
  }

  /// Lines above what is seen of a page after scrolling; its last line stays in view.
  func scrolled(_ scroll: Int, by step: Int, in count: Int) -> Int {
    let most = max(0, count - max(1, ScreenRows(size).body.count - 2))
    return min(max(scroll + step, 0), most)
  }
}
