extension NotebookModel {
  /// The laid out lines of the cell at `index`; the cell being edited is laid out with its cursor, the one whose
  /// output the user looks into with a part of that.
  func layout(_ index: Int) -> CellLayout {
    let cell = cells[index]
    var key = LayoutCache.Key(revision: cell.revision, width: size.columns)
    let editor = index == selection ? typing.buffer : nil
    key.cursor = editor?.cursor
    key.isStale = stale.contains(cell.id)
    if editor != nil { key.suggestion = typing.suggestion }
    if index == selection, let look { (key.look, key.outputRows) = (look, outputRows) }
    return layouts.layout(cell.id, key) {
      CellLayout(cell, key, glyphs: glyphs, vocabulary: vocabulary, editor: editor)
    }
  }
}
