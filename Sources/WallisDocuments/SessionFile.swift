/// A notebook as a Markdown file: prose between cells.
///
/// A cell is a fenced block with the info string `wallis`; its stored output is the fenced block `output` right
/// after it. Reading a file and writing it unchanged gives the same bytes: line endings, fences, blank lines and
/// a missing final line feed are remembered. Other code blocks belong to the prose.
package struct SessionFile: Codable, Sendable, Equatable {
  /// Prose or a cell.
  package enum Part: Codable, Sendable, Equatable {
    /// Markdown that is not run.
    case prose(SessionProse)
    /// Lines to run.
    case cell(SessionCell)
  }

  /// The parts from top to bottom. Two neighbouring proses become one when the file is read again.
  package var parts: [Part]
  /// Blank lines at the end of the file.
  var trailing = ""
  /// Byte order mark, where the file starts with one.
  var prefix = ""

  /// A session of parts.
  package init(_ parts: [Part] = []) { self.parts = parts }

  /// The file as text; `Array(text.utf8)` are its bytes.
  package var text: String {
    var out = prefix
    for (index, part) in parts.enumerated() {
      let newline = part.newline
      if index > 0, out.utf8.last != UInt8(ascii: "\n") { out += newline }
      out += part.leading ?? (index == 0 ? "" : newline)
      out += part.body
    }
    return out + trailing
  }

  /// The cells in order.
  package var cells: [SessionCell] {
    parts.compactMap { part in
      if case .cell(let cell) = part { cell } else { nil }
    }
  }
}

/// Markdown between cells.
package struct SessionProse: Codable, Sendable, Equatable {
  /// Blank lines before the prose; nil for the default of one.
  var leading: String?
  var raw: String

  init(leading: String?, raw: String) { (self.leading, self.raw) = (leading, raw) }

  /// Prose to be set off by a blank line.
  package init(_ text: String) {
    self.init(leading: nil, raw: "")
    self.text = text
  }

  /// The Markdown with line feeds, without blank lines around it. A code block left open is closed when set.
  package var text: String {
    get {
      let lines = raw.replacingCarriageReturns
      return lines.hasSuffix("\n") ? String(lines.dropLast()) : lines
    }
    set {
      guard newValue != text else { return }
      let closed = newValue + "\n" + (openFence(in: newValue).map { $0 + "\n" } ?? "")
      raw = newline == "\n" ? closed : closed.withCarriageReturns
    }
  }

  var newline: String { raw.utf8.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n" }

  /// The fence that would close the code block at the end of the text; nil where none is open.
  private func openFence(in text: String) -> String? {
    var open: Fence?
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if let fence = open {
        if fence.isClosed(by: line) { open = nil }
      } else {
        open = Fence(line: line)
      }
    }
    return open.map { String(repeating: Character(Unicode.Scalar($0.character)), count: $0.length) }
  }
}

/// A cell: lines to run and what they gave.
package struct SessionCell: Codable, Sendable, Equatable {
  /// Blank lines before the cell; nil for the default of one.
  var leading: String?
  var input: FencedBlock
  /// Blank lines between input and output.
  var gap = ""
  var stored: FencedBlock?

  init(leading: String?, input: FencedBlock) { (self.leading, self.input) = (leading, input) }

  /// A new cell, set off by a blank line.
  package init(source: String, output: String? = nil) {
    self.init(leading: nil, input: FencedBlock(info: "wallis", content: source))
    self.output = output
  }

  /// The lines to run, separated by line feeds, without a final one.
  package var source: String {
    get { input.content }
    set { input.content = newValue }
  }

  /// The stored output as plain text without a final line feed; nil where the cell has none.
  package var output: String? {
    get { stored?.content }
    set {
      guard let newValue else {
        (stored, gap) = (nil, "")
        return
      }
      if stored == nil {
        input.endLine()
        stored = FencedBlock(info: "output", content: newValue, newline: input.newline)
      } else {
        stored?.content = newValue
      }
    }
  }
}

extension SessionFile.Part {
  var leading: String? {
    switch self {
    case .prose(let prose): prose.leading
    case .cell(let cell): cell.leading
    }
  }

  fileprivate var newline: String {
    switch self {
    case .prose(let prose): prose.newline
    case .cell(let cell): cell.input.newline
    }
  }

  fileprivate var body: String {
    switch self {
    case .prose(let prose): prose.raw
    case .cell(let cell): cell.input.text + cell.gap + (cell.stored?.text ?? "")
    }
  }
}
