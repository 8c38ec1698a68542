internal import WallisDocuments

/// The pane of jobs: what runs here with its bars, then the catalog's own list.
func jobLines(_ model: NotebookModel, _ pane: Pane) -> [ScreenLine] {
  let (width, glyphs) = (max(20, model.size.columns - 4), model.glyphs)
  let entries = model.jobEntries
  let choice = min(pane.choice, entries.count - 1)
  var lines: [ScreenLine] = []
  for (index, entry) in entries.enumerated() {
    let mark = index == choice ? glyphs.pointer + " " : "  "
    let style = index == choice ? Style.interface(.chosen) : .plain
    switch entry {
    case .running(_, let cell), .waiting(let cell):
      let source = model.cells[cell].content.source.split(whereSeparator: \.isNewline).first ?? ""
      lines.append(ScreenLine(mark + glyphs.shown(String(source)), style))
      if let line = progressLine(model.cells[cell].state, width: width - 4, glyphs: glyphs) {
        lines.append(ScreenLine("    ") + line)
      }
    case .unfinished(let number):
      lines.append(ScreenLine("\(mark)job \(number) is unfinished; r goes on with it", style))
    }
  }
  if entries.isEmpty { lines.append(ScreenLine("nothing runs here", .content(.muted))) }
  lines.append(ScreenLine())
  lines += Layout(width: width, ascii: glyphs.ascii).lines(pane.document).map { ScreenLine($0) }
  return lines + (pane.ended ? [] : [ScreenLine("runs" + glyphs.more, .progress)])
}
