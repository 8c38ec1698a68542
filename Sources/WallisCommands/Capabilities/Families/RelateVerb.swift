internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// `relate`: whether and how two formulas are linked.
struct RelateVerb: Verb {
  static let declaration = VerbDeclaration(
    "relate",
    "Say whether two formulas are the same up to inflation, index shift or a Möbius map of the limit.",
    discussion: """
      Inflations and shifts are identities of polynomials: the link is proved. A map of the limits is found from two \
      thirds of --digits and has to hold to the rest. Equal dynamics alone are a suspicion. The exit code is 1 where \
      no link is found.
      """,
    examples: [
      .init("relate 'pcf(2n+1, n^2)' 'pcf(4n+2, 4n^2)'", "one inflates the other"),
      .init("relate 'pcf(2n+1, n^2)' 'pcf(6, (2n-1)^2)'", "both give π"),
    ])

  @Argument(help: ArgumentHelp("Two continued fractions.", valueName: "formulas"))
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
    let (first, _) = try context.fraction([formulas[0]])
    let (second, _) = try context.fraction([formulas[1]])
    switch FormulaLink.between(first, second, digits: digits) {
    case .linked(let link): return linked(link)
    case .unrelated(let exponent): return try unrelated(exponent, first, second)
    }
  }

  private func linked(_ link: FormulaLink) -> Reply {
    let how: Text =
      link.isProved
      ? Text("certified", .certified) + ": an identity of polynomials"
      : Text("conjecture", .conjecture) + ": the limits agree to \(link.digits ?? 0) digits"
    var fields = [Field("link", Text(RelateVerb.words(link))), Field("grade", how)]
    fields.append(
      Field("limits", "the second is " + Text("\(link.map)", .formula) + ", x the first"))
    return Reply(Document([.fields(fields)]), json: json(link))
  }

  private static func words(_ link: FormulaLink) -> String {
    switch link.kind {
    case .inflation: "the second is an inflation of the first"
    case .shift:
      "after deflation the second is the first with n\(link.shift < 0 ? "" : "+")\(link.shift) for n"
    case .mobius: "a Möbius map carries one limit into the other"
    }
  }

  private func json(_ link: FormulaLink) -> JSONValue {
    [
      "related": .bool(true), "kind": .string(link.kind.rawValue),
      "grade": .string((link.isProved ? Grade.certified : .conjecture).rawValue),
      "certificate": [
        "matrix": .array(link.map.entries.map { $0.word.map(JSONValue.integer) ?? .string("\($0)") }),
        "scale": link.kind == .inflation ? .string("\(Rational(link.map.a, link.map.d))") : .null,
        "fold": .null, "shift": .integer(link.shift),
      ],
      "digits": .optional(link.digits), "excludedBelow": .null,
    ]
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
