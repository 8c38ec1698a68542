internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas

/// `families`: what `cluster` found.
struct FamiliesVerb: Verb {
  static let declaration = VerbDeclaration(
    "families", "List the families of the catalog.",
    examples: [
      .init("families", "those with a constant first, then by size"),
      .init("families --label pi", "those whose limits are images of π"),
    ])

  @Option(help: ArgumentHelp("Only families of this label.", valueName: "label"))
  var label: Word?

  @Option(help: "How many are shown (50).")
  var limit = 50

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let catalog = try context.readCatalog(global)
    let all = try label.map { try catalog.families(labelled: $0.string) } ?? catalog.families()
    let shown = all.prefix(max(0, limit))
    var json: JSONValue {
      [
        "families": .array(shown.map { FamilyView(family: $0).json() }),
        "total": .integer(all.count),
      ]
    }
    guard !all.isEmpty else {
      return Reply(
        Document([.paragraph("the catalog has no such family; `cluster` makes them")]), json: json,
        exit: .nothing)
    }
    let caption = all.count > shown.count ? "\(shown.count) of \(ProgressLine.grouped(all.count))" : nil
    let table = Table(
      FamilyView.columns, rows: shown.map { FamilyView(family: $0).cells },
      caption: caption.map { Text($0, .muted) }, isFlat: true)
    return Reply(Document([.table(table)]), json: json)
  }
}

/// `family show`: one family with its members and their links.
struct FamilyShowVerb: Verb {
  static let declaration = VerbDeclaration(
    "family show", "Show a family with its members and how each is linked.",
    examples: [.init("family show 1", "by number or by name")])

  @Argument(help: ArgumentHelp("Number or name of the family.", valueName: "family"))
  var family: Word

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let catalog = try context.readCatalog(global)
    let stored = try catalog.requiredFamily(family.string)
    let (members, view) = (try catalog.members(of: stored), FamilyView(family: stored))
    let fields = [
      Field("label", FamilyReportView.label(stored.label, stored.isNamed)),
      Field("dynamics", Text(stored.invariant)),
      Field("cluster", Text(stored.path.isEmpty ? "the whole group" : stored.path)),
      Field("formulas", Text(ProgressLine.grouped(stored.size), .digits)),
      Field(
        "evidence",
        Text("\(stored.checked) checked, \(stored.verified) verified, \(stored.refuted) refuted")),
    ]
    let table = Table(
      [.init("formula"), .init("limit"), .init("value", rank: 1), .init("link")],
      rows: members.map { member in
        [
          Text("\(member.formula)", .formula), Text("\(view.relation(member))", .formula),
          Text(SearchSummaryView.shortened(member.value), .digits), Text(FamilyView.link(member.link)),
        ]
      })
    guard case .object(let object) = view.json(members: members) else { return Reply(Document([])) }
    return Reply(
      Document([
        .heading("family \(stored.number)" + (stored.name.map { ": " + Text($0, .name) } ?? "")),
        .fields(fields),
        .table(table),
      ]), json: .object(object))
  }
}

/// `family rename`: a name for a family.
struct FamilyRenameVerb: Verb {
  static let declaration = VerbDeclaration(
    "family rename", "Give a family a name; an empty one takes it away.",
    discussion: "A later clustering that finds the family again keeps its name.",
    examples: [.init("family rename 1 checkerboard", "then: family show checkerboard")])

  @Argument(help: ArgumentHelp("Number or name of the family.", valueName: "family"))
  var family: Word

  @Argument(help: ArgumentHelp("The new name.", valueName: "name"))
  var name: Word

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard Int(name.string) == nil else {
      throw Refusal("'\(name.string)' is a number", remedy: "families have numbers already: choose a word")
    }
    let catalog = try context.openCatalog(global)
    let stored = try catalog.requiredFamily(family.string)
    guard try catalog.rename(stored, to: name.string) else {
      throw Refusal("another family is called '\(name.string)'", remedy: "choose another name")
    }
    let text =
      name.string.isEmpty
      ? "family \(stored.number) has no name" : "family \(stored.number) is \(name.string)"
    return Reply(
      Document([.paragraph(Text(text))]),
      json: ["id": .integer(stored.number), "name": .string(name.string)],
      edit: edit(stored))
  }
}

extension FamilyRenameVerb {
  /// The change as lines that make it and take it back; nil where the name is as it was.
  private func edit(_ family: StoredFamily) -> CatalogEdit? {
    guard (family.name ?? "") != name.string else { return nil }
    let line = { (name: String) in "family rename \(family.number)\(global.place) -- \(name.quoted)" }
    return CatalogEdit(
      title: "the name of family \(family.number)", make: [line(name.string)],
      takeBack: [line(family.name ?? "")])
  }
}

extension Catalog {
  /// The family of a number or name, or the only one of a label.
  ///
  /// - Throws: a `Refusal` when there is none, or more than one.
  func requiredFamily(_ word: String) throws(Refusal) -> StoredFamily {
    let found: [StoredFamily]
    do {
      if let family = try family(word) { return family }
      found = try families(labelled: word)
    } catch {
      throw Refusal(error)
    }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      let numbers = found.map { "\($0.number)" }.joined(separator: ", ")
      throw Refusal("\(found.count) families have the label \(word)", remedy: "choose one of \(numbers)")
    }
    throw Refusal(
      "there is no family '\(word)'", remedy: "families lists them; cluster makes them", exit: .nothing)
  }
}
