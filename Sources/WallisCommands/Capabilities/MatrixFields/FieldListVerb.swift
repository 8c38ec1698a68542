internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields

/// `field list`: the matrix fields that come with Wallis.
struct FieldListVerb: Verb {
  static let declaration = VerbDeclaration(
    "field list", "List the conservative matrix fields that come with Wallis.",
    examples: [.init("field list", "names, axes and constants")])

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let entries: [KnownFields.Entry]
    do {
      entries = try KnownFields.entries()
    } catch {
      throw Refusal(error)
    }
    let table = Table(
      [.init("field"), .init("axes"), .init("rank"), .init("what it is")],
      rows: entries.map { entry in
        [Text(entry.name, .name), Text(entry.axes), Text(entry.rank, .digits), Text(entry.title)]
      })
    var json: JSONValue {
      [
        "fields": .array(
          entries.map { entry in
            [
              "name": .string(entry.name), "title": .string(entry.title), "axes": .string(entry.axes),
              "rank": .string(entry.rank), "constants": .array(entry.constants.map { .string($0) }),
              "reference": .string(entry.reference),
            ]
          })
      ]
    }
    return Reply(Document([.table(table)]), json: json)
  }
}
