internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisSearch

/// `catalog import`: adds exported text, or the formulas of a published table, to the catalog.
struct CatalogImportVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog import", "Add what `catalog export` wrote, or measure a list or a published table of formulas.",
    discussion: """
      A file of continued fractions, one a line, is measured and stored; lines that are none are reported and passed \
      over. Exported text is added all or nothing; importing twice, or several files in any order, gives the same catalog. \
      With --format blind-delta the file is a table of the public code of Shalyt et al. (2024), as CSV: every \
      formula is measured again, our measurement is stored, and every disagreement with the table is shown with its \
      explanation.
      """,
    examples: [
      .init("catalog import catalogs/mine.txt", "from a file"),
      .init("catalog import -", "from standard input"),
      .init("catalog import fractions.txt", "measures a list: pcf(2n+1, n^2), and so on, one a line"),
      .init(
        "catalog import --format blind-delta BlindDelta_-5_5.csv", "the authors' table beside our numbers"),
    ])

  @Argument(help: ArgumentHelp("File to read, or - for standard input.", valueName: "file"))
  var file: Word

  @Option(help: "What the file is: catalog or blind-delta.")
  var format = ImportFormat.catalog

  @Option(
    help: ArgumentHelp("Degrees that the keys of a table are padded to, unless equal.", valueName: "p,q"))
  var degree: Word?

  @Option(help: "Worker threads for measuring; all cores unless given.")
  var workers: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let lines = try reader(context)
    switch format {
    case .catalog: return try importText(lines, context)
    case .blindDelta:
      let comparison = try TableComparison(
        context: context, catalog: context.catalogPath(global), workers: SearchRun.workers(workers),
        degrees: degree.map { try DegreePair($0).degrees })
      return try comparison.reply(lines)
    }
  }

  private func importText(_ lines: LineReader, _ context: VerbContext) throws -> Reply {
    var first: [String] = []
    while first.last.map(FormulaListImport.saysNothing) ?? true, let line = try lines.next() {
      first.append(line)
    }
    if let line = first.last, FormulaListImport.isList(firstLine: line, in: context) {
      var list = FormulaListImport(
        context: context, catalog: context.catalogPath(global), workers: try SearchRun.workers(workers))
      return try list.reply(first, lines)
    }
    let catalog = try context.openCatalog(global, creating: true)
    var waiting = first[...]
    return ImportView(summary: try catalog.importText { try waiting.popFirst() ?? lines.next() }).reply
  }

  private func reader(_ context: VerbContext) throws(Refusal) -> LineReader {
    guard file.string == "-" else { return try LineReader(path: file.string) }
    guard let shell = context.shell else { throw Refusal("a cell has no standard input") }
    var rest: [UInt8]? = shell.readAll()
    return LineReader(name: "standard input") {
      defer { rest = nil }
      return rest ?? []
    }
  }
}

/// What a file to import is.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Text of `catalog export`.
  case catalog
  /// A table of the code of Shalyt et al. (2024).
  case blindDelta = "blind-delta"
}

/// Two degrees as typed: `2,4`.
struct DegreePair {
  let degrees: (a: Int, b: Int)

  init(_ word: Word) throws(Refusal) {
    let numbers = word.string.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let a = numbers[0], let b = numbers[1] else {
      throw Refusal("--degree takes two numbers, not '\(word.string)'", remedy: "for example --degree 1,2")
    }
    degrees = (a, b)
  }
}
