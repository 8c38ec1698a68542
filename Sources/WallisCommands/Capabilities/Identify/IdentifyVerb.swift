internal import ArgumentParser
internal import WallisFormulas

/// `identify`: closed forms of a number.
struct IdentifyVerb: Verb {
  static let declaration = VerbDeclaration(
    "identify", "Find a closed form of a number given by digits or by a formula.",
    discussion: """
      Bases in the order of cost: fractions, quadratic irrationals, Möbius images (p + q c)/(r + s c) of each constant, \
      algebraic numbers to degree 12, functions of the number (its powers, exponential, logarithm, circular functions), \
      products of rational powers such as 2^(3/4)*pi*sqrt(3), combinations of constants of one weight or field, roots \
      times constants, images of special values of functions, of powers, roots and logarithms, of products and \
      quotients, combinations of two constants and of up to four well-known ones. It is one search that goes on by \
      itself, some 13000 bases; a formula is evaluated to twice the digits where the first ones give nothing, and the \
      limits that theorems tell of the fractions in an expression come last. The odds count everything that was tried. \
      Results do not depend on the time that it takes; --time only cuts it, and the answer says so. \
      --constants searches chosen constants and expressions instead: images of each \
      monomial up to the total --degree, combinations of all monomials, quotients of combinations. --degree alone \
      searches roots of polynomials to that degree. Sets of constants that `constants --define` keeps are combined \
      in every search and can be named in --constants. --wide goes on \
      through quotients, triples and quadruples of all constants, in increasing cost and as far as --budget. \
      --scope table stops after fractions, quadratic irrationals and images of each constant: so does a file or a \
      query, number after number, unless --scope says otherwise.

      Typed digits cannot be computed again: the relation is found from the first two thirds and must predict the \
      rest. Every claim carries its evidence and a grade: certified, conjecture, suspicious or noise. The exit code \
      is 1 where nothing was found; of short numbers the simple forms that fit are shown with the number that chance \
      lets fit, and `excluded` says how far that was proved. Of a formula in the catalog both are \
      kept, and the same search is not made twice.
      """,
    examples: [
      .init("identify 3.14159265358979323846264338327950288", "from digits"),
      .init("identify -0.5772156649015328606065120900824024", "a value may begin with a minus sign"),
      .init("identify 'pcf(6, (2n-1)^2)'", "from a formula, which is evaluated twice"),
      .init("identify 'pi^2/6+log(2)^2' --constants pi,log(2) --degree 2", "among chosen constants"),
      .init("identify 5.8598744820488384738229308546321654 --wide --budget 3000", "in the whole table"),
      .init("identify '2^(1/6)+3^(1/5)' --degree 30", "roots of polynomials, to any degree"),
      .init("identify 'pcf(2, (2n-1)^2)' --format latex", "the closed form as LaTeX"),
      .init("identify 1.2533 --json", "too few digits say so"),
      .init("identify 1.26185950", "simple forms that fit, beside what chance gives"),
      .init("identify --query 'factorialReduction and not identified'", "all such formulas of the catalog"),
      .init("identify --file numbers.txt", "a JSON line for each line of a file"),
      .init("identify --file numbers.txt --scope standard", "the same as far as for a single number"),
      .init(
        "identify --query 'class = factorial' --constants e^2,sqrt(e)", "the same among chosen constants"),
    ])

  @Argument(help: ArgumentHelp("Digits, or an expression.", valueName: "number"))
  var number: [Word] = []

  @Option(
    help: ArgumentHelp(
      "Identify every formula of the catalog that satisfies a condition.", valueName: "condition"))
  var query: Word?

  @Flag(help: "With --query: images of constants with integers up to 20 only, thousands a second.")
  var quick = false

  @Option(help: "With --query or --file: worker threads; all cores unless given, one for standard input.")
  var workers: Int?

  @Option(help: "Digits of the first evaluation of a formula (50, or more for many terms).")
  var digits: Int?

  @Option(
    help: ArgumentHelp(
      "Identify the numbers and expressions in a file, one a line, or - for standard input: a JSON line for each.",
      valueName: "file"))
  var file: Word?

  @Option(
    name: [.customLong("constants"), .customLong("with")],
    help: ArgumentHelp("Search these constants only; may be repeated.", valueName: "constants"))
  var with: [Word] = []

  @Option(
    help: "Total degree of the monomials in --constants (1); alone, of polynomials whose roots are searched.")
  var degree: Int?

  @Option(
    help: ArgumentHelp(
      "How far: table, standard (a single number's), or wide.", valueName: "scope"))
  var scope: IdentifyReach?

  @Flag(help: "Search the whole table in increasing cost: --scope wide.")
  var wide = false

  @Option(
    help: ArgumentHelp(
      "Cuts the search of a number after so long, 30s or 2m; 0 for the table alone.", valueName: "time"))
  var time: Word?

  @Option(help: ArgumentHelp("Bases after which --wide ends (50000).", valueName: "bases"))
  var budget: Int?

  @Option(help: "How closed forms are written: text, unicode, latex, gp or mpmath.")
  var format: Notation = .plain

  @Flag(help: "Search although the catalog knows that this search comes to nothing.")
  var again = false

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = number.map(\.string).joined(separator: " ")
    let source = file?.string ?? (text == "-" ? "-" : nil)
    guard [!text.isEmpty && text != "-", query != nil, source != nil].count(where: \.self) <= 1 else {
      throw Refusal("a number, --query and --file together", remedy: "identify one or the other")
    }
    let request = IdentifyRequest(
      number: text, digits: digits,
      with: with.isEmpty ? nil : with.map(\.string).joined(separator: ","), degree: degree,
      reach: try reach(), time: try seconds(), budget: budget, catalog: context.catalogPath(global),
      format: format, again: again)
    if let query { return try reply(to: query.string, request, in: context) }
    if let source {
      return try IdentifyLines(
        file: source, request: request,
        workers: source == "-" && workers == nil ? 1 : SearchRun.workers(workers)
      ).reply(in: context)
    }
    guard !number.isEmpty else {
      throw Refusal("nothing to identify", remedy: "give digits, an expression, or --query with a condition")
    }
    return try request.reply(in: context)
  }

  private func seconds() throws(Refusal) -> Double? {
    guard let time else { return nil }
    guard query == nil else { throw Refusal("--time with --query", remedy: "it cuts the search of a number") }
    if ["0", "0s"].contains(time.string) { return 0 }
    guard let seconds = TimeSpan(time.string)?.seconds ?? TimeSpan(time.string + "s")?.seconds else {
      throw Refusal(
        "'\(time.string)' is no length of time", remedy: "for example: 30s, 2m, or 0 for the table alone")
    }
    return seconds
  }

  private func reach() throws(Refusal) -> IdentifyReach? {
    guard wide else { return scope }
    if let scope, scope != .wide {
      throw Refusal("--wide and --scope \(scope.rawValue) contradict each other", remedy: "leave one out")
    }
    return .wide
  }

  private func reply(
    to condition: String, _ request: IdentifyRequest, in context: VerbContext
  ) throws -> Reply {
    guard !quick || with.isEmpty && request.reach == nil else {
      throw Refusal(
        "--quick with --constants, --scope or --wide", remedy: "--quick searches a fixed table: leave one out"
      )
    }
    let search = quick ? nil : try request.search(usual: .table, in: context).identification
    return try IdentifyQuery(
      condition: condition, catalog: context.catalogPath(global), identification: search,
      workers: SearchRun.workers(workers), again: again
    ).reply(in: context)
  }
}

extension IdentifyReach: ExpressibleByArgument {}
