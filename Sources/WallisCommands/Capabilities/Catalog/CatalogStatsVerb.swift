internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `catalog stats`: how much the catalog holds.
struct CatalogStatsVerb: Verb {
  static let declaration = VerbDeclaration(
    "catalog stats", "Count the formulas and findings of the catalog.",
    examples: [.init("catalog stats", "by status, class, reason and grade")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let path = context.catalogPath(global)
    let statistics = try context.readCatalog(at: path).statistics()
    let fields = [
      Field("formulas", number(statistics.formulas)), Field("stored rows", number(statistics.rows)),
      Field("factorial reduction", number(statistics.factorialReduction)),
      Field("with a closed form", number(statistics.identified)),
    ]
    let groups = [
      ("status", statistics.byStatus), ("class", statistics.byClass),
      ("no limit because", statistics.byReason),
      ("findings", statistics.findings), ("jobs", statistics.jobs),
    ]
    let tables = groups.filter { !$0.1.isEmpty }.map { Block.table(table($0.0, $0.1)) }
    let remark = Text("\(path): \(ProgressLine.grouped(statistics.bytes / 1000)) kB", .muted)
    return Reply(
      Document([.fields(fields)] + tables), json: json(statistics),
      exit: statistics.formulas == 0 ? .nothing : .done, remark: Document([.paragraph(remark)]))
  }

  private func number(_ count: Int) -> Text { Text(ProgressLine.grouped(count), .digits) }

  private func table(_ title: String, _ counts: [String: Int]) -> Table {
    let rows = counts.sorted { $0.key < $1.key }.map { [Text($0.key), number($0.value)] }
    return Table([.init(title), .init("count", .right)], rows: rows)
  }

  private func json(_ statistics: CatalogStatistics) -> JSONValue {
    func object(_ counts: [String: Int]) -> JSONValue {
      .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) })
    }
    return [
      "formulas": .integer(statistics.formulas), "rows": .integer(statistics.rows),
      "byStatus": object(statistics.byStatus), "byClass": object(statistics.byClass),
      "byReason": object(statistics.byReason),
      "factorialReduction": .integer(statistics.factorialReduction),
      "identified": .integer(statistics.identified), "findings": object(statistics.findings),
      "jobs": object(statistics.jobs), "bytes": .integer(statistics.bytes),
    ]
  }
}
