internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisIdentification
internal import WallisSearch

/// `export`: discoveries for papers and other programs.
struct ExportVerb: Verb {
  static let declaration = VerbDeclaration(
    "export", "Write the discoveries of the catalog for papers and other programs.",
    discussion: """
      Formats: \(ExportFormats.standard.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")). Sorted by \
      key unless --sort says otherwise; the same discoveries are the same text. Of formulas that a condition selects the \
      best closed form is written, mirrors left out. A script says of every formula whether it holds, and of those that \
      it cannot compute why.
      """,
    examples: [
      .init("export", "all discoveries, one a line"),
      .init("export --format latex --output discoveries.tex", "for a paper"),
      .init("export 'pcf(2n+1, n^2)' --format gp", "one formula, to be checked elsewhere"),
      .init(
        "export 'closedForm has pi' --sort -delta --limit 10 --format latex",
        "the ten best for π, see `help query`"),
      .init("export proved --format proofs-latex --output proofs.tex", "theorems with their proofs"),
      .init("export --family 1 --output pi.txt", "a family with its generalisations; then: verify pi.txt"),
    ])

  @Argument(
    help: ArgumentHelp(
      "Continued fractions or keys, or a condition as for catalog query; everything unless given.",
      valueName: "formula or condition"))
  var formula: [Word] = []

  @Option(help: ArgumentHelp("Only formulas that satisfy a condition.", valueName: "condition"))
  var query: Word?

  @Option(
    help: ArgumentHelp(
      "Fields to sort by, separated by commas, - for falling order; may be repeated.", valueName: "fields"))
  var sort: [Word] = []

  @Option(help: "Most formulas to write.")
  var limit: Int?

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
    if family == nil, !global.wantsJSON, let format = format as? any StreamedExport {
      if let output { return try write(catalog, as: format.begin(), to: output, context) }
      if let shell = context.shell, !global.ascii {
        return try write(catalog, as: format.begin(), to: shell, context)
      }
    }
    let subject =
      try family.map { try self.subject(family: $0.string, catalog, context) }
      ?? ExportSubject(
        discoveries(catalog, context), literature: literature(context),
        proof: { (statement) throws(Refusal) in
          try ProofMemory(of: statement.formula, in: catalog).proof(of: statement.closedForm)
        })
    guard !subject.statements.isEmpty else { return ExportVerb.nothing }
    let text = try format.text(of: subject)
    if let shell = context.shell, output == nil, !global.wantsJSON, !global.ascii {
      // A file gets every byte, a terminal no commands.
      shell.write(shell.outputIsTerminal ? text.safeForTerminals : text)
      return Reply(Document())
    }
    let reply = try Exported(text: text).reply(to: output)
    guard output == nil else { return reply }
    return reply.showing(reply.document, json: subject.json(with: text))
  }

  private static var nothing: Reply {
    Reply(
      Document([.paragraph("there is no discovery to export")]), json: ["text": "", "findings": []],
      exit: .nothing)
  }

  /// Writes discoveries as they are read.
  private func write(
    _ catalog: Catalog, as stream: any DiscoveryStream, to shell: Shell, _ context: VerbContext
  ) throws -> Reply {
    // A file gets every byte, a terminal no commands.
    let isTerminal = shell.outputIsTerminal
    let isEmpty = try write(catalog, as: stream, context) {
      shell.write(isTerminal ? $0.safeForTerminals : $0)
    }
    return isEmpty ? ExportVerb.nothing : Reply(Document())
  }

  /// Writes discoveries to a file as they are read; where there is none the file stays as it is.
  private func write(
    _ catalog: Catalog, as stream: any DiscoveryStream, to output: Word, _ context: VerbContext
  ) throws -> Reply {
    struct Nothing: Error {}
    do {
      let lines = try Exported.write(to: output.string) { write in
        if try self.write(catalog, as: stream, context, write) { throw Nothing() }
      }
      return Exported.reply(lines: lines, output)
    } catch is Nothing {
      return ExportVerb.nothing
    }
  }

  /// - Returns: whether there is no discovery; then nothing was written.
  private func write(
    _ catalog: Catalog, as stream: any DiscoveryStream, _ context: VerbContext,
    _ write: (String) throws -> Void
  ) throws -> Bool {
    var (stream, isEmpty) = (stream, true)
    try visitDiscoveries(catalog, context) { finding in
      if isEmpty { try write(stream.head) }
      isEmpty = false
      try write(stream.text(of: finding))
    }
    if !isEmpty { try write(stream.end) }
    return isEmpty
  }

  private func literature(_ context: VerbContext) -> () throws(Refusal) -> any KnownFormulas {
    { () throws(Refusal) in try context.knownFormulas() }
  }

  private func subject(family word: String, _ catalog: Catalog, _ context: VerbContext) throws
    -> ExportSubject
  {
    guard formula.isEmpty, query == nil, !isChosen else {
      throw Refusal(
        "--family together with formulas or a condition", remedy: "export 'family = \(word)' --sort -delta")
    }
    let stored = try catalog.requiredFamily(word)
    let subject = try GeneralisationSubject([stored], label: stored.label, in: catalog)
    let found = GeneralisationSearch(constant: subject.constant).generalisations(of: subject.members)
    return ExportSubject(
      stored, try catalog.members(of: stored), found.filter(\.isVerified),
      literature: literature(context))
  }
}

extension ExportVerb {
  /// Whether some of the formulas are chosen, or their order.
  private var isChosen: Bool { !sort.isEmpty || limit != nil }

  private func discoveries(_ catalog: Catalog, _ context: VerbContext) throws -> [Discovery] {
    var discoveries: [Discovery] = []
    try visitDiscoveries(catalog, context) { discoveries.append($0) }
    return discoveries
  }

  /// What is asked for: everything, what is known of some formulas, or the best of those of a condition.
  private func visitDiscoveries(
    _ catalog: Catalog, _ context: VerbContext, _ body: (Discovery) throws -> Void
  ) throws {
    if formula.isEmpty, query == nil, !isChosen { return try catalog.visitFindings(body) }
    let condition: String
    switch try subject(in: context) {
    case .formulas(let formulas):
      for formula in formulas { try catalog.findings(about: formula).forEach(body) }
      return
    case .condition(let text): condition = text
    }
    if let limit, limit < 0 { throw Refusal("--limit \(limit)", remedy: "use 0 or more") }
    // A mistake is shown where it was typed.
    _ = try context.query(condition)
    var query = try context.query(
      condition.isEmpty ? "identified" : "identified and (\(condition))",
      sort: sort.map(\.string).joined(separator: ","), limit: limit)
    query.foldsMirrors = true
    try catalog.visitBestFindings(query, body)
  }

  private enum Subject {
    case formulas([Formula])
    case condition(String)
  }

  /// - Throws: a `Refusal` for words that are neither formulas nor a condition.
  private func subject(in context: VerbContext) throws(Refusal) -> Subject {
    guard !formula.isEmpty else { return .condition(query?.string ?? "") }
    guard query == nil else {
      throw Refusal("formulas or a condition, and --query too", remedy: "give the condition once")
    }
    let typed = formula.map(\.string).joined(separator: " ")
    if let formulas = try? context.formulas(formula) {
      guard !isChosen else {
        throw Refusal("--sort and --limit choose among the formulas of a condition", remedy: "leave them out")
      }
      return .formulas(formulas)
    }
    return Self.isCondition(typed) ? .condition(typed) : .formulas(try context.formulas(formula))
  }

  /// Whether words that are no formula are meant as a condition: they compare, or begin with a field.
  private static func isCondition(_ text: String) -> Bool {
    let first = text.drop { " (".contains($0) }.prefix { $0.isLetter || $0 == "." }
    return text.contains { "=<>≤≥≠".contains($0) } || ["not", "has"].contains(first)
      || QueryFieldTable.field(named: String(first)) != nil
  }
}

extension ExportSubject {
  /// The object of the statements with the text of a format.
  fileprivate func json(with text: String) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members + [.init("text", .string(text))])
  }
}

extension ExportVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] { output.map { [$0.string] } ?? [] }
}
