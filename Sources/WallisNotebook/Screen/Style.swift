package import WallisDocuments

/// What a cell of the screen means; the terminal chooses how that looks, and it must stay readable without colour.
package enum Style: Hashable, Sendable {
  /// Content with the role that its document gave it.
  case content(Role)
  /// A part of the notebook itself.
  case interface(InterfacePart)

  /// Running text.
  package static let plain = Style.content(.plain)
}

/// Parts of the screen that no document knows.
package enum InterfacePart: String, Hashable, Sendable, CaseIterable {
  /// Top line.
  case title
  /// Bar and number at the left of a cell.
  case gutter
  /// The same of the selected cell.
  case selection
  /// The same of the cell being edited.
  case editing
  /// Heading in prose.
  case heading
  /// Comment in an input cell.
  case comment
  /// Text that the search found.
  case match
  /// Filled part of a progress bar, and its figures.
  case progress
  /// A key in the footer or in help.
  case key
  /// Words of the footer.
  case footer
  /// A message of the notebook.
  case notice
  /// A message that something failed.
  case alarm
  /// Frame and title of an overlay.
  case border
  /// The chosen row of a list.
  case chosen
  /// First word of a verb line, in input.
  case verb
  /// Name of a function, in input.
  case function
  /// Name of a constant, in input.
  case constant
  /// Digits, in input.
  case number
  /// Option of a verb line, in input.
  case option
  /// The bracket at the cursor and the one that belongs to it.
  case bracket
  /// What a message found wrong, in input.
  case mistake
  /// Dots of a map where few formulas are, where there are more, and where most are.
  case sparse, dense, crowded
  /// How an earlier input goes on, behind the cursor.
  case suggestion
}
