internal import WallisCommands

extension NotebookModel {
  /// Cells that were run, and would be run with another text or other values of the names in it now. A stale
  /// cell above counts as run anew. Results by number (`%`) count as values that do not change.
  var stale: Set<CellID> {
    staleCells.cells(of: content, runs, edited: isEditing ? selection : nil)
  }

  /// What a cell would be run with now.
  func record(of index: Int) -> RunRecord {
    let workspace = Workspace(bindings: bindings(above: index), results: runs.results)
    let source = cells[index].content.source
    return RunRecord(source: source, inputs: workspace.uses(of: Workspace.words(of: source)))
  }

  /// Runs the stale cells from top to bottom.
  mutating func runStale() -> [Effect] {
    let stale = stale
    let indices = cells.indices.filter { index in
      stale.contains(cells[index].id) && !cells[index].state.isRunning && cells[index].state != .queued
    }
    guard !indices.isEmpty else {
      say("no cell has changed since it was run; R runs all cells")
      return []
    }
    leave()
    for index in indices { enqueue(index) }
    runs.chained.formUnion(indices.map { cells[$0].id })
    return startWaiting()
  }
}
