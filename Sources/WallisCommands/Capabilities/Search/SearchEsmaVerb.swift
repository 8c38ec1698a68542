internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// `search esma`: signed continued fractions with patterns.
struct SearchEsmaVerb: SearchVerb {
  typealias View = EsmaSearchView

  static let declaration = VerbDeclaration(
    "search esma", "Find continued fractions of a constant by the pattern of their quotients.",
    discussion: """
      Every quotient P(c)/Q(c) of polynomials of the --degree with coefficients up to --height is expanded for every \
      primitive period of signs; the first --terms quotients are searched for a linear recurrence with N - 2L >= 12. \
      A recurrence is approved when all quotients that a thousand digits force follow it. Quotients that are integer \
      Möbius images of determinant 1 or -1 of one another have the same tails: one of each class is shown with the \
      number of approved pairs that it stands for, unless --unfolded asks for all. What is approved is stored as a signed \
      fraction, and as the polynomial continued fraction that it folds into.

      --constant is a name, an expression or digits; typed digits approve as far as they go.
      """,
    examples: [
      .init("search esma --constant e --degree 1 --height 2 --periods 1..3", "patterns of images of e"),
      .init("search esma --constant 'tan(1)' --height 1 --periods 1..4", "an expression"),
      .init(
        "search esma --constant pi --terms 200 --complexity 24", "what π does not have is kept as coverage"),
      .init("search esma --constant e --height 5 --periods 1..4 --terms 200 --plan", "what it would take"),
    ])

  @Option(
    name: .customLong("constant"),
    help: ArgumentHelp("A constant, an expression or digits.", valueName: "constant"))
  var constants: [Word] = []

  @Option(help: "Largest degree of numerator and denominator.")
  var degree = 1

  @Option(help: "Largest coefficient, either sign.")
  var height = 2

  @Option(help: ArgumentHelp("Lengths of the periods of signs (1..3).", valueName: "lengths"))
  var periods: Word?

  @Option(help: "Quotients that a pattern is looked for in.")
  var terms = 105

  @Option(help: ArgumentHelp("Longest recurrence; unless given, half of the terms less 6.", valueName: "L"))
  var complexity: Int?

  @Option(help: "Worker threads; all cores unless given.")
  var workers: Int?

  @Flag(help: "Keep every approved pair, not one of each class.")
  var unfolded = false

  @Flag(help: "Say what the search would do and need, without doing it.")
  var plan = false

  @Flag(help: "Search anew although the catalog has this search already.")
  var again = false

  @OptionGroup var global: GlobalOptions

  func request(in context: VerbContext) throws -> EsmaRequest {
    guard constants.count == 1, let constant = constants.first?.string else {
      throw Refusal(
        constants.isEmpty ? "no constant" : "\(constants.count) constants at once",
        remedy: constants.isEmpty ? "for example: --constant e" : "a search for each of them")
    }
    return EsmaRequest(
      constant: try text(of: constant, context), degree: degree, height: height, periods: try lengths(),
      terms: terms, complexity: complexity, unfolded: unfolded)
  }

  /// The constant without names of the session; refused where it is rational or no number.
  private func text(of constant: String, _ context: VerbContext) throws(Refusal) -> String {
    var typed = constant
    while let last = typed.last, typed.contains("."), "…. ".contains(last) { typed.removeLast() }
    let closed = try context.workspace.closed(typed)
    if let input = try? DecimalInput(closed.text), closed.text.contains(".") {
      try check(input)
      return closed.text
    }
    let value = try NumberValue(closed.expression, of: closed.text, digits: 200)
    switch value.evaluation.outcome {
    case .value:
      guard let fraction = value.evaluation.enclosure?.apparentFraction else { return closed.text }
      throw Refusal(
        "\(constant) agrees with \(fraction) to 200 digits: expansions of a fraction end",
        remedy: "an irrational constant")
    case .rational(let fraction), .terminates(let fraction?):
      throw Refusal(
        "\(constant) is the fraction \(fraction): its expansions end",
        remedy: "an irrational constant")
    default:
      throw Refusal("\(constant) has no value: it \(value.evaluation.outcome.phrase)", exit: .nothing)
    }
  }

  /// Refuses typed digits that force too few quotients, and those of a fraction.
  private func check(_ input: DecimalInput) throws(Refusal) {
    let (lower, upper) = input.interval
    let count = ForcedQuotients(from: lower, to: upper).count
    guard count < terms else { return }
    if let fraction = Rational.apparent(from: lower, to: upper) {
      throw Refusal(
        "the \(input.digits) digits are those of the fraction \(fraction): expansions of a fraction end",
        remedy: "an irrational constant")
    }
    let needed = max(terms * 11 / 10, input.digits * terms / max(1, count)) + 10
    throw Refusal(
      "\(input.digits) digits are too few for \(terms) quotients: they force \(count)",
      remedy: count >= 22 ? "about \(needed) digits, or --terms \(count * 9 / 10)" : "about \(needed) digits",
      exit: .badData)
  }

  private func lengths() throws(Refusal) -> ClosedRange<Int> {
    guard let text = periods?.string else { return 1...3 }
    let parts = text.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    let dots = text.count { $0 == "." }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      dots == (parts.count == 2 ? 2 : 0), first >= 1, first <= last, last <= 12
    else {
      throw Refusal("--periods '\(text)' is no range of lengths", remedy: "for example: --periods 1..3")
    }
    return first...last
  }
}
