internal import ArgumentParser
internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisMatrixFields
internal import WallisSearch

/// `find`: formulas with the properties asked for.
struct FindVerb: Verb {
  static let declaration = VerbDeclaration(
    "find", "Find formulas of a constant with the properties asked for.",
    discussion: """
      Looked at are, in this order: the list of known formulas, the catalog, its families by their parameters (`cluster` \
      makes them), rows of matrix fields, which are families with a parameter, and other lines of fields. Every formula shown is verified to 100 digits; δ and the digits of a term \
      are measured at depth 1000, of lines whose fraction explodes at depth 300. The exit code is 1 where nothing was \
      found; what was tried is always shown.
      """,
    examples: [
      .init("find --constant 'zeta(3)' --delta '> 0'", "what would prove ζ(3) irrational"),
      .init("find --constant pi --digits-per-term '> 1.5' --degree-at-most 2,4", "fast and short"),
      .init("find --constant 'log(3/2)' --delta '> 0' --count 2", "logarithms of fractions"),
    ])

  @Option(help: ArgumentHelp("A constant or an expression.", valueName: "constant"))
  var constant: Word

  @Option(help: ArgumentHelp("Condition on δ.", valueName: "> 0"))
  var delta: Word?

  @Option(help: ArgumentHelp("Condition on the decimal digits that a term gains.", valueName: "> 1.5"))
  var digitsPerTerm: Word?

  @Option(help: ArgumentHelp("Highest degrees of a and b.", valueName: "2,4"))
  var degreeAtMost: Word?

  @Option(help: "How many formulas are wanted.")
  var count = 5

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard (1...1000).contains(count) else {
      throw Refusal("--count \(count)", remedy: "from 1 to 1000 formulas")
    }
    let demand = try demand(in: context)
    let stop = context.stopRequests
    guard var finder = FormulaFinder(demand, limit: count, isStopped: { stop.isRequested }) else {
      throw Refusal("\(constant.string) has no value", exit: .nothing)
    }
    let closed = try context.workspace.closed(constant.string).expression
    guard let related = RelatedConstants(of: ClosedForm(closed)) else {
      throw Refusal("\(constant.string) has no value", exit: .nothing)
    }
    let catalog = try context.catalogIfPresent(global)
    let known = try context.knownFormulas()
    var nearest: [(dropped: String, formula: DemandedFormula)] = []
    try stop.observe {
      try look(for: demand, related, &finder, known, catalog)
      guard finder.found.isEmpty else { return }
      for (dropped, weaker) in demand.weakened {
        guard var other = FormulaFinder(weaker, limit: 1, isStopped: { stop.isRequested }) else { continue }
        try look(for: weaker, related, &other, known, catalog)
        if let first = other.found.first { nearest.append((dropped, first)) }
      }
    }
    return FoundView(demand: demand, finder: finder, nearest: nearest).reply(isStopped: stop.isRequested)
  }

  private func look(
    for demand: FormulaDemand, _ related: RelatedConstants, _ finder: inout FormulaFinder,
    _ known: KnownFormulasFile, _ catalog: Catalog?
  ) throws {
    finder.look(at: candidates(related, known), source: "known formulas")
    finder.look(at: try stored(related, catalog), source: "the catalog")
    if !finder.isDone {
      let name = "\(ClosedForm(demand.constant))"
      let labels = [name] + related.constants.map(\.name).filter { $0 != name }
      finder.look(
        at: try labels.flatMap { try families(labelled: $0, catalog) },
        source: "families of the catalog, by parameters")
    }
    finder.walk()
  }

  private func demand(in context: VerbContext) throws -> FormulaDemand {
    let closed = try context.workspace.closed(constant.string)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 30)
    guard value.evaluation.enclosure != nil else {
      throw Refusal("\(constant.string) has no value: it \(value.evaluation.outcome.phrase)", exit: .nothing)
    }
    if case .rational(let fraction) = value.evaluation.outcome {
      throw Refusal("\(constant.string) is the fraction \(fraction)", remedy: "an irrational constant")
    }
    var demand = FormulaDemand(constant: closed.expression) { digits in
      try? closed.expression.evaluate(digits: digits).enclosure
    }
    demand.delta = try bound(delta, "--delta")
    demand.digitsPerTerm = try bound(digitsPerTerm, "--digits-per-term")
    if let degreeAtMost {
      let degrees = degreeAtMost.string.split(separator: ",").compactMap { Int($0) }
      guard degrees.count == 2, degrees.allSatisfy({ $0 >= 0 }) else {
        throw Refusal("'\(degreeAtMost.string)' are no degrees", remedy: "for example: --degree-at-most 2,4")
      }
      demand.degrees = (degrees[0], degrees[1])
    }
    return demand
  }

  private func bound(_ word: Word?, _ option: String) throws(Refusal) -> FormulaDemand.Bound? {
    guard let word else { return nil }
    guard let bound = FormulaDemand.Bound(word.string) else {
      throw Refusal("\(option) '\(word.string)' is no condition", remedy: "for example: \(option) '> 0'")
    }
    return bound
  }

  /// Known formulas whose closed forms are told by the constant.
  private func candidates(
    _ related: RelatedConstants, _ known: KnownFormulasFile
  ) -> [FormulaFinder.Candidate] {
    known.formulas.filter { related.tell($0.closedForm) }.map { ($0.formula, "known: \($0.author)") }
  }

  /// Formulas of the catalog whose closed forms are told by the constant.
  private func stored(_ related: RelatedConstants, _ catalog: Catalog?) throws -> [FormulaFinder.Candidate] {
    guard let catalog else { return [] }
    return try catalog.findings().filter { $0.grade >= .conjecture && related.tell($0.closedForm) }
      .map { (text: "\($0.closedForm)", finding: $0) }
      .sorted { ($0.text.count, $0.finding.formula.key) < ($1.text.count, $1.finding.formula.key) }
      .map { ($0.finding.formula, "catalog") }
  }

  /// Formulas of the families of a constant in the catalog, by their parameters.
  private func families(labelled label: String, _ catalog: Catalog?) throws -> [FormulaFinder.Candidate] {
    guard let catalog else { return [] }
    let families = try catalog.families(labelled: label)
    guard !families.isEmpty else { return [] }
    let subject = try GeneralisationSubject(families, label: label, in: catalog)
    let statements = GeneralisationSearch(constant: subject.constant).generalisations(of: subject.members)
    return statements.filter(\.isVerified).flatMap { statement in
      let texts = statement.lattice.texts
      let places = (0...12).map { step in statement.lattice.directions.map { _ in step } }
      return places.map { place in
        (
          Formula(statement.lattice.fraction(at: place)),
          "family pcf(\(texts.a), \(texts.b)) at \(FieldLine.text(place))"
        )
      }
    }
  }
}

/// What was found and what was tried.
struct FoundView {
  let demand: FormulaDemand
  let finder: FormulaFinder
  /// Formulas that satisfy all conditions but one.
  let nearest: [(dropped: String, formula: DemandedFormula)]

  func reply(isStopped: Bool) -> Reply {
    let exit: Exit = isStopped ? .interrupted : finder.found.isEmpty ? .nothing : .done
    return Reply(document, json: summary, exit: exit)
  }

  private var summary: JSONValue {
    [
      "findings": .array(finder.found.map(self.json)),
      "tried": .array(
        finder.tried.map {
          [
            "source": .string($0.name), "looked": .integer($0.looked), "related": .integer($0.related),
            "found": .integer($0.found),
          ]
        }),
      "nearest": .array(
        nearest.map { ["without": .string($0.dropped), "finding": self.json($0.formula)] }),
    ]
  }

  private var document: Document {
    var blocks: [Block] = []
    if finder.found.isEmpty {
      blocks.append(.paragraph(Text("nothing found", .warning) + Text(": \(wish); this was tried")))
    }
    for found in finder.found { blocks.append(.fields(fields(found))) }
    blocks.append(.table(tried))
    for near in nearest {
      blocks.append(.paragraph(Text("without the condition on \(near.dropped) there is:")))
      blocks.append(.fields(fields(near.formula)))
    }
    return Document(blocks)
  }

  private var wish: String {
    var parts = ["formulas of \(ClosedForm(demand.constant))"]
    if let delta = demand.delta { parts.append("δ \(delta)") }
    if let digits = demand.digitsPerTerm { parts.append("digits a term \(digits)") }
    if let degrees = demand.degrees { parts.append("degrees at most \(degrees.a),\(degrees.b)") }
    return parts.joined(separator: ", ")
  }

  private func fields(_ found: DemandedFormula) -> [Field] {
    var fields = [
      Field("formula", Text("\(found.formula)", .formula)),
      Field(
        "limit",
        Text(found.closedForm) + " " + Text("conjecture", .conjecture)
          + Text(", verified to \(found.digits) digits", .muted)),
    ]
    let delta = found.delta.map { rounded($0, 4) } ?? "–"
    let digits = found.digitsPerTerm.map { rounded($0, 4) } ?? "–"
    fields.append(
      Field(
        "δ",
        Text(delta, .digits) + Text("; ", .muted) + Text(digits, .digits) + Text(" digits a term", .muted)))
    fields.append(Field("origin", Text(found.origin)))
    return fields
  }

  private var tried: Table {
    Table(
      [.init("tried"), .init("looked at", .right), .init("of the constant", .right), .init("found", .right)],
      rows: finder.tried.map { source in
        [
          Text(source.name), Text("\(source.looked)", .digits), Text("\(source.related)", .digits),
          Text("\(source.found)", .digits),
        ]
      }, caption: Text("cheapest first; images are looked for among what satisfies the conditions", .muted))
  }

  private func json(_ found: DemandedFormula) -> JSONValue {
    let sides = found.formula.sides
    return [
      "a": .string(sides.a), "b": .string(sides.b ?? ""), "formula": .string("\(found.formula)"),
      "value": .string(found.value), "closedForm": .string("\(found.closedForm)"), "grade": "conjecture",
      "digits": .integer(found.digits), "delta": .optional(found.delta),
      "digitsPerTerm": .optional(found.digitsPerTerm), "origin": .string(found.origin),
    ]
  }
}
