internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields

/// `field show`: the matrices of a field, proved to be conservative.
struct FieldShowVerb: Verb {
  static let declaration = VerbDeclaration(
    "field show", "Show the matrices of a field, and that it is conservative.",
    discussion: """
      A field is proved to be conservative whenever it is loaded: M(i; x) M(j; x+e) = M(j; x) M(i; x+f) as rational \
      functions, for each pair of axes. One that is not is refused with the pair and a point.

      A definition is a file, or text in quotes with ; between its statements:

        axes x, y
        x = [[x, -x], [-y, 2*x+y+1]]
        y = [[1+y, -x], [-1-y, x+2*y+1]]

      -y = ... gives the step y -> y - 1 instead; f = ... and g = ... a conjugate pair, with b0 = ... for b(0). Further \
      statements: field NAME, title, parameters c0 = 0, c1 = 1, start, direction, constants, reference.
      """,
    examples: [
      .init("field show zeta3", "the field of ζ(3)"),
      .init("field show 2F1 --z 1/3", "the hypergeometric function 2F1 at 1/3"),
      .init("field show meijerG --m 1 --n 2 --p 2 --q 2 --z 1", "Meijer's G"),
      .init("field show 'axes x, y; f = x+y+1; g = 2+x-y'", "a conjugate pair of one's own"),
    ])

  @OptionGroup var options: FieldOptions

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let field = try options.load()
    _ = try options.parameters(of: field)
    var fields = [
      Field("field", Text(field.name, .name) + (field.title.isEmpty ? "" : Text(": \(field.title)")))
    ]
    fields.append(Field("axes", Text(field.axes.map(\.name).joined(separator: ", "))))
    fields.append(Field("rank", Text("\(field.rank)", .digits)))
    if !field.parameters.isEmpty {
      let text = field.parameters.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
      fields.append(Field("parameters", Text(text, .formula)))
    }
    fields.append(
      Field("conservative", Text("proved", .certified) + ": an identity of rational functions for each pair"))
    if !field.constants.isEmpty {
      fields.append(Field("gives", Text(field.constants.joined(separator: ", "), .formula)))
    }
    if !field.reference.isEmpty { fields.append(Field("reference", Text(field.reference))) }
    var document: Document {
      var blocks: [Block] = [.fields(fields)]
      for axis in field.axes {
        blocks.append(.heading("\(axis.name) → \(axis.name) \(axis.isForward ? "+" : "−") 1"))
        blocks.append(.table(matrix(axis, field.names)))
      }
      return Document(blocks)
    }
    return Reply(document, json: json(field))
  }

  private func matrix(_ axis: MatrixField.Axis, _ names: [String]) -> Table {
    Table(
      (0..<axis.matrix.rank).map { .init("column \($0 + 1)") },
      rows: axis.matrix.texts(names).map { $0.map { Text($0, .formula) } })
  }

  private func json(_ field: MatrixField) -> JSONValue {
    [
      "name": .string(field.name), "title": .string(field.title), "conservative": .bool(true),
      "axes": .array(field.axes.map { .string($0.name) }), "rank": .integer(field.rank),
      "parameters": .array(
        field.parameters.map { ["name": .string($0.name), "value": .string("\($0.value)")] }),
      "matrices": .array(
        field.axes.map { axis in
          [
            "axis": .string(axis.name), "step": .integer(axis.step),
            "entries": .array(
              axis.matrix.texts(field.names).map { .array($0.map { .string($0) }) }),
          ]
        }),
      "start": .array(field.start.map { .string("\($0)") }),
      "direction": .array(field.direction.map { .integer($0) }),
      "constants": .array(field.constants.map { .string($0) }), "reference": .string(field.reference),
    ]
  }
}
