internal import ArgumentParser
internal import WallisDocuments

/// `help`: the verbs, or one of them.
struct HelpVerb: Verb {
  static let declaration = VerbDeclaration(
    "help", "Explain the verbs, one verb, or a function of expressions.",
    examples: [
      .init("help", "lists the verbs"),
      .init("help evaluate", "explains one verb with its options and examples"),
      .init("help zeta", "explains a function of expressions"),
    ])

  @Argument(help: ArgumentHelp("A verb, a function or a constant.", valueName: "topic"))
  var topic: [Word] = []

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    try HelpPages(table: context.table, width: context.width).page(
      topic.flatMap { $0.string.split(separator: " ").map(String.init) })
  }
}
