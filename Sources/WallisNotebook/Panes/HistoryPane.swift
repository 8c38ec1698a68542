/// Earlier inputs that contain the typed text.
struct HistoryPane: Pane {
  var line: PaneLine? = PaneLine("earlier input: ")

  static let actions = [
    NotebookAction(
      "search-history", "Ctrl-R", in: [.editing], "find an earlier input", inPalette: false,
      doing: { if $0.isEditing { $0.open(HistoryPane()) } })
  ]

  var context: KeyContext { .prompt }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    let count = choices(notebook).count
    line?.choose(lines, of: count)
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    let (choices, chosen) = (choices(notebook), line?.choice ?? 0)
    notebook.closePane()
    guard choices.indices.contains(chosen) else { return notebook.say("no earlier input contains this") }
    notebook.typeText { $0.replace(0..<$0.characters.count, with: Array(choices[chosen])) }
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    let lines = choices(notebook).map { input in
      let first = input.split(whereSeparator: \.isNewline).first ?? ""
      return ScreenLine(" " + notebook.glyphs.shown(String(first)))
    }
    return .choices(lines, chosen: line?.choice ?? 0)
  }

  private func choices(_ notebook: NotebookModel) -> [String] {
    let wanted = (line?.text ?? "").lowercased()
    var seen: Set<String> = []
    return notebook.inputs.reversed().filter { input in
      (wanted.isEmpty || input.range(ofIgnoringCase: wanted) != nil) && seen.insert(input).inserted
    }
  }
}
