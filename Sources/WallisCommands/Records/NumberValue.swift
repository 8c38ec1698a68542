internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// The value of an expression with its accuracy.
struct NumberValue {
  /// The limit or value.
  let evaluation: Evaluation
  /// The fraction, where the expression is one.
  let fraction: ContinuedFraction?
  /// Digits that are forced, rounded to nearest; nil without a finite value.
  let decimal: (text: String, digits: Int)?

  /// Evaluates an expression without names.
  ///
  /// - Throws: a `Refusal` that points into `text`, or says what the digits would need.
  init(_ expression: WallisFormulas.Expression, of text: String, digits: Int) throws(Refusal) {
    do {
      fraction = try expression.continuedFraction()
      evaluation =
        try fraction.map { try $0.evaluate(digits: digits) } ?? expression.evaluate(digits: digits)
    } catch let error as SyntaxError {
      throw Refusal(error, in: text)
    } catch let error as ResourceLimit {
      throw Refusal(error)
    } catch {
      throw Refusal(wrapping: error)
    }
    decimal = evaluation.decimal(atMost: digits)
  }

  /// The digits, with what a reader must know to trust them; nil without a finite value.
  func shown(digits wanted: Int) -> Text? {
    guard let decimal else { return nil }
    let number = Text(decimal.text, .digits)
    if fraction == nil, let exact = evaluation.outcome.rational {
      return exact.contains("/") ? Text(exact, .digits) + " = " + number : Text(exact, .digits)
    }
    guard evaluation.outcome == .value else { return number }
    if decimal.text == "0" { return number + Text(" to \(decimal.digits) decimals; not proved", .muted) }
    return decimal.digits < wanted ? number + Text(" (\(decimal.digits) digits)", .muted) : number
  }

  /// Whether the question was answered.
  var isKnown: Bool {
    if case .undetermined = evaluation.outcome { false } else { true }
  }
}

extension Refusal {
  /// What a computation would have needed.
  init(_ limit: ResourceLimit) { self.init(limit.message, remedy: limit.remedy, exit: .limit) }
}
