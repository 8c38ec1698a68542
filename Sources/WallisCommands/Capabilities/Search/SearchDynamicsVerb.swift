internal import ArgumentParser
internal import WallisSearch

/// `search dynamics`: measures every fraction of a space.
struct SearchDynamicsVerb: SearchVerb {
  typealias View = DynamicsSearchView

  static let declaration = VerbDeclaration(
    "search dynamics",
    "Measure every continued fraction of a space, and identify those with factorial reduction.",
    discussion: """
      The space is --degree p,q with --height h (every coefficient from -h to h), or ranges with --a and --b, leading \
      coefficient first: --a '1..5,-3..3,0' is a(n) = A n^2 + B n. Either may be a template instead: a polynomial in n \
      and parameters, whose integer ranges --ranges gives. Both templates share the parameters, so b can be tied to a; \
      exponents may contain parameters: --b '-(n+c)^(2k)' --ranges 'c=0..3,k=1..2'. Mirrors a -> -a of a template are \
      not derived: choose ranges that give a positive leading coefficient.

      With --screen a formula is measured only where a recurrence modulo twelve small primes shows a common divisor of \
      p and q; that is an eighth of most spaces, with every large divisor seen so far. What is left out is counted, and \
      20,000 random formulas (a tenth of a small space) are measured all the same: their count of misses is shown.

      Results are stored in the catalog as they come; an interrupted search goes on with `resume`. They do not depend \
      on --workers.

      \(SubmissionOptions.help)
      """,
    examples: [
      .init(
        "search dynamics --degree 1,2 --height 3 --identify", "16,416 formulas; finds Brouncker's and its kin"
      ),
      .init("search dynamics --a '2,1' --b '-3..3,0,0'", "a(n) = 2n + 1 with b(n) = B n^2"),
      .init(
        "search dynamics --a 'x*(n^3+(n+1)^3)+y*(2n+1)' --b '-z^2*n^6' --ranges 'x=1..3,y=-20..20,z=1..2'",
        "the family of Apéry's fraction, 246 formulas"),
      .init("search dynamics --degree 2,2 --height 5 --shard 3/64", "one part of 1,768,900 formulas"),
      .init(
        "search dynamics --degree 2,2 --height 5 --submit slurm --shards 64 --time 2:00:00",
        "all 64 parts, by a job array of Slurm"),
      .init("search dynamics --degree 2,4 --height 9 --sample 1000 --plan", "what it would take"),
    ])

  @Option(help: ArgumentHelp("Upper bounds for the degrees of a and b.", valueName: "p,q"))
  var degree: Word?

  @Option(help: ArgumentHelp("Largest coefficient, either sign.", valueName: "h"))
  var height: Int?

  @Option(help: ArgumentHelp("Ranges of the coefficients of a(n), or a template.", valueName: "ranges"))
  var a: Word?

  @Option(help: ArgumentHelp("Ranges of the coefficients of b(n), or a template.", valueName: "ranges"))
  var b: Word?

  @Option(
    name: [.customLong("ranges"), .customLong("with")],
    help: ArgumentHelp("Ranges of the parameters of the templates.", valueName: "x=1..3,y=0"))
  var with: Word?

  @Option(help: ArgumentHelp("Random members instead of all.", valueName: "count"))
  var sample: Int?

  @Option(help: "Seed of the sample.")
  var seed: UInt64 = 1

  @OptionGroup var measuring: MeasuringOptions

  @Flag(help: "Look for closed forms of the formulas with factorial reduction.")
  var identify = false

  @Flag(
    help: "Measure only what a test modulo small primes lets pass, and a random part of the rest to judge it."
  )
  var screen = false

  @Flag(help: "Say what the search would do and need, without doing it.")
  var plan = false

  @Flag(help: "Search anew although the catalog has this search already.")
  var again = false

  @OptionGroup var handing: SubmissionOptions

  @OptionGroup var global: GlobalOptions

  var submission: SubmissionOptions? { handing }
  var workers: Int? { measuring.workers }

  func request(in context: VerbContext) throws -> DynamicsRequest {
    var request = try DynamicsRequest(
      a: polynomials(a, degreeAt: 0), b: polynomials(b, degreeAt: 1), parameters: with?.string ?? "",
      sample: sample.map { DynamicsRequest.Sample(count: $0, seed: seed) },
      shard: measuring.part(), depth: measuring.depth, against: measuring.against, identify: identify)
    request.screen = screen
    return request
  }

  /// The polynomials of one side, from its own option or from degree and height.
  private func polynomials(_ text: Word?, degreeAt place: Int) throws -> String {
    if let text { return text.string }
    guard let degree, let height else {
      throw Refusal(
        "the space is not given", remedy: "--degree 1,2 --height 3, or ranges with --a and --b")
    }
    let degrees = try DegreePair(degree).degrees
    return try CoefficientBox(degree: place == 0 ? degrees.a : degrees.b, height: height).description
  }
}
