internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisProofs

/// The components of a catalog, with their hubs and what is proved of them.
struct UnifyView {
  let members: [UnifiedFormula]
  let graph: FormulaGraph
  /// Numbers of components by the keys of formulas.
  let numbers: [String: Int]
  /// Links that were there before.
  let known: Int
  /// Pairs compared now.
  let tried: Int
  /// Matrix fields by the simplest members of components; nil for a run that was interrupted before they were looked for.
  let fields: [Int: String]?
  /// Formulas that a proof was carried to now.
  let proved: Int
  /// Places of the formulas that are proved.
  let certified: Set<Int>
  let isFinished: Bool

  /// A component: its members the simplest first.
  private struct Component {
    let number: Int?
    let members: [UnifiedFormula]
    let proved: Int
    let hub: UnifiedFormula
    let links: Int
    let field: String?
  }

  private var components: [Component] {
    let degrees = graph.degrees
    return graph.components.compactMap { places in
      // The first of the greatest: the simplest formula with most links.
      guard let hub = places.max(by: { (degrees[$0], -$0) < (degrees[$1], -$1) }) else { return nil }
      return Component(
        number: numbers[members[hub].formula.key], members: places.map { members[$0] },
        proved: places.count { certified.contains($0) }, hub: members[hub], links: degrees[hub],
        field: fields?[graph.root(hub)])
    }.sorted { ($1.members.count, $0.number ?? .max) < ($0.members.count, $1.number ?? .max) }
  }

  private static let shown = 20

  /// Formulas that are lines of known matrix fields, up to links.
  private var inField: Int? {
    fields.map { fields in members.indices.count { fields[graph.root($0)] != nil } }
  }

  var reply: Reply {
    let components = components
    var json: JSONValue { self.json(components) }
    var document: Document { self.document(components) }
    let exit: Exit = !isFinished ? .interrupted : components.isEmpty ? .nothing : .done
    return Reply(document, json: json, exit: exit)
  }

  private func document(_ components: [Component]) -> Document {
    let linked = components.reduce(0) { $0 + $1.members.count }
    var fields = [
      Field("formulas", Text(ProgressLine.grouped(members.count), .digits) + ", mirrors left out"),
      Field(
        "linked",
        Text(ProgressLine.grouped(linked), .digits)
          + " in \(ProgressLine.counted(components.count, "component")), "
          + "\(ProgressLine.counted(graph.links.count - known, "link")) new"),
    ]
    if let inField, inField > 0 {
      fields.append(
        Field(
          "in matrix fields",
          Text(ProgressLine.grouped(inField), .digits) + " by links to lines of known ones"))
    }
    if proved > 0 {
      fields.append(
        Field("proved now", Text(ProgressLine.grouped(proved), .digits) + " by themselves or by links"))
    }
    var blocks: [Block] = [.fields(fields)]
    if !components.isEmpty { blocks.append(.table(table(components))) }
    if !isFinished {
      blocks.append(.paragraph("interrupted; what is found is kept, and the same command goes on"))
    }
    return Document(blocks)
  }

  private func table(_ components: [Component]) -> Table {
    let left = components.count - UnifyView.shown
    return Table(
      [
        .init("component", .right), .init("formulas", .right), .init("proved", .right), .init("closed form"),
        .init("hub"),
      ],
      rows: components.prefix(UnifyView.shown).map { component in
        [
          Text(component.number.map { "\($0)" } ?? "–", .digits), Text("\(component.members.count)", .digits),
          Text("\(component.proved)", .digits), component.hub.closedForm.map { Text($0) } ?? Text("–"),
          Text("\(component.hub.formula)", .formula),
        ]
      },
      caption: left > 0 ? Text("and \(ProgressLine.counted(left, "smaller component"))", .muted) : nil)
  }

  private func json(_ components: [Component]) -> JSONValue {
    [
      "formulas": .integer(members.count),
      "linked": .integer(components.reduce(0) { $0 + $1.members.count }),
      "components": .array(components.map(json)),
      "hubs": .array(
        components.map {
          [
            "formula": .string("\($0.hub.formula)"),
            "closedForm": .optional($0.hub.closedForm.map { "\($0)" }), "links": .integer($0.links),
          ]
        }),
      "inField": .optional(inField), "links": .array(graph.links.map(json)), "tried": .integer(tried),
      "found": .integer(graph.links.count - known), "proved": .integer(proved), "finished": .bool(isFinished),
    ]
  }

  private func json(_ component: Component) -> JSONValue {
    [
      "number": .optional(component.number), "hub": .string("\(component.hub.formula)"),
      "field": .optional(component.field),
      "proved": .integer(component.proved),
      "formulas": .array(component.members.map { .string("\($0.formula)") }),
    ]
  }

  private func json(_ link: FormulaGraph.Link) -> JSONValue {
    [
      "from": .string("\(members[link.from].formula)"), "to": .string("\(members[link.to].formula)"),
      "map": .string("\(link.equivalence.map)"), "certificate": .string(link.equivalence.text),
    ]
  }
}
