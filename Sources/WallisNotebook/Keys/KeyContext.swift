/// Where the keyboard goes; a key may mean different things in different contexts.
package enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// Moving among cells.
  case cells
  /// Typing in a cell.
  case editing
  /// Giving vi's commands while a cell is edited.
  case commanding
  /// Looking into the output of a cell.
  case output
  /// Typing in the line at the bottom: palette, search, file name, history.
  case prompt
  /// In the pane of jobs.
  case jobs
  /// Reading the help overlay or a pane over the cells.
  case reading

  /// Heading of the context in help.
  package var title: String {
    switch self {
    case .cells: "Outside editing"
    case .editing: "While editing"
    case .commanding: "While editing with vi keys, after Esc"
    case .output: "Looking into an output"
    case .prompt: "In the line at the bottom"
    case .jobs: "In the pane of jobs"
    case .reading: "In help and panes"
    }
  }
}

extension Set<KeyContext> {
  /// Every context.
  static let anywhere = Set(KeyContext.allCases)
  /// Where cells are worked on, not an overlay.
  static let notebook: Set = [.cells, .editing, .commanding, .output]
  /// Where text is typed.
  static let typing: Set = [.editing, .prompt]
}
