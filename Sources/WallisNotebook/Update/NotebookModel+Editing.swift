extension NotebookModel {
  /// Starts typing in the selected cell, at its end.
  mutating func edit() {
    editor = TextBuffer(selected.content.source)
    recalled = nil
    isCommanding = false
    content.closeStep()
    viewport.isFree = false
  }

  /// Esc while typing: with vi keys it changes to commands, else it stops typing.
  mutating func escape() {
    guard editing == .vi else { return leave() }
    isCommanding = true
    typeText { $0.move(to: max($0.cursor - 1, $0.lineStart($0.cursor))) }
  }

  /// Takes the other keys for text.
  mutating func changeEditing() {
    editing = editing == .vi ? .emacs : .vi
    isCommanding = false
    say(
      "text is edited with the keys of \(editing.rawValue); to keep that: editing = \"\(editing.rawValue)\"")
  }

  /// Stops typing; what was typed is already in the cell.
  mutating func leave() {
    guard isEditing else { return }
    editor = nil
    (recalled, completing, isCommanding) = (nil, nil, false)
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
}
