internal import ArgumentParser

/// `measure`: the convergence dynamics of a fraction.
struct MeasureVerb: Verb {
  static let declaration = VerbDeclaration(
    "measure", "Measure how a continued fraction converges: δ, both fits, factorial reduction.",
    discussion: """
      δ_n = -ln|L - p_n/q_n| / ln(|q_n|/gcd) - 1; L is the convergent at the depth --against, so that the limit need \
      not be known. A positive δ in the limit would prove irrationality with measure μ <= 1 + 1/δ. The error is \
      fitted as n!^eta e^(gamma n) n^beta, the reduced denominators as e^(gamma n) n^(eta n), at five depths.
      """,
    examples: [
      .init("measure 'pcf(34n^3+51n^2+27n+5, -n^6)'", "Apéry's fraction, 6/ζ(3)"),
      .init("measure 'pcf(2n+1, n^2)' --depth 500 --against 1500", "Brouncker's, at other depths"),
      .init("measure 'sum(k=0..inf, 1/(2^k*(k+1)))'", "the partial sums of a series, by Euler's fraction"),
      .init(
        "measure 'rec([1, -1, -1, -1], p=[0, 1, 1], q=[0, 0, 1], from=3)'", "a recurrence: tribonacci numbers"
      ),
      .init("measure 'pcf(2n+1, n^2)' --sequence 10 --json", "with δ at ten depths"),
    ])

  @Argument(
    help: ArgumentHelp(
      "A continued fraction, as pcf(a(n), b(n)), a series, a recurrence, a product.", valueName: "formula"))
  var formula: [Word]

  @Option(help: "Depth n of δ.")
  var depth = 1000

  @Option(help: "Depth of the convergent that stands for the limit.")
  var against = 2000

  @Option(help: ArgumentHelp("Also list δ at N depths up to n, evenly spread.", valueName: "N"))
  var sequence: Int?

  @Option(help: "Digits of the value.")
  var digits = 30

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (formula, text) = try context.formula(formula)
    let request = MeasureRequest(
      formula: text, depth: depth, against: against, sequence: sequence, digits: digits)
    if let fraction = formula.fraction { return try request.reply(about: fraction) }
    guard let image = formula.image else { return try request.reply(aboutConvergentsOf: formula) }
    return try request.reply(about: image.fraction, as: (formula, image))
  }
}
