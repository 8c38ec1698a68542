extension NotebookModel {
  /// Starts typing in the selected cell, at its end.
  mutating func edit() {
    typing.buffer = TextBuffer(selected.content.source)
    typing.recalled = nil
    typing.isCommanding = false
    content.closeStep()
    display.viewport.isFree = false
  }

  /// Esc while typing: with vi keys it changes to commands, else it stops typing.
  mutating func escape() {
    guard typing.style == .vi else { return leave() }
    typing.isCommanding = true
    typeText { $0.move(to: max($0.cursor - 1, $0.lineStart($0.cursor))) }
  }

  /// Takes the other keys for text.
  mutating func changeEditing() {
    typing.style = typing.style == .vi ? .emacs : .vi
    typing.isCommanding = false
    say(
      "text is edited with the keys of \(typing.style.rawValue); to keep that: editing = \"\(typing.style.rawValue)\""
    )
  }

  /// Stops typing; what was typed is already in the cell.
  mutating func leave() {
    guard isEditing else { return }
    typing.buffer = nil
    (typing.recalled, typing.completing, typing.isCommanding) = (nil, nil, false)
    content.closeStep()
  }

  /// Alters the text being typed, in the cell or in the line at the bottom.
  ///
  /// With `joining` the change belongs to the same step of undo as the one before.
  mutating func typeText(joining: Bool = false, _ body: (inout TextBuffer) -> Void) {
    if pane?.line != nil {
      withPane { $1.typeInLine(of: &$0, body) }
    } else if var buffer = typing.buffer {
      let before = buffer.edits
      // Out of the model while it changes, so that a long text is not copied.
      typing.buffer = nil
      alter(&buffer, body)
      typing.buffer = buffer
      display.viewport.isFree = false
      if buffer.edits != before { store(buffer, joining: joining) } else { content.closeStep() }
    }
  }

  /// Alters the line of a pane.
  private mutating func typeInLine(of pane: inout any Pane, _ body: (inout TextBuffer) -> Void) {
    guard var line = pane.line else { return }
    let before = line.buffer.edits
    alter(&line.buffer, body)
    let isChanged = line.buffer.edits != before
    if isChanged { line.choice = 0 }
    pane.line = line
    if isChanged { pane.lineChanged(&self) }
  }

  private mutating func alter(_ buffer: inout TextBuffer, _ body: (inout TextBuffer) -> Void) {
    buffer.killed = typing.killed
    body(&buffer)
    typing.killed = buffer.killed
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
    if pane != nil { return movePane(step) }
    var moved = false
    typeText { moved = $0.moveLine(by: step) }
    if !moved { recall(step) }
  }
}

/// The user's own editor, which has the text of a cell for a while.
extension NotebookModel {
  /// Hands the text of the selected cell to it.
  mutating func editOutside() -> [Effect] {
    content.closeStep()
    return [.edit(selected.id, selected.content.source)]
  }

  /// Takes the text back as one step of undo.
  mutating func noteEdited(_ cell: CellID, _ outcome: EditOutcome) {
    guard case .text(let edited) = outcome else {
      if case .failed(let reason) = outcome { warn(reason) }
      return
    }
    guard let index = content.index(of: cell) else { return say("the cell is gone that was edited") }
    let before = cells[index].content.source
    var text = TextBuffer.normalised(edited)
    // Editors end the last line.
    if text.hasSuffix("\n"), !before.hasSuffix("\n") { text.removeLast() }
    guard let splice = Splice(from: before, to: text) else { return say("the text is as it was") }
    content.closeStep()
    content.apply(.edit(cell, splice), selection: selection)
    content.closeStep()
    if cells[index].state == .failed || cells[index].state == .interrupted {
      content.alter(index) { $0.state = .idle }
    }
    if index == selection, isEditing { typing.buffer = TextBuffer(text) }
    say("the cell has the text of the editor; \(isEditing ? "Ctrl-_" : "u") takes that back")
  }
}
