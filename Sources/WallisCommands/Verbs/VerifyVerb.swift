internal import ArgumentParser
internal import WallisDocuments
internal import WallisFormulas

/// `verify`: whether two expressions agree.
struct VerifyVerb: Verb {
  static let declaration = VerbDeclaration(
    "verify", "Check a claimed equality by evaluating both sides to many digits.",
    discussion: """
      Agreement supports a claim, it does not prove it; disagreement refutes it. The exit code is 1 where the sides \
      differ.
      """,
    examples: [
      .init("verify 'pcf(6, (2n-1)^2) = 3+pi' --digits 200", "Lange's fraction"),
      .init("verify '-pcf(1, 1) = phi'", "is refuted at the first digit"),
    ])

  @Argument(help: ArgumentHelp("Two expressions with = between them.", valueName: "equality"))
  var equality: [Word]

  @Option(help: "Digits to compare.")
  var digits = 100

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = equality.map(\.string).joined(separator: " ")
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, digits >= 1 else {
      throw Refusal("'\(text)' is not an equality", remedy: "for example: verify 'pcf(2n+1, n^2) = 4/pi'")
    }
    let values = try sides.map { side in
      let closed = try context.workspace.closed(side.trimmingSpaces)
      return try NumberValue(closed.expression, of: closed.text, digits: digits)
    }
    return VerificationView(left: values[0], right: values[1], digits: digits).reply
  }
}

/// How far two values agree.
private struct VerificationView {
  let left: NumberValue
  let right: NumberValue
  let digits: Int

  var reply: Reply {
    let agrees = agreement
    let text: Text =
      switch agrees {
      case true?: Text("agrees", .conjecture) + " to \(digits) digits"
      case false?: Text("refuted", .error) + ": the sides differ"
      case nil: Text("undecided", .warning) + ": a side has no finite value"
      }
    let json: JSONValue = [
      "schema": 1, "agrees": .optional(agrees), "digits": .integer(digits),
      "left": .optional(left.decimal?.text), "right": .optional(right.decimal?.text),
    ]
    var fields = [Field("verdict", text)]
    for (label, value) in [("left", left), ("right", right)] {
      fields.append(
        Field(label, value.shown(digits: digits) ?? value.evaluation.outcome.text ?? Text("–")))
      fields.append(Field("verified", Text("\(value.evaluation.verification)", .muted)))
    }
    return Reply(Document([.fields(fields)]), json: json, exit: agrees == true ? .done : .nothing)
  }

  /// Fractions agree when they are equal, other numbers while their enclosures overlap. Nil where a side is no finite number.
  private var agreement: Bool? {
    if let x = left.evaluation.outcome.rational, let y = right.evaluation.outcome.rational { return x == y }
    guard let x = left.evaluation.enclosure, let y = right.evaluation.enclosure else { return nil }
    return x.overlaps(y)
  }
}
