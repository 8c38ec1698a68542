internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Asks for closed forms of a number.
struct IdentifyRequest: Codable, Sendable {
  var number: String
  var digits = 50

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    guard (24...1000).contains(digits) else {
      throw Refusal("--digits \(digits)", remedy: "between 24 and 1000 digits are searched")
    }
    let (source, fraction) = try source(in: context)
    let report = Identification(recomputedDigits: digits).identify(source)
    let known = fraction.flatMap { KnownFormulasFile.bundled().known(.continuedFraction($0)) }
    let view = IdentificationView(report: report, known: known)
    return Reply(
      view.document, json: view.json, exit: report.best == nil ? .nothing : .done,
      result: report.best.map { "\($0.formula)" })
  }

  /// A number in decimals stands for its digits; anything else is evaluated as often as needed.
  private func source(
    in context: VerbContext
  ) throws(Refusal) -> (source: NumberSource, fraction: ContinuedFraction?) {
    if let input = try? DecimalInput(number) { return (.digits(input), nil) }
    let closed = try context.workspace.closed(number)
    if let input = closed.expression.typedDigits { return (.digits(input), nil) }
    let first = try NumberValue(closed.expression, of: closed.text, digits: digits)
    if case .rational(let value) = first.evaluation.outcome { return (.exact(value), first.fraction) }
    if case .terminates(let value?) = first.evaluation.outcome { return (.exact(value), first.fraction) }
    guard first.evaluation.enclosure != nil else {
      throw Refusal(
        "there is no number to identify: it \(first.evaluation.outcome.status)", exit: .nothing)
    }
    if let fraction = first.fraction, let source = NumberSource(limitOf: fraction) {
      return (source, fraction)
    }
    let again: @Sendable (Int) -> Ball? = { digits in
      try? NumberValue(closed.expression, of: closed.text, digits: digits).evaluation.enclosure
    }
    return (.recomputable(again), first.fraction)
  }
}

extension WallisFormulas.Expression {
  /// The digits of a lone decimal number, with its sign; nil for anything else.
  fileprivate var typedDigits: DecimalInput? {
    switch node {
    case .number(let value, let digits?):
      var scaled = value
      var exponent = 0
      while !scaled.isInteger, exponent > -1_000_000 { (scaled, exponent) = (scaled * 10, exponent - 1) }
      let shown = "\(scaled.numerator.magnitude)".count
      guard scaled.isInteger, shown <= digits else { return nil }
      let missing = digits - shown
      return DecimalInput(
        significand: scaled.numerator * Integer.powerOfTen(missing), exponent: exponent - missing)
    case .negation(let operand):
      return operand.typedDigits.map { DecimalInput(significand: -$0.significand, exponent: $0.exponent) }
    default: return nil
    }
  }
}
