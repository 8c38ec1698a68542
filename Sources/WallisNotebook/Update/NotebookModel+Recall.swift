extension NotebookModel {
  /// Earlier inputs: those of other sessions, those of the notebook from top to bottom, then those run since it was
  /// opened.
  var inputs: [String] {
    options.history
      + cells.filter { $0.content.kind == .input && !$0.content.source.isEmpty }.map(\.content.source)
      + runs.sources
  }

  /// Replaces the text by an earlier or later input that begins the same.
  mutating func recall(_ step: Int) {
    guard let buffer = typing.buffer else { return }
    var recall =
      typing.recalled.flatMap { $0.text == buffer.text ? $0 : nil } ?? Recall(buffer, among: inputs)
    guard let text = recall.step(step) else {
      return say(step < 0 ? "no earlier input begins like this" : "no later input begins like this")
    }
    typeText { $0.replace(0..<$0.characters.count, with: Array(text)) }
    typing.recalled = recall
  }
}
