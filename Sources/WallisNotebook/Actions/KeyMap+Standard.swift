extension KeyMap {
  /// The map that the notebook starts with.
  package static let standard = KeyMap(panes: panesTable)

  /// The keys of the notebook with those of some panes.
  init(panes: [any Pane.Type]) {
    let own = cellActions + typingActions + commandingActions + outputActions + paneActions
    let further = panes.flatMap { $0.contexts }.filter { !KeyContext.own.contains($0) }
    self.init(
      own + notebookActions + panes.flatMap { $0.actions }, contexts: KeyContext.own + further)
  }
}

extension NotebookModel.Options {
  /// Options for a terminal of 80 × 24 and the keys that the notebook starts with.
  package init() { self.init(keyMap: .standard) }
}
