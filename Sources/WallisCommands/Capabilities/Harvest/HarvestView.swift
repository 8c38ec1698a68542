internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas

/// A harvest for people and for scripts.
struct HarvestView {
  let harvest: Harvest
  let since: String?
  let hasUnfinished: Bool
  /// The catalog as the commands name it.
  let place: String

  var reply: Reply {
    let isEmpty = harvest.groups.isEmpty && harvest.unidentified.isEmpty && harvest.open.isEmpty
    return Reply(document, json: json, exit: isEmpty ? .nothing : .done)
  }

  private var document: Document {
    var blocks: [Block] = [.paragraph(summary)]
    if !harvest.groups.isEmpty { blocks.append(.table(groups)) }
    if !harvest.unidentified.isEmpty { blocks.append(.table(unidentified)) }
    if !harvest.open.isEmpty { blocks.append(.table(open)) }
    if !next.isEmpty { blocks.append(.fields(next.map { Field("next", Text($0, .name)) })) }
    return Document(blocks)
  }

  private var summary: Text {
    let what = since.map { " since \($0)" } ?? ""
    guard harvest.count > 0 else { return Text("no closed form was found\(what)") }
    return Text(
      "\(ProgressLine.counted(harvest.count, "formula")) with a closed form\(what), "
        + "in \(ProgressLine.counted(harvest.groupCount, "group")); "
        + "\(ProgressLine.grouped(harvest.unknown)), in parentheses, are not known")
  }

  private var groups: Table {
    let rows = harvest.groups.flatMap { group in
      group.best.enumerated().map { place, row in
        (place == 0 ? HarvestView.cells(group) : [Text(), Text()])
          + HarvestView.best.map { HarvestView.cell($0, row) }
      }
    }
    return Table(
      [.init("constant"), .init("formulas", .right)]
        + HarvestView.best.map { $0.column(rank: $0.name == "grade" ? 1 : nil) },
      rows: rows,
      caption: records)
  }

  /// The constant, and how many formulas of it are new, in parentheses those that nobody is known to have.
  private static func cells(_ group: Harvest.Group) -> [Text] {
    let unknown = group.unknown == 0 ? "" : " (\(ProgressLine.grouped(group.unknown)))"
    return [
      group.constant.map { Text(label: $0) } ?? Text(unnamed),
      Text(ProgressLine.grouped(group.count) + unknown, .digits),
    ]
  }

  private static let unnamed = "fractions and roots"

  private static let best = HarvestView.fields("a", "b", "closedForm", "grade", "delta")
  private static let open = HarvestView.fields("formula", "value", "delta", "digitsPerTerm")

  private static func fields(_ names: String...) -> [QueryField] {
    names.compactMap { QueryFieldTable.field(named: $0) }
  }

  private static func cell(_ field: QueryField, _ row: CatalogRow) -> Text {
    field.value?(row).cell ?? Text()
  }

  /// Which formulas are faster than all others of their constants; nil where none is.
  private var records: Text? {
    let names = harvest.groups.compactMap { group in
      group.record.map { "\($0.formula) (\(group.constant ?? Self.unnamed))" }
    }
    guard !names.isEmpty else { return nil }
    let left = names.count - Self.recordsShown
    return Text("more digits a term than every other one of its constant here: ", .muted)
      + Text(names.prefix(Self.recordsShown).joined(separator: ", ") + (left > 0 ? " and \(left) more" : ""))
  }

  private static let recordsShown = 3

  private var unidentified: Table {
    let count = harvest.unidentifiedCount
    return Table(
      HarvestView.open.map(\.column),
      rows: harvest.unidentified.map { row in HarvestView.open.map { HarvestView.cell($0, row) } },
      caption: "no closed form, δ > 0 at its depth, reduced: "
        + Text(ProgressLine.counted(count, "formula") + " of the catalog, mirrors counted", .muted))
  }

  private var open: Table {
    Table(
      [.init("family", .right), .init("formulas", .right), .init("for example")],
      rows: harvest.open.map { family in
        [
          Text("\(family.number)", .name), Text(ProgressLine.grouped(family.size), .digits),
          Text("\(family.representative)", .formula),
        ]
      },
      caption: "families whose limit has no name: " + Text(ProgressLine.grouped(harvest.openCount), .digits))
  }

  /// Commands that go on from here.
  private var next: [String] {
    var commands: [String] = []
    if let name = (harvest.groups.first { $0.constant != nil && $0.unknown > 0 } ?? harvest.groups.first)?
      .constant
    {
      let condition = "closedForm has \(name.allSatisfy(\.isLetter) ? name : "\"\(name)\"")".quoted
      commands.append("catalog query \(condition) --sort -delta\(place)")
      commands.append("export \(condition) --sort -delta --limit 10 --format latex\(place)")
    }
    if harvest.unidentifiedCount > 0 {
      commands.append("identify --query \(Harvest.openCondition.quoted)\(place)")
    }
    if let family = harvest.open.first { commands.append("family show \(family.number)\(place)") }
    if hasUnfinished { commands.append("resume\(place)") }
    if commands.isEmpty { commands.append("search dynamics --degree 1,2 --height 2 --identify\(place)") }
    return commands
  }

  private var json: JSONValue {
    [
      "since": .optional(since), "count": .integer(harvest.count), "notKnown": .integer(harvest.unknown),
      "groups": .array(harvest.groups.map(json)), "groupCount": .integer(harvest.groupCount),
      "unidentified": .array(harvest.unidentified.map { CatalogRowsView.json($0) }),
      "unidentifiedCount": .integer(harvest.unidentifiedCount),
      "families": .array(harvest.open.map { FamilyView(family: $0).json() }),
      "familyCount": .integer(harvest.openCount), "next": .array(next.map { .string($0) }),
    ]
  }

  private func json(_ group: Harvest.Group) -> JSONValue {
    [
      "constant": .optional(group.constant), "count": .integer(group.count),
      "notKnown": .integer(group.unknown),
      "formulas": .array(group.best.map { CatalogRowsView.json($0) }),
      "record": group.record.map { CatalogRowsView.json($0) } ?? .null,
    ]
  }
}
