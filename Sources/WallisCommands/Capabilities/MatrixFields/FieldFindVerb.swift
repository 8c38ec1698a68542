internal import ArgumentParser
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisMatrixFields

/// `field find`: the fields that a continued fraction is a line of.
struct FieldFindVerb: Verb {
  static let declaration = VerbDeclaration(
    "field find", "Find the matrix field that a continued fraction is a line of.",
    discussion: """
      The fraction, and what two or three of its steps make, is compared with lines of the known fields: by canonical \
      form up to an index shift, then by a coboundary A(n)U(n+1) = U(n)B(n) up to a factor, which is proved. Then a \
      conjugate pair f, g of polynomials is solved for that has the fraction as its row y = 1: the field is proved to \
      be conservative, and its other rows are formulas of the same kind.
      """,
    examples: [
      .init("field find 'pcf(34n^3+51n^2+27n+5, -n^6)'", "Apéry's fraction is the diagonal of a field"),
      .init("field find 'pcf(n^3+(n+1)^3, -n^6)'", "a row, from which the field follows"),
    ])

  @Argument(help: ArgumentHelp("A continued fraction.", valueName: "formula"))
  var formula: [Word]

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let (fraction, _) = try context.fraction(formula)
    let finder = FieldFinder()
    let matches = finder.matches(fraction)
    let proposals = Array(PairSearch(fraction).proposals.prefix(3))
    let tried =
      "\(ProgressLine.grouped(finder.count)) lines of known fields, each to 3 steps of the fraction; "
      + "conjugate pairs of degree \(max(fraction.a.degree, (fraction.b.degree + 1) / 2))"
    var json: JSONValue {
      [
        "formula": .string("\(fraction)"), "lines": .array(matches.map(self.json)),
        "proposals": .array(proposals.map(self.json)), "tried": .string(tried),
      ]
    }
    guard !matches.isEmpty || !proposals.isEmpty else {
      return Reply(
        Document([.paragraph("no field found"), .fields([Field("tried", Text(tried))])]), json: json,
        exit: .nothing)
    }
    var document: Document {
      var blocks: [Block] = matches.map { .fields(fields($0)) }
      for proposal in proposals { blocks.append(.fields(fields(proposal))) }
      return Document(blocks)
    }
    return Reply(document, json: json)
  }

  private func fields(_ match: FieldFinder.Match) -> [Field] {
    let trajectory = Trajectory(match.line)
    var fields = [
      Field("line", Text(match.line.field.name, .name) + ": " + Text("\(trajectory)", .formula)),
      Field("its fraction", Text("\(match.fraction)", .formula)),
    ]
    if let link = match.link {
      let steps = link.fold == 1 ? "" : ", \(link.fold) steps of the fraction at once"
      fields.append(
        Field(
          "proof",
          Text("certified", .certified) + ": A(n)U(n+1) ∝ U(n)B(n) with U = "
            + Text(FieldFindVerb.text(link.matrix), .formula) + Text(steps)))
    } else {
      let shift = match.shift.map { $0 == 0 ? "" : " after n → n\($0 < 0 ? "" : "+")\($0)" } ?? ""
      fields.append(
        Field("proof", Text("certified", .certified) + Text(": equal canonical forms\(shift)")))
    }
    return fields
  }

  private static func text(_ matrix: PolynomialMatrix) -> String {
    "[" + matrix.rows.map { "[" + $0.map { "\($0)" }.joined(separator: ", ") + "]" }.joined(separator: ", ")
      + "]"
  }

  private func fields(_ proposal: PairSearch.Proposal) -> [Field] {
    [
      Field("conjugate pair", Text("f = \(proposal.pair.f.text(["x", "y"]))", .formula)),
      Field("", Text("g = \(proposal.pair.g.text(["x", "y"]))", .formula)),
      Field("", Text("b(0) = \(proposal.pair.corner.text(["x", "y"]))", .formula)),
      Field("field", Text("certified", .certified) + ": conservative, an identity of polynomials"),
      Field(
        "family",
        Text("pcf(\(proposal.a), \(proposal.b))", .formula) + Text(", y = 1 the formula given", .muted)),
    ]
  }

  private func json(_ match: FieldFinder.Match) -> JSONValue {
    [
      "field": .string(match.line.field.name), "line": .string("\(Trajectory(match.line))"),
      "start": .array(match.line.start.map { .string("\($0)") }),
      "direction": .array(match.line.direction.map { .integer($0) }),
      "fraction": .string("\(match.fraction)"),
      "fold": .integer(match.fold), "shift": .optional(match.shift),
      "matrix": .optional(match.link.map { FieldFindVerb.text($0.matrix) }), "grade": "certified",
    ]
  }

  private func json(_ proposal: PairSearch.Proposal) -> JSONValue {
    [
      "f": .string(proposal.pair.f.text(["x", "y"])), "g": .string(proposal.pair.g.text(["x", "y"])),
      "b0": .string(proposal.pair.corner.text(["x", "y"])), "conservative": .bool(true),
      "a": .string(proposal.a), "b": .string(proposal.b), "grade": "certified",
    ]
  }
}
