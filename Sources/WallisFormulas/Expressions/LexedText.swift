/// A text by its characters, which are looked at as bytes where they are ASCII: catalogs and lists hold many formulas.
struct LexedText {
  /// One byte a character; 0 for what is no ASCII.
  private let bytes: [UInt8]
  /// The characters where some of them are no ASCII; nil where the bytes say all.
  private let characters: [Character]?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    // A line feed behind a carriage return is one character with it.
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      (self.bytes, characters) = (bytes, nil)
    } else {
      let characters = Array(text)
      (self.bytes, self.characters) = (characters.map { $0.asciiValue ?? 0 }, characters)
    }
  }

  var count: Int { bytes.count }

  /// - Precondition: the index is one of a character.
  subscript(index: Int) -> Character { characters?[index] ?? Character(Unicode.Scalar(bytes[index])) }

  /// The characters of a range.
  func text(_ range: Range<Int>) -> String {
    characters.map { String($0[range]) } ?? String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether an ASCII character stands at an index; false beyond the end.
  func has(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: scalar)
  }

  /// Whether a digit from 0 to 9 stands at an index; false beyond the end.
  func isDigit(_ index: Int) -> Bool { index < bytes.count && 0x30...0x39 ~= bytes[index] }

  /// Whether a letter from A to Z, small or not, stands at an index; false beyond the end.
  func isASCIILetter(_ index: Int) -> Bool { index < bytes.count && 0x61...0x7A ~= bytes[index] | 0x20 }

  /// Whether such a letter, a digit or `_` stands at an index; false beyond the end.
  func isASCIIWord(_ index: Int) -> Bool {
    isASCIILetter(index) || isDigit(index) || has("_", at: index)
  }

  /// Whether white space stands at an index.
  func isSpace(_ index: Int) -> Bool {
    bytes[index] == 0x20 || !(0x21...0x7E ~= bytes[index]) && self[index].isWhitespace
  }
}
