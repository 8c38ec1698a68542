import Testing

@testable import WallisNotebook

/// A pane that counts: all that a pane needs is here and in its line of the table.
private struct ToyPane: Pane {
  private var count = 0

  static let contexts = [KeyContext("counting", title: "In the pane that counts")]

  static let actions = [
    NotebookAction("count", "F9", in: .anywhere, "count in a pane", doing: { $0.open(ToyPane()) }),
    NotebookAction(
      "count-up", "j", of: ToyPane.self, in: [contexts[0]], "count one more", footer: .init(10, "more")
    ) { pane, _ in pane.count += 1 },
    NotebookAction("count-end", "Esc", of: ToyPane.self, in: [contexts[0]], "stop counting") {
      $1.closePane()
    },
  ]

  var context: KeyContext { ToyPane.contexts[0] }

  func view(_ notebook: NotebookModel) -> PaneView {
    .page(PanePage("Counting", [ScreenLine("\(count) so far")]))
  }
}

@Suite struct ToyPaneTests {
  @Test func aPaneIsATypeAndALineOfATable() throws {
    var options = NotebookModel.Options()
    options.keyMap = KeyMap(panes: panesTable + [ToyPane.self])
    let notebook = HeadlessNotebook(
      NotebookModel(options: options), runner: FakeRunner(), store: ScratchStore())
    try notebook.press("F9 j j")
    #expect(notebook.screen.contains("─ Counting ") && notebook.screen.contains("2 so far"))
    #expect(notebook.screen.contains("j more"), "the footer reads the table")
    try notebook.press("F1")
    #expect(notebook.screen.contains("In the pane that counts"), "help begins with the keys of the pane")
    try notebook.press("F1 j")
    #expect(notebook.screen.contains("3 so far"), "the pane was there below")
    try notebook.press("Esc")
    #expect(notebook.model.pane == nil)
    try notebook.press(":")
    notebook.type("count")
    try notebook.press("Enter")
    #expect(notebook.screen.contains("0 so far"), "the palette reads the table")
    #expect(keyCheatSheet(options.keyMap).blocks.contains(.heading("In the pane that counts")))
  }
}
