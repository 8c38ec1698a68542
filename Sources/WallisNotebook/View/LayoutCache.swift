/// Lines of the cells as they were last laid out. It holds nothing that could not be computed again.
final class LayoutCache {
  private struct Entry {
    var revision: Int
    var width: Int
    var layout: CellLayout
  }

  private var entries: [CellID: Entry] = [:]

  /// The layout of a cell at a width, from the last time if neither has changed.
  func layout(_ cell: NotebookCell, width: Int, make: () -> CellLayout) -> CellLayout {
    if let entry = entries[cell.id], entry.revision == cell.revision, entry.width == width {
      return entry.layout
    }
    let layout = make()
    entries[cell.id] = Entry(revision: cell.revision, width: width, layout: layout)
    return layout
  }
}

extension NotebookModel {
  /// The laid out lines of the cell at `index`; the cell being edited is laid out with its cursor.
  func layout(_ index: Int) -> CellLayout {
    let cell = cells[index]
    if index == selection, let editor {
      return CellLayout(cell, columns: size.columns, glyphs: glyphs, editor: editor)
    }
    return layouts.layout(cell, width: size.columns) {
      CellLayout(cell, columns: size.columns, glyphs: glyphs, editor: nil)
    }
  }
}
