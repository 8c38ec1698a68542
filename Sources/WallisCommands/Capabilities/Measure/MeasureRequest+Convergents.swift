internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

extension MeasureRequest {
  /// The figures that the kind of a formula has of its convergents, where these are not those of a fraction.
  func reply(aboutConvergentsOf subject: Formula) throws(Refusal) -> Reply {
    let (limit, figures) = try measured(subject)
    let view = ConvergentsView(
      formula: formula, subject: subject, limit: limit, figures: figures, digits: digits)
    return Reply(view.document, json: view.json, result: formula)
  }

  static func words(_ depths: (measured: Int, limit: Int)) -> String {
    "at depth \(depths.measured) against \(depths.limit)"
  }

  /// The limit and its figures, where the formula has some and nothing is asked that they do not have.
  private func measured(
    _ subject: Formula
  ) throws(Refusal) -> (limit: FormulaLimit, figures: FormulaLimit.Figures) {
    try check()
    guard let limit = subject.limit, let figures = limit.figures() else {
      throw Refusal(
        "'\(formula)' has no convergents that are measured", remedy: "for example: pcf(2n+1, n^2)")
    }
    guard sequence == nil else {
      throw Refusal("--sequence of '\(formula)'", remedy: "δ at many depths is known for fractions only")
    }
    let usual = MeasureRequest(formula: formula)
    guard (depth, against) == (usual.depth, usual.against) || (depth, against) == limit.depths else {
      throw Refusal("--depth of '\(formula)'", remedy: "it is measured \(MeasureRequest.words(limit.depths))")
    }
    return (limit, figures)
  }
}

/// What the convergents of a formula show that is no fraction.
private struct ConvergentsView {
  let formula: String
  let subject: Formula
  let limit: FormulaLimit
  let figures: FormulaLimit.Figures
  private let exact: Rational?
  private let decimal: (value: DecimalNumber, digits: Int)?
  private let law: ErrorLawView?
  private let deltaLimit: DeltaLimit?

  init(
    formula: String, subject: Formula, limit: FormulaLimit, figures: FormulaLimit.Figures, digits: Int
  ) {
    (self.formula, self.subject, self.limit, self.figures) = (formula, subject, limit, figures)
    exact = limit.exact()
    decimal = limit.enclosure(digits)?.decimal(atMost: digits)
    law = subject.product.flatMap { ErrorLawView($0) }
    deltaLimit = subject.product.flatMap { product in
      figures.digitsPerTerm.flatMap { DeltaLimit(product, digitsPerTerm: $0) }
    }
  }

  var document: Document {
    func shown(_ number: Double) -> Text { Text(rounded(number, 6), .digits) }
    let depths = MeasureRequest.words(limit.depths)
    var fields: [Field] = []
    if let exact { fields.append(Field("limit", Text("\(exact)", .formula))) }
    if let decimal { fields.append(Field("value", Text(decimal.value.description, .digits))) }
    if let delta = figures.delta { fields.append(Field("δ", shown(delta) + Text(" " + depths, .muted))) }
    if let deltaLimit { fields += DynamicsView.fields(of: deltaLimit, isIrrational: exact == nil) }
    if let rate = figures.digitsPerTerm { fields.append(Field("digits a term", shown(rate))) }
    fields += subject.facts.map { Field($0.name, Text($0.text, $0.isFormula ? .formula : .plain)) }
    if let law { fields.append(law.field) }
    return Document([.fields(fields)])
  }

  var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("formula", .string(formula)), .init("status", .string(exact == nil ? "value" : "rational")),
      .init("value", .optional(decimal?.value.description)),
      .init("digits", decimal.map { .integer($0.digits) } ?? .null),
      .init("depth", .integer(limit.depths.measured)), .init("against", .integer(limit.depths.limit)),
      .init("delta", .optional(figures.delta)), .init("deltaLimit", .optional(deltaLimit?.number.value)),
      .init("exact", .object(deltaLimit.map { [DynamicsView.member(of: $0)] } ?? [])),
      .init("digitsPerTerm", .optional(figures.digitsPerTerm)),
    ]
    let facts = subject.members.map { JSONValue.Member($0) }
    return .object(head + facts + [law?.member ?? .init("errorLaw", .null)])
  }
}
