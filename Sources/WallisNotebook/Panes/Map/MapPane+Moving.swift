internal import WallisCommands

extension MapPane {
  /// The place of the cursor.
  func place(_ notebook: NotebookModel) -> MapPlace { cursor ?? MapRoom(notebook.size).centre }

  /// Moves the cursor; at the rim it pans.
  mutating func go(_ columns: Int, _ rows: Int, _ notebook: inout NotebookModel) {
    let (room, place) = (MapRoom(notebook.size), place(notebook))
    cursor = MapPlace(
      column: min(max(place.column + columns, 0), room.columns - 1),
      row: min(max(place.row + rows, 0), room.rows - 1))
  }

  mutating func move(_ lines: Int, _ notebook: inout NotebookModel) { go(0, lines, &notebook) }

  /// The characters of the rectangle, or the one under the cursor.
  func area(_ notebook: NotebookModel) -> (columns: Range<Int>, rows: Range<Int>) {
    let place = place(notebook)
    let other = anchor ?? place
    return (
      min(place.column, other.column)..<max(place.column, other.column) + 1,
      min(place.row, other.row)..<max(place.row, other.row) + 1
    )
  }

  /// The condition of the formulas in the rectangle, or under the cursor; nil before they were counted.
  func areaCondition(_ notebook: NotebookModel) -> String? {
    guard let density else { return nil }
    let (columns, rows) = boxes(notebook)
    let up = (density.down - rows.upperBound)..<(density.down - rows.lowerBound)
    let area =
      density.window.x.condition(x, columns, of: density.across) + " and "
      + density.window.y.condition(y, up, of: density.down)
    return condition.isEmpty ? area : "(\(condition)) and \(area)"
  }

  /// The boxes of the rectangle, from the left and from the top.
  func boxes(_ notebook: NotebookModel) -> (columns: Range<Int>, rows: Range<Int>) {
    let (columns, rows) = area(notebook)
    return (
      columns.lowerBound * MapRoom.dotsAcross..<columns.upperBound * MapRoom.dotsAcross,
      rows.lowerBound * MapRoom.dotsDown..<rows.upperBound * MapRoom.dotsDown
    )
  }

  /// Shows another part of the plane; the one before can be gone back to.
  private mutating func show(_ next: DensityWindow?, _ notebook: inout NotebookModel) {
    earlier.append(window)
    (window, anchor) = (next, nil)
    count(&notebook)
  }

  /// Shows the rectangle, or half as much of each axis around the cursor.
  mutating func zoomIn(_ notebook: inout NotebookModel) {
    guard let density else { return }
    if anchor != nil {
      let (columns, rows) = boxes(notebook)
      let (x, y) = (density.window.x, density.window.y)
      let next = DensityWindow(
        x: DensityAxis(
          low: x.edge(columns.lowerBound, of: density.across),
          high: x.edge(columns.upperBound, of: density.across)),
        y: DensityAxis(
          low: y.edge(density.down - rows.upperBound, of: density.down),
          high: y.edge(density.down - rows.lowerBound, of: density.down)))
      cursor = nil
      return show(next, &notebook)
    }
    scale(by: 0.5, &notebook)
  }

  mutating func zoomOut(_ notebook: inout NotebookModel) { scale(by: 2, &notebook) }

  /// Scales both axes; what is under the cursor stays there.
  private mutating func scale(by factor: Double, _ notebook: inout NotebookModel) {
    guard let density else { return }
    let (place, room) = (place(notebook), MapRoom(notebook.size))
    let across = (Double(place.column) + 0.5) / Double(room.columns)
    let up = 1 - (Double(place.row) + 0.5) / Double(room.rows)
    let window = density.window
    guard let x = window.x.scaled(by: factor, around: across), let y = window.y.scaled(by: factor, around: up)
    else { return notebook.say("there is no room for a further step") }
    show(DensityWindow(x: x, y: y), &notebook)
  }

  /// Moves by parts of the axes.
  mutating func pan(_ across: Double, _ up: Double, _ notebook: inout NotebookModel) {
    guard let window = density?.window else { return }
    show(
      DensityWindow(x: window.x.moved(by: across), y: window.y.moved(by: up)), &notebook)
  }

  /// Shows the part where most formulas are.
  mutating func showAll(_ notebook: inout NotebookModel) {
    cursor = nil
    show(nil, &notebook)
  }

  mutating func goBack(_ notebook: inout NotebookModel) {
    guard let last = earlier.popLast() else { return notebook.say("this is the first part that was shown") }
    (window, anchor) = (last, nil)
    count(&notebook)
  }

  /// Opens what is in the rectangle, or under the cursor, in the browser; the map comes back when that closes.
  func openRows(_ notebook: inout NotebookModel) {
    guard let condition = areaCondition(notebook) else { return }
    var browser = BrowserPane()
    browser.condition = condition
    browser.select(&notebook)
    notebook.openOver(browser)
  }
}

extension DensityAxis {
  /// The stretch around a place (0 the lower end, 1 the upper) that stays where it is; nil where numbers are too coarse.
  func scaled(by factor: Double, around place: Double) -> DensityAxis? {
    let (width, centre) = (high - low, low + (high - low) * place)
    let next = DensityAxis(low: centre - width * factor * place, high: centre + width * factor * (1 - place))
    let isFine = next.high - next.low > 1e-12 * max(abs(next.low), abs(next.high))
    return isFine && (next.high - next.low).isFinite && next.high - next.low < 1e300 ? next : nil
  }

  /// The stretch moved by a part of its width.
  func moved(by part: Double) -> DensityAxis {
    let step = (high - low) * part
    return DensityAxis(low: low + step, high: high + step)
  }
}
