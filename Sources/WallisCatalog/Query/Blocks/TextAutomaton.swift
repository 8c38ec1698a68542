/// Whether a text that comes in pieces contains another, or is it, without joining the pieces: a state says what the
/// pieces so far amount to (Knuth, Morris, Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6 (1977) 323–350).
struct TextAutomaton {
  /// What is asked of the text. Letters from A to Z count as small ones when it is to contain another.
  enum Question { case contains, equals }

  private let question: Question
  private let sought: [UInt8]
  /// Lengths of the longest proper ends of the beginnings of `sought` that are beginnings, too.
  private let borders: [Int]

  init(_ question: Question, _ text: String) {
    self.question = question
    sought = question == .contains ? text.utf8.map(TextAutomaton.small) : Array(text.utf8)
    borders = TextAutomaton.borders(of: sought)
  }

  /// Before any piece.
  let start = 0

  /// The state after one more piece.
  func state(_ state: Int, after piece: some Sequence<UInt8>) -> Int {
    var state = state
    for byte in piece {
      switch question {
      case .equals: state = state < sought.count && sought[state] == byte ? state + 1 : sought.count + 1
      case .contains: state = next(state, TextAutomaton.small(byte))
      }
    }
    return state
  }

  /// Whether the answer is yes where no piece follows.
  func accepts(_ state: Int) -> Bool { state == sought.count }

  private func next(_ state: Int, _ byte: UInt8) -> Int {
    guard state < sought.count else { return state }
    var length = state
    while length > 0, sought[length] != byte { length = borders[length - 1] }
    return sought[length] == byte ? length + 1 : 0
  }

  private static func borders(of text: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: text.count)
    for place in text.indices.dropFirst() {
      var length = borders[place - 1]
      while length > 0, text[length] != text[place] { length = borders[length - 1] }
      borders[place] = text[length] == text[place] ? length + 1 : 0
    }
    return borders
  }

  private static func small(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 0x20 : byte }
}
