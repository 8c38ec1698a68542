internal import WallisCommands
internal import WallisNotebook

/// The words that Tab completes: every verb.
func completionWords() -> [CompletionWord] {
  VerbTable.standard.declarations.filter { !$0.isShellOnly }.map {
    CompletionWord($0.name, $0.abstract, opensLine: true)
  }
}
