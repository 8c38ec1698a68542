internal import WallisDocuments

/// Text being typed: characters and a cursor between them.
///
/// Invariants: `0 ≤ cursor ≤ characters.count`, and the characters are the grapheme clusters of `text`, whatever
/// was inserted next to what.
struct TextBuffer: Equatable {
  private(set) var characters: [Character]
  private(set) var cursor: Int
  /// Counts the edits, so that an owner sees cheaply whether the text changed.
  private(set) var edits = 0
  /// Column that moving up and down tries to keep; nil after any other motion.
  private var wantedColumn: Int?
  /// What the last kill removed, for `yank`.
  var killed = ""
  /// Whether the last operation was a kill, so that the next one adds to it.
  private(set) var killing = false

  init(_ text: String = "", cursor: Int? = nil) {
    characters = Array(text)
    self.cursor = min(max(cursor ?? characters.count, 0), characters.count)
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// Moves the cursor; places outside the text mean its ends.
  mutating func move(to place: Int) {
    cursor = min(max(place, 0), characters.count)
    wantedColumn = nil
    killing = false
  }

  /// Types text at the cursor. Carriage returns become line feeds.
  mutating func insert(_ text: String) {
    replace(cursor..<cursor, with: Array(TextBuffer.normalised(text)))
  }

  /// The text as a session file can hold it: line feeds for carriage returns, no other control characters but tabs.
  static func normalised(_ text: String) -> String {
    let lines = text.utf8.contains(UInt8(ascii: "\r")) ? text.replacingCarriageReturns : text
    guard lines.unicodeScalars.contains(where: \.isCommandToTerminals) else { return lines }
    return String(String.UnicodeScalarView(lines.unicodeScalars.filter { !$0.isCommandToTerminals }))
  }

  /// Replaces a range of characters and puts the cursor behind the replacement.
  mutating func replace(_ range: Range<Int>, with new: [Character]) {
    let range = range.clamped(to: 0..<characters.count)
    guard !(range.isEmpty && new.isEmpty) else { return }
    characters.replaceSubrange(range, with: new)
    cursor = range.lowerBound + new.count
    edits += 1
    wantedColumn = nil
    killing = false
    mend(at: cursor)
    if !new.isEmpty { mend(at: range.lowerBound) }
  }

  /// Removes a range and keeps it for `yank`; kills in a row add up.
  mutating func kill(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return }
    let removed = String(characters[range])
    let added = killing ? (range.upperBound <= cursor ? removed + killed : killed + removed) : removed
    replace(range, with: [])
    (killed, killing) = (added, true)
  }

  mutating func yank() { insert(killed) }

  /// Moves up or down by whole lines; false at the first or last line.
  mutating func moveLine(by step: Int) -> Bool {
    let start = lineStart(cursor)
    let column = wantedColumn ?? cursor - start
    guard let target = step < 0 ? (start > 0 ? lineStart(start - 1) : nil) : nextLine(cursor) else {
      return false
    }
    move(to: min(target + column, lineEnd(target)))
    wantedColumn = column
    return true
  }

  func lineStart(_ place: Int) -> Int {
    var index = min(place, characters.count)
    while index > 0, characters[index - 1] != "\n" { index -= 1 }
    return index
  }

  func lineEnd(_ place: Int) -> Int {
    var index = place
    while index < characters.count, characters[index] != "\n" { index += 1 }
    return index
  }

  private func nextLine(_ place: Int) -> Int? {
    let end = lineEnd(place)
    return end < characters.count ? end + 1 : nil
  }

  /// Joins clusters that an edit brought together (a letter and a combining mark, two halves of a flag).
  private mutating func mend(at place: Int) {
    guard place > 0, place < characters.count else { return }
    let pair = String(characters[place - 1]) + String(characters[place])
    let clusters = Array(pair)
    guard clusters.count != 2 || clusters[0] != characters[place - 1] else { return }
    characters.replaceSubrange((place - 1)...place, with: clusters)
    if cursor >= place { cursor = max(0, cursor + clusters.count - 2) }
    if cursor < place, clusters.count == 1 { cursor = place }
    cursor = min(cursor, characters.count)
  }
}

extension String {
  fileprivate var replacingCarriageReturns: String {
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in unicodeScalars {
      if !(afterReturn && scalar == "\n") { out.append(scalar == "\r" ? "\n" : scalar) }
      afterReturn = scalar == "\r"
    }
    return String(out)
  }
}
