internal import ArgumentParser
internal import WallisDocuments

/// `draw`: an expression in two dimensions.
struct DrawVerb: Verb {
  static let declaration = VerbDeclaration(
    "draw", "Draw an expression in two dimensions.",
    discussion: "Continued fractions are written out for some levels; --ascii does without Unicode.",
    examples: [
      .init("draw 'pcf(6, (2n-1)^2)'", "a continued fraction as a staircase"),
      .init("draw 'pi^2/6 - 1' --ascii", "any expression, in ASCII"),
    ])

  @Argument(help: ArgumentHelp("An expression, as in a cell.", valueName: "expression"))
  var expression: [Word]

  @Option(help: "Levels of continued fractions that are written out.")
  var levels = 4

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard (1...40).contains(levels) else { throw Refusal("from 1 to 40 levels can be drawn") }
    let closed = try context.workspace.closed(expression.map(\.string).joined(separator: " "))
    let drawing = FormulaDrawing(ascii: global.ascii, levels: levels).text(closed.expression)
    return Reply(
      Document([.code(drawing)]),
      json: ["expression": .string(closed.text), "text": .string(drawing)],
      result: closed.text)
  }
}
