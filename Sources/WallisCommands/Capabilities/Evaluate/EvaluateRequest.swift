internal import WallisDocuments
internal import WallisFormulas

/// Asks for the value of an expression.
struct EvaluateRequest: Codable, Sendable {
  static let standardDigits = 30

  var expression: String
  var digits = EvaluateRequest.standardDigits
  /// Whether the answer also says how the digits were checked.
  var isDetailed = false

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    guard digits >= 1 else { throw Refusal("at least one digit is needed", remedy: "--digits 30") }
    let closed = try context.workspace.closed(expression)
    let value = try NumberValue(closed.expression, of: closed.text, digits: digits)
    return Reply(
      Document(blocks(value)), json: json(value), exit: value.isKnown ? .done : .nothing, result: closed.text)
  }

  private func blocks(_ value: NumberValue) -> [Block] {
    let evaluation = value.evaluation
    guard isDetailed || value.fraction != nil || evaluation.sides != nil else {
      return [.paragraph(value.shown(digits: digits) ?? evaluation.outcome.text ?? "")]
    }
    var fields: [Field] = []
    if let shown = value.shown(digits: digits) { fields.append(Field("value", shown)) }
    let hasLimit = value.fraction != nil || evaluation.outcome.rational == nil
    if hasLimit, let text = evaluation.outcome.text { fields.append(Field("limit", text)) }
    fields += sides(evaluation).map {
      Field($0.name == "even" ? "even depths" : "odd depths", Text($0.text, .digits))
    }
    if let speed = evaluation.convergence { fields.append(Field("convergence", speed.text)) }
    if isDetailed, value.isKnown {
      fields.append(Field("verified", Text("\(evaluation.verification)", .muted)))
    }
    return [.fields(fields)]
  }

  /// The limits of even and of odd convergents where they differ.
  private func sides(_ evaluation: Evaluation) -> [(name: String, text: String)] {
    guard let sides = evaluation.sides else { return [] }
    return [("even", sides.even), ("odd", sides.odd)].compactMap { name, limit in
      limit.decimal(atMost: digits).map { (name, $0.value.description) }
    }
  }

  private func json(_ value: NumberValue) -> JSONValue {
    let outcome = value.evaluation.outcome
    let json: JSONValue = [
      "expression": .string(expression), "status": .string(outcome.status),
      "value": .optional(value.decimal?.text), "digits": .optional(value.decimal?.digits),
      "rational": .optional(outcome.rational), "class": .optional(value.evaluation.convergence?.rawValue),
      "verification": .optional(value.isKnown ? "\(value.evaluation.verification)" : nil),
    ]
    let sides = sides(value.evaluation).map { JSONValue.Member($0.name, .string($0.text)) }
    guard case .object(let members) = json else { return json }
    return .object(members + sides)
  }
}
