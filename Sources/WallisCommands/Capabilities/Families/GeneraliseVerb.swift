internal import ArgumentParser
internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas

/// `generalise`: statements about infinitely many formulas.
struct GeneraliseVerb: Verb {
  static let declaration = VerbDeclaration(
    "generalise",
    "Find infinite families: coefficients with parameters, and the limit as a function of them.",
    discussion: """
      Lattices of coefficients inside the families of a label are fitted exactly by their members alone: each parameter \
      has a step, a Möbius map whose entries are polynomials in the parameters, from one limit to the next. With \
      --roots the limits are quadratic irrationals, roots of an equation whose coefficients are polynomials in the \
      parameters. At least 20 predictions outside the members, beyond them in every parameter, are computed without the \
      fit to 60 digits; one that fails refuses the statement.
      """,
    examples: [
      .init("generalise pi", "all families of π"),
      .init("generalise 3", "the families of the label of family 3"),
      .init(
        "generalise --roots --query 'class = powerlaw and a.degree = 1 and b.degree = 2'", "algebraic limits"),
    ])

  @Argument(help: ArgumentHelp("A label, or number or name of a family.", valueName: "family"))
  var family: Word?

  @Flag(help: "Fit quadratic irrationals.")
  var roots = false

  @Option(
    help: ArgumentHelp(
      "With --roots: the formulas of the catalog that satisfy a condition.", valueName: "condition"))
  var query: Word?

  @Option(help: "Predictions to be tested, 20 at least (24).")
  var predictions = 24

  @Option(help: "Seed of the predictions.")
  var seed: Int = 1

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard predictions >= Generalisation.fewestPredictions, predictions <= 10_000 else {
      throw Refusal("--predictions \(predictions)", remedy: "between 20 and 10000")
    }
    let catalog = try context.readCatalog(global)
    let subject = try subject(catalog, context)
    let search = GeneralisationSearch(
      predictions: predictions, seed: UInt64(truncatingIfNeeded: seed), constant: subject.constant)
    let stop = context.stopRequests
    let found = stop.observe {
      search.generalisations(of: subject.members) { stop.isRequested }
    }
    return GeneralisationView(
      label: subject.label, limit: subject.limit, members: subject.members.count, found: found
    ).reply
  }

  private func subject(_ catalog: Catalog, _ context: VerbContext) throws -> GeneralisationSubject {
    if roots {
      guard family == nil else {
        throw Refusal("--roots with a family", remedy: "quadratic limits of several radicands: use --query")
      }
      return try GeneralisationSubject(rootsAmong: context.query(query?.string ?? "identified"), in: catalog)
    }
    guard query == nil else {
      throw Refusal(
        "--query needs --roots", remedy: "images of a constant come from its families: generalise pi")
    }
    guard let word = family?.string else {
      throw Refusal("nothing to generalise", remedy: "name a label or a family, or use --roots --query")
    }
    return try GeneralisationSubject(family: word, in: catalog)
  }
}

/// Statements with their evidence.
struct GeneralisationView {
  let label: String
  /// What the label names.
  let limit: WallisFormulas.Expression
  let members: Int
  let found: [Generalisation]

  var reply: Reply {
    var json: JSONValue {
      [
        "label": .string(label), "members": .integer(members),
        "generalisations": array,
      ]
    }
    let verified = found.filter(\.isVerified)
    guard !found.isEmpty else {
      return Reply(
        Document([.paragraph("no lattice of coefficients determines its limits among \(members) formulas")]),
        json: json, exit: .nothing)
    }
    let refused = found.count - verified.count
    var document: Document {
      let fits = "\(refused) further fit\(refused == 1 ? " was" : "s were") refused by predictions"
      return Document(
        verified.map { .fields(fields($0)) } + (refused > 0 ? [.paragraph(Text(fits))] : []))
    }
    return Reply(document, json: json, exit: verified.isEmpty ? .nothing : .done)
  }

  /// The statements for scripts.
  var array: JSONValue { .array(found.map(json)) }

  private func fields(_ statement: Generalisation) -> [Field] {
    let texts = statement.lattice.texts
    var fields = [
      Field("formula", Text("pcf(\(texts.a), \(texts.b))", .formula)),
      Field("parameters", Text(GeneralisationView.parameters(statement))),
    ]
    fields += GeneralisationView.limit(statement, limit).map { Field($0.0, Text($0.1, .formula)) }
    if case .steps(let steps) = statement.limit, steps.steps.count > 1 {
      fields.append(
        Field(
          "steps",
          steps.isConservative ? "commute, which is proved: every path gives one limit" : "need not commute"))
    }
    let held = statement.predictions.count(where: \.holds)
    fields.append(
      Field(
        "evidence",
        Text(
          "fitted to \(statement.members.count) members, \(held) of \(statement.predictions.count) predictions outside "
            + "them hold to \(Generalisation.digits) digits")))
    return fields
  }

  static func parameters(_ statement: Generalisation) -> String {
    let names = ParameterLattice.names.prefix(statement.lattice.directions.count)
    return names.joined(separator: ", ") + " ≥ 0, where b(n) does not vanish for a positive n"
  }

  /// Lines that state the limit L as a function of the parameters.
  static func limit(
    _ statement: Generalisation, _ limit: WallisFormulas.Expression
  ) -> [(String, String)] {
    let names = Array(ParameterLattice.names.prefix(statement.lattice.directions.count))
    switch statement.limit {
    case .root(let root):
      let c = root.equation.map { $0.text(names) }
      let sign = root.sign > 0 ? "+" : "-"
      return [
        ("equation", "(\(c[2]))*x^2+(\(c[1]))*x+(\(c[0])) = 0"),
        ("limit", "(-(\(c[1]))\(sign)sqrt((\(c[1]))^2-4*(\(c[2]))*(\(c[0]))))/(2*(\(c[2])))"),
      ]
    case .steps(let steps):
      let zeros = names.map { _ in "0" }.joined(separator: ",")
      var lines = [("L(\(zeros))", "\(ClosedForm(steps.base.image(of: limit)))")]
      for (axis, entries) in steps.steps.enumerated() {
        let next = names.enumerated().map { $0 == axis ? "\($1)+1" : $1 }.joined(separator: ",")
        let here = "L(\(names.joined(separator: ",")))"
        let e = entries.map { $0.text(names) }
        lines.append(("L(\(next))", "((\(e[0]))*\(here)+(\(e[1])))/((\(e[2]))*\(here)+(\(e[3])))"))
      }
      return lines
    }
  }

  private func json(_ statement: Generalisation) -> JSONValue {
    let texts = statement.lattice.texts
    return [
      "parameters": .array(
        ParameterLattice.names.prefix(statement.lattice.directions.count).map { .string($0) }),
      "a": .string(texts.a), "b": .string(texts.b),
      "limit": .object(GeneralisationView.limit(statement, limit).map { .init($0.0, .string($0.1)) }),
      "members": .array(statement.members.map { .array($0.map { .integer($0) }) }),
      "predicted": .integer(statement.predictions.count),
      "verified": .integer(statement.predictions.count(where: \.holds)),
      "refused": .bool(!statement.isVerified), "digits": .integer(Generalisation.digits),
      "predictions": .array(
        statement.predictions.map { prediction in
          [
            "at": .array(prediction.place.map { .integer($0) }), "value": .string(prediction.value),
            "holds": .bool(prediction.holds),
          ]
        }),
    ]
  }
}
