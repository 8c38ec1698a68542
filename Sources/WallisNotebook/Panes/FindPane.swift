/// Text to look for in all cells, which is found while it is typed.
struct FindPane: Pane {
  var line: PaneLine? = PaneLine("/")

  var context: KeyContext { .prompt }

  mutating func lineChanged(_ notebook: inout NotebookModel) {
    notebook.display.searched = (line?.text ?? "").lowercased()
    notebook.findFirst()
  }

  mutating func dismiss(_ notebook: inout NotebookModel) {
    notebook.display.searched = ""
    notebook.closePane()
  }

  func view(_ notebook: NotebookModel) -> PaneView { .line }
}

extension NotebookModel {
  /// Begins to look for text in all cells.
  mutating func openSearch() {
    leave()
    open(FindPane())
  }
}
