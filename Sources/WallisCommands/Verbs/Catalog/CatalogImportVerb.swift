internal import ArgumentParser
internal import Foundation
internal import WallisCatalog
internal import WallisDocuments

/// `catalog import`: adds exported text to the catalog.
struct CatalogImportVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog import", "Add what `catalog export` wrote, all or nothing.",
    discussion: "Importing twice, or several files in any order, gives the same catalog.",
    examples: [
      .init("catalog import catalogs/mine.txt", "from a file"),
      .init("catalog import -", "from standard input"),
    ])

  @Argument(help: ArgumentHelp("Exported text, or - for standard input.", valueName: "file"))
  var file: Word

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    var lines = try text(context).split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last?.isEmpty == true { lines.removeLast() }
    let catalog = try Catalog.opened(at: context.catalogPath(global), creating: true)
    let summary = try catalog.importText { lines.popFirst().map(String.init) }
    let fields = [
      Field("formulas", Text(ProgressLine.grouped(summary.formulas), .digits)),
      Field("findings", Text(ProgressLine.grouped(summary.findings), .digits)),
      Field("covered spaces", Text(ProgressLine.grouped(summary.coverage), .digits)),
    ]
    let json: JSONValue = [
      "schema": 1, "formulas": .integer(summary.formulas), "findings": .integer(summary.findings),
      "coverage": .integer(summary.coverage),
    ]
    return Reply(Document([.fields(fields)]), json: json)
  }

  private func text(_ context: VerbContext) throws(Refusal) -> String {
    let bytes: [UInt8]
    if file.string == "-" {
      guard let shell = context.shell else { throw Refusal("a cell has no standard input") }
      bytes = shell.readAll()
    } else {
      guard let data = FileManager.default.contents(atPath: file.string) else {
        throw Refusal(
          "cannot read \(file.string)", remedy: "check the name and the permissions", exit: .badData)
      }
      bytes = Array(data)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        "\(file.string) is no UTF-8 text", remedy: "import what `catalog export` wrote", exit: .badData)
    }
    return text
  }
}
