/// A change as the journal stores it, with a fingerprint of the cell it was made to: on any other cell it is refused,
/// so that it can be missing but never land in the wrong place.
struct RecordedChange: Codable, Equatable, Sendable {
  var change: CellChange
  /// Fingerprint of the cell before the change; nil for a change that needs no cell.
  var before: UInt64?
}

extension [NotebookCell] {
  /// Fingerprint of the cell that a change would be made to: its kind and its text, not its output, which may be
  /// long and comes again. Nil where there is no such cell, and for changes that need none.
  func fingerprint(before change: CellChange) -> UInt64? {
    let cell: NotebookCell?
    switch change {
    case .insert, .catalog: return nil
    case .move(let from, _): cell = indices.contains(from) ? self[from] : nil
    case .remove(let id, _, _), .edit(let id, _), .convert(let id, _, _), .output(let id, _, _):
      cell = first { $0.id == id }
    }
    return cell.map { cell in
      Fingerprint.of(cell.content.source.utf8, after: Fingerprint.of(cell.content.kind.rawValue.utf8))
    }
  }
}
