internal import WallisCommands
internal import WallisDocuments

/// Changes of the catalog that undo takes back and redo repeats: never by computing anew, but by the lines that the
/// verb gave with its change. They are made one after another, as the user asked for them.
extension NotebookModel {
  /// Records what a cell changed in the catalog.
  mutating func note(_ edits: [CatalogEdit], by cell: CellID) {
    for edit in edits {
      content.closeStep()
      content.apply(.catalog(cell, edit), selection: selection)
    }
    content.closeStep()
  }

  /// Queues changes of the catalog; the first begins at once where none is under way.
  mutating func make(_ edits: [CatalogEdit]) -> [Effect] {
    let isIdle = runs.errands.isEmpty
    for edit in edits { runs.errands.append((runs.newRun(), edit)) }
    return isIdle ? startErrand() : []
  }

  private func startErrand() -> [Effect] {
    guard let errand = runs.errands.first else { return [] }
    let source = errand.edit.make.joined(separator: "\n")
    return [
      .run(errand.run, CellRequest(source: source, catalog: options.catalog, width: StoredOutput.width))
    ]
  }

  /// Takes a report on the change that is under way; nil where it is about something else.
  mutating func hearErrand(_ report: RunReport, from run: RunID) -> [Effect]? {
    guard let errand = runs.errands.first, errand.run == run else { return nil }
    switch report {
    case .event(.output(let document)):
      for case .diagnostic(let diagnostic) in document.blocks {
        warn("\(errand.edit.title) is as it was: \(diagnostic.message)")
      }
    case .event: break
    case .ended(let end):
      if case .exited = end.cause {
      } else {
        warn("\(errand.edit.title) is as it was: the change was not made")
      }
      runs.errands.removeFirst()
      return startErrand() + (runs.errands.isEmpty && file.awaitsCatalog ? quit() : [])
    }
    return []
  }
}
