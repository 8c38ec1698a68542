extension NotebookModel {
  /// Lines that one notch of the wheel scrolls.
  private static let notch = 3

  /// Selects the cell at a place; a click into the text being typed puts the cursor there.
  mutating func click(_ place: Frame.Position) -> [Effect] {
    let rows = ScreenRows(size)
    guard pane == nil, rows.body.contains(place.row) else { return [] }
    var row = rows.body.lowerBound - display.viewport.hidden
    var index = content.index(of: display.viewport.top) ?? selection
    while index < cells.count, row + height(index) <= place.row {
      row += height(index)
      index += 1
    }
    guard index < cells.count else { return [] }
    if index == selection, isEditing {
      moveCursor(toward: Frame.Position(row: place.row - row, column: place.column))
    } else {
      select(index)
    }
    return []
  }

  /// Moves the cursor as near to a place of the cell as characters allow.
  private mutating func moveCursor(toward place: Frame.Position) {
    guard let editor = typing.buffer else { return }
    let cell = selected
    let best = (0...min(editor.characters.count, 5_000)).min { left, right in
      distance(left, cell, place) < distance(right, cell, place)
    }
    if let best { typeText { $0.move(to: best) } }
  }

  private func distance(_ cursor: Int, _ cell: NotebookCell, _ place: Frame.Position) -> Int {
    let margin = cell.content.kind == .input ? CellLayout.inputMargin : CellLayout.margin
    let layout = SourceLayout(
      typing.buffer?.characters ?? [], styles: [], cursor: cursor, width: size.columns - margin,
      glyphs: glyphs)
    guard let found = layout.cursor else { return .max }
    return abs(found.row - place.row) * 1_000 + abs(found.column + margin - place.column)
  }

  /// Scrolls what is under the eyes.
  mutating func turnWheel(_ notches: Int) -> [Effect] {
    let lines = notches * NotebookModel.notch
    if pane != nil {
      movePane(lines)
    } else if display.isInOutput {
      scrollOutput(lines)
    } else {
      scroll(lines)
    }
    return []
  }
}
