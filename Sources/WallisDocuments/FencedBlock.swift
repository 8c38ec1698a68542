/// A fenced code block of Markdown (CommonMark 0.31, section 4.5) that remembers its bytes.
struct FencedBlock: Codable, Sendable, Equatable {
  /// The opening line with its line ending.
  private(set) var opening: String
  /// The lines between the fences with their line endings.
  private(set) var body: String
  /// The closing line; without a line ending where the file ends there.
  private(set) var closing: String

  init(opening: String, body: String, closing: String) {
    (self.opening, self.body, self.closing) = (opening, body, closing)
  }

  /// A new block; the fence is longer than any fence inside the content.
  init(info: String, content: String, newline: String = "\n") {
    self.init(opening: "```\(info)\(newline)", body: "", closing: "```\(newline)")
    self.content = content
  }

  /// The lines between the fences, separated by line feeds, without a final one.
  var content: String {
    get {
      let lines = body.replacingCarriageReturns
      return lines.hasSuffix("\n") ? String(lines.dropLast()) : lines
    }
    set {
      guard newValue != content else { return }
      let lines = newValue.isEmpty ? "" : newValue + "\n"
      body = newline == "\n" ? lines : lines.withCarriageReturns
      lengthenFence(beyond: newValue)
    }
  }

  var newline: String { opening.utf8.suffix(2).elementsEqual("\r\n".utf8) ? "\r\n" : "\n" }

  var text: String { opening + body + closing }

  /// A block that is no longer the last thing of its file needs a line ending.
  mutating func endLine() {
    if closing.utf8.last != UInt8(ascii: "\n") { closing += newline }
  }

  private mutating func lengthenFence(beyond content: String) {
    guard let fence = Fence(line: Array(opening.utf8)) else { return }
    let longest =
      content.split(separator: "\n").map { line in
        line.utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.prefix {
          $0 == fence.character
        }.count
      }.max() ?? 0
    guard longest >= fence.length else { return }
    let extra = String(
      repeating: Character(Unicode.Scalar(fence.character)), count: longest + 1 - fence.length)
    opening = String(repeating: " ", count: fence.indent) + extra + opening.dropFirst(fence.indent)
    closing = extra + closing
  }
}

/// The fence that a line opens or closes: up to three spaces, then three or more backticks or tildes.
struct Fence: Equatable {
  var character: UInt8
  var length: Int
  var indent: Int
  /// First word after the fence.
  var info: String

  /// The opening fence in a line; nil where the line opens none.
  init?(line: some Collection<UInt8>) {
    let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let character = rest.first,
      character == UInt8(ascii: "`") || character == UInt8(ascii: "~")
    else { return nil }
    let length = rest.prefix { $0 == character }.count
    let info = rest.dropFirst(length)
    guard length >= 3, character != UInt8(ascii: "`") || !info.contains(character) else { return nil }
    (self.character, self.length, self.indent) = (character, length, indent)
    let word = info.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    self.info = String(decoding: word, as: UTF8.self)
  }

  /// Whether the line closes a block that this fence opened.
  func isClosed(by line: some Collection<UInt8>) -> Bool {
    let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.dropFirst(indent)
    let run = rest.prefix { $0 == character }.count
    return indent <= 3 && run >= length && rest.dropFirst(run).allSatisfy { $0 <= 0x20 }
  }
}

extension String {
  /// The string with CR LF replaced by LF.
  var replacingCarriageReturns: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return self }
    return replacing("\r\n" as Character, with: "\n")
  }

  /// The string with LF replaced by CR LF.
  var withCarriageReturns: String { replacing("\n" as Character, with: "\r\n") }

  private func replacing(_ old: Character, with new: String) -> String {
    var out = ""
    for character in self { out += character == old ? new : String(character) }
    return out
  }
}
