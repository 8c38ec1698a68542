internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `coverage`: the spaces that were scanned completely.
struct CoverageVerb: Verb {
  static let declaration = VerbDeclaration(
    "coverage", "List the spaces that were scanned completely, so that none is scanned twice unknowingly.",
    examples: [.init("coverage", "every space with depth, precision and engine")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let records = try context.readCatalog(global).coverage()
    var json: JSONValue { ["coverage": .array(records.map(self.json))] }
    guard !records.isEmpty else {
      return Reply(Document([.paragraph("no space was scanned completely yet")]), json: json, exit: .nothing)
    }
    let columns: [Table.Column] = [
      .init("search"), .init("space"), .init("depth", .right), .init("digits", .right, rank: 2),
      .init("closed forms", rank: 1), .init("formulas", .right), .init("engine", rank: 3),
    ]
    let rows: [[Text]] = records.map { record in
      [
        Text(record.covered.method), Text(record.covered.space.description.abridged, .formula),
        Text("\(record.covered.terms.depth)/\(record.covered.terms.against)", .digits),
        Text("\(record.covered.terms.digits)", .digits),
        Text(record.covered.terms.identify ? "looked for" : "no"),
        Text(ProgressLine.grouped(record.covered.candidates), .digits),
        Text("\(record.engine.version) \(record.engine.machine)", .muted),
      ]
    }
    return Reply(Document([.table(Table(columns, rows: rows))]), json: json)
  }

  private func json(_ record: CoverageRecord) -> JSONValue {
    let (covered, terms) = (record.covered, record.covered.terms)
    return [
      "method": .string(covered.method), "space": .string(covered.space.description),
      "depth": .integer(terms.depth), "against": .integer(terms.against), "digits": .integer(terms.digits),
      "identify": .bool(terms.identify), "candidates": .integer(covered.candidates),
      "funnel": .object(record.funnel.sorted.map { .init($0.reason, .integer($0.count)) }),
      "version": .string(record.engine.version), "machine": .string(record.engine.machine),
    ]
  }
}
