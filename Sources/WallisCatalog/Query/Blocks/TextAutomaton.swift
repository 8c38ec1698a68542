/// Whether a text that comes in pieces contains another, or is it, without joining the pieces: a state says what the
/// pieces so far amount to (Knuth, Morris, Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6 (1977) 323–350).
struct TextAutomaton {
  /// What is asked of the text. Letters from A to Z count as small ones when it is to contain another.
  enum Question { case contains, equals }

  private let sought: [UInt8]
  /// The state after a state and a byte, at 256 · state + byte; the last state of `equals` is that of another text.
  private let following: [Int32]

  init(_ question: Question, _ text: String) {
    let sought = question == .contains ? text.utf8.map(TextAutomaton.small) : Array(text.utf8)
    let borders = TextAutomaton.borders(of: sought)
    self.sought = sought
    following = (0...sought.count + 1).flatMap { state in
      (0...UInt8.max).map { byte in
        switch question {
        case .equals: Int32(state < sought.count && sought[state] == byte ? state + 1 : sought.count + 1)
        case .contains: Int32(TextAutomaton.next(state, TextAutomaton.small(byte), sought, borders))
        }
      }
    }
  }

  /// Before any piece.
  let start = 0

  /// The state after one more piece.
  func state(_ state: Int, after piece: some Sequence<UInt8>) -> Int {
    var state = state
    for byte in piece { state = Int(following[state << 8 | Int(byte)]) }
    return state
  }

  /// Whether the answer is yes where no piece follows.
  func accepts(_ state: Int) -> Bool { state == sought.count }

  private static func next(_ state: Int, _ byte: UInt8, _ sought: [UInt8], _ borders: [Int]) -> Int {
    guard state < sought.count else { return sought.count }
    var length = state
    while length > 0, sought[length] != byte { length = borders[length - 1] }
    return sought[length] == byte ? length + 1 : 0
  }

  /// Lengths of the longest proper ends of the beginnings of a text that are beginnings, too.
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
