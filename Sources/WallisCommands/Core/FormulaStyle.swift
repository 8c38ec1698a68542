package import WallisDocuments
internal import WallisFormulas

/// How a user likes closed forms to be written on the screen; what is stored or handed to programs stays as it is.
package struct FormulaStyle: Sendable, Hashable {
  /// The words that chose it.
  package let words: String
  private let preferences: NotationPreferences

  /// A style in words, such as `unicode, zeta, G`.
  ///
  /// - Throws: a `Refusal` for a word that is none.
  package init(_ words: String) throws(Refusal) {
    do {
      (preferences, self.words) = (try NotationPreferences(words: words), words)
    } catch {
      let near = NearestName.nearest(to: error.word, among: NotationPreferences.words)
      throw Refusal(
        "'\(error.word)' is no way to write formulas",
        remedy: near.map { "did you mean '\($0)'?" }
          ?? "words such as \(NotationPreferences.words.joined(separator: ", "))")
    }
  }

  /// The document with its closed forms in this style.
  package func written(_ document: Document) -> Document {
    document.writing { tree in
      (try? WallisFormulas.Expression(encoded: tree)).map { preferences.text($0) }
    }
  }
}
