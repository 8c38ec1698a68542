extension NotebookModel {
  /// Longest text that is looked for among earlier inputs at every key.
  private static let longestSuggested = 400

  /// Finds how the latest input that begins like the typed text goes on. It is shown behind the cursor, and taken by
  /// Right and End.
  mutating func suggest() {
    typing.suggestion = ""
    if pane == nil, !typing.isCommanding, typing.buffer?.isEmpty == true, let step = firstStep {
      typing.suggestion = step
    }
    guard let editor = typing.buffer, pane == nil, !typing.isCommanding, selected.content.kind == .input,
      !editor.isEmpty, editor.characters.count <= NotebookModel.longestSuggested,
      editor.cursor == editor.characters.count
    else { return }
    let typed = editor.text
    guard let found = latestInput(beginning: typed) else { return }
    typing.suggestion = String(found.dropFirst(typed.count))
  }

  /// What a newcomer may run next in a new notebook; others get the first of it only.
  private var firstStep: String? {
    let steps = [
      "pcf(6, (2n-1)^2)", "identify 0.3183098861837906715",
      "search dynamics --degree 1,2 --height 2 --identify",
    ]
    let count = options.history.isEmpty ? steps.count : 1
    guard cells.count == runs.sources.count + 1, runs.sources.count < count else {
      return nil
    }
    return steps[runs.sources.count]
  }

  private func latestInput(beginning typed: String) -> String? {
    let qualifies = { (input: String) in
      input.utf8.count > typed.utf8.count && input.utf8.starts(with: typed.utf8) && input.hasPrefix(typed)
    }
    if let found = runs.sources.last(where: qualifies) { return found }
    let here = selected.id
    // By index, so that no cell is copied to be looked at.
    let place = cells.indices.last {
      cells[$0].id != here && cells[$0].content.kind == .input && qualifies(cells[$0].content.source)
    }
    return place.map { cells[$0].content.source } ?? options.history.last(where: qualifies)
  }

  /// Takes the suggestion over; false where there is none.
  mutating func takeSuggestion(_ count: Int? = nil) -> Bool {
    guard !typing.suggestion.isEmpty, let editor = typing.buffer, editor.cursor == editor.characters.count
    else { return false }
    let taken = String(typing.suggestion.prefix(count ?? typing.suggestion.count))
    typeText { $0.insert(taken) }
    return true
  }

  /// Takes the next word of the suggestion over; false where there is none.
  mutating func takeSuggestedWord() -> Bool {
    guard !typing.suggestion.isEmpty else { return false }
    var count = 0
    let characters = Array(typing.suggestion)
    while count < characters.count, !characters[count].isWordPart { count += 1 }
    while count < characters.count, characters[count].isWordPart { count += 1 }
    return takeSuggestion(count)
  }
}
