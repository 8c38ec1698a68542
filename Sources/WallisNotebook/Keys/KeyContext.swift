/// Where the keyboard goes; a key may mean different things in different contexts. Panes have contexts of their own.
package struct KeyContext: Hashable, Sendable {
  /// Tells it from others.
  package let name: String
  /// Heading of the context in help.
  package let title: String

  /// A context.
  package init(_ name: String, title: String) { (self.name, self.title) = (name, title) }

  /// Moving among cells.
  package static let cells = KeyContext("cells", title: "Outside editing")
  /// Typing in a cell.
  package static let editing = KeyContext("editing", title: "While editing")
  /// Giving vi's commands while a cell is edited.
  package static let commanding = KeyContext("commanding", title: "While editing with vi keys, after Esc")
  /// Looking into the output of a cell.
  package static let output = KeyContext("output", title: "Looking into an output")
  /// Typing in the line at the bottom: palette, search, file name, history.
  package static let prompt = KeyContext("prompt", title: "In the line at the bottom")
  /// In the pane of jobs.
  package static let jobs = KeyContext("jobs", title: "In the pane of jobs")
  /// Reading the help overlay or a pane over the cells.
  package static let reading = KeyContext("reading", title: "In help and panes")

  /// Those of the notebook itself, in the order of help.
  package static let own: [KeyContext] = [
    .cells, .editing, .commanding, .output, .prompt, .jobs, .reading,
  ]
}

/// The contexts in which a key has a meaning.
package struct KeyContexts: Sendable, ExpressibleByArrayLiteral {
  private let named: Set<KeyContext>
  private let areAllOthers: Bool

  private init(_ named: Set<KeyContext>, areAllOthers: Bool) {
    (self.named, self.areAllOthers) = (named, areAllOthers)
  }

  /// These and no others.
  package init(arrayLiteral contexts: KeyContext...) { self.init(Set(contexts), areAllOthers: false) }

  /// Whether a key has its meaning in a context.
  package func contains(_ context: KeyContext) -> Bool { named.contains(context) != areAllOthers }

  /// Every context, those of panes included.
  package static let anywhere = KeyContexts([], areAllOthers: true)
  /// Every context but that of moving among cells.
  package static let outsideCells = KeyContexts([.cells], areAllOthers: true)
  /// Where cells are worked on, not a pane.
  package static let notebook: KeyContexts = [.cells, .editing, .commanding, .output]
  /// Where text is typed.
  package static let typing: KeyContexts = [.editing, .prompt]
}
