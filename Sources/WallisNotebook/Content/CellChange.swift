import WallisCommands

/// A change of the notebook's content as a value: undo inverts it, redo repeats it, the journal stores it.
enum CellChange: Codable, Equatable, Sendable {
  /// A cell appears at an index.
  case insert(CellID, CellContent, at: Int)
  /// The cell at an index disappears.
  case remove(CellID, CellContent, at: Int)
  /// The text of a cell changes.
  case edit(CellID, Splice)
  /// Prose becomes input or the reverse; prose has no output.
  case convert(CellID, from: CellKind, to: CellKind)
  /// A cell changes its place; `to` is its index afterwards.
  case move(from: Int, to: Int)
  /// Output replaces output.
  case output(CellID, from: CellOutput?, to: CellOutput?)
  /// A line of a cell changed the catalog; no cell changes.
  case catalog(CellID, CatalogEdit)

  /// The change that takes this one back.
  var inverse: CellChange {
    switch self {
    case .insert(let id, let content, let index): .remove(id, content, at: index)
    case .remove(let id, let content, let index): .insert(id, content, at: index)
    case .edit(let id, let splice): .edit(id, splice.inverse)
    case .convert(let id, let from, let to): .convert(id, from: to, to: from)
    case .move(let from, let to): .move(from: to, to: from)
    case .output(let id, let from, let to): .output(id, from: to, to: from)
    case .catalog(let id, let edit): .catalog(id, edit.inverse)
    }
  }

  /// The change of the catalog; nil for one of cells.
  var catalogEdit: CatalogEdit? { if case .catalog(_, let edit) = self { edit } else { nil } }
}

extension [NotebookCell] {
  /// Makes a change.
  ///
  /// - Returns: the index of the cell concerned (after a removal: where it was), or nil where the change does not
  ///   fit, as with a journal that belongs to another text; nothing is changed then.
  mutating func apply(_ change: CellChange) -> Int? {
    switch change {
    case .insert(let id, let content, let index):
      guard (0...count).contains(index), !contains(where: { $0.id == id }) else { return nil }
      insert(NotebookCell(id, content), at: index)
      return index
    case .remove(let id, _, let index):
      guard indices.contains(index), self[index].id == id else { return nil }
      remove(at: index)
      return index
    case .move(let from, let to):
      guard indices.contains(from), indices.contains(to) else { return nil }
      insert(remove(at: from), at: to)
      return to
    case .edit(let id, let splice):
      return alter(id) { content in splice.applied(to: content.source).map { content.source = $0 } != nil }
    case .convert(let id, _, let kind): return set(id, \.kind, to: kind)
    case .output(let id, _, let output): return set(id, \.output, to: output)
    case .catalog(let id, _):
      // The catalog changes whether or not the cell is still there.
      return firstIndex { $0.id == id } ?? 0
    }
  }

  private mutating func set<Value>(
    _ id: CellID, _ part: WritableKeyPath<CellContent, Value>, to value: Value
  ) -> Int? {
    alter(id) { content in
      content[keyPath: part] = value
      return true
    }
  }

  private mutating func alter(_ id: CellID, _ body: (inout CellContent) -> Bool) -> Int? {
    guard let index = firstIndex(where: { $0.id == id }), body(&self[index].content) else { return nil }
    return index
  }
}
