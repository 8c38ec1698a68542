internal import WallisFormulas

/// A word that completion offers.
public struct KnownWord: Hashable, Sendable {
  /// What is inserted.
  public let word: String
  /// What it means, in one line.
  public let summary: String
  /// Whether the word makes sense at the start of a line only, as a verb does.
  public let opensLine: Bool

  init(_ word: String, _ summary: String, opensLine: Bool = false) {
    (self.word, self.summary, self.opensLine) = (word, summary, opensLine)
  }
}

extension VerbTable {
  /// Everything that a cell may contain by name: verbs that work in cells, functions, constants.
  public var knownWords: [KnownWord] {
    let cellVerbs = declarations.filter { !$0.isShellOnly }
    return cellVerbs.map { KnownWord($0.name, $0.abstract, opensLine: true) }
      + FunctionTable.all.map { KnownWord($0.name, "\($0.signature): \($0.summary)") }
      + NamedNumber.all.map { KnownWord($0.name, $0.summary) }
  }
}
