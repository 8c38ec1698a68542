internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// What a pattern search would do.
struct EsmaPlanView {
  let plan: Plan
  let workers: Int

  /// The plan in a sentence, shown before a search begins.
  var sentence: Document {
    let estimate = plan.estimate(workers: workers)
    let text =
      "\(ProgressLine.grouped(plan.candidates)) pairs of a left-hand side and a period of signs, "
      + "\(ProgressLine.grouped(plan.measured)) Möbius classes: about "
      + "\(ProgressLine.duration(estimate.seconds)) with \(workers) workers"
    return Document([.paragraph(Text(text, .muted))])
  }

  var reply: Reply {
    let estimate = plan.estimate(workers: workers)
    let fields = [
      Field("pairs", Text(ProgressLine.grouped(plan.candidates), .digits)),
      Field("classes", Text(ProgressLine.grouped(plan.measured), .digits)),
      Field("time", Text("about \(ProgressLine.duration(estimate.seconds)) with \(workers) workers")),
    ]
    let json: JSONValue = [
      "pairs": .integer(plan.candidates), "classes": .integer(plan.measured),
      "seconds": .double(estimate.seconds), "workers": .integer(workers),
    ]
    return Reply(Document([.fields(fields)]), json: json)
  }
}

/// What a pattern search left.
struct EsmaSummaryView: SearchReplyView {
  static let longestTable = 20

  let summary: SearchSummary
  let request: EsmaRequest
  let unit = "pairs"

  /// Short rules first.
  private var signed: [(finding: Discovery, fraction: SignedFraction)] {
    summary.findings.compactMap { finding in
      SignedFraction(finding.formula).map { (finding, $0) }
    }.sorted { x, y in
      (x.fraction.pattern.count, x.finding.closedForm.count, x.finding.closedForm)
        < (y.fraction.pattern.count, y.finding.closedForm.count, y.finding.closedForm)
    }
  }

  var document: Document {
    var blocks: [Block] = [.table(funnel)]
    guard summary.isFinished else { return Document(blocks) }
    let rows = signed
    if rows.isEmpty {
      blocks.append(.paragraph(Text(nothing)))
    } else {
      blocks.append(.table(table(rows)))
      let shapes = shapes(rows) + folds(rows)
      if !shapes.isEmpty { blocks.append(.fields(shapes)) }
      blocks.append(.paragraph(Text(evidence(rows))))
    }
    return Document(blocks)
  }

  /// Pairs that lack digits.
  private var undecided: Int {
    summary.funnel[EsmaExit.tooShort] + summary.funnel[EsmaExit.unconfirmed]
  }

  private var nothing: String {
    guard undecided < summary.funnel.total else {
      return
        "\(name): nothing is decided: its digits force fewer than \(request.terms) quotients of every number"
    }
    let rest =
      undecided == 0 ? "" : "; \(ProgressLine.grouped(undecided)) pairs are undecided for lack of digits"
    return
      "\(name): no signed pattern with height <= \(request.height), periods <= \(request.longestPeriod), "
      + "L <= \(request.longestRecurrence) in \(request.terms) terms\(rest)"
  }

  /// The constant, or x for long typed digits.
  private var name: String { isLong ? "x" : request.constant }
  private var isLong: Bool { request.constant.count > 30 && (try? DecimalInput(request.constant)) != nil }

  private func shown(_ closedForm: String) -> String {
    guard isLong else { return closedForm }
    return closedForm.replacing("(\(request.constant))", with: "x").replacing(request.constant, with: "x")
  }

  private func evidence(_ rows: [(finding: Discovery, fraction: SignedFraction)]) -> String {
    let (pairs, numbers) = (summary.funnel.approvedPairs, summary.funnel.approvedNumbers)
    let digits = rows.map(\.finding.evidence.digitsSupplied).min() ?? 0
    let folded =
      request.unfolded
      ? ""
      : "\(ProgressLine.grouped(pairs)) pairs of \(ProgressLine.grouped(numbers)) numbers fold into "
        + "\(ProgressLine.grouped(rows.count)) \(rows.count == 1 ? "class" : "classes"); "
    let x = isLong ? "x = \(request.constant.prefix(20))…; " : ""
    return
      "\(x)\(folded)every rule holds to \(digits) digits at least; random numbers in place of the classes: "
      + "\(summary.decoyHits) approved"
  }

  /// Closed forms that the quotients show, and the kinds of numbers that have no name.
  private func shapes(_ rows: [(finding: Discovery, fraction: SignedFraction)]) -> [Field] {
    rows.prefix(3).compactMap { finding, fraction in
      let form = fraction.besselQuotient.map { " = \($0)" }
      guard form != nil || isLong else { return nil }
      return Field(fraction.kind.rawValue, Text(shown(finding.closedForm) + (form ?? ""), .formula))
    }
  }

  /// Polynomial fractions that the simplest rules fold into.
  private func folds(_ rows: [(finding: Discovery, fraction: SignedFraction)]) -> [Field] {
    var seen: Set<Formula> = []
    return rows.prefix(3).compactMap { _, fraction in
      guard let folded = fraction.folded.map({ Formula($0.fraction) }),
        let finding = summary.findings.first(where: { $0.formula == folded }), seen.insert(folded).inserted
      else { return nil }
      let known = finding.known.map { "; known: \($0)" } ?? ""
      return Field("folds", Text("\(folded) = \(shown(finding.closedForm))", .formula) + Text(known, .muted))
    }
  }

  private func table(_ rows: [(finding: Discovery, fraction: SignedFraction)]) -> Table {
    let shown = rows.prefix(EsmaSummaryView.longestTable)
    let folding = request.unfolded ? nil : EsmaFolding(request)
    let cells = shown.map { finding, fraction -> [Text] in
      let race = SignedRace(fraction)
      let members = folding?.approved(with: finding.closedForm)
      return [
        Text(self.shown(finding.closedForm), .formula), Text("\(fraction.signs)"),
        Text(fraction.pattern, .formula),
        Text(race.own.map { rounded($0, 0) }.joined(separator: "/"), .digits),
        Text(race.simple.map { rounded($0, 0) }.joined(separator: "/"), .digits),
        Text(race.gain.map { rounded($0, 2) + "×" } ?? "–", .digits),
      ] + (request.unfolded ? [] : [Text(members.map { "\($0.pairs)" } ?? "–", .digits)])
    }
    let left = rows.count - shown.count
    let columns: [Table.Column] = [
      .init("value"), .init("signs"), .init("quotients"), .init("digits at 20/40/80", .right),
      .init("simple", .right), .init("gain", .right),
    ]
    return Table(
      columns + (request.unfolded ? [] : [.init("pairs", .right)]), rows: cells,
      caption: left > 0
        ? "and \(ProgressLine.grouped(left)) more \(request.unfolded ? "pairs" : "classes")" : nil)
  }

  private var funnel: Table {
    let rows = summary.funnel.sorted.map { exit in
      [Text(exit.reason), Text(ProgressLine.grouped(exit.count), .digits)]
    }
    let total: [Text] = [Text("all", .keyword), Text(ProgressLine.grouped(summary.funnel.total), .digits)]
    return Table([.init("left the search as"), .init("pairs", .right)], rows: rows + [total])
  }

  func json(seconds: Double) -> JSONValue {
    let rate = seconds > 0 ? Double(summary.scannedNow) / seconds : 0
    return [
      "job": .integer(summary.job), "candidates": .integer(summary.candidates),
      "pairs": .integer(summary.funnel.total), "hits": .integer(summary.funnel.patternHits),
      "approved": .integer(summary.funnel.approvedPairs),
      "distinct": .integer(summary.funnel.approvedNumbers),
      "stored": .integer(summary.findings.count),
      "funnel": .object(summary.funnel.sorted.map { .init($0.reason, .integer($0.count)) }),
      "findings": .array(summary.findings.map(EsmaSummaryView.json)),
      "decoyHits": .integer(summary.decoyHits), "finished": .bool(summary.isFinished),
      "seconds": .double(seconds), "perSecond": .double(rate),
    ]
  }

  /// A finding as JSON: signed fractions with their rule, and the polynomial fractions that they fold into.
  private static func json(_ finding: Discovery) -> JSONValue {
    SignedFraction(finding.formula).map { json(finding, $0) } ?? SearchSummaryView.json(finding)
  }

  private static func json(_ finding: Discovery, _ fraction: SignedFraction) -> JSONValue {
    let recurrence = fraction.linearRecurrence
    let connection = recurrence.map { "\($0.connectionPolynomial.text(variable: "x"))" }
    let preperiod: [JSONValue] = fraction.preperiod.map { .string("\($0)") }
    return [
      "lhs": .string(finding.closedForm), "signs": .string("\(fraction.signs)"),
      "preperiod": .array(preperiod), "channels": .array(fraction.channels.map { .string("\($0)") }),
      "complexity": .optional(recurrence?.complexity), "digits": .integer(finding.evidence.digitsSupplied),
      "connection": .optional(connection),
      "digitsConsumed": .integer(finding.evidence.digitsConsumed),
      "surplus": .integer(finding.evidence.surplus), "residual": .string(finding.evidence.residual),
      "kind": .string(fraction.kind.rawValue), "closed": .optional(fraction.besselQuotient),
      "a": .string(fraction.pattern), "b": .string("\(fraction.signs)"), "formula": .string("\(fraction)"),
      "value": .string(finding.value), "closedForm": .string(finding.closedForm),
      "grade": .string(finding.grade.rawValue),
      "known": .optional(finding.known),
    ]
  }
}
