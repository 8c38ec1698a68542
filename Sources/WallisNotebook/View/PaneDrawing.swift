internal import WallisDocuments

/// Draws what lies over the cells: the topmost pane where it is more than a line, or the completions on offer.
///
/// - Parameter pane: the view of the topmost pane; nil where none is open.
func drawPane(_ pane: PaneView?, _ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame) {
  guard let pane else {
    guard let completing = model.typing.completing else { return }
    let lines = completing.words.map { word in
      choiceLine(word.signature.isEmpty ? word.word : word.signature, word.description, "")
    }
    let room = roomForCompletions(lines.count, rows.body, frame.cursor?.row)
    return drawChoices(ChoiceLines(lines), completing.choice ?? -1, in: room, model.glyphs, &frame)
  }
  switch pane {
  case .line: break
  case .choices(let lines, let chosen): drawChoices(lines, chosen, in: rows.body, model.glyphs, &frame)
  case .page(let page): drawPage(page, model, rows, &frame)
  }
}

/// Rows for a list of completions that do not cover the line being typed: below it, or above where there is more room.
private func roomForCompletions(_ count: Int, _ body: Range<Int>, _ cursor: Int?) -> Range<Int> {
  guard let cursor, body.contains(cursor) else { return body }
  let (above, below) = (body.lowerBound..<cursor, cursor + 1..<body.upperBound)
  let wanted = min(count, body.count * 2 / 3)
  return below.count >= wanted || below.count >= above.count ? below : above
}

/// A list at the lower end of some rows, the choice marked and in view.
private func drawChoices(
  _ lines: ChoiceLines, _ choice: Int, in body: Range<Int>, _ glyphs: Glyphs, _ frame: inout Frame
) {
  guard !body.isEmpty else { return }
  let room = max(1, min(lines.count, body.count, max(frame.size.rows - 3, 1) * 2 / 3))
  let first = min(max(0, choice - room + 1), max(0, lines.count - room))
  let shown = min(room, lines.count - first)
  let top = body.upperBound - shown
  for offset in 0..<max(0, shown) {
    let row = top + offset
    guard body.contains(row) else { continue }
    let line = lines[first + offset].cut(to: frame.size.columns, glyphs.more)
    let chosen = first + offset == choice
    frame.fill(row: row, chosen ? .interface(.chosen) : .plain)
    frame.write(chosen ? ScreenLine(line.text, .chosen) : line, row: row)
  }
}

/// A framed page over the body that scrolls.
private func drawPage(_ page: PanePage, _ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame) {
  let (glyphs, columns, lines) = (model.glyphs, model.size.columns, page.lines)
  let inner = max(1, rows.body.count - 2)
  let first = min(page.scroll, max(0, lines.count - inner))
  let left = max(0, lines.count - first - inner)
  let corners = glyphs.corners
  let rule = String(repeating: glyphs.rule, count: max(0, columns - 2))
  for row in rows.body { frame.fill(row: row, .plain) }
  frame.write(ScreenLine(corners.topLeft + rule + corners.topRight, .border), row: rows.body.lowerBound)
  frame.write(ScreenLine(" \(page.title) ", .border), row: rows.body.lowerBound, column: 2)
  for row in rows.body.dropFirst().dropLast() {
    frame.write(ScreenLine(glyphs.vertical, .border), row: row)
    frame.write(ScreenLine(glyphs.vertical, .border), row: row, column: columns - 1)
  }
  for (offset, line) in lines.dropFirst(first).prefix(inner).enumerated() {
    frame.write(line, row: rows.body.lowerBound + 1 + offset, column: 2, limit: columns - 1)
  }
  frame.write(
    ScreenLine(corners.bottomLeft + rule + corners.bottomRight, .border), row: rows.body.upperBound - 1)
  var hint = left > 0 ? " \(left) more line\(left == 1 ? "" : "s"), j scrolls" : " Esc closes"
  hint += page.hint + " "
  frame.write(ScreenLine(hint, .border), row: rows.body.upperBound - 1, column: 2, limit: columns - 1)
}
