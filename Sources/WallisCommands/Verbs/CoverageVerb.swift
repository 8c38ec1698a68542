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
    let records = try Catalog.opened(at: context.catalogPath(global), creating: false).coverage()
    let json: JSONValue = ["coverage": .array(records.map(json))]
    guard !records.isEmpty else {
      return Reply(Document([.paragraph("no space was scanned completely yet")]), json: json, exit: .nothing)
    }
    let columns: [Table.Column] = [
      .init("search"), .init("space"), .init("depth", .right), .init("digits", .right),
      .init("closed forms"), .init("formulas", .right), .init("engine"),
    ]
    let rows: [[Text]] = records.map { record in
      [
        Text(record.method), Text(record.space.abridged, .formula),
        Text("\(record.depth)/\(record.against)", .digits),
        Text("\(record.digits)", .digits), Text(record.identify ? "looked for" : "no"),
        Text(ProgressLine.grouped(record.candidates), .digits),
        Text("\(record.engine.version) \(record.engine.machine)", .muted),
      ]
    }
    return Reply(Document([.table(Table(columns, rows: rows))]), json: json)
  }

  private func json(_ record: CoverageRecord) -> JSONValue {
    [
      "method": .string(record.method), "space": .string(record.space), "depth": .integer(record.depth),
      "against": .integer(record.against), "digits": .integer(record.digits),
      "identify": .bool(record.identify), "candidates": .integer(record.candidates),
      "funnel": .object(record.funnel.sorted.map { .init($0.reason, .integer($0.count)) }),
      "version": .string(record.engine.version), "machine": .string(record.engine.machine),
    ]
  }
}
