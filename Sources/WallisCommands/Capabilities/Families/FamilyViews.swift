internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas

/// What a clustering found.
struct FamilyReportView {
  let report: FamilyReport
  let isFinished: Bool

  /// Families and clusters that are shown.
  private static let shown = 40

  var reply: Reply {
    let exit: Exit = !isFinished ? .interrupted : report.clusters == 0 ? .nothing : .done
    var document: Document {
      var blocks: [Block] = [.table(funnel)]
      if !report.families.isEmpty { blocks.append(.table(families)) }
      if !report.contradicted.isEmpty { blocks.append(.table(contradicted)) }
      if !report.separation.isEmpty { blocks.append(.table(separation)) }
      if !report.unresolved.isEmpty { blocks.append(.table(unresolved)) }
      if !isFinished { blocks.append(.paragraph("interrupted; the families so far are kept")) }
      return Document(blocks)
    }
    return Reply(document, json: json, exit: exit)
  }

  private var funnel: Table {
    var rows: [[Text]] = report.exits.map {
      [Text($0.reason), Text(ProgressLine.grouped($0.count), .digits)]
    }
    let all = report.exits.reduce(0) { $0 + $1.count }
    rows.append([Text("all", .keyword), Text(ProgressLine.grouped(all), .digits)])
    return Table(
      [.init("outcome"), .init("formulas", .right)], rows: rows,
      caption: Text(
        ProgressLine.counted(report.clusters, "cluster") + ", "
          + ProgressLine.counted(report.families.count, "family"), .muted))
  }

  private var families: Table {
    Table(
      [
        .init("label"), .init("formulas", .right), .init("verified", .right, rank: 1),
        .init("refuted", .right, rank: 2), .init("representative"), .init("dynamics", rank: 3),
      ],
      rows: report.families.prefix(FamilyReportView.shown).map { family in
        [
          FamilyReportView.label(family.label, family.isNamed),
          Text(ProgressLine.grouped(family.size), .digits),
          Text("\(family.verified)/\(family.checked)", .digits),
          Text(ProgressLine.grouped(family.refuted), .digits),
          Text("\(family.representative)", .formula), Text("\(family.invariant)"),
        ]
      }, isFlat: true)
  }

  static func label(_ label: String, _ isNamed: Bool) -> Text {
    isNamed ? Text(label: label) : "unnamed: " + Text(label, .formula)
  }

  private var contradicted: Table {
    Table(
      [.init("contradicted: said to be an image of"), .init("formula")],
      rows: report.contradicted.prefix(FamilyReportView.shown).map {
        [Text($0.label, .error), Text("\($0.formula)", .formula)]
      })
  }

  private var separation: Table {
    Table(
      [.init("plane"), .init("Davies–Bouldin index", .right)],
      rows: report.separation.sorted { $0.index < $1.index }.map {
        [Text("\($0.plane)", .name), Text(rounded($0.index, 4), .digits)]
      })
  }

  private var unresolved: Table {
    let largest = report.unresolved.sorted { ($1.size, $0.path.joined()) < ($0.size, $1.path.joined()) }
    return Table(
      [
        .init("clusters without a name or link, for a human"), .init("formulas", .right),
        .init("for example"),
      ],
      rows: largest.prefix(8).map { cluster in
        [
          Text(cluster.path.joined(separator: " > ")), Text(ProgressLine.grouped(cluster.size), .digits),
          Text("\(cluster.example)", .formula),
        ]
      })
  }

  private var json: JSONValue {
    [
      "finished": .bool(isFinished), "clusters": .integer(report.clusters),
      "funnel": .object(report.exits.map { .init($0.reason, .integer($0.count)) }),
      "families": .array(
        report.families.map { family in
          [
            "label": .string(family.label), "named": .bool(family.isNamed), "size": .integer(family.size),
            "checked": .integer(family.checked), "verified": .integer(family.verified),
            "refuted": .integer(family.refuted),
            "representative": .object(FamilyView.sides(family.representative)),
            "invariant": .string("\(family.invariant)"), "path": .array(family.path.map { .string($0) }),
          ]
        }),
      "contradicted": .array(
        report.contradicted.map {
          .object([.init("label", .string($0.label))] + FamilyView.sides($0.formula))
        }),
      "separation": .array(
        report.separation.map { ["plane": .string("\($0.plane)"), "index": .double($0.index)] }),
      "unresolved": .array(
        report.unresolved.map { cluster in
          [
            "path": .array(cluster.path.map { .string($0) }), "size": .integer(cluster.size),
            "example": .object(FamilyView.sides(cluster.example)),
          ]
        }),
    ]
  }
}

/// Stored families.
struct FamilyView {
  let family: StoredFamily

  /// Cells of a line of the list.
  var cells: [Text] {
    [
      Text("\(family.number)", .digits),
      (family.name.map { Text($0, .name) + " " } ?? "")
        + FamilyReportView.label(family.label, family.isNamed),
      Text(ProgressLine.grouped(family.size), .digits), Text("\(family.verified)/\(family.checked)", .digits),
      Text("\(family.representative)", .formula), Text(family.invariant),
    ]
  }

  static let columns: [Table.Column] = [
    .init("id", .right), .init("label"), .init("formulas", .right), .init("verified", .right, rank: 1),
    .init("representative", rank: 2), .init("dynamics", rank: 3),
  ]

  func json(members: [Family.Member]? = nil) -> JSONValue {
    var object: [JSONValue.Member] = [
      .init("id", .integer(family.number)), .init("name", .optional(family.name)),
      .init("label", .string(family.label)), .init("named", .bool(family.isNamed)),
      .init("size", .integer(family.size)), .init("checked", .integer(family.checked)),
      .init("verified", .integer(family.verified)), .init("refuted", .integer(family.refuted)),
      .init("representative", .object(FamilyView.sides(family.representative))),
      .init("invariant", .string(family.invariant)), .init("path", .string(family.path)),
    ]
    if let members { object.append(.init("members", .array(members.map(json)))) }
    return .object(object)
  }

  private func json(_ member: Family.Member) -> JSONValue {
    .object(
      FamilyView.sides(member.formula) + [
        .init("value", .string(member.value)), .init("relation", .string("\(relation(member))")),
        .init(
          "matrix", .array(member.map.entries.map { $0.word.map(JSONValue.integer) ?? .string("\($0)") })),
        .init("link", .string(FamilyView.link(member.link))),
      ])
  }

  /// The limit in terms of the label.
  func relation(_ member: Family.Member) -> ClosedForm { ClosedForm(member.map.image(of: family.limit)) }

  /// The family of a formula and how it belongs to it.
  static func fields(_ membership: (family: StoredFamily, member: Family.Member)) -> [Field] {
    let (family, member) = membership
    let name = family.name.map { Text($0, .name) + " " } ?? ""
    return [
      Field(
        "family",
        Text("\(family.number)", .name) + ": " + name + FamilyReportView.label(family.label, family.isNamed)
          + Text(", \(ProgressLine.counted(family.size, "formula"))", .muted)),
      Field(
        "link",
        Text("\(FamilyView(family: family).relation(member))", .formula) + ", " + Text(link(member.link))),
    ]
  }

  /// How a formula belongs to its family, for scripts.
  static func json(_ membership: (family: StoredFamily, member: Family.Member)) -> JSONValue {
    FamilyView(family: membership.family).json(membership.member)
  }

  /// How the image of a member is known, in words.
  static func link(_ link: Family.Link) -> String {
    switch link {
    case .checked(let digits): "checked to \(digits) digits"
    case .exact(.shift, let origin, let shift):
      "proved: \(origin) with n\(shift < 0 ? "" : "+")\(shift) for n"
    case .exact(_, let origin, _): "proved: inflates \(origin)"
    }
  }

  /// `a`, `b` and the text of a formula.
  static func sides(_ formula: Formula) -> [JSONValue.Member] {
    [
      .init("a", .string(formula.sides.a)), .init("b", .optional(formula.sides.b)),
      .init("formula", .string("\(formula)")),
    ]
  }
}
