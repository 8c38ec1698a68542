internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog backup`: copies the catalog.
struct CatalogBackupVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog backup", "Write a copy of the catalog, whole, while others go on using it.",
    discussion: "The copy is a catalog with everything in it, jobs too. No file is replaced.",
    examples: [.init("catalog backup wallis-monday.sqlite", "the catalog as it is now")])

  @Argument(help: ArgumentHelp("File to write.", valueName: "file"))
  var target: Word

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    try context.readCatalog(global).backup(to: target.string)
    let statistics = try context.readCatalog(at: target.string).statistics()
    let text: Text =
      Text("\(ProgressLine.counted(statistics.formulas, "formula")) written to ") + Text(target.string, .name)
    return Reply(
      Document([.paragraph(text)]),
      json: [
        "output": .string(target.string), "formulas": .integer(statistics.formulas),
        "bytes": .integer(statistics.bytes),
      ])
  }
}

/// `catalog compact`: gives room back.
struct CatalogCompactVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog compact", "Give back the room of what was deleted from the catalog.",
    discussion: "All or nothing; it needs room for a second copy while it runs.",
    examples: [.init("catalog compact", "the usual catalog")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (before, after) = try context.openCatalog(global).compact()
    let sizes = [before, after].map { ProgressLine.grouped(($0 + 999) / 1000) }
    return Reply(
      Document([.paragraph("\(sizes[0]) kB before, \(sizes[1]) kB now")]),
      json: ["before": .integer(before), "after": .integer(after)])
  }
}

extension CatalogBackupVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { [target.string] }
}
