/// What of a pane is drawn.
enum PaneView {
  /// Nothing but its line.
  case line
  /// A list above the line, with the index of what is chosen; -1 for nothing.
  case choices(ChoiceLines, chosen: Int)
  /// A framed page over the cells.
  case page(PanePage)
}

/// Lines of a list; only those that are seen are made.
struct ChoiceLines {
  /// How many there are.
  let count: Int
  private let line: (Int) -> ScreenLine

  /// - Parameter line: makes the line of an index.
  init(count: Int, _ line: @escaping (Int) -> ScreenLine) { (self.count, self.line) = (count, line) }

  /// Lines that are there.
  init(_ lines: [ScreenLine]) { self.init(count: lines.count) { lines[$0] } }

  subscript(index: Int) -> ScreenLine { line(index) }
}

/// A framed page.
struct PanePage: Sendable {
  /// What stands in its upper edge.
  var title: String
  /// The lines, all of them.
  var lines: [ScreenLine]
  /// Lines above what is seen.
  var scroll = 0
  /// Words behind those that the lower edge says itself.
  var hint = ""

  /// A page.
  init(_ title: String, _ lines: [ScreenLine], scroll: Int = 0, hint: String = "") {
    (self.title, self.lines, self.scroll, self.hint) = (title, lines, scroll, hint)
  }
}
