internal import WallisCommands

/// Actions by name; a line that names none is a verb line and becomes a cell that runs.
struct PalettePane: Pane {
  var line: PaneLine? = PaneLine(":")

  static let actions = [
    NotebookAction(
      "palette", "F2 Ctrl-Space", in: .anywhere, "find any action by name, or run a verb line",
      inPalette: false, doing: { $0.open(PalettePane()) })
  ]

  var context: KeyContext { .prompt }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    let count = choices(notebook).count + (PaletteCommand(line?.text ?? "") == nil ? 0 : 1)
    line?.choose(lines, of: count)
  }

  mutating func complete(_ step: Int, _ notebook: inout NotebookModel) {
    guard let action = choices(notebook).first, var line else { return }
    line.buffer.replace(0..<line.buffer.characters.count, with: Array(action.name))
    line.choice = 0
    self.line = line
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    let (choices, typed, chosen) = (choices(notebook), line?.text ?? "", line?.choice ?? 0)
    let command = PaletteCommand(typed)
    notebook.closePane()
    if let command, chosen == 0 { return command.perform(&notebook) }
    let place = chosen - (command == nil ? 0 : 1)
    if choices.indices.contains(place) {
      let action = choices[place]
      if !action.contexts.contains(notebook.context) { notebook.leave() }
      return notebook.emit(action.perform(&notebook))
    }
    guard !typed.allSatisfy(\.isWhitespace) else { return }
    notebook.insertCell(CellContent(.input, typed), at: notebook.selection + 1)
    notebook.emit(notebook.runSelected())
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    let command = PaletteCommand(line?.text ?? "").map { [choiceLine($0.word, $0.description, "")] } ?? []
    let actions = choices(notebook).map { choiceLine($0.name, $0.description, $0.keyNames.first ?? "") }
    return .choices(ChoiceLines(command + actions), chosen: line?.choice ?? 0)
  }

  /// Actions for what was typed: names that begin with it, then those that contain it, then descriptions that do.
  private func choices(_ notebook: NotebookModel) -> [NotebookAction] {
    let wanted = (line?.text ?? "").lowercased()
    let base: KeyContext = notebook.isEditing ? .editing : .cells
    let offered = notebook.keyMap.actions.filter {
      $0.inPalette && ($0.contexts.contains(base) || $0.contexts.contains(.cells))
    }
    guard !wanted.isEmpty else { return offered }
    let ranked = offered.map { action in
      let rank = action.name.hasPrefix(wanted) ? 0 : action.name.contains(wanted) ? 1 : 2
      return (rank, action)
    }
    let matching = ranked.filter { $0.0 < 2 || $0.1.description.lowercased().contains(wanted) }
    return (0...2).flatMap { rank in matching.filter { $0.0 == rank }.map(\.1) }
  }
}
