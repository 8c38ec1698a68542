/// Which part of the notebook the screen shows: the line of the cell at the top of the body.
struct Viewport: Equatable {
  /// The cell at the top.
  var top: CellID
  /// Lines of it above the screen.
  var hidden = 0
  /// Whether the user scrolled away from the selection.
  var isFree = false
}
