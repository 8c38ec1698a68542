extension SessionFile {
  /// Reads a session.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what messages call it.
  /// - Throws: a `Diagnostic` with the line number where the bytes are no UTF-8 text or a code block stays open.
  package init(parsing bytes: some Sequence<UInt8>, name: String = "session") throws(Diagnostic) {
    var reader = SessionReader(lines: try textLines(of: Array(bytes), name: name), name: name)
    self = try reader.read()
  }
}

/// The lines of a file with their line endings; refuses what is no text.
private func textLines(of bytes: [UInt8], name: String) throws(Diagnostic) -> [String] {
  var lines: [String] = []
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    let number = lines.count + 1
    let bad = line.first { $0 < 0x20 && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") && $0 != 0x0C }
    if let bad {
      let hex = String(bad, radix: 16, uppercase: true)
      throw Diagnostic(
        "\(name), line \(number): the byte 0x\(bad < 16 ? "0" : "")\(hex) does not belong in a text file",
        remedy: "a session is a Markdown file in UTF-8; is this the right file?")
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw Diagnostic(
        "\(name), line \(number): the bytes are not UTF-8",
        remedy: "a session is a Markdown file in UTF-8; convert it first, for example with iconv")
    }
    lines.append(text + "\n")
  }
  // The piece after the last line feed has no line ending; it is no line at all when it is empty.
  if let last = lines.popLast(), last != "\n" { lines.append(String(last.dropLastScalar)) }
  return lines
}

extension String {
  /// The string without its last scalar; CR LF is one character but two scalars.
  fileprivate var dropLastScalar: String { String(unicodeScalars.dropLast()) }

  fileprivate var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}

private struct SessionReader {
  let lines: [String]
  let name: String
  var position = 0
  var session = SessionFile()
  /// Blank lines seen since the last part.
  var blank = ""
  /// Prose lines since the last part, with the blank lines inside them.
  var prose = ""

  init(lines: [String], name: String) {
    (self.lines, self.name) = (lines, name)
  }

  mutating func read() throws(Diagnostic) -> SessionFile {
    var lines = lines
    if let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" {
      session.prefix = "\u{FEFF}"
      lines[0] = String(first.unicodeScalars.dropFirst())
    }
    while position < lines.count {
      guard let fence = Fence(line: lines[position].utf8) else {
        addProseLine(lines[position])
        position += 1
        continue
      }
      let block = try block(fence, lines)
      if fence.info == "wallis" {
        add(block)
        try addOutput(lines)
      } else {
        addProseLine(block.text)
      }
    }
    flushProse()
    session.trailing = blank
    return session
  }

  /// The code block that opens at `position`; moves behind it.
  private mutating func block(_ fence: Fence, _ lines: [String]) throws(Diagnostic) -> FencedBlock {
    let start = position
    position += 1
    while position < lines.count {
      if fence.isClosed(by: lines[position].utf8) {
        position += 1
        return FencedBlock(
          opening: lines[start], body: lines[(start + 1)..<(position - 1)].joined(),
          closing: lines[position - 1])
      }
      position += 1
    }
    let mark = String(repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
    throw Diagnostic(
      "\(name), line \(start + 1): the code block that opens here is never closed",
      source: lines[start].trimmingLineEnding, remedy: "add a line \(mark) where it ends")
  }

  private mutating func add(_ input: FencedBlock) {
    flushProse()
    // The first part keeps no record of "no blank line", so that another part may be put before it.
    let leading = session.parts.isEmpty && blank.isEmpty ? nil : blank
    session.parts.append(.cell(SessionCell(leading: leading, input: input)))
    blank = ""
  }

  /// Stored output directly after the cell, blank lines between them allowed.
  private mutating func addOutput(_ lines: [String]) throws(Diagnostic) {
    var next = position
    while next < lines.count, lines[next].isBlank { next += 1 }
    guard next < lines.count, let fence = Fence(line: lines[next].utf8), fence.info == "output",
      case .cell(var cell)? = session.parts.last
    else { return }
    cell.gap = lines[position..<next].joined()
    position = next
    cell.stored = try block(fence, lines)
    session.parts[session.parts.count - 1] = .cell(cell)
  }

  private mutating func addProseLine(_ line: String) {
    if line.isBlank {
      blank += line
    } else if prose.isEmpty {
      prose = line
      startProse()
    } else {
      prose += blank + line
      blank = ""
    }
  }

  private mutating func startProse() {
    let leading = session.parts.isEmpty && blank.isEmpty ? nil : blank
    session.parts.append(.prose(SessionProse(leading: leading, raw: "")))
    blank = ""
  }

  private mutating func flushProse() {
    guard !prose.isEmpty, case .prose(var part)? = session.parts.last else { return }
    part.raw = prose
    session.parts[session.parts.count - 1] = .prose(part)
    prose = ""
  }
}

extension String {
  fileprivate var trimmingLineEnding: String {
    String(unicodeScalars.filter { $0 != "\n" && $0 != "\r" })
  }
}
