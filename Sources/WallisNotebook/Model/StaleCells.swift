internal import WallisCommands

/// What a cell was run with.
struct RunRecord: Equatable {
  /// Its text then.
  var source: String
  /// What the names in it stood for; nil where that is not known.
  var inputs: [Binding]?
}

/// Which cells would be run with something else than they were. It holds nothing that could not be computed
/// again.
final class StaleCells {
  private struct Reading {
    var source: String
    var words: [String]
    var inputs: [Binding]?
    var results = 0
    var made: [Binding] = []
  }

  private var readings: [CellID: Reading] = [:]
  private var found: (revision: Int, cells: Set<CellID>)?
  /// So many cells are gone through at every key that is typed.
  private static let mostAtEveryKey = 150

  /// The stale cells of a content; found once for each.
  ///
  /// - Parameter edited: place of the cell in which is being typed: in a long notebook no key waits for the others, which
  ///   are those that were stale when it was opened, until it is left.
  func cells(of content: NotebookContent, _ runs: RunBook, edited: Int?) -> Set<CellID> {
    if let found, found.revision == content.lastRevision { return found.cells }
    if let edited, let found, content.cells.count > StaleCells.mostAtEveryKey {
      let id = content.cells[edited].id
      guard let record = runs.records[id], record.source != content.cells[edited].content.source else {
        return found.cells
      }
      return found.cells.union([id])
    }
    var stale: Set<CellID> = []
    walk(content, runs) { cell, inputs in
      guard let record = runs.records[cell.id], !cell.content.source.allSatisfy(\.isWhitespace) else {
        return false
      }
      let isStale =
        record.source != cell.content.source || record.inputs.map { $0 != inputs() } ?? false
      if isStale { stale.insert(cell.id) }
      return isStale
    }
    found = (content.lastRevision, stale)
    return stale
  }

  /// Takes what the outputs of a content show for what running the cells would show.
  func records(of content: NotebookContent, _ runs: RunBook) -> [CellID: RunRecord] {
    var records: [CellID: RunRecord] = [:]
    walk(content, runs) { cell, inputs in
      guard cell.content.output != nil else { return false }
      records[cell.id] = RunRecord(source: cell.content.source, inputs: inputs())
      return false
    }
    return records
  }

  /// Visits the input cells from top to bottom, each with what its names stand for when the stale ones above
  /// it have run: a stale cell makes the names that its text says.
  private func walk(
    _ content: NotebookContent, _ runs: RunBook, isStale: (NotebookCell, () -> [Binding]) -> Bool
  ) {
    var workspace = Workspace(bindings: [], results: runs.results)
    for cell in content.cells where cell.content.kind == .input {
      let inputs = { workspace.uses(of: self.words(cell)) }
      let stale = isStale(cell, inputs)
      if let bindings = cell.bindings, !stale {
        workspace.bind(bindings)
      } else if cell.content.source.utf8.contains(UInt8(ascii: "=")) {
        foresee(cell, inputs(), &workspace, runs)
      }
    }
  }

  private func words(_ cell: NotebookCell) -> [String] {
    if let known = readings[cell.id], known.source == cell.content.source { return known.words }
    let words = Workspace.words(of: cell.content.source)
    readings[cell.id] = Reading(source: cell.content.source, words: words)
    return words
  }

  /// Binds the names that a cell would make.
  private func foresee(
    _ cell: NotebookCell, _ inputs: [Binding], _ workspace: inout Workspace, _ runs: RunBook
  ) {
    if let known = readings[cell.id], known.inputs == inputs, known.results == runs.results.count {
      return workspace.bind(known.made)
    }
    let made = workspace.foresee(cell.content.source)
    readings[cell.id]?.inputs = inputs
    readings[cell.id]?.results = runs.results.count
    readings[cell.id]?.made = made
  }
}
