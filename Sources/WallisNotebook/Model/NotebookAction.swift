/// Something a user can do in the notebook: one row of the key table.
///
/// Dispatch, the `?` overlay, the palette, the footer and `wallis keys` all read these rows, so an action cannot
/// work and be missing from help.
package struct NotebookAction: Sendable {
  /// What the footer says of an action.
  package struct Footer: Sendable {
    /// Place among the others, from the left.
    package let rank: Int
    /// What the key does, in a word or two.
    package let word: String

    init(_ rank: Int, _ word: String) { (self.rank, self.word) = (rank, word) }
  }

  /// Name in the palette and in configuration: a verb, words joined by hyphens.
  package let name: String
  /// Key sequences that perform it; a sequence is one key or several pressed in turn.
  package private(set) var keys: [[Key]]
  /// Where the keys are valid.
  package let contexts: KeyContexts
  /// What it does, starting with a verb, without a final full stop.
  package let description: String
  /// Word in the footer and its rank there, the smallest first; nil where the footer does not show it.
  package let footer: Footer?
  /// Whether the palette offers it.
  package let inPalette: Bool
  /// What it does.
  let perform: @Sendable (inout NotebookModel) -> [Effect]

  /// A row. `keys` names keys separated by spaces; the keys of a sequence are joined by commas (`d,d`).
  ///
  /// Precondition: every name is that of a key.
  init(
    _ name: String, _ keys: String, in contexts: KeyContexts, _ description: String,
    footer: Footer? = nil,
    inPalette: Bool = true, perform: @escaping @Sendable (inout NotebookModel) -> [Effect]
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").map { sequence in
      guard let keys = [Key](sequence: String(sequence)) else {
        preconditionFailure("no keys are called \(sequence)")
      }
      return keys
    }
    (self.contexts, self.description, self.footer) = (contexts, description, footer)
    (self.inPalette, self.perform) = (inPalette, perform)
  }

  /// A row of an action that only alters the notebook.
  init(
    _ name: String, _ keys: String, in contexts: KeyContexts, _ description: String,
    footer: Footer? = nil,
    inPalette: Bool = true, doing: @escaping @Sendable (inout NotebookModel) -> Void
  ) {
    self.init(name, keys, in: contexts, description, footer: footer, inPalette: inPalette) { model in
      doing(&model)
      return []
    }
  }

  /// The same action on other keys.
  func on(_ keys: [[Key]]) -> NotebookAction {
    var action = self
    action.keys = keys
    return action
  }

  /// The keys as help prints them: `d d`, `j`, `Alt-Enter`.
  package var keyNames: [String] { keys.map { $0.map(\.description).joined(separator: " ") } }
}
