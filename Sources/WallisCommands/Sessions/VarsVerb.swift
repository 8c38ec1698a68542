internal import ArgumentParser
internal import WallisDocuments

/// `vars`: the names of the session.
struct VarsVerb: Verb {
  static let declaration = VerbDeclaration(
    "vars", "List the names that are defined in this session, and what they stand for.",
    discussion:
      "Names of the cells above in a notebook; `%` is the last result. See `constants` for your own constants.",
    examples: [.init("vars", "names, functions and the last result")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let bindings = context.workspace.names.compactMap { context.workspace.binding(of: $0) }
    let last = context.workspace.lastResult
    let rows: [[Text]] =
      bindings.map { [Text($0.signature, .name), Text($0.source, .formula)] }
      + (last.map { [[Text("%\($0.number)", .name), Text($0.source, .formula)]] } ?? [])
    let json = JSONValue.object([
      .init(
        "names",
        .array(
          bindings.map { binding in
            [
              "name": .string(binding.name),
              "parameters": binding.parameters.map { .array($0.map { .string($0) }) } ?? .null,
              "expression": .string(binding.source),
            ]
          })),
      .init("results", .integer(last?.number ?? 0)),
    ])
    guard !rows.isEmpty else {
      return Reply(
        Document([.paragraph("nothing is defined: K = pcf(2n+1, n^2) would define K")]), json: json,
        exit: .nothing)
    }
    return Reply(Document([.table(Table([.init("name"), .init("stands for")], rows: rows))]), json: json)
  }
}
