internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas

/// `constants`: what Wallis knows by name.
struct ConstantsVerb: Verb {
  static let declaration = VerbDeclaration(
    "constants", "List the constants, search among them, or show one with definition, reference and digits.",
    examples: [
      .init("constants", "all of them, in the order in which identify tries them"),
      .init("constants 'zeta(3)' --digits 100", "one of them"),
      .init("constants logarithm", "those whose name or definition contains a word"),
      .init(
        "constants --define 'mine = sqrt(2)+pi'", "usable in expressions, and in every search of identify"),
      .init("constants --define 'weights = pi^2, log(2)^2, zeta(3)'", "a basis that every identify combines"),
    ])

  @Argument(help: ArgumentHelp("A constant, or words to look for.", valueName: "name"))
  var name: [Word] = []

  @Option(help: ArgumentHelp("Add a constant of your own.", valueName: "name = expression"))
  var define: Word?

  @Option(help: ArgumentHelp("Remove a constant of your own.", valueName: "name"))
  var forget: Word?

  @Option(help: "Significant digits.")
  var digits = 30

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard (1...1_000_000).contains(digits) else {
      throw Refusal("--digits \(digits)", remedy: "between 1 and 1000000", exit: digits < 1 ? .usage : .limit)
    }
    if define != nil || forget != nil { return try change(context) }
    let own = try context.ownConstants()
    guard !name.isEmpty else { return list(Constant.all, own) }
    let text = name.map(\.string).joined(separator: " ")
    if let source = own.sources[text] ?? own.bases[text] { return list([], own, only: text, source) }
    guard let constant = Constant.named(text) else { return try search(text) }
    let fields = [
      Field("name", Text(constant.name, .name)), Field("value", Text(value(constant, digits), .digits)),
      Field("definition", Text(constant.definition)), Field("reference", Text(constant.reference, .muted)),
    ]
    return Reply(Document([.fields(fields)]), json: json([constant], digits, []), result: constant.name)
  }

  private func change(_ context: VerbContext) throws(Refusal) -> Reply {
    guard name.isEmpty, define == nil || forget == nil else {
      throw Refusal("one change at a time", remedy: "--define 'mine = sqrt(2)+pi', or --forget mine")
    }
    var own = try context.ownConstants()
    var changed = ""
    if let define { changed = try own.define(define.string, in: context) }
    if let forget {
      try own.forget(forget.string)
      changed = forget.string
    }
    try own.save(context.locations)
    let text =
      (own.sources[changed] ?? own.bases[changed]).map { "\(changed) = \($0)" } ?? "\(changed) is forgotten"
    return Reply(
      Document([.paragraph(Text(text))]),
      json: ["name": .string(changed), "source": .optional(own.sources[changed] ?? own.bases[changed])])
  }

  /// The constants in whose names or definitions all words occur.
  private func search(_ text: String) throws(Refusal) -> Reply {
    let words = text.lowercased().split(separator: " ")
    let found = Constant.all.filter { constant in
      let written = ([constant.name, constant.unicode, constant.definition] + constant.aliases)
        .joined(separator: " ").lowercased()
      return words.allSatisfy { written.contains($0) }
    }
    guard found.isEmpty else { return list(found, nil) }
    let nearest = NearestName.nearest(to: text, among: Constant.all.map(\.name))
    throw Refusal(
      "unknown constant '\(text)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "constants lists them")
  }

  private func list(
    _ constants: [Constant], _ own: UserConstants?, only name: String? = nil, _ source: String? = nil
  ) -> Reply {
    let yours = (own?.sources ?? [:]).filter { name == nil || $0.key == name }.sorted { $0.key < $1.key }
    let shown: [(name: String, value: String?, source: String)] = yours.map { name, source in
      let value = try? WallisFormulas.Expression(parsing: source).evaluate(digits: digits)
      return (name, value?.decimal(atMost: digits)?.text ?? "–", source)
    }
    let bases = (own?.bases ?? [:]).filter { name == nil || $0.key == name }.sorted { $0.key < $1.key }
      .map { (name: $0.key, value: String?.none, source: $0.value) }
    return Reply(
      Document([.table(table(constants, shown + bases))]), json: json(constants, digits, shown + bases))
  }

  private func table(
    _ constants: [Constant], _ own: [(name: String, value: String?, source: String)]
  ) -> Table {
    Table(
      [.init("name"), .init("value"), .init("definition")],
      rows: own.map {
        [Text($0.name, .name), Text($0.value ?? "a basis", .digits), Text("yours: \($0.source)")]
      }
        + constants.map {
          [Text($0.name, .name), Text(value($0, min(digits, 20)), .digits), Text($0.definition)]
        })
  }

  private func value(_ constant: Constant, _ digits: Int) -> String {
    constant.ball(bits: digits * 10 / 3 + 40).decimal(atMost: digits)?.value.description ?? "–"
  }

  private func json(
    _ constants: [Constant], _ digits: Int, _ own: [(name: String, value: String?, source: String)]
  ) -> JSONValue {
    let yours = own.map { row -> JSONValue in
      ["name": .string(row.name), "value": .optional(row.value), "definition": .string(row.source)]
    }
    let rows = constants.map { constant -> JSONValue in
      [
        "name": .string(constant.name), "unicode": .string(constant.unicode),
        "latex": .string(constant.latex),
        "value": .string(value(constant, digits)), "definition": .string(constant.definition),
        "reference": .string(constant.reference),
      ]
    }
    return ["digits": .integer(digits), "constants": .array(yours + rows)]
  }
}

extension ConstantsVerb: WritingVerb {
  func written(in context: VerbContext) -> [String] {
    define == nil && forget == nil ? [] : [UserConstants.path(context.locations)]
  }
}
