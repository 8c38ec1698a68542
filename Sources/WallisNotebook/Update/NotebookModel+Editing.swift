extension NotebookModel {
  /// Starts typing in the selected cell, at its end.
  mutating func edit() {
    editor = TextBuffer(selected.content.source)
    recalled = nil
    content.closeStep()
    viewport.isFree = false
  }

  /// Stops typing; what was typed is already in the cell.
  mutating func leave() {
    guard isEditing else { return }
    editor = nil
    recalled = nil
    content.closeStep()
  }

  /// Alters the text being typed, in the cell or in the line at the bottom.
  ///
  /// With `joining` the change belongs to the same step of undo as the one before.
  mutating func typeText(joining: Bool = false, _ body: (inout TextBuffer) -> Void) {
    if var prompt = overlay?.prompt {
      let before = prompt.line.edits
      alter(&prompt.line, body)
      if prompt.line.edits != before { prompt.choice = 0 }
      overlay?.prompt = prompt
      if case .search = overlay { searchAsTyped() }
    } else if var buffer = editor {
      let before = buffer.edits
      // Out of the model while it changes, so that a long text is not copied.
      editor = nil
      alter(&buffer, body)
      editor = buffer
      viewport.isFree = false
      if buffer.edits != before { store(buffer, joining: joining) } else { content.closeStep() }
    }
  }

  private mutating func alter(_ buffer: inout TextBuffer, _ body: (inout TextBuffer) -> Void) {
    buffer.killed = killed
    body(&buffer)
    killed = buffer.killed
  }

  /// Writes the typed text into its cell.
  private mutating func store(_ buffer: TextBuffer, joining: Bool) {
    guard let splice = Splice(from: selected.content.source, to: buffer.text) else { return }
    if !joining { content.closeStep() }
    content.apply(.edit(selected.id, splice), selection: selection, joining: joining)
    if !joining || splice.inserted.contains(where: \.isWhitespace) { content.closeStep() }
    if selected.state == .failed || selected.state == .interrupted {
      content.alter(selection) { $0.state = .idle }
    }
  }

  /// Moves the cursor by lines; at the first or last line of a cell it walks through earlier inputs.
  mutating func moveLine(_ step: Int) {
    if overlay != nil { return choose(step) }
    var moved = false
    typeText { moved = $0.moveLine(by: step) }
    if !moved { recall(step) }
  }

  mutating func complete() {
    guard let buffer = editor else { return completePath() }
    let range = buffer.identifierRange
    let typed = String(buffer.characters[range])
    let atStart = buffer.characters[buffer.lineStart(buffer.cursor)..<range.lowerBound].allSatisfy(
      \.isWhitespace)
    let words = candidates(for: typed, atLineStart: atStart)
    guard let first = words.first else {
      return say(typed.isEmpty ? "Tab completes a word" : "no word begins with \(typed)")
    }
    let common = words.dropFirst().reduce(first.word) { $0.commonPrefix(with: $1.word) }
    if words.count == 1 {
      typeText { $0.replace(range, with: Array(first.word + (first.opensLine ? " " : ""))) }
      say("\(first.word): \(first.description)")
    } else {
      if common.count > typed.count { typeText { $0.replace(range, with: Array(common)) } }
      say(words.map(\.word).joined(separator: "  "))
    }
  }

  /// Words that begin with `typed`: those of the language, then names made in cells above.
  private func candidates(for typed: String, atLineStart: Bool) -> [CompletionWord] {
    guard !typed.isEmpty else { return [] }
    let own = bindings(above: selection).map { CompletionWord($0.name, $0.source, opensLine: false) }
    var seen: Set<String> = []
    return (options.words + own).filter { word in
      word.word.hasPrefix(typed) && (atLineStart || !word.opensLine) && seen.insert(word.word).inserted
    }
  }

  private mutating func completePath() {
    if case .palette(let prompt) = overlay, let action = paletteChoices(prompt).first {
      typeText { $0.replace(0..<$0.characters.count, with: Array(action.name)) }
    }
  }
}
