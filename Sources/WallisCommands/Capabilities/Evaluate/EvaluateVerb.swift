internal import ArgumentParser

/// `evaluate`: the value of an expression.
struct EvaluateVerb: Verb {
  static let declaration = VerbDeclaration(
    "evaluate", "Compute the value of an expression to any number of digits.",
    discussion: """
      Every digit shown is forced: rounded to nearest, and checked by a second evaluation that is named in the \
      line `verified`. A formula without a limit is an answer, not an error.
      """,
    examples: [
      .init(
        "evaluate 'pcf(6, (2n-1)^2)' --digits 50", "3 + π, from a fraction that converges like a power law"),
      .init("evaluate pi --digits 1000", "digits of a constant"),
      .init("evaluate '4/pcf(2n+1, n^2) - pi'", "expressions may contain fractions"),
      .init("evaluate 'sum(k=1..inf, H(k)/k^2)'", "an infinite sum, with a proved bound on the rest"),
      .init("evaluate '-zeta(3)/log(2)' --json", "a value may begin with a minus sign"),
    ])

  @Argument(help: ArgumentHelp("An expression, as in a cell.", valueName: "expression"))
  var expression: [Word]

  @Option(help: "Significant digits.")
  var digits = EvaluateRequest.standardDigits

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = expression.map(\.string).joined(separator: " ")
    return try EvaluateRequest(expression: text, digits: digits, isDetailed: true).reply(in: context)
  }
}
