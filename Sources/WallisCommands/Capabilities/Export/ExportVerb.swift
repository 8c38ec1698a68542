internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `export`: discoveries for papers and other programs.
struct ExportVerb: Verb {
  static let declaration = VerbDeclaration(
    "export", "Write the discoveries of the catalog for papers and other programs.",
    discussion: """
      Formats: \(ExportFormats.standard.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")). Sorted by \
      key; the same discoveries are the same text. A script says of every formula whether it holds, and of those that \
      it cannot compute why.
      """,
    examples: [
      .init("export", "all discoveries, one a line"),
      .init("export --format latex --output discoveries.tex", "for a paper"),
      .init("export 'pcf(2n+1, n^2)' --format gp", "one formula, to be checked elsewhere"),
      .init("export --family 1 --output pi.txt", "a family with its generalisations; then: verify pi.txt"),
    ])

  @Argument(
    help: ArgumentHelp("Continued fractions or keys; all of them unless given.", valueName: "formula"))
  var formula: [Word] = []

  @Option(help: ArgumentHelp("A family, by number or name.", valueName: "family"))
  var family: Word?

  @Option(help: ArgumentHelp("\(ExportFormats.standard.names).", valueName: "format"))
  var format = Word(argument: "text")

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let format = try context.exportFormats.format(named: format.string)
    let catalog = try context.readCatalog(global)
    let subject =
      try family.map { try self.subject(family: $0.string, catalog) }
      ?? ExportSubject(
        formula.isEmpty
          ? catalog.findings()
          : context.formulas(formula).flatMap { try catalog.findings(about: $0) })
    guard !subject.statements.isEmpty else {
      return Reply(
        Document([.paragraph("there is no discovery to export")]), json: ["text": "", "findings": []],
        exit: .nothing)
    }
    let text = try format.text(of: subject)
    let reply = try Exported(text: text).reply(to: output)
    guard output == nil else { return reply }
    return reply.showing(reply.document, json: subject.json(with: text))
  }

  private func subject(family word: String, _ catalog: Catalog) throws -> ExportSubject {
    guard formula.isEmpty else {
      throw Refusal("a formula and --family together", remedy: "export one or the other")
    }
    let stored = try catalog.requiredFamily(word)
    let subject = try GeneralisationSubject([stored], label: stored.label, in: catalog)
    let found = GeneralisationSearch(constant: subject.constant).generalisations(of: subject.members)
    return ExportSubject(stored, try catalog.members(of: stored), found.filter(\.isVerified))
  }
}

extension ExportSubject {
  /// The object of the statements with the text of a format.
  fileprivate func json(with text: String) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members + [.init("text", .string(text))])
  }
}
