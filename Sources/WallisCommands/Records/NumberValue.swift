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
      guard exact.count <= max(wanted, NumberValue.longestExact) else { return shortened(exact) }
      return exact.contains("/") ? Text(exact, .digits) + " = " + number : Text(exact, .digits)
    }
    if let exact = evaluation.outcome.rational, exact.count <= wanted, !exact.contains("/") {
      return Text(exact, .digits)
    }
    guard evaluation.outcome == .value else { return number }
    if decimal.text == "0" { return number + Text(" to \(decimal.digits) decimals; not proved", .muted) }
    return decimal.digits < wanted ? number + Text(" (\(decimal.digits) digits)", .muted) : number
  }

  /// Characters up to which integers and fractions are written out.
  private static let longestExact = 1_000

  /// The digits asked for of a number that is known to its last one.
  private func shortened(_ exact: String) -> Text {
    guard let decimal else { return Text(exact, .digits) }
    let parts = decimal.text.split(separator: "e", maxSplits: 1)
    let mantissa = String(parts[0])
    let known = exact.reversed().drop { $0 == "0" }
    let isWhole = !exact.contains("/") && known.count <= mantissa.count
    let short = isWhole && mantissa.contains(".") ? mantissa.trimmingZeros : mantissa
    let sides = exact.drop { $0 == "-" }.split(separator: "/").map(\.count)
    let what =
      sides.count == 1
      ? "an integer of \(sides[0]) digits" : "a fraction of \(sides[0]) over \(sides[1]) digits"
    return Text(short + (parts.count == 2 ? "e" + parts[1] : ""), .digits) + Text(" (\(what))", .muted)
  }

  /// Whether the question was answered.
  var isKnown: Bool {
    if case .undetermined = evaluation.outcome { false } else { true }
  }
}

extension String {
  /// A decimal without the zeros at its end, and without a point that nothing follows.
  fileprivate var trimmingZeros: String {
    let text = String(reversed().drop { $0 == "0" }.reversed())
    return text.last == "." ? String(text.dropLast()) : text
  }
}

extension Refusal {
  /// What a computation would have needed.
  init(_ limit: ResourceLimit) { self.init(limit.message, remedy: limit.remedy, exit: .limit) }
}
