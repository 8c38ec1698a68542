/// Whether a text that comes in pieces contains another, or is it, without joining the pieces: a state says what the
/// pieces so far amount to (Knuth, Morris, Pratt, "Fast pattern matching in strings", SIAM J. Comput. 6 (1977) 323–350).
struct TextAutomaton {
  /// What is asked of the text. Letters from A to Z count as small ones when it is to contain another.
  enum Question { case contains, equals }

  private let question: Question
  private let sought: [UInt8]
  /// Lengths of the longest proper ends of the beginnings of `sought` that are beginnings, too.
  private let borders: [Int]
  /// The state after one of the first states and a byte, at 256 · state + byte.
  private var following: [Int32] = []

  /// States with a table: those of all texts but very long ones, for which it would take much memory.
  private static let tabled = 256

  init(_ question: Question, _ text: String) {
    self.question = question
    sought = question == .contains ? text.utf8.map(TextAutomaton.small) : Array(text.utf8)
    borders = TextAutomaton.borders(of: sought)
    following = (0..<min(sought.count + 2, TextAutomaton.tabled)).flatMap { state in
      (0...UInt8.max).map { Int32(next(state, $0)) }
    }
  }

  /// Before any piece.
  let start = 0

  /// The state after one more piece.
  func state(_ state: Int, after piece: some Sequence<UInt8>) -> Int {
    var state = state
    for byte in piece {
      let place = state << 8 | Int(byte)
      state = place < following.count ? Int(following[place]) : next(state, byte)
    }
    return state
  }

  /// Whether the answer is yes where no piece follows.
  func accepts(_ state: Int) -> Bool { state == sought.count }

  /// The last state of `equals` is that of another text.
  private func next(_ state: Int, _ byte: UInt8) -> Int {
    guard question == .contains else {
      return state < sought.count && sought[state] == byte ? state + 1 : sought.count + 1
    }
    guard state < sought.count else { return sought.count }
    let byte = TextAutomaton.small(byte)
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
