internal import WallisCommands
internal import WallisNotebook

extension VerbTable {
  /// The words that Tab completes and that are coloured: verbs, functions, constants.
  var completionWords: [CompletionWord] { knownWords.map(CompletionWord.init) }

  /// The options that may complete a verb line.
  func completionOptions(_ line: String) -> [CompletionWord] {
    optionWords(of: line).map(CompletionWord.init)
  }

  /// The words that may complete a condition, with what is typed of them.
  func completionsOfConditions(_ line: String) -> (typed: String, words: [CompletionWord])? {
    conditionWords(of: line).map { ($0.typed, $0.words.map(CompletionWord.init)) }
  }
}

extension CompletionWord {
  fileprivate init(_ known: KnownWord) {
    let kind: CompletionWord.Kind =
      switch known.kind {
      case .verb: .verb
      case .function: .function
      case .constant: .constant
      case .option: .option
      }
    self.init(known.word, known.summary, kind: kind, signature: known.signature)
  }
}
