internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification
internal import WallisMatrixFields
internal import WallisSearch

/// What a walk along a line yields.
struct WalkResult {
  let walk: FieldWalk
  /// The line that was asked for.
  let asked: FieldLine
  let digits: Int
  let limit: FieldLimit?
  let measurement: FieldMeasurement
  /// δ in the limit, from the eigenvalues and the growth of the denominators.
  let predicted: Double?
  /// The limit of δ where it is derived from the continued fraction of the line.
  let deltaLimit: DeltaLimit?
  let points: [FieldMeasurement]
  /// Closed forms of the limit; nil without one.
  let report: IdentificationReport?
  /// Closed forms of the limit of the continued fraction.
  let fractionReport: IdentificationReport?
  let novelty: Novelty?

  init(
    _ walk: FieldWalk, asked: FieldLine, digits: Int, sequence: Int?, in context: VerbContext,
    _ global: GlobalOptions
  ) throws(Refusal) {
    (self.walk, self.asked, self.digits) = (walk, asked, digits)
    limit = walk.limit(digits: max(digits, 30))
    let depths =
      sequence.map { count in (1...count).map { walk.depth * $0 / count } } ?? [walk.depth / 2, walk.depth]
    let measured = walk.measurements(at: depths)
    points = sequence == nil ? [] : measured
    measurement = measured.last ?? walk.measurement
    predicted = walk.predictedDelta(measured)
    let own = try context.ownConstants().searchable(digits: 150)
    let search = FieldIdentification(constants: Constant.all + own)
    let suggested = walk.suggestedConstants
    report = limit.map { _ in search.report(of: walk.source, suggested: suggested) }
    let fraction = walk.readableFraction
    deltaLimit = fraction.flatMap { DeltaLimit($0) }
    let source = fraction.flatMap { NumberSource(limitOf: $0) }
    fractionReport = source.map { search.report(of: $0, suggested: suggested) }
    novelty = try fraction.map { (fraction) throws(Refusal) in
      try Novelty(
        Formula(fraction), known: context.knownFormulas(), catalog: context.catalogIfPresent(global))
    }
  }

  var reply: Reply {
    Reply(
      document, json: json, exit: limit == nil ? .nothing : .done,
      result: report?.best.map { "\($0.formula)" })
  }

  /// Stores the formula of the line with what was found.
  func keep(in context: VerbContext, _ global: GlobalOptions) throws {
    guard let discovery = try discovery(walk.formula) else {
      throw Refusal("a line without a limit cannot be kept", exit: .nothing)
    }
    let catalog = try context.openCatalog(global, creating: true)
    let formulas = [discovery.measured]
    try catalog.store(formulas)
    if walk.formula.fraction != nil {
      try catalog.addNote("line: \(Trajectory(walk.line))", about: walk.formula)
    }
    if let finding = discovery.finding { try catalog.record([.discovered(finding)], of: [finding.formula]) }
  }

  private func discovery(_ formula: Formula) throws -> LineDiscovery? {
    try LineDiscovery(walk, formula: formula, report: formula.fraction != nil ? fractionReport : report)
  }

  private var document: Document {
    var blocks: [Block] = [.fields(lineFields + limitFields + measures)]
    if let own = walk.fraction { blocks.append(.fields(fractionFields(own))) }
    if !points.isEmpty { blocks.append(.table(sequence)) }
    return Document(blocks)
  }

  private var lineFields: [Field] {
    let (start, direction) = (FieldLine.text(asked.start), FieldLine.text(asked.direction))
    var fields = [
      Field("line", Text(asked.field.name, .name) + Text(" from (\(start)) along (\(direction))"))
    ]
    if let boundary = walk.boundary {
      fields.append(
        Field(
          "boundary",
          Text("step \(boundary) is singular", .warning)
            + ": the walk begins behind it, at (\(FieldLine.text(walk.line.start)))"))
    }
    return fields
  }

  private var limitFields: [Field] {
    if let exact = limit?.exact {
      return [Field("limit", Text("\(exact)", .digits) + ", exactly")]
    }
    guard let limit, let decimal = limit.value.decimal(atMost: digits) else {
      return [Field("limit", "none found: the convergents do not settle")]
    }
    let how = limit.isCertified ? "" : " (deep convergents agree; not certified)"
    var fields = [Field("limit", Text("\(decimal.value)", .digits) + Text(how, .muted))]
    if let report { fields += closedForm(report) }
    return fields
  }

  private func closedForm(_ report: IdentificationReport) -> [Field] {
    guard let best = report.best else { return [Field("closed form", "none found")] }
    let evidence = best.evidence
    let digits =
      evidence.residualExponent == nil
      ? "exact"
      : "\(evidence.digitsMatched) digits agree, \(rounded(evidence.digitsConsumed, 1)) consumed, "
        + "\(evidence.basesTried) bases tried"
    return [
      Field("closed form", Text(best.formula.closedForm)),
      Field("grade", best.grade.text + ": " + Text(best.reason)), Field("evidence", Text(digits)),
    ]
  }

  private var measures: [Field] {
    var fields: [Field] = []
    if let delta = measurement.delta {
      fields.append(
        Field(
          "δ",
          Text(rounded(delta, 4), .digits) + Text(" at depth \(walk.depth) against \(2 * walk.depth)", .muted)
        ))
    }
    if let predicted {
      fields.append(
        Field(
          "predicted δ",
          Text(rounded(predicted, 4), .digits)
            + Text(" in the limit, from eigenvalues and denominators", .muted)))
    }
    if let deltaLimit { fields += DynamicsView.fields(of: deltaLimit, isIrrational: limit?.exact == nil) }
    if let digits = measurement.digitsPerStep, let rate = measurement.rate {
      fields.append(
        Field("rate", Text(rounded(rate, 4), .digits) + Text(" a step, \(rounded(digits, 4)) digits", .muted))
      )
    }
    let values = walk.eigenvalues
    let text = values.text ?? "moduli " + values.moduli.map { rounded($0, 6) }.joined(separator: ", ")
    fields.append(Field("eigenvalues", Text(text, .formula)))
    return fields
  }

  private func fractionFields(_ own: LineFraction) -> [Field] {
    guard let readable = walk.readableFraction else {
      let degrees = "degrees \(own.fraction.a.degree) and \(own.fraction.b.degree)"
      return [
        Field(
          "fraction",
          Text("\(degrees), \(own.fraction.description.count) characters: the line is the formula")),
        Field("kept as", Text("\(walk.formula)", .formula)),
      ]
    }
    var fields = [Field("fraction", Text("\(readable)", .formula))]
    if let map = own.map, walk.boundary == nil {
      fields.append(
        Field(
          "limit of line", Text("\(map)", .formula) + Text(", x the limit of the fraction", .muted)))
    }
    if let best = fractionReport?.best {
      fields.append(
        Field(
          "its value",
          Text(best.formula.closedForm) + Text(" (", .muted) + best.grade.text + Text(")", .muted)
        ))
    }
    if let novelty { fields.append(novelty.field(fractionReport?.best?.formula.constant)) }
    return fields
  }

  private var sequence: Table {
    Table(
      [.init("depth", .right), .init("δ", .right)],
      rows: points.map {
        [Text("\($0.depth)", .digits), Text($0.delta.map { rounded($0, 6) } ?? "–", .digits)]
      })
  }

  private var json: JSONValue {
    let decimal = limit?.value.decimal(atMost: digits)
    let findings = report.map { IdentificationView(report: $0, novelty: nil).json["findings"] ?? .array([]) }
    let fraction = walk.fraction?.fraction
    var members: [JSONValue.Member] = [
      .init("field", .string(asked.field.name)),
      .init("start", .array(asked.start.map { .string("\($0)") })),
      .init("direction", .array(asked.direction.map { .integer($0) })), .init("depth", .integer(walk.depth)),
      .init("limit", .optional(limit?.exact.map { "\($0)" } ?? decimal.map { "\($0.value)" })),
      .init("digits", .optional(decimal?.digits)),
      .init("certified", .optional(limit?.isCertified)), .init("delta", .optional(measurement.delta)),
      .init("deltaPredicted", .optional(predicted)),
      .init("rate", .optional(measurement.rate)),
      .init("digitsPerTerm", .optional(measurement.digitsPerStep)),
      .init("eigenvalues", .optional(walk.eigenvalues.text)),
      .init("moduli", .array(walk.eigenvalues.moduli.map { .double($0) })),
      .init("boundary", .optional(walk.boundary)),
      .init("a", .optional(fraction.map { "\($0.a)" })), .init("b", .optional(fraction.map { "\($0.b)" })),
      .init("formula", .string("\(walk.formula)")),
      .init("map", .array((walk.fraction?.map?.entries ?? []).map { .string("\($0)") })),
      .init("findings", findings ?? .array([])),
      .init(
        "fractionFindings",
        fractionReport.map { IdentificationView(report: $0, novelty: nil).json["findings"] ?? .array([]) }
          ?? .array([])),
      .init("known", .optional(novelty?.match?.name)),
    ]
    if !points.isEmpty {
      members.append(
        .init("sequence", .array(points.map { .array([.integer($0.depth), .optional($0.delta)]) })))
    }
    return .object(members)
  }
}
