internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// A pattern search.
struct EsmaSearchView: SearchView {
  static let longestTable = EsmaFigures.counted
  static let members = "pairs"

  let summary: SearchSummary
  private let rows: [EsmaFigures.Row]
  private let request: EsmaRequest

  init?(_ summary: SearchSummary) {
    guard let figures = summary.figures as? EsmaFigures else { return nil }
    self.summary = summary
    (rows, request) = (figures.rows, figures.request)
  }

  static func announcement(of plan: Plan, workers: Int) -> Document? {
    let text =
      "\(ProgressLine.grouped(plan.candidates)) pairs of a left-hand side and a period of signs, "
      + "\(ProgressLine.grouped(plan.measured)) Möbius classes: about "
      + "\(ProgressLine.duration(plan.estimate(workers: workers).seconds)) with \(ProgressLine.counted(workers, "worker"))"
    return Document([.paragraph(Text(text, .muted))])
  }

  static func reply(planning plan: Plan, workers: Int) -> Reply {
    let estimate = plan.estimate(workers: workers)
    let fields = [
      Field("pairs", Text(ProgressLine.grouped(plan.candidates), .digits)),
      Field("classes", Text(ProgressLine.grouped(plan.measured), .digits)),
      Field(
        "time",
        Text(
          "about \(ProgressLine.duration(estimate.seconds)) with \(ProgressLine.counted(workers, "worker"))")),
    ]
    let json: JSONValue = [
      "pairs": .integer(plan.candidates), "classes": .integer(plan.measured),
      "seconds": .double(estimate.seconds), "workers": .integer(workers),
    ]
    return Reply(Document([.fields(fields)]), json: json)
  }

  var document: Document {
    var blocks: [Block] = [.table(Self.table(summary.funnel))]
    guard summary.isFinished else { return Document(blocks) }
    if rows.isEmpty {
      blocks.append(.paragraph(Text(nothing)))
    } else {
      blocks.append(.table(table))
      let notes = shapes + folds
      if !notes.isEmpty { blocks.append(.fields(notes)) }
      blocks.append(.paragraph(Text(evidence)))
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
      undecided == 0 ? "" : "; undecided for lack of digits: \(ProgressLine.counted(undecided, "pair"))"
    return
      "\(name): no signed pattern with height <= \(request.height), periods <= \(request.longestPeriod), "
      + "L <= \(request.longestRecurrence) in \(request.terms) terms\(rest)"
  }

  /// The constant, or x for long typed digits.
  private var name: String { isLong ? "x" : request.constant }
  private var isLong: Bool { request.constant.count > 30 && (try? DecimalInput(request.constant)) != nil }

  private func shown(_ closedForm: ClosedForm) -> Text {
    guard isLong, let constant = ClosedForm(reading: request.constant, rule: .current).expression,
      let expression = closedForm.expression
    else { return Text(closedForm) }
    return Text(ClosedForm(expression.replacing(constant, with: .name("x"))))
  }

  private var evidence: String {
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
  private var shapes: [Field] {
    rows.prefix(3).compactMap { row in
      let form = row.fraction.besselQuotient.map { " = \($0)" }
      guard form != nil || isLong else { return nil }
      return Field(row.fraction.kind.rawValue, shown(row.finding.closedForm) + Text(form ?? "", .formula))
    }
  }

  /// Polynomial fractions that the simplest rules fold into.
  private var folds: [Field] {
    var seen: Set<Formula> = []
    return rows.prefix(3).compactMap { row in
      guard let folded = row.fraction.folded.map({ Formula($0.fraction) }),
        let finding = summary.findings.first(where: { $0.formula == folded }), seen.insert(folded).inserted
      else { return nil }
      let known = finding.known.map { "; known: \($0)" } ?? ""
      return Field("folds", Text("\(folded) = ", .formula) + shown(finding.closedForm) + Text(known, .muted))
    }
  }

  private var table: Table {
    let shown = rows.prefix(EsmaSearchView.longestTable)
    let cells = shown.map { row -> [Text] in
      let race = SignedRace(row.fraction)
      return [
        self.shown(row.finding.closedForm), Text("\(row.fraction.signs)"),
        Text(row.fraction.pattern, .formula),
        Text(race.own.map { rounded($0, 0) }.joined(separator: "/"), .digits),
        Text(race.simple.map { rounded($0, 0) }.joined(separator: "/"), .digits),
        Text(race.gain.map { rounded($0, 2) + "×" } ?? "–", .digits),
      ] + (request.unfolded ? [] : [Text(row.pairs.map { "\($0)" } ?? "–", .digits)])
    }
    let left = rows.count - shown.count
    let columns: [Table.Column] = [
      .init("value"), .init("signs"), .init("quotients"), .init("digits at 20/40/80", .right, rank: 2),
      .init("simple", .right, rank: 3), .init("gain", .right, rank: 1),
    ]
    return Table(
      columns + (request.unfolded ? [] : [.init("pairs", .right, rank: 4)]), rows: cells,
      caption: left > 0
        ? "and \(ProgressLine.grouped(left)) more \(request.unfolded ? "pairs" : "classes")" : nil)
  }

  var counts: [JSONValue.Member] {
    [
      .init("pairs", .integer(summary.funnel.total)), .init("hits", .integer(summary.funnel.patternHits)),
      .init("approved", .integer(summary.funnel.approvedPairs)),
      .init("distinct", .integer(summary.funnel.approvedNumbers)),
    ]
  }

  /// A finding as JSON: signed fractions with their rule, and the polynomial fractions that they fold into.
  static func json(_ finding: Discovery) -> JSONValue {
    SignedFraction(finding.formula).map { json(finding, $0) } ?? SearchSummaryView.json(finding)
  }

  private static func json(_ finding: Discovery, _ fraction: SignedFraction) -> JSONValue {
    let recurrence = fraction.linearRecurrence
    let connection = recurrence.map { "\($0.connectionPolynomial.text(variable: "x"))" }
    let preperiod: [JSONValue] = fraction.preperiod.map { .string("\($0)") }
    return [
      "lhs": .string("\(finding.closedForm)"), "signs": .string("\(fraction.signs)"),
      "preperiod": .array(preperiod), "channels": .array(fraction.channels.map { .string("\($0)") }),
      "complexity": .optional(recurrence?.complexity), "digits": .integer(finding.evidence.digitsSupplied),
      "connection": .optional(connection),
      "digitsConsumed": .integer(finding.evidence.digitsConsumed),
      "surplus": .integer(finding.evidence.surplus), "residual": .string(finding.evidence.residual),
      "kind": .string(fraction.kind.rawValue), "closed": .optional(fraction.besselQuotient),
      "a": .string(fraction.pattern), "b": .string("\(fraction.signs)"), "formula": .string("\(fraction)"),
      "value": .string(finding.value), "closedForm": .string("\(finding.closedForm)"),
      "grade": .string(finding.grade.rawValue),
      "known": .optional(finding.known),
    ]
  }
}
