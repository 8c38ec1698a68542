internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// Which rows of an answer are shown, in which order, columns and format.
struct RowSelection: ParsableArguments, Sendable {
  @Option(help: ArgumentHelp("Fields to show, separated by commas.", valueName: "fields"))
  var columns: Word?

  @Option(
    help: ArgumentHelp(
      "Fields to sort by, separated by commas, - for falling order; may be repeated.", valueName: "fields"))
  var sort: [Word] = []

  @Option(help: "Most rows to show.")
  var limit = 20

  @Option(help: "Rows to skip.")
  var offset = 0

  @Option(
    help: ArgumentHelp(
      RowFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "format"))
  var format = RowFormat.text

  @Flag(help: "A row for every formula: mirrors a → −a stand beside their partners.")
  var mirrors = false

  @Flag(help: "Do not count the rows beyond those shown; `total` is null.")
  var noTotal = false

  func reply(_ condition: String, _ context: VerbContext, _ global: GlobalOptions) throws -> Reply {
    guard limit >= 0, offset >= 0 else {
      throw Refusal("--limit \(limit) --offset \(offset)", remedy: "use 0 or more")
    }
    let columns = try RowColumns(columns?.string)
    var query = try context.query(
      condition, sort: sort.map(\.string).joined(separator: ","), limit: limit, offset: offset)
    query.foldsMirrors = !mirrors
    query.showsJobs = columns.fields.contains { $0.name == "job" }
    let stored = try context.readCatalog(global)
    if let shell = context.shell, let stream = stream(columns, global) {
      return try write(query, from: stored, stream, to: shell)
    }
    let answer = try stored.answer(query, counting: !noTotal)
    return CatalogRowsView(answer: answer, query: query, columns: columns).reply(as: format)
  }

  /// Most rows of JSON that are held in memory; more are written one by one.
  private static let mostAtOnce = 1000

  /// How rows are written one by one; nil where they are held in memory.
  private func stream(_ columns: RowColumns, _ global: GlobalOptions) -> (any CatalogRowStream)? {
    if global.wantsJSON || format == .json {
      return limit > RowSelection.mostAtOnce
        ? JSONRowStream(columns: columns, isLines: global.jsonLines) : nil
    }
    return switch format {
    case .csv: SeparatedRowStream(columns: columns, separator: .commas)
    case .tsv: SeparatedRowStream(columns: columns, separator: .tabs)
    case .text, .json, .markdown, .latex: nil
    }
  }

  private func write(
    _ query: CatalogQuery, from catalog: Catalog, _ stream: any CatalogRowStream, to shell: Shell
  ) throws -> Reply {
    // A file gets every byte, a terminal no commands.
    let isTerminal = shell.outputIsTerminal
    func write(_ text: String) { shell.write(isTerminal ? text.safeForTerminals : text) }
    var (stream, shown) = (stream, 0)
    write(stream.head)
    try catalog.visit(query) {
      write(stream.text(of: $0))
      shown += 1
    }
    let isCounted = !noTotal && stream is JSONRowStream
    write(stream.end(shown: shown, total: isCounted ? try catalog.total(query) : nil))
    return Reply(Document(), exit: shown == 0 ? .nothing : .done)
  }
}

extension RowFormat: ExpressibleByArgument {}
