internal import WallisDocuments

/// Draws what lies over the cells.
func drawOverlay(_ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame) {
  switch model.overlay {
  case .help(let scroll, let word):
    drawReading(word.isEmpty ? "Keys" : "Keys with “\(word)”", scroll, model, rows, &frame)
  case .keySearch: drawReading("Keys", 0, model, rows, &frame)
  case .pane(let pane): drawReading(pane.title, pane.scroll, model, rows, &frame)
  case .palette(let prompt):
    let lines = model.paletteChoices(prompt).map {
      choiceLine($0.name, $0.description, $0.keyNames.first ?? "")
    }
    drawChoices(lines, prompt.choice, rows, &frame)
  case .history(let prompt):
    let lines = model.historyChoices(prompt).map { input in
      let first = input.split(whereSeparator: \.isNewline).first ?? ""
      return ScreenLine(" " + model.glyphs.shown(String(first)))
    }
    drawChoices(lines, prompt.choice, rows, &frame)
  case .search, .naming, .trusting: break
  case nil:
    guard let completing = model.completing else { return }
    let lines = completing.words.map { word in
      choiceLine(word.signature.isEmpty ? word.word : word.signature, word.description, "")
    }
    drawChoices(lines, completing.choice ?? -1, rows, &frame)
  }
}

private func choiceLine(_ name: String, _ description: String, _ key: String) -> ScreenLine {
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
private func drawReading(
  _ title: String, _ scroll: Int, _ model: NotebookModel, _ rows: ScreenRows, _ frame: inout Frame
) {
  let (glyphs, columns, lines) = (model.glyphs, model.size.columns, readingLines(model))
  let inner = max(1, rows.body.count - 2)
  let first = min(scroll, max(0, lines.count - inner))
  let left = max(0, lines.count - first - inner)
  let corners = glyphs.corners
  let rule = String(repeating: glyphs.rule, count: max(0, columns - 2))
  for row in rows.body { frame.fill(row: row, .plain) }
  frame.write(ScreenLine(corners.topLeft + rule + corners.topRight, .border), row: rows.body.lowerBound)
  frame.write(ScreenLine(" \(title) ", .border), row: rows.body.lowerBound, column: 2)
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
  if case .help = model.overlay { hint += ", / finds one" }
  hint += " "
  frame.write(ScreenLine(hint, .border), row: rows.body.upperBound - 1, column: 2, limit: columns - 1)
}

/// What is read in the overlay: help or the output in a pane.
func readingLines(_ model: NotebookModel) -> [ScreenLine] {
  switch model.overlay {
  case .help(_, let word): return helpLines(model, word)
  case .keySearch(let prompt): return helpLines(model, prompt.line.text)
  case .pane(let pane) where pane.listsJobs: return jobLines(model, pane)
  case .pane(let pane):
    let width = max(20, model.size.columns - 4)
    let lines = Layout(width: width, ascii: model.glyphs.ascii).lines(pane.document).map { ScreenLine($0) }
    return lines + (pane.ended ? [] : [ScreenLine("runs" + model.glyphs.more, .progress)])
  default: return []
  }
}

/// The keys valid where the user is, then those of the other contexts; with a word only the rows that contain it.
private func helpLines(_ model: NotebookModel, _ word: String) -> [ScreenLine] {
  let here: KeyContext = !model.isEditing ? .cells : model.isCommanding ? .commanding : .editing
  let others = KeyContext.allCases.filter {
    $0 != here && ($0 != .commanding || model.editing == .vi)
  }
  let wanted = word.lowercased()
  let lines = ([here] + others).flatMap { context -> [ScreenLine] in
    let rows = cheatSheetRows(model.keyMap, context, isComplete: !wanted.isEmpty).filter { row in
      wanted.isEmpty || [row.keys, row.name, row.description].contains { $0.lowercased().contains(wanted) }
    }
    guard !rows.isEmpty else { return [] }
    let width = min(26, (rows.map(\.keys.count).max() ?? 0) + 2)
    return [ScreenLine(context.title, .heading)]
      + rows.map { row in
        let padding = String(repeating: " ", count: max(1, width - row.keys.count))
        return ScreenLine(row.keys + padding, .key) + ScreenLine(row.description)
      } + [ScreenLine()]
  }
  if lines.isEmpty { return [ScreenLine("no key and no action has this word; : lists all actions")] }
  return lines
}
