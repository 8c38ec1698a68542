internal import ArgumentParser

/// `expand`: the continued fraction of a number.
struct ExpandVerb: Verb {
  static let declaration = VerbDeclaration(
    "expand", "Expand a number into a simple, signed or nearest-integer continued fraction.",
    discussion: """
      a(0) ± 1/(a(1) ± 1/(a(2) ± …)): --signs gives the signs of one period, the first below a(0); all + unless said \
      otherwise. Every quotient shown is forced by the digits: a typed number stands for all numbers that round to \
      it, and a constant is evaluated to as many digits as the terms need. A minus before a quotient is the sign above \
      it. Long digits may come from a file or from standard input.
      """,
    examples: [
      .init("expand pi --terms 20", "the simple continued fraction of a constant"),
      .init("expand e --signs -+ --terms 12", "signs that alternate, beginning with minus"),
      .init("expand 'tan(1)' --nearest", "quotients rounded to nearest"),
      .init("expand 2.71828182845904523536", "typed digits force so many terms and no more"),
      .init("expand -355/113", "a fraction ends"),
    ])

  @Argument(help: ArgumentHelp("Digits, an expression, or - for standard input.", valueName: "number"))
  var number: [Word] = []

  @Option(help: ArgumentHelp("A file with digits.", valueName: "file"))
  var file: Word?

  @Option(help: ArgumentHelp("Signs of one period, the first below a(0).", valueName: "signs"))
  var signs: Word?

  @Flag(help: "Round every quotient to nearest; the signs follow.")
  var nearest = false

  @Option(help: "Number of quotients (20, or all that typed digits force).")
  var terms: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    if signs != nil, nearest {
      throw Refusal("--signs and --nearest contradict each other", remedy: "leave one of them out")
    }
    let text = number.map(\.string).joined(separator: " ")
    guard text.isEmpty != (file == nil) else {
      throw Refusal(
        text.isEmpty ? "no number to expand" : "a number and --file together",
        remedy: text.isEmpty ? "for example: expand e --signs -+" : "give one of them")
    }
    return try ExpandRequest(
      number: text, file: text == "-" ? "-" : file?.string, signs: signs?.string, isNearest: nearest,
      terms: terms
    ).reply(in: context)
  }
}
