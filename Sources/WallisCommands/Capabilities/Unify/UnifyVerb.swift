internal import ArgumentParser
internal import WallisCatalog
internal import WallisDocuments

/// `unify`: which formulas of the catalog are one formula.
struct UnifyVerb: Verb {
  static let declaration = VerbDeclaration(
    "unify", "Find the formulas of the catalog that exact links make one, and carry proofs along the links.",
    discussion: """
      Links are inflations, shifts of the index and matrices of polynomials, as relate finds them; digits only suggest \
      where to look. Formulas that are linked, directly or through others, are a component. What is proved of one \
      member holds for all: its proof is carried along the links and kept, and so are the links; pairs that were \
      compared are not compared again, so that an interrupted run goes on where it stopped. Short lines of the known \
      matrix fields are compared with the components, too.

      A component has a number, for `catalog query 'component = 3'`. A hub is its simplest formula. The exit code is 1 \
      where nothing is linked.
      """,
    examples: [
      .init("unify identified", "all formulas with a closed form"),
      .init("unify 'closedForm has pi and class = exponential'", "a part of them"),
    ])

  @Argument(
    help: ArgumentHelp("A condition as for catalog query; all formulas unless given.", valueName: "condition")
  )
  var condition: [Word] = []

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = condition.map(\.string).joined(separator: " ")
    return try UnifyRun(condition: text, catalog: context.catalogPath(global)).reply(in: context)
  }
}

extension UnifyVerb: ConditionVerb {}
