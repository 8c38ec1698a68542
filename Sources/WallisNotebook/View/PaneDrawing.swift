internal import WallisDocuments

/// Draws what lies over the cells: the topmost pane that draws more than a line, or the completions on offer.
func drawPane(_ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame) {
  guard let pane = model.pane else {
    guard let completing = model.typing.completing else { return }
    let lines = completing.words.map { word in
      choiceLine(word.signature.isEmpty ? word.word : word.signature, word.description, "")
    }
    return drawChoices(lines, completing.choice ?? -1, rows, &frame)
  }
  switch pane.view(model) {
  case .line: break
  case .choices(let lines, let chosen): drawChoices(lines, chosen, rows, &frame)
  case .page(let page): drawPage(page, model, rows, &frame)
  }
}

/// A row of a list of choices: name, key and meaning.
func choiceLine(_ name: String, _ description: String, _ key: String) -> ScreenLine {
  let padded = " " + name + String(repeating: " ", count: max(1, 18 - name.count))
  let keyed = key + String(repeating: " ", count: max(1, 12 - key.count))
  if key.isEmpty { return ScreenLine(padded, .content(.name)) + ScreenLine(description) }
  return ScreenLine(padded, .content(.name)) + ScreenLine(keyed, .key) + ScreenLine(description)
}

/// A list above the line at the bottom, the choice marked and in view.
private func drawChoices(_ lines: [ScreenLine], _ choice: Int, _ rows: ScreenRows, _ frame: inout Frame) {
  let room = max(1, min(lines.count, rows.body.count * 2 / 3))
  let first = min(max(0, choice - room + 1), max(0, lines.count - room))
  let shown = lines.dropFirst(first).prefix(room)
  let top = rows.body.upperBound - shown.count
  for (offset, line) in shown.enumerated() {
    let row = top + offset
    guard rows.body.contains(row) else { continue }
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
