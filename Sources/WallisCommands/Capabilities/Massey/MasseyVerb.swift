internal import ArgumentParser

/// `massey`: the rule behind a sequence.
struct MasseyVerb: Verb {
  static let declaration = VerbDeclaration(
    "massey", "Find the recurrence behind the terms of a sequence, or say that they show none.",
    discussion: """
      The shortest linear recurrence (Berlekamp and Massey) over the integers, with its preperiod and, where its \
      roots allow, the channels that the sequence is interlaced of; where there is none, a rational function of n, or \
      a recurrence with polynomial coefficients. A recurrence is written as sum takes it too. A rule is believed when the terms that it predicts are unlikely to agree by accident: odds of a \
      million to one at least. Terms may be fractions, separated by spaces or commas; `-` reads them from standard \
      input, --file from a file.
      """,
    examples: [
      .init("massey 1 1 2 3 5 8 13 21 34 55", "the Fibonacci numbers"),
      .init("massey 2 1 2 1 1 4 1 1 6 1 1 8 1 1 10 1 1 12 1 1 14", "the quotients of e"),
      .init("massey 1 -3 9 -27 81 -243", "a term may begin with a minus sign"),
      .init(
        "massey 1 2 6 20 70 252 924 3432 12870 48620 184756 705432 2704156 10400600 40116600 155117520",
        "central binomials: polynomial coefficients"),
    ])

  @Argument(help: ArgumentHelp("The terms, or - for standard input.", valueName: "terms"))
  var terms: [Word] = []

  @Option(help: ArgumentHelp("A file with the terms.", valueName: "file"))
  var file: Word?

  @Option(help: "Number of further terms to show.")
  var next = 5

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    try MasseyRequest(terms: terms.map(\.string), file: file?.string, next: next).reply(in: context)
  }
}
