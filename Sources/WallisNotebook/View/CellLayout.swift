internal import WallisCommands
internal import WallisDocuments

/// The lines of one cell on a screen of some width, gutter included, and where the cursor stands in them.
struct CellLayout {
  /// Left margin of prose and output; the bar of the selection stands in its first column.
  static let margin = 2
  /// Left margin of input: the number of the result stands in it.
  static let inputMargin = 7

  private(set) var lines: [ScreenLine] = []
  private(set) var cursor: Frame.Position?

  init(_ cell: NotebookCell, columns: Int, glyphs: Glyphs, editor: TextBuffer?) {
    switch cell.content.kind {
    case .prose where editor == nil:
      lines = proseLines(cell.content.source, width: columns - CellLayout.margin, glyphs: glyphs)
    case .prose: addSource(cell, columns, glyphs, editor, margin: CellLayout.margin, label: "")
    case .input:
      addSource(cell, columns, glyphs, editor, margin: CellLayout.inputMargin, label: cell.label)
      addProgress(cell, columns, glyphs)
      addOutput(cell, columns, glyphs)
    }
  }

  private mutating func addSource(
    _ cell: NotebookCell, _ columns: Int, _ glyphs: Glyphs, _ editor: TextBuffer?, margin: Int, label: String
  ) {
    let source = SourceLayout(
      editor?.characters ?? Array(cell.content.source), cursor: editor?.cursor, width: columns - margin,
      glyphs: glyphs, comments: cell.content.kind == .input)
    let blank = String(repeating: " ", count: margin)
    for (row, line) in source.rows.enumerated() {
      let start = row == 0 ? String((label + blank).prefix(margin)) : blank
      lines.append(ScreenLine(start, .gutter) + line)
    }
    cursor = source.cursor.map { Frame.Position(row: $0.row, column: $0.column + margin) }
  }

  private mutating func addProgress(_ cell: NotebookCell, _ columns: Int, _ glyphs: Glyphs) {
    guard let line = progressLine(cell.state, width: columns - 2 * CellLayout.margin, glyphs: glyphs) else {
      return
    }
    lines.append(ScreenLine("    ") + line)
  }

  private mutating func addOutput(_ cell: NotebookCell, _ columns: Int, _ glyphs: Glyphs) {
    let margin = ScreenLine(String(repeating: " ", count: 2 * CellLayout.margin))
    let width = max(1, columns - 2 * CellLayout.margin)
    for line in outputLines(cell.content.output, width: width, glyphs: glyphs) { lines.append(margin + line) }
  }
}

/// The lines of an output; text stored in a file keeps its own line breaks as far as the screen is wide enough.
private func outputLines(_ output: CellOutput?, width: Int, glyphs: Glyphs) -> [ScreenLine] {
  switch output {
  case nil: return []
  case .live(let documents):
    let layout = Layout(width: width, ascii: glyphs.ascii)
    let pieces = documents.filter { !$0.isEmpty }.map { layout.lines($0) }
    return separated(pieces).flatMap { ScreenLine($0).broken(at: width) }
  case .stored(let text):
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      ScreenLine(glyphs.shown(String(line))).broken(at: width)
    }
  }
}

/// The outputs under each other; as in a session file a blank line sets one of several lines off from its neighbours.
private func separated(_ outputs: [[Text]]) -> [Text] {
  var lines: [Text] = []
  for (index, output) in outputs.enumerated() {
    if index > 0, output.count > 1 || outputs[index - 1].count > 1 { lines.append(Text()) }
    lines += output
  }
  return lines
}

extension ScreenLine {
  /// The line in pieces of at most `width` columns.
  func broken(at width: Int) -> [ScreenLine] {
    guard self.width > width else { return [self] }
    var pieces: [ScreenLine] = [ScreenLine()]
    var column = 0
    for stretch in stretches {
      var text = ""
      for character in stretch.text {
        if column + character.displayWidth > width {
          pieces[pieces.count - 1].stretches.append(Stretch(text: text, style: stretch.style))
          pieces.append(ScreenLine())
          (text, column) = ("", 0)
        }
        text.append(character)
        column += character.displayWidth
      }
      if !text.isEmpty {
        pieces[pieces.count - 1].stretches.append(Stretch(text: text, style: stretch.style))
      }
    }
    return pieces
  }
}

extension NotebookCell {
  /// What stands left of the input: the number of its last result, or the state of its computation.
  var label: String {
    switch state {
    case .queued: return "  [.]"
    case .running, .cancelling: return "  [*]"
    case .failed: return "  [!]"
    case .interrupted: return "  [-]"
    case .idle: break
    }
    let label = "[\(numbers.last.map(String.init) ?? " ")]"
    return String(repeating: " ", count: max(1, 5 - label.count)) + label
  }
}
