internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog query`: the formulas that satisfy a condition.
struct CatalogQueryVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog query", "List the formulas of the catalog that satisfy a condition.",
    discussion: """
      A row stands for a formula and its mirror a → −a; the total counts both. Fields for conditions, --columns and \
      --sort are the names in JSON; `help query` explains them: \
      \(QueryFieldTable.all.map(\.name).joined(separator: ", ")).
      """,
    examples: [
      .init(
        "catalog query 'factorialReduction and delta > 0.9 and denominator.gamma < 0.6'",
        "fast convergence with small denominators"),
      .init("catalog query 'closedForm has pi' --sort -delta --limit 5", "the five best formulas for π"),
      .init(
        "catalog query 'proved and has pi'", "the same for short: closed forms that are proved and have π"),
      .init(
        "catalog query 'identified and found > yesterday' --columns formula,closedForm,found --format csv",
        "what is new, for a spreadsheet"),
      .init("catalog query 'family = 30' --sort family,-digitsPerTerm --format latex", "a table for a paper"),
      .init("catalog query 'text ~ \"brouncker\"'", "words of closed forms, names and notes"),
    ])

  @Argument(help: ArgumentHelp("The condition.", valueName: "condition"))
  var condition: [Word]

  @OptionGroup var selection: RowSelection
  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = condition.map(\.string).joined(separator: " ")
    return try selection.reply(text, context, global)
  }
}

/// `catalog list`: all formulas of the catalog.
struct CatalogListVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog list", "List the formulas of the catalog.",
    examples: [
      .init("catalog list", "the first formulas by key"),
      .init("catalog list --sort -delta --limit 10", "those with the largest δ"),
    ])

  @OptionGroup var selection: RowSelection
  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    try selection.reply("", context, global)
  }
}
