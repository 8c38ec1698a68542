internal import WallisDocuments

/// Cells of a file that was there before may write in its folder only, until the user answers for them: the session may
/// come from a stranger. What the user typed into a new notebook is the user's own.
extension NotebookModel {
  /// The folder outside of which cells write nothing; nil where the user answers for them.
  var reachedFolder: String? {
    guard !file.trusts, let path = file.path else { return nil }
    return path.folderOfPath.isEmpty ? "." : path.folderOfPath
  }

  /// A cell was refused a file outside: the user is asked once, and not in the middle of typing.
  mutating func askForTrust(_ cell: CellID) {
    guard !file.trusts, !file.hasAskedForTrust, pane == nil, !isEditing else { return }
    file.hasAskedForTrust = true
    openTrust(cell)
  }

  /// The answer to the question; the refused cell runs again after a yes.
  mutating func answerTrust(_ answer: String, _ cell: CellID) -> [Effect] {
    guard ["y", "yes"].contains(answer.lowercased().filter { $0 != " " }) else {
      say("nothing is written outside the folder; :trust changes that")
      return []
    }
    trust()
    guard let index = content.index(of: cell) else { return [] }
    select(index)
    return runSelected()
  }

  /// From now on the user answers for what the cells write.
  mutating func trust() {
    file.trusts = true
    say("cells of this notebook may write anywhere until it is closed")
  }
}
