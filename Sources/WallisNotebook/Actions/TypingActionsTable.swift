/// Actions while text is typed: in a cell, and where it makes sense in the line at the bottom too.
let typingActions: [NotebookAction] = [
  NotebookAction(
    "leave", "Esc", in: [.editing], "stop typing", footer: .init(30, "leave"), inPalette: false,
    doing: { $0.escape() }),
  NotebookAction("undo-typing", "Ctrl-_", in: [.editing], "undo the last change", inPalette: false) {
    $0.undo()
  },
  NotebookAction("redo-typing", "Alt-_", in: [.editing], "repeat what was undone", inPalette: false) {
    $0.redo()
  },
  NotebookAction(
    "edit-outside-typing", "Ctrl-X,Ctrl-E", in: [.editing, .commanding],
    "edit the cell with $VISUAL or $EDITOR",
    inPalette: false
  ) { $0.editOutside() },
  typing("newline", "Enter", in: [.editing], "begin a new line") { $0.insert("\n") },
  NotebookAction(
    "complete", "Tab", in: .typing, "complete the word", footer: .init(40, "complete"), inPalette: false
  ) { $0.complete() },
  NotebookAction(
    "complete-back", "Shift-Tab", in: [.editing], "go back among the completions", inPalette: false
  ) { $0.complete(-1) },
  NotebookAction(
    "line-up", "Up Ctrl-P", in: .typing, "go up a line; above the first, earlier inputs that begin the same",
    inPalette: false, doing: { $0.moveLine(-1) }),
  NotebookAction(
    "line-down", "Down Ctrl-N", in: .typing, "go down a line; below the last, later inputs", inPalette: false,
    doing: { $0.moveLine(1) }),
  typing("left", "Left Ctrl-B", "go left") { $0.move(to: $0.cursor - 1) },
  taking("right", "Right Ctrl-F", "go right; at the end, take the suggestion", { $0.takeSuggestion() }) {
    $0.move(to: $0.cursor + 1)
  },
  typing("word-left", "Alt-b Ctrl-Left", "go to the start of the word") { $0.move(to: $0.wordStart) },
  taking(
    "word-right", "Alt-f Ctrl-Right", "go to the end of the word, or take a word of the suggestion",
    { $0.takeSuggestedWord() }, { $0.move(to: $0.wordEnd) }),
  typing("line-start", "Ctrl-A Home", "go to the start of the line") { $0.move(to: $0.lineStart($0.cursor)) },
  taking(
    "line-end", "Ctrl-E End", "go to the end of the line; there, take the suggestion", { $0.takeSuggestion() }
  ) {
    $0.move(to: $0.lineEnd($0.cursor))
  },
  typing("text-start", "Alt-<", "go to the start of the text") { $0.move(to: 0) },
  typing("text-end", "Alt->", "go to the end of the text") { $0.move(to: $0.characters.count) },
  typing("delete-left", "Backspace Ctrl-H", "delete the character to the left", joining: true) {
    $0.deleteBackward()
  },
  typing("delete-right", "Delete Ctrl-D", "delete the character at the cursor", joining: true) {
    $0.deleteForward()
  },
  typing("kill-line", "Ctrl-K", "cut to the end of the line") { $0.killToLineEnd() },
  typing("kill-to-start", "Ctrl-U", "cut to the start of the line") { $0.killToLineStart() },
  typing("kill-word", "Alt-d", "cut to the end of the word") { $0.kill($0.cursor..<$0.wordEnd) },
  typing("kill-word-left", "Ctrl-W", "cut to the blank before the cursor") {
    $0.kill($0.blankWordStart..<$0.cursor)
  },
  typing("kill-word-start", "Alt-Backspace", "cut to the start of the word") {
    $0.kill($0.wordStart..<$0.cursor)
  },
  typing("yank", "Ctrl-Y", "insert what was cut") { $0.yank() },
  typing("transpose", "Ctrl-T", "exchange two characters") { $0.transpose() },
]

/// A row whose action alters text or moves in it.
private func typing(
  _ name: String, _ keys: String, in contexts: KeyContexts = .typing, _ description: String,
  joining: Bool = false, _ body: @escaping @Sendable (inout TextBuffer) -> Void
) -> NotebookAction {
  NotebookAction(name, keys, in: contexts, description, inPalette: false) { model in
    model.typeText(joining: joining, body)
    return []
  }
}

/// A row of a motion that takes the suggestion over where there is one at the cursor.
private func taking(
  _ name: String, _ keys: String, _ description: String,
  _ take: @escaping @Sendable (inout NotebookModel) -> Bool,
  _ body: @escaping @Sendable (inout TextBuffer) -> Void
) -> NotebookAction {
  NotebookAction(name, keys, in: .typing, description, inPalette: false) { model in
    if !take(&model) { model.typeText(body) }
    return []
  }
}
