/// Lays a document out in lines of at most `width` columns. Plain, styled and screen output share it.
package struct Layout: Sendable {
  /// Columns available; at least 20 are assumed.
  package var width: Int
  /// Whether signs outside ASCII are spelled out.
  package var ascii: Bool

  /// A layout for `width` columns.
  package init(width: Int = 80, ascii: Bool = false) { (self.width, self.ascii) = (max(20, width), ascii) }

  /// The lines of the document, without trailing spaces. Only verbatim blocks may be wider than `width`.
  package func lines(_ document: Document) -> [Text] {
    var lines: [Text] = []
    for (index, block) in document.blocks.enumerated() {
      if index > 0, document.blocks[index - 1].needsGap(before: block) { lines.append(Text()) }
      lines += self.lines(block)
    }
    return lines
  }

  private func lines(_ block: Block) -> [Text] {
    switch block {
    case .heading(let text):
      return wrap(shown(Text(text.string, .keyword)), width: width)
    case .paragraph(let text):
      return wrap(shown(text), width: width)
    case .fields(let fields):
      return self.lines(fields)
    case .table(let table):
      return tableLines(table)
    case .code(let string):
      let string = string.hasSuffix("\n") ? String(string.dropLast()) : string
      let rows = string.split(separator: "\n", omittingEmptySubsequences: false)
      return rows.map { shown(Text(String($0))) }
    case .plot(let plot):
      return lines(Document(plot.blocks(width: width, isASCII: ascii)))
    case .diagnostic(let diagnostic):
      return self.lines(diagnostic)
    }
  }

  /// The text as it may be printed: control characters replaced, signs spelled out where ASCII is asked for.
  func shown(_ text: Text) -> Text {
    Text(text.spans.map { Span($0.role, shown($0.string)) })
  }

  func shown(_ string: String) -> String {
    let printable = string.replacingControls
    return ascii ? printable.asciiFallback : printable
  }

  private func lines(_ fields: [Field]) -> [Text] {
    let labels = fields.map { shown($0.label) }
    let column = min(labels.map(\.displayWidth).max() ?? 0, width / 2) + 2
    let blank = Text(String(repeating: " ", count: column))
    return zip(labels, fields).flatMap { label, field -> [Text] in
      let value = shown(field.value)
      if value.hasFormula(widerThan: width - column, within: width - Layout.indent) {
        let below = String(repeating: " ", count: Layout.indent)
        return [Text(label, .label)] + wrap(value, width: width - Layout.indent).map { Text(below) + $0 }
      }
      let padding = String(repeating: " ", count: max(1, column - label.displayWidth))
      return wrap(value, width: width - column).enumerated().map { index, line in
        index == 0 ? Text(label, .label) + Text(padding) + line : blank + line
      }
    }.map(\.withoutTrailingSpaces)
  }

  /// Columns before a value that stands below its label, because a formula in it does not fit beside that.
  private static let indent = 2

  private func lines(_ diagnostic: Diagnostic) -> [Text] {
    let role: Role =
      diagnostic.severity == .error ? .error : diagnostic.severity == .warning ? .warning : .muted
    var lines = wrap(
      Text("\(diagnostic.severity.rawValue): ", role) + shown(Text(diagnostic.message)), width: width)
    if let (line, range) = diagnostic.markedLine {
      lines += markedLines(line, range, role)
    }
    if let remedy = diagnostic.remedy {
      lines += wrap(Text("try: ", .label) + shown(Text(remedy)), width: width - 2).map { "  " + $0 }
    }
    return lines
  }

  /// The offending line and a line of carets below it, cut to a window around the mistake when too long.
  private func markedLines(_ line: String, _ range: Range<Int>?, _ role: Role) -> [Text] {
    let characters = Array(line)
    let room = width - 4
    let start = range.map { characters.count > room ? max(0, $0.lowerBound - room / 2) : 0 } ?? 0
    let window = characters[min(start, characters.count)..<min(characters.count, start + room)]
    let source = Text("  " + shown(String(window)), .formula)
    guard let range else { return [source] }
    let before = shown(String(characters[start..<min(range.lowerBound, characters.count)])).displayWidth
    let end = min(range.upperBound, start + room, characters.count)
    let marked = range.lowerBound < end ? shown(String(characters[range.lowerBound..<end])).displayWidth : 1
    let carets = String(repeating: "^", count: max(1, marked))
    return [source, Text(String(repeating: " ", count: before + 2)) + Text(carets, role)]
  }
}

extension Block {
  fileprivate func needsGap(before next: Block) -> Bool {
    switch (self, next) {
    case (.heading, _), (.diagnostic, .diagnostic): false
    default: true
    }
  }
}

extension String {
  /// Control characters would reach the terminal as commands: tabs become spaces, the others a replacement sign.
  var replacingControls: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\t" {
        out.append(contentsOf: "  ".unicodeScalars)
      } else if scalar == "\n" || scalar.properties.generalCategory != .control {
        out.append(scalar)
      } else if scalar != "\r" {
        out.append("\u{FFFD}")
      }
    }
    return String(out)
  }
}

extension Text {
  var withoutTrailingSpaces: Text {
    var spans = spans
    while var last = spans.popLast() {
      while last.string.last == " " { last.string.removeLast() }
      if !last.string.isEmpty {
        spans.append(last)
        break
      }
    }
    return Text(spans)
  }
}

extension Text {
  /// Whether a word with a formula in it is wider than `room` and not wider than `page`.
  fileprivate func hasFormula(widerThan room: Int, within page: Int) -> Bool {
    var (wordWidth, isFormula) = (0, false)
    for span in spans {
      for part in span.string.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if part.offset > 0 {
          if isFormula, wordWidth > room, wordWidth <= page { return true }
          (wordWidth, isFormula) = (0, false)
        }
        wordWidth += String(part.element).displayWidth
        isFormula = isFormula || span.role == .formula && !part.element.isEmpty
      }
    }
    return isFormula && wordWidth > room && wordWidth <= page
  }
}
