internal import ArgumentParser
internal import WallisSearch

/// `search factorial`: the residue sieve.
struct SearchFactorialVerb: SearchVerb {
  typealias View = FactorialSearchView

  static let declaration = VerbDeclaration(
    "search factorial",
    "Sieve billions of continued fractions for factorial reduction, and identify what reduces fully.",
    discussion: """
      p(n) and q(n) grow like powers of n!; where their common divisor grows alike, a fraction may prove irrationality. \
      Whether it does is decided by residues: the product of the step matrices over a period modulo a prime l at which b \
      has a root must have trace 0. Tables for the primes to 31 settle 64 candidates in one step, further primes to \
      131 and exact convergents judge what is left; what reduces fully is measured, evaluated and identified.

      a is --degree p,q with --height h (every coefficient from -h to h), or ranges with --a, leading coefficient first. \
      b is one or more polynomials (--b -n^6) or ranges; or with --roots r all c (q n - p) (q n - p) … with as many \
      factors as --degree says, |p| and q to r, |c| to --leading: complete for full reduction, which asks b to split over \
      the rationals. Any other b reduces in part at most; with neither, b runs through the box of --height. Mirrors \
      a -> -a are counted and not searched.

      A limit is compared with images of all constants with integers to 20; where δ > 0 and there is none, all bases \
      are searched as `identify` does. What is open is open as far as that; `identify --query factorialReduction` \
      searches the rest.

      Proved: every fraction of the space with trace 0 at all good primes is found, and full reduction asks for trace 0 at \
      all but finitely many primes. Observed without exception in 1,531 formulas: it is 0 at each good prime from 7 on. \
      So a random part of what was rejected is measured by its exact convergents, and misses are counted. Constant b are \
      left out, and so are fractions that end. What reduces in part is counted; --partial keeps it. Reduced fractions \
      without a limit are a class of their own. Where b has pairs of roots at distance 1, most of what reduces inflates \
      a fraction of smaller degree: a = c(n) a', b = c(n) c(n-1) b'. That is counted and left out, for it belongs to \
      the space of that degree; --inflated keeps it.

      \(SubmissionOptions.help)
      """,
    examples: [
      .init(
        "search factorial --a '1..20,-20..20,-20..20,-20..20' --b -n^6",
        "1.4 million fractions; Apéry's for ζ(3)"),
      .init("search factorial --degree 2,4 --height 12 --b n^4", "Apéry's fraction for ζ(2)"),
      .init(
        "search factorial --degree 1,2 --height 10 --roots 2 --leading 4",
        "b = c (q n - p) (q' n - p') with small roots"),
      .init("search factorial --degree 2,4 --height 100 --roots 4 --leading 64 --plan", "what it would take"),
    ])

  @Option(
    help: ArgumentHelp(
      "Upper bounds for the degrees of a and b; with --roots the number of roots.", valueName: "p,q"))
  var degree: Word?

  @Option(help: ArgumentHelp("Largest coefficient, either sign.", valueName: "h"))
  var height: Int?

  @Option(help: ArgumentHelp("Ranges of the coefficients of a(n).", valueName: "ranges"))
  var a: Word?

  @Option(
    name: .customLong("b"),
    help: ArgumentHelp(
      "A polynomial b(n), once or more, or ranges of its coefficients.", valueName: "polynomial"))
  var numerators: [Word] = []

  @Option(help: ArgumentHelp("b with rational roots p/q, |p| and q to this height.", valueName: "r"))
  var roots: Int?

  @Option(help: ArgumentHelp("With --roots: largest constant factor of b, either sign.", valueName: "c"))
  var leading: Int?

  @OptionGroup var measuring: MeasuringOptions

  @Flag(help: "Measure and keep what reduces in part, too.")
  var partial = false

  @Flag(inversion: .prefixedNo, help: "Keep what inflates a fraction of smaller degree.")
  var inflated = false

  @Flag(help: "Do not look for closed forms.")
  var noIdentify = false

  @Flag(help: "Say what the search would do and need, without doing it.")
  var plan = false

  @Flag(help: "Search anew although the catalog has this search already.")
  var again = false

  @OptionGroup var handing: SubmissionOptions

  @OptionGroup var global: GlobalOptions

  var submission: SubmissionOptions? { handing }
  var workers: Int? { measuring.workers }

  func request(in context: VerbContext) throws -> FactorialRequest {
    let (shard, depth, against) = (try measuring.part(), measuring.depth, measuring.against)
    let denominators =
      try a?.string ?? FactorialRequest.denominators(degree: degrees().a, height: largest())
    guard let roots else {
      guard leading == nil else {
        throw Refusal("--leading without --roots", remedy: "--roots 4 --leading \(leading ?? 1)")
      }
      let listed = numerators.map(\.string)
      return try FactorialRequest(
        a: denominators, b: listed.isEmpty ? [box(degree: degrees().b)] : listed, shard: shard, depth: depth,
        against: against, identify: !noIdentify, keepsPartial: partial,
        skipsInflated: !inflated)
    }
    guard numerators.isEmpty else {
      throw Refusal("b is given twice, by --b and by --roots", remedy: "one of them")
    }
    return try FactorialRequest(
      a: denominators,
      products: FactorialRequest.Products(degree: degrees().b, height: roots, leading: leading ?? 1),
      shard: shard, depth: depth, against: against, identify: !noIdentify, keepsPartial: partial,
      skipsInflated: !inflated)
  }

  private func degrees() throws(Refusal) -> (a: Int, b: Int) {
    guard let degree else {
      throw Refusal(
        "the space is not given",
        remedy: "--degree 2,4 --height 20 with --b n^4 or --roots 2, or ranges with --a and --b")
    }
    return try DegreePair(degree).degrees
  }

  private func largest() throws(Refusal) -> Int {
    guard let height else {
      throw Refusal("no largest coefficient", remedy: "--height 20, or ranges with --a and --b")
    }
    return height
  }

  private func box(degree: Int) throws -> String {
    try CoefficientBox(degree: degree, height: largest()).description
  }
}
