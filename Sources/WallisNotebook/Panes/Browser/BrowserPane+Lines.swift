internal import WallisCommands

/// Lines typed in the browser.
extension BrowserPane {
  /// Begins a line.
  mutating func begin(_ purpose: BrowserLine, _ label: String, _ text: String = "") {
    var line = PaneLine(label)
    line.buffer = TextBuffer(text)
    (typing, self.line) = (purpose, line)
  }

  mutating func lineChanged(_ notebook: inout NotebookModel) {
    guard typing == .filter, let line else { return }
    filter = line.text
    select(&notebook)
  }

  mutating func complete(_ step: Int, _ notebook: inout NotebookModel) {
    switch typing {
    case .condition: notebook.completeCondition(&line, after: "catalog query ")
    case .columns: notebook.completeCondition(&line, after: "catalog query --columns ")
    case .filter, .note, .verb, nil: break
    }
  }

  mutating func accept(_ notebook: inout NotebookModel) {
    guard let line, let typing else { return use(&notebook) }
    (self.line, self.typing) = (nil, nil)
    switch typing {
    case .condition: change(to: line.text, &notebook)
    case .filter: settle(&notebook)
    case .columns:
      columns = line.text
      select(&notebook)
    case .note: note(line.text, &notebook)
    case .verb: notebook.runInNewCell(line.text)
    }
  }

  /// Esc: first out of the line, then out of the filter, then out of the browser.
  mutating func dismiss(_ notebook: inout NotebookModel) {
    let wasTyping = typing
    (line, typing) = (nil, nil)
    if wasTyping == .filter || wasTyping == nil && !filter.isEmpty {
      guard !filter.isEmpty else { return }
      filter = ""
      select(&notebook)
    } else if wasTyping == nil {
      notebook.closePane()
    }
  }
}

extension NotebookModel {
  /// Tab in a line that is a condition or a list of fields: completes as far as the words agree, and says which there
  /// are.
  ///
  /// - Parameter verb: the beginning of a verb line that the typed text would go on.
  mutating func completeCondition(_ line: inout PaneLine?, after verb: String) {
    guard var typedLine = line else { return }
    let before = String(typedLine.buffer.characters[..<typedLine.buffer.cursor])
    // Commas and blanks separate fields alike.
    let spaced = verb.contains("--") ? String(before.map { $0 == "," ? " " : $0 }) : before
    guard let (typed, words) = options.conditionWords(verb + spaced), let first = words.first else {
      return say("Tab completes fields, constants and values")
    }
    let common = words.dropFirst().reduce(first.word) { $0.commonPrefix(with: $1.word) }
    if common.count > typed.count {
      let cursor = typedLine.buffer.cursor
      typedLine.buffer.replace(cursor - typed.count..<cursor, with: Array(common))
      line = typedLine
    }
    let listed = words.prefix(24).map(\.word).joined(separator: "  ")
    say(words.count == 1 ? first.description : listed + (words.count > 24 ? glyphs.more : ""))
  }
}
