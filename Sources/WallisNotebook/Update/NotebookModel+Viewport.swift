extension NotebookModel {
  /// Rows between title and message line.
  var bodyRows: Int { max(1, size.rows - (size.rows > 4 ? 3 : size.rows > 1 ? 1 : 0)) }

  /// Lines that a cell takes, the blank one below it included.
  func height(_ index: Int) -> Int { layout(index).lines.count + 1 }

  /// Lines that a page of a pane scrolls by.
  var pageStep: Int { max(1, bodyRows - 4) }

  /// Scrolls by most of a screen.
  mutating func page(_ step: Int) {
    if pane != nil { return movePane(step * pageStep) }
    scroll(step * max(1, bodyRows - 1))
  }

  /// Moves the viewport by lines, not beyond the ends.
  mutating func scroll(_ lines: Int) {
    display.viewport.isFree = true
    var (index, hidden) = (topIndex, display.viewport.hidden + lines)
    while hidden < 0, index > 0 {
      index -= 1
      hidden += height(index)
    }
    while hidden >= height(index), index + 1 < cells.count {
      hidden -= height(index)
      index += 1
    }
    display.viewport.top = cells[index].id
    display.viewport.hidden = max(0, hidden)
    clampToEnd()
  }

  private var topIndex: Int { content.index(of: display.viewport.top) ?? selection }

  /// Keeps the viewport on the cells and, unless the user scrolled, the selection in it.
  mutating func settleViewport() {
    if content.index(of: display.viewport.top) == nil { display.viewport = Viewport(top: selected.id) }
    display.viewport.hidden = min(display.viewport.hidden, height(topIndex) - 1)
    if !display.viewport.isFree {
      let (first, last) = focusLines
      reveal(first, last)
    }
    clampToEnd()
  }

  /// The lines of the selected cell that must be seen: the whole cell; while it is edited, that of the cursor and
  /// what is below it, a message about a mistake for example, as far as two thirds of the screen.
  private var focusLines: (Int, Int) {
    let layout = layout(selection)
    guard let row = layout.cursor?.row else { return (0, layout.lines.count - 1) }
    return (row, min(layout.lines.count - 1, row + bodyRows * 2 / 3))
  }

  /// Moves the viewport as little as shows the lines from `first` to `last` of the selected cell, or as many of
  /// them as there is room for.
  private mutating func reveal(_ first: Int, _ last: Int) {
    let above = distance(toLine: first)
    if above < 0 {
      put(first, atRow: 0)
    } else if above + (last - first) >= bodyRows {
      put(first, atRow: max(0, bodyRows - 1 - (last - first)))
    }
  }

  /// Rows from the top of the screen to a line of the selected cell; more than a screen counts as one more row.
  private func distance(toLine line: Int) -> Int {
    var index = topIndex
    guard index <= selection else { return -1 }
    var rows = -display.viewport.hidden
    while index < selection {
      rows += height(index)
      if rows > bodyRows { return bodyRows + 1 }
      index += 1
    }
    return rows + line
  }

  /// Places a line of the selected cell at a row of the screen, cells above it filling the rows over it.
  private mutating func put(_ line: Int, atRow row: Int) {
    var (index, rest) = (selection, line - row)
    while rest < 0, index > 0 {
      index -= 1
      rest += height(index)
    }
    display.viewport.top = cells[index].id
    display.viewport.hidden = max(0, rest)
  }

  /// No empty screen below the last cell as long as there is something above.
  private mutating func clampToEnd() {
    var (index, rows) = (topIndex, -display.viewport.hidden)
    while index < cells.count, rows < bodyRows {
      rows += height(index)
      index += 1
    }
    guard index == cells.count, rows < bodyRows else { return }
    var missing = bodyRows - rows
    index = topIndex
    while missing > 0, display.viewport.hidden > 0 || index > 0 {
      if display.viewport.hidden == 0 {
        index -= 1
        display.viewport.top = cells[index].id
        display.viewport.hidden = height(index)
      }
      let step = min(missing, display.viewport.hidden)
      display.viewport.hidden -= step
      missing -= step
    }
  }
}
