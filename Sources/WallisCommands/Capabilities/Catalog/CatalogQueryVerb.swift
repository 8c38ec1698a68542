internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog query`: the formulas that satisfy a condition.
struct CatalogQueryVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog query", "List the formulas of the catalog that satisfy a condition.",
    discussion: """
      Conditions: = != < <= > >=, ~ for text, and, or, not, parentheses. A comparison with something that is not \
      there is false; = null asks for that. text ~ looks for whole words, brou* for what begins so. Fields are the \
      names in JSON:
      \(fields)
      """,
    examples: [
      .init(
        "catalog query 'factorialReduction and delta > 0.9 and denominator.gamma < 0.6'",
        "fast convergence with small denominators"),
      .init("catalog query 'closedForm ~ \"pi\"' --sort -delta --limit 5", "the five best formulas for π"),
      .init("catalog query 'text ~ \"brouncker\"'", "words of closed forms, names and notes"),
    ])

  /// One line for every field of the query language.
  private static var fields: String {
    QueryFieldTable.all.map { field in
      "  " + field.name + String(repeating: " ", count: max(1, 19 - field.name.count)) + field.summary
    }.joined(separator: "\n")
  }

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

/// Which rows of an answer are shown, and in which order.
struct RowSelection: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp("Fields to sort by, separated by commas; - for falling order.", valueName: "fields"))
  var sort: Word?

  @Option(help: "Most rows to show.")
  var limit = 20

  @Option(help: "Rows to skip.")
  var offset = 0

  @Flag(help: "Do not count the rows beyond those shown; `total` is null.")
  var noTotal = false

  func reply(_ condition: String, _ context: VerbContext, _ global: GlobalOptions) throws -> Reply {
    guard limit >= 0, offset >= 0 else {
      throw Refusal("--limit \(limit) --offset \(offset)", remedy: "use 0 or more")
    }
    let query = try CatalogQuery(condition, sort: sort?.string, limit: limit, offset: offset)
    let stored = try context.readCatalog(global)
    if let shell = context.shell, global.wantsJSON, limit > RowSelection.mostAtOnce {
      return try stream(query, from: stored, to: shell, global)
    }
    let answer = try stored.answer(query, counting: !noTotal)
    return CatalogRowsView(rows: answer.rows, total: answer.total).reply
  }

  /// Most rows that are held in memory; more are written one by one.
  private static let mostAtOnce = 1000

  private func stream(
    _ query: CatalogQuery, from catalog: Catalog, to shell: Shell, _ global: GlobalOptions
  ) throws -> Reply {
    var stream = CatalogRowStream(shell: shell, isLines: global.jsonLines)
    try catalog.visit(query) { stream.write($0) }
    stream.end(total: noTotal ? nil : try catalog.total(query))
    return Reply(Document(), exit: stream.isEmpty ? .nothing : .done)
  }
}
