internal import WallisCommands
internal import WallisNotebook

/// The words that Tab completes and that are coloured: verbs, functions, constants.
func completionWords() -> [CompletionWord] { VerbTable.standard.knownWords.map(CompletionWord.init) }

/// The options that may complete a verb line.
func completionOptions(_ line: String) -> [CompletionWord] {
  VerbTable.standard.optionWords(of: line).map(CompletionWord.init)
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
