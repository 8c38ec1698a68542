internal import WallisCommands

/// What lies over the cells and takes the keys: help, palette, jobs, catalog.
///
/// A pane is one type: its state is the value itself, its keys are the rows of `actions`, and `view` draws it from its
/// state and the notebook's, never from what was drawn before. What it wants from the outside it gives to
/// `NotebookModel.emit`. How to add one: such a type in a file of its own in `Panes`, and a line in `PanesTable.swift`.
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
  /// Whether it asks what has to be known before the program quits.
  var isLastQuestion: Bool { get }
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
  /// Takes the files and folders that were asked for with `Effect.listFiles`.
  mutating func hear(files: [String], _ notebook: NotebookModel)
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
  var isLastQuestion: Bool { false }
  mutating func lineChanged(_ notebook: inout NotebookModel) {}
  mutating func complete(_ step: Int, _ notebook: inout NotebookModel) {}
  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) {}
  mutating func accept(_ notebook: inout NotebookModel) { notebook.closePane() }
  mutating func dismiss(_ notebook: inout NotebookModel) { notebook.closePane() }
  mutating func hear(_ report: RunReport, from run: RunID) -> Bool { false }
  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    false
  }
  mutating func hear(files: [String], _ notebook: NotebookModel) {}
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
