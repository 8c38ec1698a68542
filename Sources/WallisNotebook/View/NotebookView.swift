internal import WallisDocuments

/// Draws the notebook; nothing but its state decides what is drawn.
///
/// - Complexity: lays out only cells on the screen that changed since they were last laid out.
package func view(_ model: NotebookModel) -> Frame {
  var frame = Frame(model.size)
  let rows = ScreenRows(model.size)
  if let row = rows.title { drawTitle(model, row, &frame) }
  let pane = model.pane?.view(model)
  // A page covers the cells.
  if case .page? = pane {} else { drawBody(model, rows, &frame) }
  drawPane(pane, model, rows, &frame)
  if let row = rows.message { drawMessage(model, row, &frame) }
  if let row = rows.footer { drawFooter(model, row, &frame) }
  return frame
}

private func drawTitle(_ model: NotebookModel, _ row: Int, _ frame: inout Frame) {
  frame.fill(row: row, .interface(.title))
  let mark = model.showsModified ? " " + model.glyphs.modified : ""
  let left = " wallis  \(model.glyphs.shown(model.file.name))\(mark)"
  let mode = model.isEditing ? (model.typing.isCommanding ? "VI" : "EDIT") : ""
  let count = model.busyCells
  let busy = count == 0 ? "" : "\(count) running"
  let place = "\(model.selection + 1)/\(model.cells.count)"
  let fault = model.file.journalFault == nil ? "" : "NO JOURNAL"
  let right = [fault, mode, busy, place].filter { !$0.isEmpty }.joined(separator: "  ") + " "
  let start = max(0, model.size.columns - right.displayWidth)
  frame.write(ScreenLine(left, .title), row: row, limit: max(0, start - 1))
  frame.write(ScreenLine(right, .title), row: row, column: start)
}

private func drawBody(_ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame) {
  var row = rows.body.lowerBound - model.display.viewport.hidden
  var index = model.content.index(of: model.display.viewport.top) ?? model.selection
  while index < model.cells.count, row < rows.body.upperBound {
    drawCell(index, model, row, rows.body, &frame)
    row += model.height(index)
    index += 1
  }
  if model.isUntouched { drawWelcome(model, row, rows.body, &frame) }
}

private func drawCell(
  _ index: Int, _ model: NotebookModel, _ top: Int, _ body: Range<Int>, _ frame: inout Frame
) {
  let layout = model.layout(index)
  let bar = ScreenLine(model.glyphs.bar, model.isEditing ? .editing : .selection)
  for (offset, line) in layout.lines.enumerated() where body.contains(top + offset) {
    frame.write(line.marking(model.display.searched), row: top + offset)
    if index == model.selection { frame.write(bar, row: top + offset) }
  }
  if let cursor = layout.cursor, body.contains(top + cursor.row), cursor.column < model.size.columns {
    frame.cursor = Frame.Position(row: top + cursor.row, column: cursor.column)
  }
}

/// What a newcomer reads in an empty notebook; it takes no key and goes with the first one that changes a cell.
private func drawWelcome(_ model: NotebookModel, _ top: Int, _ body: Range<Int>, _ frame: inout Frame) {
  let lines = [
    "Welcome to Wallis: formulas for mathematical constants, by computation.",
    "",
    "Enter      type in this cell. Grey text is a suggestion; Right takes it:",
    "           first a fraction for 3 + pi, then a number, then a search",
    "Alt-Enter  run the cell and go on to a new one (F5 runs it and stays)",
    "Esc        leave it: j k move, b adds a cell, dd deletes one, u undoes",
    "?delta     in a cell explains a word; Tab completes; F6 shows searches",
    "?          all keys;  : all actions by name;  Ctrl-Q quits",
  ]
  let rows = lines.flatMap { line in
    // Behind a key the text begins in the eleventh column.
    let hanging = line.dropFirst(9).hasPrefix("  ") ? 11 : 0
    return brokenAtWords(line, width: max(1, model.size.columns - 4), hanging: hanging)
  }.map { ScreenLine($0, .content(.muted)) }
  for (offset, line) in rows.enumerated() where body.contains(top + offset) {
    frame.write(line, row: top + offset, column: 2)
  }
}

/// A line in pieces of a width, broken between words, the further ones behind a margin where there is room for it.
private func brokenAtWords(_ line: String, width: Int, hanging: Int) -> [String] {
  var rest = line[...]
  var pieces: [String] = []
  while rest.count > width {
    let head = rest.prefix(width + 1)
    let end = head.lastIndex(of: " ").flatMap { $0 > head.startIndex ? $0 : nil }
    guard let end, head[..<end].contains(where: { $0 != " " }) else { break }
    pieces.append(String(rest[..<end]))
    let margin = width > 2 * hanging ? String(repeating: " ", count: hanging) : ""
    rest = (margin + rest[end...].drop { $0 == " " })[...]
  }
  return pieces + [String(rest)]
}

extension NotebookModel {
  /// One empty cell and nothing done yet.
  fileprivate var isUntouched: Bool {
    cells.count == 1 && selected.content.kind == .input && selected.content.source.isEmpty
      && selected.content.output == nil
  }
}

private func drawMessage(_ model: NotebookModel, _ row: Int, _ frame: inout Frame) {
  if let line = model.pane?.line {
    drawPrompt(line, model, row, &frame)
  } else if let notice = model.notice {
    drawNotice(notice, model, row, &frame)
  } else if !model.pendingKeys.isEmpty {
    let keys = model.pendingKeys.map(\.description).joined(separator: " ")
    frame.write(ScreenLine(" \(keys) \(model.glyphs.more)", .notice), row: row)
  } else if model.pane == nil, model.typing.completing == nil {
    drawHint(model, row, &frame)
  }
}

/// The function whose arguments are being typed, and the value of the line where there is room for it.
private func drawHint(_ model: NotebookModel, _ row: Int, _ frame: inout Frame) {
  let columns = model.size.columns
  var taken = 0
  if let function = model.enclosingFunction {
    let hint = model.glyphs.shown(" \(function.signature)  \(function.description)")
    frame.write(ScreenLine(hint, .content(.muted)), row: row)
    taken = hint.displayWidth + 1
  }
  guard let value = model.valueLine(width: columns - taken) else { return }
  let start = taken == 0 ? 0 : columns - value.displayWidth - 1
  frame.write(ScreenLine(value, .content(.muted)), row: row, column: start)
}

/// A message; a long one takes rows of the body above.
private func drawNotice(_ notice: Notice, _ model: NotebookModel, _ row: Int, _ frame: inout Frame) {
  let width = max(1, model.size.columns - 2)
  let layout = Layout(width: width, ascii: model.glyphs.ascii)
  let pieces = layout.lines(Document([.paragraph(Text(notice.text))])).flatMap { line in
    ScreenLine(line.string, notice.alarming ? .alarm : .notice).broken(at: width)
  }.suffix(max(1, row))
  for (offset, piece) in pieces.enumerated() {
    let place = row - pieces.count + 1 + offset
    frame.fill(row: place, .plain)
    frame.write(piece, row: place, column: 1)
  }
}

/// The line being typed, a notice above it; it scrolls sideways so that the cursor stays visible.
private func drawPrompt(
  _ line: PaneLine, _ model: NotebookModel, _ row: Int, _ frame: inout Frame
) {
  let start = frame.write(ScreenLine(line.label, .key), row: row)
  let room = max(1, model.size.columns - start - 1)
  let shown = line.buffer.characters.map { model.glyphs.shown($0) }
  var first = 0
  while shown[first..<line.buffer.cursor].joined().displayWidth >= room { first += 1 }
  frame.write(ScreenLine(shown[first...].joined()), row: row, column: start)
  if let notice = model.notice { drawNotice(notice, model, row - 1, &frame) }
  let column = start + shown[first..<line.buffer.cursor].joined().displayWidth
  frame.cursor = Frame.Position(row: row, column: min(column, model.size.columns - 1))
}

/// The likeliest keys here, as many as there is room for.
private func drawFooter(_ model: NotebookModel, _ row: Int, _ frame: inout Frame) {
  let here = model.keyMap.actions.filter { $0.contexts.contains(model.context) }
  let shown = here.compactMap { action in
    action.footer.flatMap { footer in
      action.keyNames.first.map { (rank: footer.rank, key: $0, word: footer.word) }
    }
  }
  var column = 1
  for entry in shown.sorted(by: { $0.rank < $1.rank }) {
    let line = ScreenLine(entry.key, .key) + ScreenLine(" " + entry.word, .footer)
    guard column + line.width <= model.size.columns else { continue }
    column = frame.write(line, row: row, column: column) + 2
  }
}
