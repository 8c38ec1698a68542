/// A pane that lists what has the typed letters; Enter closes it and takes the chosen one.
protocol ChoosingPane: Pane {
  associatedtype Choice
  /// What is said where Enter finds nothing in the list.
  static var nothing: String { get }
  /// What is listed, in order.
  func choices(_ notebook: NotebookModel) -> [Choice]
  /// A line of the list.
  func line(for choice: Choice, _ notebook: NotebookModel) -> ScreenLine
  /// Does what Enter means; the pane is closed by then.
  func take(_ choice: Choice, _ notebook: inout NotebookModel)
}

extension ChoosingPane {
  var context: KeyContext { .prompt }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {
    let count = choices(notebook).count
    line?.choose(lines, of: count)
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    let (choices, chosen) = (choices(notebook), line?.choice ?? 0)
    notebook.closePane()
    guard choices.indices.contains(chosen) else { return notebook.say(Self.nothing) }
    take(choices[chosen], &notebook)
  }

  func view(_ notebook: NotebookModel) -> PaneView {
    let choices = choices(notebook)
    return .choices(
      ChoiceLines(count: choices.count) { self.line(for: choices[$0], notebook) }, chosen: line?.choice ?? 0)
  }
}
