/// Lines of the cells as they were last laid out. It holds nothing that could not be computed again.
final class LayoutCache {
  private struct Entry {
    var revision: Int
    var width: Int
    /// Place of the cursor; nil outside editing.
    var cursor: Int?
    var suggestion: String
    var layout: CellLayout
  }

  private var entries: [CellID: Entry] = [:]

  /// The layout of a cell at a width with the cursor at a place, from the last time if none of them has changed.
  func layout(
    _ cell: NotebookCell, width: Int, cursor: Int?, suggestion: String, make: () -> CellLayout
  ) -> CellLayout {
    if let entry = entries[cell.id], entry.revision == cell.revision, entry.width == width,
      entry.cursor == cursor, entry.suggestion == suggestion
    {
      return entry.layout
    }
    let layout = make()
    entries[cell.id] = Entry(
      revision: cell.revision, width: width, cursor: cursor, suggestion: suggestion, layout: layout)
    return layout
  }
}

extension NotebookModel {
  /// The laid out lines of the cell at `index`; the cell being edited is laid out with its cursor.
  func layout(_ index: Int) -> CellLayout {
    let cell = cells[index]
    let editor = index == selection ? editor : nil
    let suggestion = editor == nil ? "" : suggestion
    return layouts.layout(cell, width: size.columns, cursor: editor?.cursor, suggestion: suggestion) {
      CellLayout(
        cell, columns: size.columns, glyphs: glyphs, vocabulary: vocabulary, editor: editor,
        suggestion: suggestion)
    }
  }
}
