/// A question to the catalog whose answer completes a word.
struct Lookup {
  let question: RunID
  /// The word as typed when it was asked.
  let typed: String
}
