internal import WallisCommands
package import WallisDocuments

/// The cells, every change of which goes through `apply`: nothing can change without undo and journal seeing it.
///
/// Invariants: at least one cell; no two cells share an id.
package struct NotebookContent {
  /// The cells from top to bottom.
  package private(set) var cells: [NotebookCell]
  private(set) var history = UndoHistory()
  /// Changes that the journal has not been given yet.
  private(set) var unjournaled: [RecordedChange] = []
  /// Changes of the catalog that undo and redo ask for and nobody has made yet.
  private var wantedEdits: [CatalogEdit] = []
  /// Counts changes that are no step of undo: outputs of runs.
  private var outputs = 0
  /// The file without its parts: byte order mark and blank lines at the end.
  let frame: SessionFile
  private var lastNumber: Int
  /// Grows with everything that shows.
  private(set) var lastRevision = 0

  /// The cells of a session file, numbered in order; one empty input cell where the file has none.
  package init(_ session: SessionFile = SessionFile()) {
    var frame = session
    frame.parts = []
    self.frame = frame
    let contents = session.parts.isEmpty ? [CellContent(.input)] : session.parts.map(CellContent.init)
    cells = contents.enumerated().map { NotebookCell(CellID(number: $0 + 1), $1) }
    lastNumber = cells.count
    for index in cells.indices { touch(index) }
  }

  /// The cells of a journal's base. Needs at least one; no two may share an id.
  init(_ base: JournalBase) {
    precondition(!base.cells.isEmpty, "a notebook has a cell")
    frame = base.frame
    cells = base.cells.map { NotebookCell($0.id, $0.content) }
    lastNumber = cells.map(\.id.number).max() ?? 0
    for index in cells.indices { touch(index) }
  }

  /// Names a content: equal marks of one notebook mean equal contents.
  struct Mark: Equatable {
    fileprivate(set) var step = 0
    fileprivate(set) var outputs = 0

    /// The mark of no content: for a file that holds none of this notebook's.
    static let none = Mark(step: -1)

    /// Whether nothing but outputs of runs is between the two.
    func isSameStep(as other: Mark) -> Bool { step == other.step }
  }

  /// The mark of the content as it is.
  var mark: Mark { Mark(step: history.mark, outputs: outputs) }

  /// A name for a new cell.
  mutating func newID() -> CellID {
    lastNumber += 1
    return CellID(number: lastNumber)
  }

  /// Index of the cell called `id`; nil when it is gone.
  package func index(of id: CellID) -> Int? { cells.firstIndex { $0.id == id } }

  /// Makes a change. `undoable` records it as a step, `joining` adds it to the open step;
  /// `restoring` is for undo and redo themselves.
  ///
  /// - Returns: the index of the cell concerned, nil where the change does not fit.
  @discardableResult
  mutating func apply(
    _ change: CellChange, selection: Int, undoable: Bool = true, joining: Bool = false,
    restoring: Bool = false
  ) -> Int? {
    let before = cells.fingerprint(before: change)
    guard let index = cells.apply(change) else { return nil }
    if case .insert(let id, _, _) = change { lastNumber = max(lastNumber, id.number) }
    if undoable { history.record(change, selection: selection, joining: joining) }
    if !undoable, !restoring { outputs += 1 }
    unjournaled.append(RecordedChange(change: change, before: before))
    if cells.indices.contains(index) { touch(index) } else { lastRevision += 1 }
    return index
  }

  /// Repeats a change from a journal as a step of its own.
  ///
  /// - Returns: the index of the cell concerned, nil where the change was made to another cell than the one here.
  mutating func apply(_ recorded: RecordedChange, selection: Int) -> Int? {
    guard cells.fingerprint(before: recorded.change) == recorded.before else { return nil }
    history.close()
    return apply(recorded.change, selection: selection)
  }

  /// Several changes as one step of undo.
  mutating func apply(step changes: [CellChange], selection: Int) {
    history.close()
    for change in changes { apply(change, selection: selection, joining: true) }
    history.close()
  }

  /// Alters what is not content: state, numbers, names.
  mutating func alter(_ index: Int, _ body: (inout NotebookCell) -> Void) {
    let content = cells[index].content
    body(&cells[index])
    precondition(cells[index].content == content, "content changes only through apply")
    touch(index)
  }

  /// Ends the open step of undo.
  mutating func closeStep() { history.close() }

  /// Takes the last step back.
  ///
  /// - Returns: the index of the cell concerned, nil where there is nothing to undo.
  mutating func undo() -> Int? {
    guard let step = history.takeDone() else { return nil }
    let (undone, place) = perform(step.changes.reversed().map(\.inverse), selection: step.selection)
    history.keepUndone(
      UndoHistory.Step(changes: undone.reversed().map(\.inverse), selection: step.selection, mark: step.mark))
    if case .insert? = step.changes.first { return min(step.selection, cells.count - 1) }
    return place
  }

  /// Repeats the last step taken back.
  ///
  /// - Returns: the index of the cell concerned, nil where there is nothing to repeat.
  mutating func redo() -> Int? {
    guard let step = history.takeUndone() else { return nil }
    let (repeated, place) = perform(step.changes, selection: step.selection)
    history.keepDone(UndoHistory.Step(changes: repeated, selection: step.selection, mark: step.mark))
    return place
  }

  /// Makes changes without recording them. A cell that disappears does so with what it says now (its output may
  /// be newer than the change), so that nothing is lost when it comes back.
  private mutating func perform(_ changes: [CellChange], selection: Int) -> ([CellChange], Int) {
    var (made, place) = ([CellChange](), selection)
    for var change in changes {
      if case .remove(let id, _, let index) = change, cells.indices.contains(index) {
        change = .remove(id, cells[index].content, at: index)
      }
      guard let index = apply(change, selection: place, undoable: false, restoring: true) else { continue }
      made.append(change)
      if let edit = change.catalogEdit { wantedEdits.append(edit) }
      place = index
    }
    return (made, min(place, cells.count - 1))
  }

  /// Hands over the changes for the journal.
  mutating func takeUnjournaled() -> [RecordedChange] {
    defer { unjournaled = [] }
    return unjournaled
  }

  /// Hands over the changes of the catalog that undo and redo ask for.
  mutating func takeWantedEdits() -> [CatalogEdit] {
    defer { wantedEdits = [] }
    return wantedEdits
  }

  /// The session file as it would be saved now; unchanged cells keep their bytes.
  package var sessionFile: SessionFile {
    var file = frame
    file.parts = cells.compactMap(\.content.part)
    return file
  }

  private mutating func touch(_ index: Int) {
    lastRevision += 1
    cells[index].revision = lastRevision
  }
}

extension CellContent {
  /// The cell that a part of a file stands for.
  init(_ part: SessionFile.Part) {
    switch part {
    case .prose(let prose): self.init(.prose, prose.text)
    case .cell(let cell): self.init(.input, cell.source, output: cell.output.map(CellOutput.stored))
    }
    origin = part
  }

  /// The part of a session file; nil for an empty cell, which a file does not keep.
  var part: SessionFile.Part? {
    switch (kind, origin) {
    case (.prose, _) where source.allSatisfy(\.isWhitespace): return nil
    case (.prose, .prose(var prose)?):
      prose.text = source
      return .prose(prose)
    case (.prose, _): return .prose(SessionProse(source))
    case (.input, .cell(var cell)?):
      if cell.source != source { cell.source = source }
      if cell.output != output?.text { cell.output = output?.text }
      return .cell(cell)
    case (.input, _):
      return source.isEmpty && output == nil ? nil : .cell(SessionCell(source: source, output: output?.text))
    }
  }
}
