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
      Formats: text (one formula a line), markdown, latex (an align* environment), gp (a script for PARI/GP that checks \
      every formula). With --family also json, csv, mpmath (a script for Python) and dot (the links for Graphviz); the \
      text is a file for `verify`. Sorted by key; the same discoveries are the same text.
      """,
    examples: [
      .init("export", "all discoveries, one a line"),
      .init("export --format latex --output discoveries.tex", "for a paper"),
      .init("export 'pcf(2n+1, n^2)' --format gp", "one formula, to be checked elsewhere"),
      .init("export --family 1 --output pi.txt", "a family with its generalisations; then: verify pi.txt"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction; all of them unless given.", valueName: "formula"))
  var formula: [Word] = []

  @Option(help: ArgumentHelp("A family, by number or name.", valueName: "family"))
  var family: Word?

  @Option(help: "text, markdown, latex or gp; of a family also json, csv, mpmath or dot.")
  var format: ExportFormat = .text

  @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
  var output: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let catalog = try context.openCatalog(global)
    if let family { return try reply(family: family.string, catalog, in: context) }
    guard format.isForDiscoveries else {
      throw Refusal(
        "--format \(format.rawValue) is for families", remedy: "export --family 1 --format \(format.rawValue)"
      )
    }
    let discoveries =
      formula.isEmpty
      ? try catalog.findings()
      : try catalog.findings(about: context.formula(formula).formula)
    guard !discoveries.isEmpty else {
      return Reply(
        Document([.paragraph("there is no discovery to export")]),
        json: ["text": "", "findings": []], exit: .nothing)
    }
    let text = format.text(discoveries)
    let reply = try Exported(text: text).reply(to: output)
    guard output == nil else { return reply }
    return reply.showing(
      reply.document,
      json: [
        "text": .string(text), "findings": .array(discoveries.map { SearchSummaryView.json($0) }),
      ])
  }

  private func reply(family word: String, _ catalog: Catalog, in context: VerbContext) throws -> Reply {
    guard formula.isEmpty else {
      throw Refusal("a formula and --family together", remedy: "export one or the other")
    }
    let stored = try catalog.requiredFamily(word)
    let subject = try GeneralisationSubject([stored], label: stored.label, in: catalog)
    let export = FamilyExport(
      family: stored, members: try catalog.members(of: stored),
      generalisations: GeneralisationSearch(constant: subject.constant).generalisations(of: subject.members)
        .filter(\.isVerified))
    let text = export.text(in: format)
    let reply = try Exported(text: text).reply(to: output)
    guard output == nil, case .object(let object) = export.json else { return reply }
    return reply.showing(reply.document, json: .object(object + [.init("text", .string(text))]))
  }
}

/// How discoveries are written.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, markdown, latex, gp, json, csv, mpmath, dot

  /// False for the formats of families alone.
  var isForDiscoveries: Bool { [.text, .markdown, .latex, .gp].contains(self) }

  /// The discoveries in the order given.
  func text(_ discoveries: [Discovery]) -> String {
    switch self {
    case .text, .json, .csv, .mpmath, .dot: discoveries.map(line).joined()
    case .markdown:
      MarkdownRenderer().render(Document([.table(SearchSummaryView.table(discoveries, most: .max))]))
    case .latex:
      "\\begin{align*}\n" + polynomial(discoveries).map(equation).joined(separator: " \\\\\n")
        + "\n\\end{align*}\n"
    case .gp: ExportFormat.gpStart + polynomial(discoveries).map(check).joined()
    }
  }

  private func line(_ discovery: Discovery) -> String {
    let known = discovery.known.map { ", \($0)" } ?? ""
    return "\(discovery.formula) = \(discovery.closedForm)  # \(discovery.grade.rawValue)\(known)\n"
  }

  private func equation(_ discovery: Discovery) -> String {
    "\(closedForm(discovery, .latex)) &= \(discovery.formula.latex)"
  }

  /// A line that prints how far the closed form is from a deep convergent.
  private func check(_ discovery: Discovery) -> String {
    let fraction = fraction(discovery)
    let (a, b) = (polynomial(fraction.a), polynomial(fraction.b))
    return "check(n->\(a), n->\(b), \(closedForm(discovery, .gp)), \"\(discovery.formula)\");\n"
  }

  /// The polynomial fractions among the discoveries: signed fractions come with one that they fold into.
  private func polynomial(_ discoveries: [Discovery]) -> [Discovery] {
    discoveries.filter { $0.formula.fraction != nil }
  }

  private func fraction(_ discovery: Discovery) -> ContinuedFraction {
    discovery.formula.fraction ?? ContinuedFraction(a: .zero, b: .zero)
  }

  private func closedForm(_ discovery: Discovery, _ target: FormulaNotation.Target) -> String {
    let parsed = try? WallisFormulas.Expression(parsing: discovery.closedForm)
    return parsed.map { FormulaNotation(target: target).text($0) } ?? discovery.closedForm
  }

  private func polynomial(_ polynomial: some CustomStringConvertible) -> String {
    let parsed = try? WallisFormulas.Expression(parsing: "\(polynomial)")
    return parsed.map { FormulaNotation(target: .gp).text($0) } ?? "\(polynomial)"
  }

  /// Backward evaluation from depth 2000: the digits that agree depend on the speed of convergence.
  private static let gpStart = """
    \\\\ Every line prints a formula, and the distance of its closed form from the convergent at depth 2000.
    default(realprecision, 50);
    value(a, b, m) = my(t = a(m) * 1.); forstep(n = m, 1, -1, t = a(n-1) + b(n)/t); t;
    check(a, b, x, name) = print(name, strprintf("  %.1e", abs(value(a, b, 2000) - x)));

    """
}
