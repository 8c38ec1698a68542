/// A file name to save under.
struct NamingPane: Pane {
  var line: PaneLine? = PaneLine("save as: ")
  /// Whether the program quits afterwards.
  let leaving: Bool

  var context: KeyContext { .prompt }
  var isLastQuestion: Bool { leaving }

  mutating func accept(_ notebook: inout NotebookModel) {
    let typed = line?.text ?? ""
    notebook.emit(notebook.name(typed, leaving: leaving))
  }

  func view(_ notebook: NotebookModel) -> PaneView { .line }
}

extension NotebookModel {
  /// Asks for a name to save under.
  ///
  /// - Parameter leaving: whether the program quits afterwards.
  mutating func askForName(leaving: Bool) {
    open(NamingPane(leaving: leaving))
  }
}
