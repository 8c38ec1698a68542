internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisProofs
internal import WallisSearch

/// What an identification found, with its evidence, and what it excluded.
struct IdentificationView {
  let report: IdentificationReport
  /// What is published about the formula whose limit was identified; nil for other numbers.
  let novelty: Novelty?
  /// Whether the formula is new, sought when it is asked for; nil for other numbers.
  var answer: () -> NoveltySearch.Answer.Word? = { nil }
  /// How the number was read, where that is not evident; nil otherwise.
  var note: String?
  /// How closed forms are written for people.
  var notation = Notation.plain
  /// Whether the search was interrupted, so that what it did not find may be there.
  var isStopped = false
  /// Seconds of --time that ended the search; nil where it came to its own end.
  var cut: Double?
  /// A proof of the first finding; nil where there is none.
  var proof: Proof?
  /// Whether the bounds of many bases are put together in JSON as they are for people.
  var isBrief = false

  var document: Document {
    findings + Document(nearest.map { [.table($0)] } ?? [])
      + Document(note.map { [.paragraph(Text($0, .muted))] } ?? [])
  }

  private var findings: Document {
    guard report.findings.isEmpty else {
      return Document(
        report.findings.prefix(3).enumerated().map { .fields(fields($1, $0 == 0 ? proof : nil)) })
    }
    switch report.verdict {
    case .tooFewDigits(let needed):
      return Document([
        .paragraph(
          "\(report.digitsSupplied) digits are too few for any conclusion; at least \(needed) are needed")
      ])
    default:
      let text =
        isStopped
        ? "interrupted; nothing found so far"
        : cut.map { "cut by --time after \(ProgressLine.duration($0)); nothing found so far" }
          ?? "nothing found"
      return Document([.paragraph(Text(text))] + (excluded.map { [.table($0)] } ?? []))
    }
  }

  private func fields(_ finding: ClosedFormFinding, _ proof: Proof?) -> [Field] {
    let evidence = finding.evidence
    let grade =
      proof.map { Grade.certified.text + ": proved \($0.summary)" }
      ?? finding.grade.text + ": " + Text(finding.reason)
    var fields = [
      Field(
        "closed form",
        notation == .plain
          ? Text(finding.formula.closedForm) : Text(finding.formula.text(notation), .formula)),
      Field("grade", grade),
      Field("evidence", Text(digits(evidence, of: finding.formula))),
    ]
    if let novelty { fields.append(novelty.field(finding.formula.constant)) }
    return fields
  }

  /// A number that is 0 has decimals and no digits.
  private func digits(_ evidence: RelationEvidence, of form: NormalForm) -> String {
    guard evidence.residualExponent != nil else { return "exact" }
    let decoys =
      evidence.decoysTried > 0 ? ", \(evidence.decoyHits) of \(evidence.decoysTried) decoys fit" : ""
    let unit = form == NormalForm(Rational(0)) ? "decimals" : "digits"
    return
      "\(evidence.digitsMatched) \(unit) agree, \(rounded(evidence.digitsConsumed, 1)) consumed, surplus "
      + "\(rounded(evidence.surplus, 1)); \(evidence.basesTried) bases tried\(decoys)"
  }

  /// Simple forms that fit a short number.
  private var nearest: Table? {
    guard !report.nearest.isEmpty else { return nil }
    return Table(
      [.init("fits all digits"), .init("expected by chance", .right)],
      rows: report.nearest.map { form in
        [
          notation == .plain ? Text(form.closedForm) : Text(form.closedForm.text(notation), .formula),
          Text(rounded(form.expectedByChance, form.expectedByChance < 1 ? 3 : 1), .digits),
        ]
      })
  }

  private var excluded: Table? {
    let rows = report.condensedExclusions
    return rows.isEmpty ? nil : IdentificationView.table(rows)
  }

  /// How small coefficients were ruled out.
  static func table(_ exclusions: [(basis: String, below: String)]) -> Table {
    Table(
      [.init("no relation of the form"), .init("with coefficients below", .right)],
      rows: exclusions.map { [Text($0.basis, .formula), Text($0.below, .digits)] })
  }

  var json: JSONValue {
    var read: [JSONValue.Member] = note.map { [.init("note", .string($0))] } ?? []
    if isStopped || cut != nil { read.append(.init("finished", .bool(false))) }
    guard case .object(let members) = figures else { return figures }
    return .object(members + read)
  }

  private var figures: JSONValue {
    let answer = report.findings.isEmpty ? nil : answer()
    return [
      "verdict": .string(proof == nil ? report.verdict.word : Grade.certified.rawValue),
      "digits": .integer(report.digitsSupplied),
      "digitsNeeded": .optional(digitsNeeded), "basesTried": .integer(report.basesTried),
      "findings": .array(report.findings.enumerated().map { json($1, $0 == 0 ? proof : nil, answer) }),
      "excluded": IdentificationView.json(
        isBrief ? report.condensedExclusions : report.excluded.map { ("\($0.basis)", $0.below) }),
      "nearest": .array(
        report.nearest.map {
          ["closedForm": .string("\($0.closedForm)"), "expectedByChance": .double($0.expectedByChance)]
        }),
    ]
  }

  static func json(_ exclusions: [(basis: String, below: String)]) -> JSONValue {
    .array(exclusions.map { ["basis": .string($0.basis), "below": .string($0.below)] })
  }

  private var digitsNeeded: Int? {
    if case .tooFewDigits(let needed) = report.verdict { needed } else { nil }
  }

  private func json(
    _ finding: ClosedFormFinding, _ proof: Proof?, _ answer: NoveltySearch.Answer.Word?
  ) -> JSONValue {
    let evidence = finding.evidence.figures
    return [
      "closedForm": .string("\(finding.formula)"), "unicode": .string(finding.formula.text(.unicode)),
      "latex": .string(finding.formula.text(.latex)),
      "grade": .string((proof == nil ? finding.grade : .certified).rawValue),
      "reason": .string(finding.reason), "digitsSupplied": .integer(evidence.digitsSupplied),
      "digitsConsumed": .integer(evidence.digitsConsumed), "surplus": .integer(evidence.surplus),
      "basesTried": .integer(evidence.basesTried),
      "candidatesTried": .integer(finding.evidence.candidatesTried),
      "decoysTried": .integer(finding.evidence.decoysTried), "decoyHits": .integer(evidence.decoyHits),
      "residual": .string(evidence.residual), "known": .optional(novelty?.match?.name),
      "novelty": .optional(answer?.rawValue),
      "proof": proof.map { ["grade": "certified", "steps": ProofView.json($0.steps)] } ?? JSONValue.null,
    ]
  }
}
