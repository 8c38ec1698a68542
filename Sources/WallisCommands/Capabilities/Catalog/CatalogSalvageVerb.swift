internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog salvage`: brings what a damaged catalog holds into a new one.
struct CatalogSalvageVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog salvage", "Bring every sound row of a damaged catalog into a new one.",
    discussion: """
      The damaged file is only read, page by page, whatever is wrong with the rest of it. Rows are taken as they were \
      written, by their checksums; formulas that were there and cannot be read any more are named. What was deleted shortly \
      before may come back. Exit code 1 where something is lost.
      """,
    examples: [
      .init("catalog salvage rescued.sqlite", "from the usual catalog"),
      .init("catalog salvage rescued.sqlite --catalog broken.sqlite", "from another one"),
    ])

  @Argument(help: ArgumentHelp("File of the new catalog.", valueName: "file"))
  var target: Word

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let report: SalvageReport
    do {
      report = try Catalog.salvage(
        context.catalogPath(global), into: target.string, kinds: context.kinds)
    } catch {
      throw Refusal(error)
    }
    var json: JSONValue {
      [
        "output": .string(target.string), "kept": object(report.kept), "orphans": object(report.orphans),
        "lostFormulas": .array(report.lostFormulas.map { .string($0) }),
        "lostFindings": .array(report.lostFindings.map { .string($0) }),
      ]
    }
    return Reply(document(report), json: json, exit: report.isWhole ? .done : .nothing)
  }

  private func object(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
  }

  /// Most names of lost rows that are shown.
  private static let longestList = 20

  private func document(_ report: SalvageReport) -> Document {
    let fields = report.kept.sorted { $0.key < $1.key }.map {
      Field($0.key, Text(ProgressLine.grouped($0.value), .digits))
    }
    var blocks: [Block] = [.fields(fields), .paragraph("brought over to " + Text(target.string, .name))]
    let lost =
      report.lostFormulas.map { [Text("formula"), Text($0, .formula)] }
      + report.lostFindings.map { [Text("closed form"), Text($0, .formula)] }
      + report.orphans.sorted { $0.key < $1.key }.map {
        [Text($0.key), Text("\(ProgressLine.grouped($0.value)) rows of what is lost")]
      }
    guard !lost.isEmpty else { return Document(blocks) }
    let rest = lost.count - Self.longestList
    blocks.append(
      .table(
        Table(
          [.init("lost"), .init("what")], rows: Array(lost.prefix(Self.longestList)),
          caption: rest > 0 ? Text("and \(ProgressLine.grouped(rest)) more", .muted) : nil)))
    return Document(blocks)
  }
}

extension CatalogSalvageVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { [target.string] }
}
