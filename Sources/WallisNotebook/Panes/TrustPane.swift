/// Whether a cell that was refused may write outside the folder of the session.
struct TrustPane: Pane {
  var line: PaneLine? = PaneLine("trust this session? ")
  let cell: CellID

  static let actions = [
    NotebookAction(
      "trust", "", in: .anywhere, "let cells write outside the folder of the session", doing: { $0.trust() })
  ]

  var context: KeyContext { .prompt }

  mutating func accept(_ notebook: inout NotebookModel) {
    notebook.closePane()
    notebook.emit(notebook.answerTrust(line?.text ?? "", cell))
  }

  func view(_ notebook: NotebookModel) -> PaneView { .line }
}

extension NotebookModel {
  /// Asks whether a cell that was refused may write outside.
  mutating func openTrust(_ cell: CellID) {
    open(TrustPane(cell: cell))
    warn("this cell would write outside the folder of the session; do you know who wrote it? yes lets it")
  }
}
