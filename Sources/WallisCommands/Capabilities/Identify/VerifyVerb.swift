internal import ArgumentParser
internal import Foundation
internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification

/// `verify`: whether two expressions agree.
struct VerifyVerb: Verb {
  static let declaration = VerbDeclaration(
    "verify", "Check a claimed equality by evaluating both sides to many digits.",
    discussion: """
      Agreement supports a claim, it does not prove it, unless both sides are made of fractions, roots, and sines of \
      rational multiples of pi: those are equal where enough digits agree. Disagreement refutes. A file that begins with "proof of", as \
      prove --format text writes it, is checked exactly: every identity is expanded, every theorem looked up. The exit \
      code is 1 where the sides differ, and where a step does not hold.
      """,
    examples: [
      .init("verify 'pcf(6, (2n-1)^2) = 3+pi' --digits 200", "Lange's fraction"),
      .init("verify '-pcf(1, 1) = phi'", "is refuted at the first digit"),
      .init("verify pi.txt", "every line of a file, for example of export --family, or the proofs in it"),
    ])

  @Argument(
    help: ArgumentHelp("Two expressions with = between them, or a file of such lines.", valueName: "equality")
  )
  var equality: [Word]

  @Option(help: "Digits to compare (100; 200 for the lines of a file).")
  var digits: Int?

  @OptionGroup var global: GlobalOptions

  func reply(in context: VerbContext) throws -> Reply {
    let text = equality.map(\.string).joined(separator: " ")
    guard (digits ?? 100) >= 1 else { throw Refusal("--digits \(digits ?? 0)", remedy: "at least one digit") }
    let sides = text.equalitySides
    if sides.count == 1, FileManager.default.fileExists(atPath: text) {
      return try FileVerification(path: text, digits: digits ?? 200).reply(in: context)
    }
    let digits = digits ?? 100
    guard sides.count == 2 else {
      throw Refusal(
        "'\(text)' is neither an equality nor a file", remedy: "for example: verify 'pcf(2n+1, n^2) = 4/pi'")
    }
    let closed = try sides.map { side in try context.workspace.closed(side.trimmingSpaces) }
    let values = try closed.map { try NumberValue($0.expression, of: $0.text, digits: digits) }
    var view = VerificationView(left: values[0], right: values[1], digits: digits)
    if view.agreement == true, !view.isExact { view.gap = VerifyVerb.gap(closed) }
    return view.reply
  }

  /// The size of the difference of two algebraic numbers that are equal by it; nil where that is not known.
  private static func gap(
    _ sides: [(text: String, expression: WallisFormulas.Expression)]
  ) -> AlgebraicSize? {
    let sizes = sides.compactMap { AlgebraicSize($0.expression) }
    guard sizes.count == 2 else { return nil }
    let size = sizes[0].difference(sizes[1])
    let isZero = size.isZero { digits in
      let values = sides.compactMap {
        try? NumberValue($0.expression, of: $0.text, digits: digits).evaluation.enclosure
      }
      return values.count == 2 ? values[0] - values[1] : nil
    }
    return isZero ? size : nil
  }
}

/// How far two values agree.
struct VerificationView {
  let left: NumberValue
  let right: NumberValue
  let digits: Int
  /// The size of the difference, where it proves that the sides are equal.
  var gap: AlgebraicSize?

  var reply: Reply {
    let agrees = agreement
    let text: Text =
      switch agrees {
      case true? where gap != nil || isExact: Text("proved", .certified) + ": \(proof)"
      case true?: Text("agrees", .conjecture) + " to \(measure)"
      case false?: Text("refuted", .error) + ": the sides differ"
      case nil: Text("undecided", .warning) + ": a side has no finite value"
      }
    var json: JSONValue {
      [
        "agrees": .optional(agrees), "proved": .bool(agrees == true && (gap != nil || isExact)),
        "digits": .integer(digits),
        "left": .optional(left.decimal?.text), "right": .optional(right.decimal?.text),
      ]
    }
    var fields = [Field("verdict", text)]
    for (label, value) in [("left", left), ("right", right)] {
      fields.append(
        Field(label, value.shown(digits: digits) ?? value.evaluation.outcome.text ?? Text("–")))
      fields.append(Field("verified", Text("\(value.evaluation.verification)", .muted)))
    }
    if agrees == false, let hidden = hiddenDifference {
      fields.append(Field("difference", Text(hidden, .digits)))
    }
    return Reply(Document([.fields(fields)]), json: json, exit: agrees == true ? .done : .nothing)
  }

  /// Whether both sides are fractions.
  var isExact: Bool {
    left.evaluation.outcome.rational != nil && right.evaluation.outcome.rational != nil
  }

  private var proof: String {
    guard let gap, let bits = gap.separationBits else { return "by exact arithmetic" }
    return "algebraic numbers of this degree (at most \(gap.degree)) and height that agree to "
      + "\(Digits.roundedUp(bits: bits)) decimals are equal"
  }

  /// What the sides agree to: digits, or decimals where a side may be 0 and has no digits.
  private var measure: String {
    let enclosures = [left, right].compactMap(\.evaluation.enclosure)
    guard enclosures.contains(where: { $0.containsZero && !$0.isExact }) else { return "\(digits) digits" }
    let sizes = enclosures.compactMap(\.magnitudeExponent)
    return "\(max(0, Digits.roundedDown(bits: -(sizes.max() ?? 0)))) decimals"
  }

  /// left − right where the digits shown do not tell the sides apart; nil where they do.
  private var hiddenDifference: String? {
    guard let x = left.evaluation.enclosure, let y = right.evaluation.enclosure else { return nil }
    let gap = x - y
    guard let size = x.magnitudeExponent, let width = gap.magnitudeExponent,
      width <= size - Digits.bits(min(digits - 2, 20))
    else { return nil }
    return gap.decimal(atMost: 10).map { "\($0.value)" } ?? "below 2^\(width)"
  }

  /// Fractions agree when they are equal, other numbers while their enclosures overlap. Nil where a side is no finite
  /// number.
  var agreement: Bool? {
    if let x = left.evaluation.outcome.rational, let y = right.evaluation.outcome.rational { return x == y }
    guard let x = left.evaluation.enclosure, let y = right.evaluation.enclosure else { return nil }
    return x.overlaps(y)
  }
}

/// Checks every line of a file.
struct FileVerification {
  let path: String
  let digits: Int

  func reply(in context: VerbContext) throws -> Reply {
    guard !path.isEmpty else { throw Refusal("nothing to verify", remedy: "verify 'pcf(1, 1) = phi'") }
    if let proofs = try ProofVerification(path: path) { return proofs.reply }
    let lines = try LineReader(path: path)
    var (number, verified, failures): (Int, Int, [(line: Int, text: String, verdict: String)]) = (0, 0, [])
    var isStopped = false
    try context.stopRequests.observe {
      while let line = try lines.next() {
        number += 1
        let text = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty else { continue }
        switch try agreement(text, line: number, in: context) {
        case true?: verified += 1
        case false?: failures.append((number, text, "refuted"))
        case nil: failures.append((number, text, "undecided"))
        }
        context.progress(
          CellProgress(
            title: "verify", done: Int((lines.share ?? 0) * 1000), total: 1000, perSecond: nil,
            secondsLeft: nil,
            findings: verified))
        isStopped = context.stopRequests.isRequested
        if isStopped { break }
      }
    }
    return reply(verified, failures, isStopped: isStopped)
  }

  private func agreement(_ text: String, line: Int, in context: VerbContext) throws -> Bool? {
    let sides = text.equalitySides
    guard sides.count == 2 else {
      throw Refusal(
        "\(path), line \(line): '\(text)' is not an equality",
        remedy: "one equality a line; # begins a comment", exit: .badData)
    }
    do {
      let values = try sides.map { side in
        let closed = try context.workspace.closed(side.trimmingSpaces)
        return try NumberValue(closed.expression, of: closed.text, digits: digits)
      }
      return VerificationView(left: values[0], right: values[1], digits: digits).agreement
    } catch var refusal as Refusal {
      refusal.diagnostic.message = "\(path), line \(line): \(refusal.diagnostic.message)"
      throw refusal
    }
  }

  private func reply(
    _ verified: Int, _ failures: [(line: Int, text: String, verdict: String)], isStopped: Bool
  ) -> Reply {
    let refuted = failures.count { $0.verdict == "refuted" }
    var json: JSONValue {
      [
        "agrees": .bool(failures.isEmpty && verified > 0), "digits": .integer(digits),
        "verified": .integer(verified), "refuted": .integer(refuted),
        "undecided": .integer(failures.count - refuted),
        "failures": .array(
          failures.map {
            ["line": .integer($0.line), "text": .string($0.text), "verdict": .string($0.verdict)]
          }),
      ]
    }
    let counts =
      "\(verified) verified to \(digits) digits, \(refuted) refuted, \(failures.count - refuted) undecided"
    let exit: Exit = isStopped ? .interrupted : failures.isEmpty && verified > 0 ? .done : .nothing
    var document: Document {
      let paragraph = Block.paragraph(Text(counts + (isStopped ? "; interrupted" : "")))
      guard !failures.isEmpty else { return Document([paragraph]) }
      let rows = failures.map {
        [Text("\($0.line)", .digits), Text($0.text, .formula), Text($0.verdict, .error)]
      }
      let table = Table([.init("line", .right), .init("statement"), .init("verdict")], rows: rows)
      return Document([paragraph, .table(table)])
    }
    return Reply(document, json: json, exit: exit)
  }
}
