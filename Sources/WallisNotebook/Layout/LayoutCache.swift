/// Lines of the cells as they were last laid out. It holds nothing that could not be computed again.
final class LayoutCache {
  /// Everything that a layout depends on.
  struct Key: Equatable {
    var revision: Int
    var width: Int
    /// Place of the cursor; nil outside editing.
    var cursor: Int?
    var suggestion = ""
    /// How the user looks into the output, and the rows there are for it.
    var look: OutputLook?
    var outputRows: Int?
    var isStale = false
  }

  private struct Entry {
    var key: Key
    var layout: CellLayout
  }

  private var entries: [CellID: Entry] = [:]
  private var texts: [CellID: (revision: Int, bytes: [UInt8])] = [:]

  private var modified: (mark: NotebookContent.Mark, saved: NotebookContent.Mark, value: Bool)?

  /// Whether the content of a mark differs from what was saved at another.
  func isModified(
    _ mark: NotebookContent.Mark, _ saved: NotebookContent.Mark, compare: () -> Bool
  ) -> Bool {
    if let modified, modified.mark == mark, modified.saved == saved { return modified.value }
    let value = compare()
    modified = (mark, saved, value)
    return value
  }

  /// Source and output of a cell in lower case.
  func lowercased(_ cell: NotebookCell) -> [UInt8] {
    if let known = texts[cell.id], known.revision == cell.revision { return known.bytes }
    let text = cell.content.source + "\n" + (cell.content.output?.text ?? "")
    let bytes = Array(text.lowercased().utf8)
    texts[cell.id] = (cell.revision, bytes)
    return bytes
  }

  /// The layout of a cell, from the last time if nothing that it depends on has changed.
  func layout(_ cell: CellID, _ key: Key, make: () -> CellLayout) -> CellLayout {
    if let entry = entries[cell], entry.key == key { return entry.layout }
    let layout = make()
    entries[cell] = Entry(key: key, layout: layout)
    return layout
  }
}
