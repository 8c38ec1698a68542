/// A word that completion offers in a cell, and that is coloured as what it is.
package struct CompletionWord: Hashable, Sendable {
  /// What a word is.
  package enum Kind: Sendable {
    /// Opens a line.
    case verb
    /// Takes arguments.
    case function
    /// Stands for a number.
    case constant
    /// Belongs to a verb line.
    case option
    /// Was assigned in a cell.
    case name
  }

  /// What is inserted.
  package var word: String
  /// What it means, in one line.
  package var description: String
  /// What it is.
  package var kind: Kind
  /// How it is written with its arguments; empty where that is the word itself.
  package var signature: String

  /// A word.
  package init(_ word: String, _ description: String, kind: Kind, signature: String = "") {
    (self.word, self.description, self.kind, self.signature) = (word, description, kind, signature)
  }

  /// Whether the word only makes sense as the first of a line, as a verb does.
  package var opensLine: Bool { kind == .verb }
}

/// The words that cells know, by name.
struct Vocabulary: Sendable {
  let words: [CompletionWord]
  private let kinds: [String: CompletionWord.Kind]
  private let signatures: [String: CompletionWord]
  /// First words of verb lines.
  let verbs: Set<String>

  init(_ words: [CompletionWord]) {
    self.words = words
    kinds = Dictionary(words.map { ($0.word, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let functions = words.filter { $0.kind == .function }
    signatures = Dictionary(functions.map { ($0.word, $0) }, uniquingKeysWith: { first, _ in first })
    let verbs = words.filter(\.opensLine)
    self.verbs = Set(verbs.compactMap { $0.word.split(separator: " ").first.map(String.init) })
  }

  func kind(of word: String) -> CompletionWord.Kind? { kinds[word] }

  func function(named name: String) -> CompletionWord? { signatures[name] }
}
