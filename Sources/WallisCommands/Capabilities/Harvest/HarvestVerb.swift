internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `harvest`: what was found, and what to do with it.
struct HarvestVerb: Verb {
  static let declaration = VerbDeclaration(
    "harvest", "Show what is new in the catalog, best first, and what is worth a look.",
    discussion: """
      Closed forms are grouped by the constant that tells them; of two formulas the one of the better grade is better, \
      then that with the larger δ, then that with more digits a term. A formula and its mirror count once. "not known" \
      are those that no list or table that Wallis has is known to hold. What is open is shown for the whole catalog: \
      measurements keep no time.
      """,
    examples: [
      .init("harvest", "everything that the catalog has"),
      .init("harvest --since 3", "what job 3 and later ones found first"),
      .init("harvest --since yesterday --each 5", "five formulas a constant"),
    ])

  @Option(
    help: ArgumentHelp(
      "The number of a job, or a time: 2026-11-28, yesterday, \"3 days ago\".", valueName: "job or time"))
  var since: Word?

  @Option(help: "Most constants that are shown.")
  var limit = 20

  @Option(help: "Most formulas of each constant.")
  var each = 1

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard limit >= 1, each >= 1 else {
      throw Refusal("--limit \(limit) --each \(each)", remedy: "use 1 or more")
    }
    let catalog = try context.readCatalog(global)
    let harvest = try catalog.harvest(try new(catalog, context), groups: limit, each: each)
    let hasUnfinished = try catalog.latestUnfinishedJob() != nil
    return HarvestView(
      harvest: harvest, since: since?.string, hasUnfinished: hasUnfinished,
      place: global.place
    ).reply
  }

  /// The formulas that count as new.
  private func new(_ catalog: Catalog, _ context: VerbContext) throws -> CatalogQuery {
    guard let since = since?.string else { return try context.query("identified") }
    if let job = Int(since) {
      _ = try catalog.job(job)
      return try context.query("job >= \(job) and not job < \(job)")
    }
    guard !since.contains("\""), let query = try? context.query("found >= \"\(since)\"") else {
      throw Refusal(
        "'\(since)' is neither a job nor a time",
        remedy: "the number of a job (jobs lists them), 2026-11-28, yesterday or '3 days ago'")
    }
    return query
  }
}
