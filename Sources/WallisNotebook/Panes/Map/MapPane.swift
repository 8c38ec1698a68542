internal import WallisCommands
internal import WallisDocuments

/// The formulas of a selection by two of their metrics: how many are where, as dots.
///
/// The catalog counts them in boxes, a dot each, in the part of the plane that is seen; zooming and panning ask anew. What is
/// under the cursor, or in a rectangle, is counted exactly and opened in the browser.
struct MapPane: Pane {
  /// The condition; empty for all formulas.
  var condition = ""
  /// Names of the metrics across and up.
  var (x, y) = ("delta", "denominator.gamma")
  /// The part of the plane; nil for the one where most formulas are.
  var window: DensityWindow?
  /// Parts to go back to, the last one at the end.
  var earlier: [DensityWindow?] = []
  /// What was counted; nil before the first answer.
  private(set) var density: Density?
  /// The same as dots.
  private(set) var dots: DensityDots?
  /// The box of characters under the cursor, from the left and from the top; nil before it was moved.
  var cursor: MapPlace?
  /// The other corner of a rectangle; nil where there is none.
  var anchor: MapPlace?
  /// What the line being typed is for.
  var typing: MapLine?
  var line: PaneLine?
  /// The question that waits for its answer.
  var question: RunID?
  /// Why nothing was counted.
  var fault: Diagnostic?

  static let mapping = KeyContext("mapping", title: "On the map")
  static let contexts = [mapping]

  var context: KeyContext { line == nil ? MapPane.mapping : .prompt }
  var isBusy: Bool { question != nil }

  mutating func hear(_ reply: CatalogReply, to question: RunID, _ notebook: inout NotebookModel) -> Bool {
    guard question == self.question else { return false }
    self.question = nil
    switch reply {
    case .density(let density):
      (self.density, fault) = (density, nil)
      dots = DensityDots(density, ascii: notebook.glyphs.ascii)
    case .refused(let diagnostic): fault = diagnostic
    case .rows, .ordered, .card, .jobs, .families: break
    }
    return true
  }

  mutating func notice(_ event: PaneEvent, _ notebook: inout NotebookModel) {
    guard case .resized = event else { return }
    (cursor, anchor) = (nil, nil)
    count(&notebook)
  }

  /// Asks for the counts that are wanted now.
  mutating func count(_ notebook: inout NotebookModel) {
    let room = MapRoom(notebook.size)
    question = notebook.ask(
      .density(
        DensityRequest(
          condition: condition, x: x, y: y, window: window, across: room.columns * MapRoom.dotsAcross,
          down: room.rows * MapRoom.dotsDown)))
  }

  func view(_ notebook: NotebookModel) -> PaneView { .page(MapDrawing(self, notebook).page) }
}

/// What a line typed on the map is for.
enum MapLine: Equatable { case condition, across, up, verb }

/// A character of the map.
struct MapPlace: Equatable {
  var column: Int
  var row: Int
}

/// How the map divides the screen.
struct MapRoom {
  /// Characters of the plane.
  let (columns, rows): (Int, Int)
  /// Columns inside the frame.
  let width: Int

  static let (dotsAcross, dotsDown) = (2, 4)
  /// Columns of the numbers at the left, the axis included.
  static let margin = 10

  init(_ size: ScreenSize) {
    width = max(20, size.columns - 4)
    (columns, rows) = (max(4, width - MapRoom.margin), max(2, ScreenRows(size).body.count - 7))
  }

  /// The middle.
  var centre: MapPlace { MapPlace(column: columns / 2, row: rows / 2) }
}

extension NotebookModel {
  /// Shows the formulas of a condition by two of their metrics.
  mutating func openMap() {
    closePanes()
    emit([.reopenCatalog])
    openMapOver("")
  }

  /// The same over what is open, which comes back when the map closes.
  mutating func openMapOver(_ condition: String) {
    var map = MapPane()
    map.condition = condition
    map.count(&self)
    openOver(map)
  }
}
