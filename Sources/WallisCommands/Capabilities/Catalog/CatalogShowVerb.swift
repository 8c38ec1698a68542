internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `catalog show`: everything that the catalog knows about a formula.
struct CatalogShowVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog show", "Show everything that the catalog knows about a formula.",
    examples: [
      .init("catalog show 'pcf(2n+1, n^2)'", "metrics, closed forms, family and notes"),
      .init("catalog show 'signed -+ . 2;2,3'", "a signed fraction, by its key"),
      .init("catalog show 'line zeta3 - 1,1 1,1'", "a line of a matrix field, by its key"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction, as pcf(a(n), b(n)), or a key.", valueName: "formula"))
  var formula: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (subject, text) = try context.formula(formula)
    let catalog = try context.readCatalog(global)
    guard let row = try catalog.row(for: subject) else {
      throw Refusal(
        "\(subject) is not in the catalog", remedy: "measure it, or search a space that contains it",
        exit: .nothing)
    }
    return FormulaRowView(
      row: row, findings: try catalog.findings(about: subject), proofs: try catalog.proofs(about: subject),
      excluded: try catalog.exclusions(about: subject).map { ($0.basis, $0.below) },
      notes: try catalog.notes(about: subject), imported: try catalog.imported(about: subject),
      membership: try catalog.membership(of: subject),
      coverage: try catalog.jobs().compactMap { coverage(of: subject, by: $0, context) }
    ).reply(result: text)
  }

  /// How a finished search covered the formula; nil for one that did not, or of which that is not known.
  private func coverage(of formula: Formula, by job: Job, _ context: VerbContext) -> String? {
    guard job.state == .finished, let request = try? context.methods.request(of: job), request.holds(formula)
    else { return nil }
    let terms = request.coverage
    return "\(request.name) \(request.summaryLine), depth \(terms.depth)/\(terms.against)"
      + (terms.identify ? ", closed forms looked for" : "")
  }
}
