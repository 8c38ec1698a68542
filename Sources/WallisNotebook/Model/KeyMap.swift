/// Finds the action of a key sequence in a context.
package struct KeyMap: Sendable {
  /// What the keys pressed so far mean.
  enum Match {
    /// They are the keys of this action.
    case action(NotebookAction)
    /// They begin the keys of some action.
    case beginning
    /// They mean nothing.
    case nothing
  }

  /// The rows, in the order help shows them.
  package let actions: [NotebookAction]
  private let whole: [KeyContext: [[Key]: Int]]
  private let beginnings: [KeyContext: Set<[Key]>]

  /// The contexts, in the order of help.
  package let contexts: [KeyContext]

  /// A map of actions; where two rows bind the same keys in one context (which a test excludes) the first wins.
  package init(_ actions: [NotebookAction], contexts: [KeyContext]) {
    (self.actions, self.contexts) = (actions, contexts)
    var whole: [KeyContext: [[Key]: Int]] = [:]
    var beginnings: [KeyContext: Set<[Key]>] = [:]
    for (index, action) in actions.enumerated() {
      for context in contexts where action.contexts.contains(context) {
        for sequence in action.keys {
          if whole[context]?[sequence] == nil { whole[context, default: [:]][sequence] = index }
          for length in 1..<max(1, sequence.count) {
            beginnings[context, default: []].insert(Array(sequence.prefix(length)))
          }
        }
      }
    }
    (self.whole, self.beginnings) = (whole, beginnings)
  }

  /// The same map with other keys.
  func with(_ actions: [NotebookAction]) -> KeyMap { KeyMap(actions, contexts: contexts) }

  func match(_ keys: [Key], in context: KeyContext) -> Match {
    if let index = whole[context]?[keys] { return .action(actions[index]) }
    return beginnings[context]?.contains(keys) == true ? .beginning : .nothing
  }

  /// The action called `name`; nil when there is none.
  package func action(named name: String) -> NotebookAction? { actions.first { $0.name == name } }
}
