internal import WallisCommands

/// A name and the cell that makes it.
struct MadeName: Equatable {
  /// Index of the cell.
  var cell: Int
  var binding: Binding
}
