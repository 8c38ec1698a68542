internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog merge`: adds what other catalogs know.
struct CatalogMergeVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog merge", "Add everything that other catalogs know.",
    discussion: """
      A file is a catalog or what `catalog export` wrote; each is added all or nothing, in any order. When all shards of \
      a space are there, they count as the space: the export is that of a search that was never divided. Jobs stay where \
      they are.
      """,
    examples: [
      .init("catalog merge shard1.sqlite shard2.sqlite", "two parts of a search"),
      .init("catalog merge --catalog all.sqlite laptop.sqlite desk.txt", "a catalog and an export"),
    ])

  @Argument(help: ArgumentHelp("Catalogs or exported texts.", valueName: "file"))
  var files: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard !files.isEmpty else { throw Refusal("no file is given", remedy: "catalog merge shard1.sqlite") }
    let catalog = try context.openCatalog(global, creating: true)
    var total = ImportSummary()
    for file in files {
      let summary = try merge(file.string, into: catalog)
      total.formulas += summary.formulas
      total.findings += summary.findings
      total.exclusions += summary.exclusions
      total.notes += summary.notes
      total.coverage += summary.coverage
    }
    return ImportView(summary: total).reply
  }

  private func merge(_ path: String, into catalog: Catalog) throws -> ImportSummary {
    guard !Catalog.isCatalog(at: path) else {
      let other = try Catalog.opened(at: path, creating: false)
      let summary = try catalog.merge(other)
      try other.close()
      return summary
    }
    let lines = try LineReader(path: path)
    return try catalog.importText { try lines.next() }
  }
}

/// What an import or a merge read.
struct ImportView {
  let summary: ImportSummary

  var reply: Reply {
    let fields = [
      Field("formulas", Text(ProgressLine.grouped(summary.formulas), .digits)),
      Field("findings", Text(ProgressLine.grouped(summary.findings), .digits)),
      Field("exclusions", Text(ProgressLine.grouped(summary.exclusions), .digits)),
      Field("notes", Text(ProgressLine.grouped(summary.notes), .digits)),
      Field("covered spaces", Text(ProgressLine.grouped(summary.coverage), .digits)),
    ]
    var json: JSONValue {
      [
        "formulas": .integer(summary.formulas), "findings": .integer(summary.findings),
        "exclusions": .integer(summary.exclusions), "notes": .integer(summary.notes),
        "coverage": .integer(summary.coverage),
      ]
    }
    return Reply(Document([.fields(fields)]), json: json)
  }
}
