/// Completions on offer: what was typed, what may stand for it, and which of them stands there now.
struct Completing: Equatable {
  /// What was typed.
  let typed: String
  /// Where the word begins.
  let start: Int
  let words: [CompletionWord]
  /// Index of the word that stands there; nil as long as the typed text does.
  var choice: Int?

  /// What stands in the text now.
  var shown: String { choice.map { words[$0].inserted } ?? typed }
}

extension CompletionWord {
  /// What completion types: a function with its bracket, a verb or an option with a space.
  var inserted: String {
    switch kind {
    case .verb: word + " "
    case .function: word + "("
    default: word
    }
  }
}
