/// The keys of vi outside insertion, while text is edited.
let commandingActions: [NotebookAction] = [
  NotebookAction(
    "leave-commands", "Esc Enter", in: [.commanding], "stop editing", footer: .init(30, "leave"),
    inPalette: false,
    doing: { $0.leave() }),
  inserting("vi-insert", "i", "insert before the cursor", footer: .init(10, "insert")) { _ in },
  inserting("vi-append", "a", "insert after the cursor") {
    $0.move(to: min($0.cursor + 1, $0.lineEnd($0.cursor)))
  },
  inserting("vi-insert-start", "I", "insert at the start of the line") {
    $0.move(to: $0.lineStart($0.cursor))
  },
  inserting("vi-append-end", "A", "insert at the end of the line") { $0.move(to: $0.lineEnd($0.cursor)) },
  inserting("vi-open-below", "o", "insert on a new line below") { buffer in
    buffer.move(to: buffer.lineEnd(buffer.cursor))
    buffer.insert("\n")
  },
  inserting("vi-open-above", "O", "insert on a new line above") { buffer in
    buffer.move(to: buffer.lineStart(buffer.cursor))
    buffer.insert("\n")
    buffer.move(to: buffer.cursor - 1)
  },
  inserting("vi-change-line", "c,c S", "replace the line") {
    $0.kill($0.lineStart($0.cursor)..<$0.lineEnd($0.cursor))
  },
  inserting("vi-change-end", "C c,$", "replace to the end of the line") {
    $0.kill($0.cursor..<$0.lineEnd($0.cursor))
  },
  inserting("vi-change-word", "c,w", "replace to the end of the word") { $0.kill($0.cursor..<$0.wordEnd) },
  inserting("vi-substitute", "s", "replace the character") { $0.deleteForward() },
  command("vi-left", "h Left Backspace", "go left") {
    $0.move(to: max($0.cursor - 1, $0.lineStart($0.cursor)))
  },
  command("vi-right", "l Right Space", "go right") { $0.move(to: min($0.cursor + 1, $0.lineEnd($0.cursor))) },
  NotebookAction(
    "vi-down", "j Down", in: [.commanding], "go down a line; below the last, later inputs", inPalette: false,
    doing: { $0.moveLine(1) }),
  NotebookAction(
    "vi-up", "k Up", in: [.commanding], "go up a line; above the first, earlier inputs", inPalette: false,
    doing: { $0.moveLine(-1) }),
  command("vi-word", "w", "go to the next word") { $0.move(to: $0.nextWordStart) },
  command("vi-back", "b", "go to the start of the word") { $0.move(to: $0.wordStart) },
  command("vi-word-end", "e", "go to the end of the word") { $0.move(to: $0.wordEnd) },
  command("vi-line-start", "0 ^ Home", "go to the start of the line") {
    $0.move(to: $0.lineStart($0.cursor))
  },
  command("vi-line-end", "$ End", "go to the end of the line") { $0.move(to: $0.lineEnd($0.cursor)) },
  command("vi-text-start", "g,g", "go to the start of the text") { $0.move(to: 0) },
  command("vi-text-end", "G", "go to the end of the text") { $0.move(to: $0.characters.count) },
  command("vi-delete", "x Delete", "cut the character") {
    $0.kill($0.cursor..<min($0.cursor + 1, $0.lineEnd($0.cursor)))
  },
  command("vi-delete-left", "X", "cut the character to the left") {
    $0.kill(max($0.cursor - 1, $0.lineStart($0.cursor))..<$0.cursor)
  },
  command("vi-delete-end", "D d,$", "cut to the end of the line") {
    $0.kill($0.cursor..<$0.lineEnd($0.cursor))
  },
  command("vi-delete-start", "d,0", "cut to the start of the line") { $0.killToLineStart() },
  command("vi-delete-word", "d,w", "cut to the next word") { $0.kill($0.cursor..<$0.nextWordStart) },
  command("vi-delete-back", "d,b", "cut to the start of the word") { $0.kill($0.wordStart..<$0.cursor) },
  command("vi-delete-line", "d,d", "cut the line") { buffer in
    let end = buffer.lineEnd(buffer.cursor)
    buffer.kill(buffer.lineStart(buffer.cursor)..<min(end + 1, buffer.characters.count))
  },
  command("vi-put", "p", "insert what was cut after the cursor") { buffer in
    buffer.move(to: min(buffer.cursor + 1, buffer.lineEnd(buffer.cursor)))
    buffer.yank()
  },
  command("vi-put-before", "P", "insert what was cut at the cursor") { $0.yank() },
  command("vi-join", "J", "join the next line") { buffer in
    let end = buffer.lineEnd(buffer.cursor)
    if end < buffer.characters.count { buffer.replace(end..<(end + 1), with: [" "]) }
  },
  NotebookAction(
    "vi-undo", "u Ctrl-_", in: [.commanding], "undo the last change", inPalette: false, perform: { $0.undo() }
  ),
  NotebookAction(
    "vi-redo", "Ctrl-R", in: [.commanding], "repeat what was undone", inPalette: false, perform: { $0.redo() }
  ),
  NotebookAction(
    "vi-search-history", "/", in: [.commanding], "find an earlier input", inPalette: false,
    doing: { $0.open(HistoryPane()) }),
]

/// A row that alters text or moves in it.
private func command(
  _ name: String, _ keys: String, _ description: String,
  _ body: @escaping @Sendable (inout TextBuffer) -> Void
) -> NotebookAction {
  NotebookAction(name, keys, in: [.commanding], description, inPalette: false) { model in
    model.typeText(body)
    return []
  }
}

/// A row after which keys are text again.
private func inserting(
  _ name: String, _ keys: String, _ description: String, footer: NotebookAction.Footer? = nil,
  _ body: @escaping @Sendable (inout TextBuffer) -> Void
) -> NotebookAction {
  NotebookAction(name, keys, in: [.commanding], description, footer: footer, inPalette: false) { model in
    model.typeText(body)
    model.typing.isCommanding = false
    return []
  }
}
