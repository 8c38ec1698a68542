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

  init(
    _ cell: NotebookCell, _ key: LayoutCache.Key, glyphs: Glyphs, vocabulary: Vocabulary, editor: TextBuffer?
  ) {
    let (columns, suggestion) = (key.width, key.suggestion)
    let colours = { (characters: [Character]) -> [Style] in
      guard cell.content.kind == .input else { return [] }
      var colours = SyntaxColours(characters, vocabulary: vocabulary)
      if let editor { colours.markBrackets(at: editor.cursor) }
      if let mistake = cell.mistake { colours.markMistake(mistake) }
      return colours.styles
    }
    switch cell.content.kind {
    case .prose where editor == nil:
      lines = proseLines(cell.content.source, width: columns - CellLayout.margin, glyphs: glyphs)
    case .prose:
      addSource(cell, columns, glyphs, editor, colours, "", margin: CellLayout.margin, label: "")
    case .input:
      addSource(
        cell, columns, glyphs, editor, colours, suggestion, margin: CellLayout.inputMargin,
        label: cell.label + (key.isStale && cell.state.showsStale ? glyphs.stale : ""))
      addProgress(cell, columns, glyphs)
      addOutput(cell, key, glyphs)
    }
  }

  private mutating func addSource(
    _ cell: NotebookCell, _ columns: Int, _ glyphs: Glyphs, _ editor: TextBuffer?,
    _ colours: ([Character]) -> [Style], _ suggestion: String, margin: Int, label: String
  ) {
    let characters = editor?.characters ?? Array(cell.content.source)
    let source = SourceLayout(
      characters, styles: colours(characters), cursor: editor?.cursor, width: columns - margin,
      glyphs: glyphs,
      suggestion: suggestion)
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
    for finding in cell.findings {
      let shown = ScreenLine(Text(finding.spans.map { Span($0.role, glyphs.shown($0.string)) }))
      let room = max(1, columns - 2 * CellLayout.margin)
      let cut = shown.broken(at: max(1, room - glyphs.more.count)).first ?? ScreenLine()
      lines.append(
        ScreenLine("    ") + (shown.width > room ? cut + ScreenLine(glyphs.more, .notice) : shown))
    }
  }

  /// Rows of a long output that show as long as nobody looks into it.
  private static let foldedRows = 24

  private mutating func addOutput(_ cell: NotebookCell, _ key: LayoutCache.Key, _ glyphs: Glyphs) {
    let margin = ScreenLine(String(repeating: " ", count: 2 * CellLayout.margin))
    var (output, look) = (cell.content.output, key.look)
    if let order = look?.order, let column = look?.column, output?.table != nil {
      output = output?.sorted(by: column, order)
      look?.order = nil
    }
    let all = outputLines(output, width: max(1, key.width - 2 * CellLayout.margin), glyphs: glyphs)
    if let look, let rows = key.outputRows {
      lines += OutputPage(all).window(look, rows: rows).map { margin + $0 }
      let (first, last) = (min(look.first, max(0, all.count - rows)), min(all.count, look.first + rows))
      lines.append(margin + ScreenLine("lines \(first + 1) to \(last) of \(all.count)", .notice))
    } else if all.count > CellLayout.foldedRows + 4 {
      lines += all.prefix(CellLayout.foldedRows).map { margin + $0 }
      let left = all.count - CellLayout.foldedRows
      lines.append(margin + ScreenLine("\(glyphs.more) \(left) more lines; l looks into them", .notice))
    } else {
      lines += all.map { margin + $0 }
    }
  }
}

/// The lines of an output; text stored in a file keeps its own line breaks as far as the screen is wide enough.
func outputLines(_ output: CellOutput?, width: Int, glyphs: Glyphs) -> [ScreenLine] {
  switch output {
  case nil: return []
  case .live(let documents):
    let layout = Layout(width: width, ascii: glyphs.ascii)
    let pieces = documents.filter { !$0.isEmpty }.map { layout.lines(glyphs.style?.written($0) ?? $0) }
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

extension NotebookCell {
  /// Where in the source the message below it found a mistake: characters; nil where it found none or does not say.
  var mistake: Range<Int>? {
    guard state == .failed, case .live(let documents)? = content.output else { return nil }
    for case .diagnostic(let diagnostic)? in documents.map(\.blocks.last) {
      guard let text = diagnostic.source, let range = diagnostic.range,
        let found = content.source.range(ofText: text)
      else { continue }
      return (found + range.lowerBound)..<(found + max(range.upperBound, range.lowerBound + 1))
    }
    return nil
  }

  /// What stands left of the input: the number of its last result, or the state of its computation.
  var label: String {
    switch state {
    case .queued: return "  [.]"
    case .running, .cancelling: return "  [*]"
    case .paused: return "  [=]"
    case .failed: return "  [!]"
    case .interrupted: return "  [-]"
    case .idle: break
    }
    let label = "[\(numbers.last.map(String.init) ?? " ")]"
    // Behind it is room for the mark of a stale cell.
    return String(repeating: " ", count: max(0, min(1, 6 - label.count), 5 - label.count)) + label
  }
}

extension String {
  /// Characters before the first occurrence of a text; nil where there is none.
  fileprivate func range(ofText text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    let (characters, wanted) = (Array(self), Array(text))
    guard wanted.count <= characters.count else { return nil }
    return (0...(characters.count - wanted.count)).first { start in
      characters[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
