extension NotebookModel {
  /// Selects a cell; an index outside means the first or last.
  mutating func select(_ index: Int) {
    let index = min(max(index, 0), cells.count - 1)
    if index != selection, isEditing { leave() }
    if index != selection { display.isInOutput = false }
    selection = index
    display.viewport.isFree = false
  }

  mutating func selectNeighbour(_ step: Int) {
    let target = selection + step
    if !cells.indices.contains(target) { say(step < 0 ? "this is the first cell" : "this is the last cell") }
    select(target)
  }

  /// Inserts a cell and selects it.
  mutating func insertCell(_ cell: CellContent, at index: Int) {
    leave()
    content.closeStep()
    content.apply(.insert(content.newID(), cell, at: index), selection: selection)
    select(index)
  }

  /// Removes the selected cell. The last one makes place for an empty one.
  @discardableResult
  mutating func removeSelected() -> [Effect] {
    leave()
    let cell = selected
    var changes = [CellChange.remove(cell.id, cell.content, at: selection)]
    if cells.count == 1 { changes.append(.insert(content.newID(), CellContent(.input), at: 0)) }
    let effects = abandon(cell.id)
    content.apply(step: changes, selection: selection)
    select(selection)
    return effects
  }

  mutating func deleteCell() -> [Effect] {
    let effects = removeSelected()
    say("deleted; u brings it back")
    return effects
  }

  mutating func copyCell() {
    clipboard = selected.content.copy
    say("copied; v pastes it below")
  }

  mutating func cutCell() -> [Effect] {
    clipboard = selected.content.copy
    let effects = removeSelected()
    say("cut; v pastes it below")
    return effects
  }

  mutating func pasteCell() {
    guard let clipboard else { return say("nothing is copied; c copies a cell") }
    insertCell(clipboard, at: selection + 1)
    if clipboard.output != nil { runs.records[selected.id] = RunRecord(source: clipboard.source) }
  }

  mutating func moveCell(_ step: Int) {
    let target = selection + step
    guard cells.indices.contains(target) else { return selectNeighbour(step) }
    content.closeStep()
    content.apply(.move(from: selection, to: target), selection: selection)
    select(target)
  }

  mutating func convert(to kind: CellKind) {
    let cell = selected
    guard cell.content.kind != kind else { return say("this cell is \(kind.rawValue) already") }
    guard !cell.state.isRunning else { return warn("this cell runs; Ctrl-C cancels it") }
    content.closeStep()
    content.apply(.convert(cell.id, from: cell.content.kind, to: kind), selection: selection)
    content.alter(selection) { $0.state = .idle }
    runs.waiting.removeAll { $0 == cell.id }
  }

  mutating func clearOutput() {
    let cell = selected
    guard cell.content.output != nil else { return say("this cell has no output") }
    content.closeStep()
    content.apply(.output(cell.id, from: cell.content.output, to: nil), selection: selection)
  }

  mutating func undo() -> [Effect] {
    restore(content.undo(), "nothing to undo", "undone")
  }

  mutating func redo() -> [Effect] {
    restore(content.redo(), "nothing to redo", "done again")
  }

  /// Shows the cell that undo or redo touched; typing goes on where it was when that is the cell.
  private mutating func restore(_ index: Int?, _ nothing: String, _ done: String) -> [Effect] {
    guard let index else {
      say(nothing)
      return []
    }
    if isEditing, index == selection, selected.content.kind == .input || selected.content.kind == .prose {
      let old = typing.buffer?.text ?? ""
      let new = selected.content.source
      let place = Splice(from: old, to: new).map {
        new.characterOffset(utf8: $0.offset + $0.inserted.utf8.count)
      }
      typing.buffer = TextBuffer(new, cursor: place ?? typing.buffer?.cursor)
    } else {
      typing.buffer = nil
      select(index)
    }
    let edits = content.takeWantedEdits()
    say(edits.isEmpty ? done : "\(done): \(edits.map(\.title).joined(separator: ", "))")
    return dropMissingRuns() + make(edits)
  }
}

extension CellContent {
  /// A second cell like this one, which stands nowhere in the file.
  fileprivate var copy: CellContent { CellContent(kind, source, output: output) }
}

extension String {
  /// Characters before a UTF-8 offset.
  fileprivate func characterOffset(utf8 offset: Int) -> Int {
    let place = utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex) ?? endIndex
    return self[..<place].count
  }
}
