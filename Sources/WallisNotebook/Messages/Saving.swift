package import WallisDocuments

/// A text to be written to a file.
package struct SaveRequest: Equatable, Sendable {
  /// Which file contents may be replaced.
  package enum Guard: Equatable, Sendable {
    /// Only this text, the one that was last read or written.
    case replacing(String)
    /// None: the file must not exist.
    case creating
    /// Any: the user has been asked.
    case anything
  }

  /// Path of the file.
  package var path: String
  /// What it shall hold.
  package var text: String
  /// What may be lost.
  package var replaces: Guard
}

/// How a save ended.
package enum SaveOutcome: Sendable, Equatable {
  /// The file holds the text.
  case saved
  /// The file is not what this notebook last read or wrote; it was not touched.
  case conflict
  /// The file could not be written.
  case failed(Diagnostic)
}
