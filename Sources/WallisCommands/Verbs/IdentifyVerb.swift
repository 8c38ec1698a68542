internal import ArgumentParser

/// `identify`: closed forms of a number.
struct IdentifyVerb: Verb {
  static let declaration = VerbDeclaration(
    "identify", "Find a closed form of a number given by digits or by a formula.",
    discussion: """
      Bases in the order of cost: fractions, quadratic irrationals, Möbius images (p + q c)/(r + s c) of each constant. \
      Typed digits cannot be computed again: the relation is found from the first two thirds and must predict the \
      rest. Every claim carries its evidence and a grade: certified, conjecture, suspicious or noise. The exit code \
      is 1 where nothing was found; `excluded` says how far that was proved.
      """,
    examples: [
      .init("identify 3.14159265358979323846264338327950288", "from digits"),
      .init("identify -0.5772156649015328606065120900824024", "a value may begin with a minus sign"),
      .init("identify 'pcf(6, (2n-1)^2)'", "from a formula, which is evaluated twice"),
      .init("identify 1.2533 --json", "too few digits say so"),
    ])

  @Argument(help: ArgumentHelp("Digits, or an expression.", valueName: "number"))
  var number: [Word]

  @Option(help: "Digits of the first evaluation of a formula.")
  var digits = 50

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = number.map(\.string).joined(separator: " ")
    return try IdentifyRequest(number: text, digits: digits).reply(in: context)
  }
}
