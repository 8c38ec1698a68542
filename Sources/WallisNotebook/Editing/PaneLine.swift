/// A line typed at the bottom of the screen.
struct PaneLine: Equatable, Sendable {
  /// What stands before it.
  var label: String
  /// The text.
  var buffer = TextBuffer()
  /// Which of the listed choices is taken.
  var choice = 0

  /// An empty line.
  init(_ label: String) { self.label = label }

  /// The text as typed.
  var text: String { buffer.text }

  /// Takes another of some choices.
  mutating func choose(_ step: Int, of count: Int) {
    guard count > 0 else { return }
    choice = min(max(choice + step, 0), count - 1)
  }
}
