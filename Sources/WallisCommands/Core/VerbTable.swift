/// The verbs that a program knows.
package struct VerbTable: Sendable {
  /// The verbs in the order of the help.
  package let verbs: [any Verb.Type]

  /// A table of verbs.
  package init(_ verbs: [any Verb.Type]) { self.verbs = verbs }

  /// This table with further verbs in front.
  package func adding(_ more: [any Verb.Type]) -> VerbTable { VerbTable(more + verbs) }

  /// The declarations that help and completion show.
  package var declarations: [VerbDeclaration] { verbs.map { $0.declaration }.filter { !$0.isHidden } }
}
