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
        ComparedFormula(
          subject: LinkSubject(fraction), closedForm: row.closedForm, source: "the catalog"))
    }
    return formulas
  }
}
