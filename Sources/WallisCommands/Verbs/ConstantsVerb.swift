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
    ])

  @Argument(help: ArgumentHelp("A constant, or words to look for.", valueName: "name"))
  var name: [Word] = []

  @Option(help: "Significant digits.")
  var digits = 30

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard (1...1_000_000).contains(digits) else {
      throw Refusal("--digits \(digits)", remedy: "between 1 and 1000000", exit: digits < 1 ? .usage : .limit)
    }
    guard !name.isEmpty else { return list(Constant.all) }
    let text = name.map(\.string).joined(separator: " ")
    guard let constant = Constant.named(text) else { return try search(text) }
    let fields = [
      Field("name", Text(constant.name, .name)), Field("value", Text(value(constant, digits), .digits)),
      Field("definition", Text(constant.definition)), Field("reference", Text(constant.reference, .muted)),
    ]
    return Reply(Document([.fields(fields)]), json: json([constant], digits), result: constant.name)
  }

  /// The constants in whose names or definitions all words occur.
  private func search(_ text: String) throws(Refusal) -> Reply {
    let words = text.lowercased().split(separator: " ")
    let found = Constant.all.filter { constant in
      let written = ([constant.name, constant.unicode, constant.definition] + constant.aliases)
        .joined(separator: " ").lowercased()
      return words.allSatisfy { written.contains($0) }
    }
    guard found.isEmpty else { return list(found) }
    let nearest = Suggestion.nearest(to: text, among: Constant.all.map(\.name))
    throw Refusal(
      "unknown constant '\(text)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "constants lists them")
  }

  private func list(_ constants: [Constant]) -> Reply {
    let rows: [[Text]] = constants.map {
      [Text($0.name, .name), Text(value($0, min(digits, 20)), .digits), Text($0.definition)]
    }
    let table = Table([.init("name"), .init("value"), .init("definition")], rows: rows)
    return Reply(Document([.table(table)]), json: json(constants, digits))
  }

  private func value(_ constant: Constant, _ digits: Int) -> String {
    constant.ball(bits: digits * 10 / 3 + 40).decimal(atMost: digits)?.value.description ?? "–"
  }

  private func json(_ constants: [Constant], _ digits: Int) -> JSONValue {
    let rows = constants.map { constant -> JSONValue in
      [
        "name": .string(constant.name), "unicode": .string(constant.unicode),
        "latex": .string(constant.latex),
        "value": .string(value(constant, digits)), "definition": .string(constant.definition),
        "reference": .string(constant.reference),
      ]
    }
    return ["schema": 1, "digits": .integer(digits), "constants": .array(rows)]
  }
}
