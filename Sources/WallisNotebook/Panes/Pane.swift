internal import WallisCommands

/// What lies over the cells and takes the keys: help, palette, jobs, catalog.
///
/// A pane is one type: its state is the value itself, its keys are the rows of `actions`, and `view` draws it from its
/// state and the notebook's, never from what was drawn before. What it wants from the outside it gives to
/// `NotebookModel.emit`. How to add one: such a type in a file of its own, and a line in `PanesTable.swift`.
protocol Pane: Sendable {
  /// The rows of the table of keys that open it, and those that it answers while it is open.
  static var actions: [NotebookAction] { get }
  /// Contexts that its own keys have; empty where it has none of its own.
  static var contexts: [KeyContext] { get }
  /// Where the next key goes.
  var context: KeyContext { get }
  /// The line being typed at the bottom; nil where nothing is typed.
  var line: PaneLine? { get set }
  /// Whether it waits for an answer from outside.
  var isBusy: Bool { get }
  /// Answers a change of the line being typed.
  mutating func lineChanged(_ notebook: inout NotebookModel)
  /// Answers Tab in the line being typed.
  mutating func complete(_ step: Int, _ notebook: inout NotebookModel)
  /// Moves among what is listed, or scrolls, by some lines.
  mutating func move(_ lines: Int, _ notebook: inout NotebookModel)
  /// Answers Enter.
  mutating func accept(_ notebook: inout NotebookModel)
  /// Answers Esc.
  mutating func dismiss(_ notebook: inout NotebookModel)
  /// Takes a report of a run; false where the run is none of its own.
  mutating func hear(_ report: RunReport, from run: RunID) -> Bool
  /// Takes an answer of the catalog; false where the question is none of its own.
  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool
  /// Answers what has happened around it.
  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel)
  /// What is to be done when it goes, in whatever way.
  var farewell: [Effect] { get }
  /// What of it is drawn.
  func view(_ notebook: NotebookModel) -> PaneView
}

extension Pane {
  static var actions: [NotebookAction] { [] }
  static var contexts: [KeyContext] { [] }
  var line: PaneLine? {
    get { nil }
    set {}
  }
  var isBusy: Bool { false }
  mutating func lineChanged(_ notebook: inout NotebookModel) {}
  mutating func complete(_ step: Int, _ notebook: inout NotebookModel) {}
  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {}
  mutating func accept(_ notebook: inout NotebookModel) { notebook.closePane() }
  mutating func dismiss(_ notebook: inout NotebookModel) { notebook.closePane() }
  mutating func hear(_ report: RunReport, from run: RunID) -> Bool { false }
  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    false
  }
  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {}
  var farewell: [Effect] { [] }
}

/// What happens around the panes that are open.
enum PaneEvent {
  /// The screen has another size.
  case resized
  /// A cell has been run to its end.
  case runEnded
  /// What a pane has run is at its end.
  case evaluated
}

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
