/// What part of the cells is seen, and how the user looks into them.
struct DisplayState {
  /// The cells on the screen.
  var viewport: Viewport
  /// How the user looks into outputs.
  var looks: [CellID: OutputLook] = [:]
  /// Whether keys go to the output of the selected cell.
  var isInOutput = false
  /// The text that is marked in the cells; empty for none.
  var searched = ""

  init(_ viewport: Viewport) { self.viewport = viewport }
}
