internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs
internal import WallisSearch

/// `equivalents`: the formulas that are the same as one, each with its certificate.
struct EquivalentsVerb: Verb {
  static let declaration = VerbDeclaration(
    "equivalents", "List the formulas of the literature, and of the catalog, that are the same as one.",
    discussion: """
      The same means by an exact link: an inflation, a shift of the index, or a matrix of polynomials, as relate finds \
      them. Digits suggest maps between limits and prove nothing here. The exit code is 1 where there is none.
      """,
    examples: [
      .init("equivalents 'pcf(2n+1, n^2)'", "Brouncker's fraction in other clothes"),
      .init("equivalents 'pcf(6, (2n-1)^2)' --query 'closedForm has pi'", "those of the catalog too"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction.", valueName: "formula"))
  var formula: [Word]

  @Option(
    help: ArgumentHelp(
      "Compare with the formulas of the catalog that satisfy a condition too.", valueName: "condition"))
  var query: Word?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (fraction, _) = try context.fraction(formula)
    var others = try context.literature()
    if let query { others += try stored(query.string, in: context) }
    let search = EquivalenceSearch(fraction: fraction, others: others)
    let (found, isStopped) = search.run(in: context)
    var json: JSONValue {
      [
        "formulas": .array(found.map(\.json)), "compared": .integer(others.count),
        "finished": .bool(!isStopped),
      ]
    }
    var document: Document {
      let count = "\(found.count) of \(others.count) formulas \(found.count == 1 ? "is" : "are") the same"
      var blocks: [Block] = [.paragraph(Text(count + (isStopped ? "; interrupted" : "")))]
      if !found.isEmpty {
        blocks.append(
          .table(
            Table(
              [
                .init("formula"), .init("closed form"), .init("by"), .init("its limit, x this one"),
                .init("source"),
              ],
              rows: found.map(\.row))))
      }
      return Document(blocks)
    }
    return Reply(
      document, json: json, exit: isStopped ? .interrupted : found.isEmpty ? .nothing : .done)
  }

  private func stored(_ condition: String, in context: VerbContext) throws -> [ComparedFormula] {
    var formulas: [ComparedFormula] = []
    let store = try context.openCatalog(at: context.catalogPath(global))
    try store.visit(context.query(condition)) { row in
      guard let fraction = row.formula.fraction, row.formula.representative.formula == row.formula else {
        return
      }
      formulas.append(
        ComparedFormula(fraction: fraction, closedForm: row.closedForm, source: "the catalog"))
    }
    return formulas
  }
}

/// `novel`: whether a formula is new.
struct NovelVerb: Verb {
  static let declaration = VerbDeclaration(
    "novel", "Say whether a continued fraction is known, the same as a known one, or in no table.",
    discussion: """
      Four answers: known (it stands in the literature, or its mirror), equivalent (an exact link carries it into a \
      known one: by which certificate), notfound (not among so many formulas of the literature), undecided (it has no \
      limit to compare). Digits alone make nothing known. The exit code is 1 unless it is known or equivalent.
      """,
    examples: [
      .init("novel 'pcf(2n+7, n^2+6n)'", "the same as a known one by a matrix of polynomials"),
      .init("novel 'pcf(n+3, -n)'", "known, with its source"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction.", valueName: "formula"))
  var formula: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (fraction, text) = try context.fraction(formula)
    let others = try context.literature()
    if let match = try context.knownFormulas().match(Formula(fraction)), match.kind == .same {
      return reply(text, "known", match.known.source, nil, compared: others.count)
    }
    guard Classification(fraction).convergence != nil else {
      return reply(text, "undecided", nil, nil, compared: 0)
    }
    let search = EquivalenceSearch(fraction: fraction, others: others)
    let (found, isStopped) = search.run(in: context, first: true)
    guard let first = found.first else {
      return reply(text, isStopped ? "undecided" : "notfound", nil, nil, compared: others.count)
    }
    return reply(text, "equivalent", first.other.source, first, compared: others.count)
  }

  private func reply(
    _ text: String, _ answer: String, _ source: String?, _ found: FoundEquivalence?, compared: Int
  ) -> Reply {
    var json: JSONValue {
      [
        "formula": .string(text), "answer": .string(answer), "source": .optional(source),
        "certificate": found?.certificate ?? JSONValue.null, "compared": .integer(compared),
      ]
    }
    let words =
      switch answer {
      case "known": "known"
      case "equivalent": "the same as a known formula"
      case "notfound": "not found among \(compared) formulas of the literature"
      default: "undecided: it has no limit to compare, or the search was interrupted"
      }
    var document: Document {
      var fields = [Field("formula", Text(text, .formula)), Field("answer", Text(words))]
      if let source { fields.append(Field("source", Text(source))) }
      if let found {
        fields.append(Field("known", Text("\(found.other.fraction)", .formula)))
        fields.append(Field("by", Text(found.how)))
        fields.append(Field("its limit", Text("\(found.equivalence.map)", .formula) + ", x this one"))
      }
      return Document([.fields(fields)])
    }
    return Reply(document, json: json, exit: source == nil ? .nothing : .done)
  }
}
