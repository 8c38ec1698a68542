internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// `catalog show`: everything that the catalog knows about a formula.
struct CatalogShowVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog show", "Show everything that the catalog knows about a formula.",
    examples: [
      .init("catalog show 'pcf(2n+1, n^2)'", "metrics, closed forms and notes"),
      .init("catalog show 'signed -+ . 2;2,3'", "a signed fraction, by its key"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction, as pcf(a(n), b(n)), or a key.", valueName: "formula"))
  var formula: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    if let key = Formula(key: formula.map(\.string).joined(separator: " ")), case .signed(let fraction) = key
    {
      return try reply(key, fraction, in: context)
    }
    let (fraction, text) = try context.fraction(formula)
    let catalog = try Catalog.opened(at: context.catalogPath(global), creating: false)
    guard let row = try catalog.row(for: .continuedFraction(fraction)) else {
      throw Refusal(
        "\(fraction) is not in the catalog", remedy: "measure it, or search a space that contains it",
        exit: .nothing)
    }
    let findings = try catalog.findings(about: .continuedFraction(fraction))
    let view = DynamicsView(row.dynamics, of: fraction, depth: row.depth, against: row.against)
    var blocks: [Block] = [.heading(Text("\(fraction)", .formula)), .fields(view.fields)]
    if !findings.isEmpty { blocks.append(.table(SearchSummaryView.table(findings))) }
    let excluded = try catalog.exclusions(about: .continuedFraction(fraction)).map { ($0.basis, $0.below) }
    if !excluded.isEmpty { blocks.append(.table(IdentificationView.table(excluded))) }
    let notes = try catalog.notes(about: .continuedFraction(fraction))
    blocks += notes.map { .paragraph(Text($0)) }
    let json = CatalogRowsView.json(row, findings: findings, excluded: excluded, notes: notes)
    return Reply(Document(blocks), json: json, result: text)
  }

  private func reply(_ formula: Formula, _ fraction: SignedFraction, in context: VerbContext) throws -> Reply
  {
    let catalog = try Catalog.opened(at: context.catalogPath(global), creating: false)
    guard let row = try catalog.row(for: formula) else {
      throw Refusal(
        "\(fraction) is not in the catalog", remedy: "search esma finds signed fractions", exit: .nothing)
    }
    return SignedRowView(
      row: row, fraction: fraction, findings: try catalog.findings(about: formula),
      notes: try catalog.notes(about: formula)
    ).reply
  }
}
