/// Lines of the cells as they were last laid out. It holds nothing that could not be computed again.
final class LayoutCache {
  private struct Entry {
    var revision: Int
    var width: Int
    /// Place of the cursor; nil outside editing.
    var cursor: Int?
    var layout: CellLayout
  }

  private var entries: [CellID: Entry] = [:]

  /// The layout of a cell at a width with the cursor at a place, from the last time if none of them has changed.
  func layout(_ cell: NotebookCell, width: Int, cursor: Int?, make: () -> CellLayout) -> CellLayout {
    if let entry = entries[cell.id], entry.revision == cell.revision, entry.width == width,
      entry.cursor == cursor
    {
      return entry.layout
    }
    let layout = make()
    entries[cell.id] = Entry(revision: cell.revision, width: width, cursor: cursor, layout: layout)
    return layout
  }
}

extension NotebookModel {
  /// The laid out lines of the cell at `index`; the cell being edited is laid out with its cursor.
  func layout(_ index: Int) -> CellLayout {
    let cell = cells[index]
    let editor = index == selection ? editor : nil
    return layouts.layout(cell, width: size.columns, cursor: editor?.cursor) {
      CellLayout(cell, columns: size.columns, glyphs: glyphs, editor: editor)
    }
  }
}
