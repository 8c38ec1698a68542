internal import ArgumentParser
internal import WallisDocuments

/// `evaluate`: the value of an expression.
struct EvaluateVerb: Verb {
  static let declaration = VerbDeclaration(
    "evaluate", "Compute the value of an expression.",
    examples: [
      .init("evaluate 'pcf(6, (2n-1)^2)' --digits 50", "a fraction that converges like a power law")
    ])

  @Argument(help: "An expression.") var expression: [Word]
  @Option(help: "Significant digits.") var digits = EvaluateRequest.standardDigits
  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    try EvaluateRequest(expression: expression.map(\.string).joined(separator: " "), digits: digits)
      .reply(in: context)
  }
}

/// Asks for the value of an expression.
struct EvaluateRequest: Codable, Sendable {
  static let standardDigits = 30

  var expression: String
  var digits = EvaluateRequest.standardDigits

  func reply(in context: VerbContext) throws -> Reply {
    let closed = try context.workspace.closed(expression)
    return Reply(Document([.paragraph(Text(closed.text, .formula))]), result: closed.text)
  }
}
