internal import WallisDocuments

/// Prose as it is read outside editing: Markdown with its marks, but paragraphs flow, headings and code stand out.
func proseLines(_ source: String, width: Int, glyphs: Glyphs) -> [ScreenLine] {
  let margin = ScreenLine(String(repeating: " ", count: CellLayout.margin))
  guard source.contains(where: { !$0.isWhitespace }) else {
    return [margin + ScreenLine("(empty prose)", .comment)]
  }
  var flow = ProseFlow(width: max(1, width), glyphs: glyphs)
  for line in source.split(separator: "\n", omittingEmptySubsequences: false) { flow.add(line) }
  return flow.finish().map { margin + $0 }
}

/// Joins the lines of a paragraph and breaks them anew; leaves alone what Markdown leaves alone.
private struct ProseFlow {
  let width: Int
  let glyphs: Glyphs
  var lines: [ScreenLine] = []
  var paragraph = ""
  /// Columns by which the further lines of the paragraph, a list item, are indented.
  var hanging = 0
  /// The fence of the code block that is open.
  var fence: Substring?

  init(width: Int, glyphs: Glyphs) { (self.width, self.glyphs) = (width, glyphs) }

  mutating func add(_ line: Substring) {
    let text = line.drop { $0 == " " }
    let indent = line.count - text.count
    if let open = fence {
      verbatim(line, text.hasPrefix(open) ? .muted : .formula)
      if text.hasPrefix(open) { fence = nil }
    } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
      verbatim(line, .muted)
      fence = text.prefix(3)
    } else if text.isEmpty {
      endParagraph()
      lines.append(ScreenLine())
    } else if text.isHeading {
      endParagraph()
      lines += broken(Text(String(text)), by: 0).map { ScreenLine($0.text, .heading) }
    } else if text.hasPrefix("|") || text.hasPrefix(">") || (indent >= 4 && paragraph.isEmpty)
      || line.first == "\t"
    {
      verbatim(line, indent >= 4 ? .formula : .plain)
    } else {
      flow(text)
    }
  }

  mutating func finish() -> [ScreenLine] {
    endParagraph()
    return lines
  }

  private mutating func flow(_ text: Substring) {
    let mark = text.listMark
    if mark > 0 {
      endParagraph()
      hanging = mark
    }
    paragraph += (paragraph.isEmpty ? "" : " ") + text
    // Two blanks at the end of a line break it.
    if text.hasSuffix("  ") { endParagraph() }
  }

  private mutating func verbatim(_ line: Substring, _ role: Role) {
    endParagraph()
    lines += ScreenLine(glyphs.shown(String(line)), .content(role)).broken(at: width)
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { lines += broken(paragraph.withCodeMarked, by: hanging) }
    (paragraph, hanging) = ("", 0)
  }

  private func broken(_ text: Text, by hanging: Int) -> [ScreenLine] {
    let room = max(1, width - hanging)
    let laidOut = Layout(width: room, ascii: glyphs.ascii).lines(Document([.paragraph(text)]))
    let indent = ScreenLine(String(repeating: " ", count: hanging))
    return laidOut.enumerated().flatMap { number, line in
      ((number > 0 && hanging > 0 ? indent : ScreenLine()) + ScreenLine(line)).broken(at: width)
    }
  }
}

extension Substring {
  fileprivate var isHeading: Bool {
    let marks = prefix { $0 == "#" }
    return (1...6).contains(marks.count) && dropFirst(marks.count).first == " "
  }

  /// Columns of the mark of a list item, its blank included; 0 where this is none.
  fileprivate var listMark: Int {
    if let first, "-*+".contains(first), dropFirst().first == " " { return 2 }
    let digits = prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return 0 }
    return digits.count + 2
  }
}

extension String {
  /// The text with what stands between backticks in the role of a formula.
  fileprivate var withCodeMarked: Text {
    var text = Text()
    let pieces = split(separator: "`", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let isCode = index % 2 == 1 && index + 1 < pieces.count
      let mark = index == 0 ? "" : "`"
      text +=
        isCode
        ? Text(mark + piece + "`", .formula)
        : Text(index % 2 == 0 && index > 0 ? String(piece) : mark + piece)
    }
    return text
  }
}
