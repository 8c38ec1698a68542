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

      Nothing is taken on trust. Every row has to be as it was written. Every finding that is new here is evaluated again, \
      and its closed form compared with what comes out. Each search of this version carries a certificate: the counts of \
      every exit of its chunks, and a residue of what they yielded. They have to add up, and one chunk in a hundred, at \
      least one, drawn by --seed, is searched again and has to yield the same. A catalog that differs is refused with \
      what differs, the others are merged, and the exit code is 3. Searches by another version or on another type of \
      machine cannot be searched again here, and those of versions without certificates either: they are counted.
      """,
    examples: [
      .init("catalog merge shard1.sqlite shard2.sqlite", "two parts of a search"),
      .init("catalog merge --catalog all.sqlite laptop.sqlite desk.txt", "a catalog and an export"),
    ])

  @Argument(help: ArgumentHelp("Catalogs or exported texts.", valueName: "file"))
  var files: [Word]

  @Option(help: "Chooses the chunks that are searched again; drawn unless given.")
  var seed: UInt64?

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard !files.isEmpty else { throw Refusal("no file is given", remedy: "catalog merge shard1.sqlite") }
    let check = try MergeCheck(context, seed: seed, workers: SearchRun.workers(workers))
    let catalog = try context.openCatalog(global, creating: true)
    var view = ImportView(summary: ImportSummary(), seed: check.seed)
    for file in files {
      do {
        view.summary.add(try merge(file.string, into: catalog, check, context))
      } catch let error as CatalogError {
        guard case .differs = error else { throw error }
        view.refused.append((file.string, Refusal(error).diagnostic))
      }
    }
    return view.reply
  }

  private func merge(
    _ path: String, into catalog: Catalog, _ check: MergeCheck, _ context: VerbContext
  ) throws -> ImportSummary {
    guard !Catalog.isCatalog(at: path) else {
      return try catalog.merge(context.readCatalog(at: path), check: check)
    }
    let lines = try LineReader(path: path)
    return try catalog.importText(verifier: check.verifier) { try lines.next() }
  }
}
