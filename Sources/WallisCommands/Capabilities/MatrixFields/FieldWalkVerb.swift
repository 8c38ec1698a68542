internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields

/// `field walk`: the limit along a line of a field, and how well its convergents approach it.
struct FieldWalkVerb: Verb {
  static let declaration = VerbDeclaration(
    "field walk",
    "Walk along a line of a matrix field: limit, δ, rate, eigenvalues and its continued fraction.",
    discussion: """
      The steps from --start along --direction are multiplied exactly; the convergents are the quotients of the first \
      and the last entry of the last column (--row chooses another one). δ is taken at --depth against twice the depth.

      A field of rank 2 turns every line into a polynomial continued fraction, deflated. Where its coefficients explode \
      the line itself is the formula. A line that meets a singular step crosses the boundary of its shard: the walk \
      begins behind it.
      """,
    examples: [
      .init("field walk zeta3 --direction 1,1 --start 1,1", "the diagonal is Apéry's fraction"),
      .init("field walk zeta3 --direction 3,2", "a fraction of degrees 21 and 42"),
      .init("field walk e --direction -1,1 --start -1,0", "Gompertz's constant"),
      .init("field walk log --parameters c1=2,c3=3", "the logarithm of 5/2"),
      .init("field walk 3F2 --z 1 --start 1,1,1,2,2 --direction 1,1,1,2,2", "a hypergeometric function at 1"),
    ])

  @OptionGroup var options: FieldOptions

  @Option(help: ArgumentHelp("Whole numbers, one for each axis.", valueName: "1,1"))
  var direction: Word?

  @Option(help: ArgumentHelp("Fractions, one for each axis.", valueName: "1,1/2"))
  var start: Word?

  @Option(help: "Steps (1000).")
  var depth = 1000

  @Option(help: "Digits of the limit.")
  var digits = 30

  @Option(help: "Row of the numerators, from 1.")
  var row = 1

  @Option(help: ArgumentHelp("δ at so many depths.", valueName: "count"))
  var sequence: Int?

  @Flag(help: "Keep the continued fraction, or the line, in the catalog.")
  var keep = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard (1...1000).contains(digits) else {
      throw Refusal("--digits \(digits)", remedy: "between 1 and 1000 digits")
    }
    let field = try options.load()
    let parameters = try options.parameters(of: field)
    guard row >= 1, row < max(2, field.rank) else {
      throw Refusal(
        "--row \(row) of a field of rank \(field.rank)", remedy: "from 1 to \(max(1, field.rank - 1))")
    }
    if let sequence, !(1...depth).contains(sequence) {
      throw Refusal("--sequence \(sequence)", remedy: "between 1 and the depth")
    }
    do {
      let line = try FieldLine(
        field, parameters: parameters, start: FieldOptions.point(start),
        direction: FieldOptions.direction(direction))
      let walk = try FieldWalk(line, depth: depth, numerator: row - 1)
      let result = try WalkResult(walk, asked: line, digits: digits, sequence: sequence, in: context, global)
      if keep { try result.keep(in: context, global) }
      return result.reply
    } catch let error as FieldError {
      throw Refusal(error)
    }
  }
}
