internal import WallisDocuments

/// Prose as it is read outside editing: Markdown as typed, headings stand out, paragraphs wrap at words.
func proseLines(_ source: String, width: Int, glyphs: Glyphs) -> [ScreenLine] {
  let margin = ScreenLine(String(repeating: " ", count: CellLayout.margin))
  guard source.contains(where: { !$0.isWhitespace }) else {
    return [margin + ScreenLine("(empty prose)", .comment)]
  }
  let layout = Layout(width: max(1, width), ascii: glyphs.ascii)
  var verbatim = false
  var lines: [ScreenLine] = []
  for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
    let fence = line.hasPrefix("```") || line.hasPrefix("~~~")
    if verbatim || fence || line.first?.isWhitespace == true {
      lines += ScreenLine(glyphs.shown(String(line)), .content(fence ? .muted : .formula)).broken(
        at: max(1, width))
    } else {
      lines += layout.lines(Document([.paragraph(Text(String(line)))])).flatMap { text in
        let shown = line.isHeading ? ScreenLine(text.string, .heading) : ScreenLine(text)
        return shown.broken(at: max(1, width))
      }
    }
    if fence { verbatim.toggle() }
  }
  return lines.map { margin + $0 }
}

extension Substring {
  fileprivate var isHeading: Bool {
    let marks = prefix { $0 == "#" }
    return (1...6).contains(marks.count) && dropFirst(marks.count).first == " "
  }
}
