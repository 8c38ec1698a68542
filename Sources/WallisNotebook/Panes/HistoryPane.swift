/// Earlier inputs that contain the typed text.
struct HistoryPane: ChoosingPane {
  static let nothing = "no earlier input contains this"
  var line: PaneLine? = PaneLine("earlier input: ")

  static let actions = [
    NotebookAction(
      "search-history", "Ctrl-R", in: [.editing], "find an earlier input", inPalette: false,
      doing: { if $0.isEditing { $0.open(HistoryPane()) } })
  ]

  func take(_ input: String, _ notebook: inout NotebookModel) {
    notebook.typeText { $0.replace(0..<$0.characters.count, with: Array(input)) }
  }

  func line(for input: String, _ notebook: NotebookModel) -> ScreenLine {
    ScreenLine(" " + notebook.glyphs.shown(String(input.split(whereSeparator: \.isNewline).first ?? "")))
  }

  func choices(_ notebook: NotebookModel) -> [String] {
    let wanted = (line?.text ?? "").lowercased()
    var seen: Set<String> = []
    return notebook.inputs.reversed().filter { input in
      (wanted.isEmpty || input.range(ofIgnoringCase: wanted) != nil) && seen.insert(input).inserted
    }
  }
}
