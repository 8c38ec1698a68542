/// A word that completion offers in a cell.
public struct CompletionWord: Hashable, Sendable {
  /// What is inserted.
  public var word: String
  /// What it means, in one line.
  public var description: String
  /// Whether the word only makes sense as the first of a line, as a verb does.
  public var opensLine: Bool

  /// A word.
  public init(_ word: String, _ description: String, opensLine: Bool) {
    (self.word, self.description, self.opensLine) = (word, description, opensLine)
  }
}
