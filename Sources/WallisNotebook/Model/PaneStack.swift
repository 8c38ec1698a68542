internal import WallisCommands

/// The panes that are open, one over another; keys go to the topmost.
struct PaneStack {
  private struct Entry {
    let number: Int
    var pane: any Pane
  }

  private var entries: [Entry] = []
  private var opened = 0

  /// The topmost pane; nil where none is open.
  var top: (any Pane)? { entries.last?.pane }

  /// Those below the topmost, the nearest first.
  var below: [any Pane] { entries.dropLast().reversed().map(\.pane) }

  var isBusy: Bool { entries.contains { $0.pane.isBusy } }

  mutating func push(_ pane: any Pane) {
    opened += 1
    entries.append(Entry(number: opened, pane: pane))
  }

  mutating func pop() -> (any Pane)? { entries.popLast()?.pane }

  /// A name of the topmost pane that no other pane has had.
  var topNumber: Int? { entries.last?.number }

  /// Names of the panes, the topmost first.
  var numbers: [Int] { entries.reversed().map(\.number) }

  /// The pane of a name; nil where it is gone.
  func pane(_ number: Int) -> (any Pane)? { entries.first { $0.number == number }?.pane }

  /// Puts a pane in the place of the one of this name; nothing happens where that is gone.
  mutating func replace(_ number: Int, with pane: any Pane) {
    guard let place = entries.firstIndex(where: { $0.number == number }) else { return }
    entries[place].pane = pane
  }

  /// Lets every pane answer, from the topmost down, until one of them says that it did.
  mutating func first(_ answers: (inout any Pane) -> Bool) -> Bool {
    for place in entries.indices.reversed() where answers(&entries[place].pane) { return true }
    return false
  }
}

extension NotebookModel {
  /// The pane that takes the keys; nil where none is open.
  var pane: (any Pane)? { panes.top }

  /// Opens a pane in the place of those that are open.
  mutating func open(_ pane: some Pane) {
    closePanes()
    panes.push(pane)
  }

  /// Opens a pane over those that are open, which come back when it closes.
  mutating func openOver(_ pane: some Pane) { panes.push(pane) }

  mutating func acceptPane() { withPane { $0.accept(&$1) } }

  mutating func dismissPane() { withPane { $0.dismiss(&$1) } }

  mutating func movePane(_ lines: Int) { withPane { $0.move(lines, &$1) } }

  /// Closes the topmost pane.
  mutating func closePane() {
    if let pane = panes.pop() { emit(pane.farewell) }
  }

  mutating func closePanes() {
    while panes.top != nil { closePane() }
  }

  /// Lets the topmost pane change itself and the notebook.
  mutating func withPane(_ body: (inout any Pane, inout NotebookModel) -> Void) {
    guard var pane = panes.top, let number = panes.topNumber else { return }
    body(&pane, &self)
    panes.replace(number, with: pane)
  }

  /// Hands an answer of the catalog to the pane that asked.
  mutating func tell(_ reply: CatalogReply, to question: RunID) {
    if hearLookup(reply, to: question) { return }
    for number in panes.numbers {
      guard var pane = panes.pane(number) else { continue }
      let isHeard = pane.hear(reply, to: question, &self)
      panes.replace(number, with: pane)
      if isHeard { return }
    }
  }

  /// Tells all panes what has happened.
  mutating func tellPanes(_ event: PaneEvent) {
    for number in panes.numbers {
      guard var pane = panes.pane(number) else { continue }
      pane.notice(event, &self)
      panes.replace(number, with: pane)
    }
  }

  /// Asks the catalog something.
  mutating func ask(_ question: CatalogQuestion) -> RunID {
    let run = runs.newRun()
    emit([.ask(run, question)])
    return run
  }

  /// The same where it is a pane of a type.
  mutating func withPane<Kind: Pane>(
    _ type: Kind.Type, _ body: (inout Kind, inout NotebookModel) -> Void
  ) {
    withPane { pane, notebook in
      guard var own = pane as? Kind else { return }
      body(&own, &notebook)
      pane = own
    }
  }
}

extension NotebookAction {
  /// A key of a pane while it is open.
  init<Kind: Pane>(
    _ name: String, _ keys: String, of type: Kind.Type, in contexts: KeyContexts, _ description: String,
    footer: Footer? = nil, _ body: @escaping @Sendable (inout Kind, inout NotebookModel) -> Void
  ) {
    self.init(name, keys, in: contexts, description, footer: footer, inPalette: false) { notebook in
      notebook.withPane(type, body)
      return []
    }
  }
}
