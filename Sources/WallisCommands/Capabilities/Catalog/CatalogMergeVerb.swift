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
      let summary = try merge(file.string, into: catalog, context)
      total.add(summary)
    }
    return ImportView(summary: total).reply
  }

  private func merge(_ path: String, into catalog: Catalog, _ context: VerbContext) throws -> ImportSummary {
    guard !Catalog.isCatalog(at: path) else {
      return try catalog.merge(context.readCatalog(at: path))
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
    let families: [Field] =
      summary.families > 0 ? [Field("families", Text(ProgressLine.grouped(summary.families), .digits))] : []
    let proofs: [Field] =
      (summary.proofs > 0 ? [Field("proofs", Text(ProgressLine.grouped(summary.proofs), .digits))] : [])
      + (summary.links > 0 ? [Field("links", Text(ProgressLine.grouped(summary.links), .digits))] : [])
    var json: JSONValue {
      [
        "formulas": .integer(summary.formulas), "findings": .integer(summary.findings),
        "proofs": .integer(summary.proofs), "proofsLeftOut": .integer(summary.unproved),
        "links": .integer(summary.links),
        "exclusions": .integer(summary.exclusions), "notes": .integer(summary.notes),
        "families": .integer(summary.families), "coverage": .integer(summary.coverage),
        "lowered": .integer(summary.lowered), "textsWithoutEnd": .integer(summary.textsWithoutEnd),
      ]
    }
    return Reply(
      Document([.fields(fields + proofs + families)] + doubts.map { .paragraph(Text($0)) }), json: json)
  }

  /// What could not be believed as it was said.
  private var doubts: [String] {
    var doubts: [String] = []
    if summary.lowered > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.lowered, "finding")) with a lower grade now: what nothing here proves is a "
          + "conjecture, and what cannot be compared with its value suspicious")
    }
    if summary.unproved > 0 {
      doubts.append(
        "\(ProgressLine.counted(summary.unproved, "proof")) left out: a step of each does not hold here")
    }
    if summary.textsWithoutEnd > 0 {
      doubts.append("a text of an earlier version has no closing line: nobody can tell whether it is whole")
    }
    return doubts
  }
}
