internal import ArgumentParser
internal import WallisDocuments
internal import WallisSearch

/// `search series`: sums of hypergeometric terms that are images of constants.
struct SearchSeriesVerb: SearchVerb {
  typealias View = SeriesSearchView

  static let declaration = VerbDeclaration(
    "search series", "Find series of hypergeometric terms whose sums are p + q c for a constant c.",
    discussion: """
      The terms are R(k) z^k (α)_k … / ((β)_k … D(k)), k from 0: --symbols m,n symbols above and below (--symbols m: as \
      many below), with parameters p/q in (0, 1] and q to --height, or lists --above and --below; z from --bases, or all \
      fractions with |z| at most 1 and denominators to --base-height; D from --over, 1 unless given. Parameters beyond \
      (0, 1] only change R and D; terms in which a parameter cancels are searched once.

      R is not enumerated. The sums of k^j times the term, j to --degree, are computed once to --digits digits, and one \
      lattice for each constant c holds all R whose sum is p + q c with integers of any size that the digits allow. \
      Constants are those of `constants`, with π√n, √n/π, √n/π² and √n for the n that z suggests, or those of \
      --constant. What is found is evaluated again as one series, 50 digits further, and identified as `identify` does; \
      the evidence counts all integers of the relation, and random numbers take the place of c. Where nothing is found \
      the funnel says below which size no relation exists.

      Sums that do not converge, and those that telescope to a fraction, are counted. Degrees from which on sums reduce \
      to smaller ones and a fraction are left out. What is found goes into the catalog with the figures of Euler's \
      fraction; `prove` proves some of it. An interrupted search goes on with `resume`.

      \(SubmissionOptions.help)
      """,
    examples: [
      .init(
        "search series --symbols 3 --below 1 --bases 1/4,-1/8,1/64,-1",
        "series for 1/π by Bauer and Ramanujan"),
      .init(
        "search series --symbols 0 --bases -1 --over 2k+1 --over k+1 --degree 0", "Leibniz and Mercator"),
      .init(
        "search series --symbols 1 --bases -1/4,1/4 --over '(k+1)^2*(2k+1)' --constant 'zeta(3)'",
        "the series of Apéry for ζ(3)"),
      .init("search series --symbols 3 --height 6 --below 1 --base-height 100 --plan", "what it would take"),
    ])

  @Option(help: ArgumentHelp("Symbols above and below.", valueName: "m,n"))
  var symbols: Word?

  @Option(help: "Largest denominator of parameters.")
  var height = 2

  @Option(help: ArgumentHelp("Parameters above in place of all of the height.", valueName: "list"))
  var above: Word?

  @Option(help: ArgumentHelp("Parameters below in place of all of the height.", valueName: "list"))
  var below: Word?

  @Option(help: ArgumentHelp("Arguments z.", valueName: "list"))
  var bases: Word?

  @Option(help: ArgumentHelp("All z with |z| at most 1 and such denominators.", valueName: "height"))
  var baseHeight: Int?

  @Option(
    name: .customLong("over"),
    help: ArgumentHelp("A polynomial D(k), once or more; 1 is one of them only if named.", valueName: "D"))
  var divisors: [Word] = []

  @Option(help: "Largest degree of R.")
  var degree = 1

  @Option(help: "Digits of the sums that relations are sought in.")
  var digits = 60

  @Option(
    name: .customLong("constant"),
    help: ArgumentHelp("A constant or an expression, once or more; all unless given.", valueName: "c"))
  var constants: [Word] = []

  @OptionGroup var measuring: MeasuringOptions

  @Flag(help: "Say what the search would do and need, without doing it.")
  var plan = false

  @Flag(help: "Search anew although the catalog has this search already.")
  var again = false

  @OptionGroup var handing: SubmissionOptions

  @OptionGroup var global: GlobalOptions

  var submission: SubmissionOptions? { handing }
  var workers: Int? { measuring.workers }

  func request(in context: VerbContext) throws -> SeriesRequest {
    let parameters = try SeriesRequest.parameters(height: height)
    return try SeriesRequest(
      symbols: counts(), above: above.map(Self.entries) ?? parameters,
      below: below.map(Self.entries) ?? parameters, bases: arguments(),
      divisors: divisors.map(\.string), degree: degree, digits: digits,
      constants: constants.map { word throws(Refusal) in try constant(word.string, context) },
      shard: measuring.part(), depth: measuring.depth, against: measuring.against)
  }

  private static func entries(_ list: Word) -> [String] {
    list.string.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { !$0.isWhitespace })
    }
  }

  private func counts() throws(Refusal) -> SeriesRequest.Symbols {
    guard let symbols else {
      throw Refusal(
        "the number of symbols is not given", remedy: "for example --symbols 3, or --symbols 1,2")
    }
    let numbers = Self.entries(symbols).map { Int($0) }
    guard let first = numbers.first ?? nil, let last = numbers.last ?? nil, numbers.count <= 2 else {
      throw Refusal(
        "--symbols '\(symbols.string)' is no pair of numbers", remedy: "for example --symbols 3")
    }
    return SeriesRequest.Symbols(above: first, below: last)
  }

  private func arguments() throws(Refusal) -> SeriesRequest.Bases {
    guard let bases else { return baseHeight.map { .height($0) } ?? .listed([]) }
    guard baseHeight == nil else {
      throw Refusal("z is given twice, by --bases and by --base-height", remedy: "one of them")
    }
    return .listed(Self.entries(bases))
  }

  /// The constant without names of the session; refused where it has no value or is a fraction.
  private func constant(_ text: String, _ context: VerbContext) throws(Refusal) -> String {
    let closed = try context.workspace.closed(text)
    let value = try NumberValue(closed.expression, of: closed.text, digits: 40)
    switch value.evaluation.outcome {
    case .value: return closed.text
    case .rational(let fraction), .terminates(let fraction?):
      throw Refusal(
        "\(text) is the fraction \(fraction): every p + q c is one", remedy: "an irrational constant")
    default:
      throw Refusal("\(text) has no value: it \(value.evaluation.outcome.phrase)", exit: .nothing)
    }
  }
}
