internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFamilies
internal import WallisFormulas
internal import WallisProofs

/// `relate`: whether and how two formulas are linked.
struct RelateVerb: Verb {
  static let declaration = VerbDeclaration(
    "relate",
    "Say whether two formulas are the same up to inflation, index shift, a matrix of polynomials or a Möbius map.",
    discussion: """
      Inflations, shifts and matrices of polynomials U(n) with A(n)U(n+1)g2(n) = g1(n)U(n)B(n), after steps of either \
      are folded, are identities of polynomials: the link is proved. A map of the limits alone is found from two \
      thirds of --digits and has to hold to the rest: a conjecture. Equal dynamics alone are a suspicion. The exit \
      code is 1 where no link is found.
      """,
    examples: [
      .init("relate 'pcf(2n+1, n^2)' 'pcf(4n+2, 4n^2)'", "one inflates the other"),
      .init(
        "relate 'pcf(2n+1, n^2)' 'pcf(2n+5, n^2+4n)'", "a matrix of polynomials carries one into the other"),
      .init("relate '1/pcf(2, (2n-1)^2)' 'pcf(6, (2n-1)^2)'", "images of fractions are related as well"),
      .init("relate 'sum(k=0..inf, (-1)^k/(2k+1))' 'pcf(2, (2n+1)^2)'", "a series, by Euler's fraction"),
      .init("relate 'pcf(2n+1, n^2)' 'pcf(6, (2n-1)^2)'", "both give π"),
    ])

  @Argument(
    help: ArgumentHelp(
      "Two fractions, series or recurrences, or Möbius images of such.", valueName: "formulas"))
  var formulas: [Word]

  @Option(help: "Digits that the limits are compared to.")
  var digits = 100

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    guard formulas.count == 2 else {
      throw Refusal("\(formulas.count) formulas", remedy: "relate takes two, each in quotes")
    }
    guard (24...10_000).contains(digits) else {
      throw Refusal("--digits \(digits)", remedy: "between 24 and 10000 digits")
    }
    let images = try formulas.map { try image($0, in: context) }
    let (first, second) = (images[0].fraction, images[1].fraction)
    // limit of the second expression = around(map)(limit of the first expression).
    let around = { (map: MoebiusMap) in images[1].map.after(map).after(images[0].map.inverse) }
    if let exact = FormulaLink.exact(first, second) {
      return LinkView(exact: exact, map: around(exact.map)).reply
    }
    if let certificate = LinkCertificate(relating: second, first) {
      return LinkView(certificate: certificate, map: around(certificate.map)).reply
    }
    switch FormulaLink.between(first, second, digits: digits) {
    case .linked(let link): return LinkView(exact: link, map: around(link.map)).reply
    case .unrelated(let exponent): return try unrelated(exponent, first, second)
    }
  }

  private func image(_ word: Word, in context: VerbContext) throws(Refusal) -> FractionImage {
    let closed = try context.workspace.closed(word.string)
    do {
      if let image = try FractionImage(closed.expression, kinds: context.kinds) { return image }
    } catch {
      throw Refusal(error, in: closed.text)
    }
    throw Refusal(
      "'\(word)' is no continued fraction or series, nor a Möbius image of one",
      remedy: "for example: 4/pcf(2n+1, n^2) - 1")
  }

  private func unrelated(
    _ exponent: Int?, _ first: ContinuedFraction, _ second: ContinuedFraction
  ) throws(Refusal) -> Reply {
    let invariants = [first, second].map { fraction in
      Classification(fraction).convergence.flatMap {
        DynamicsInvariant(fraction, convergence: $0, isReduced: nil)
      }
    }
    let isAlike = invariants[0] != nil && invariants[0] == invariants[1]
    let below = exponent.map { "10^\($0)" }
    var fields = [Field("link", Text("none found"))]
    if let below {
      fields.append(Field("excluded", "Möbius maps with entries below " + Text(below, .digits)))
    }
    fields.append(
      Field(
        "dynamics",
        isAlike
          ? "the coefficients give both the same dynamics: a suspicion, no link"
          : "the coefficients give them different dynamics"))
    return Reply(
      Document([.fields(fields)]),
      json: [
        "related": .bool(false), "kind": "none", "grade": .null, "certificate": .null,
        "digits": .null, "excludedBelow": .optional(below), "sameDynamics": .bool(isAlike),
      ], exit: .nothing)
  }
}
