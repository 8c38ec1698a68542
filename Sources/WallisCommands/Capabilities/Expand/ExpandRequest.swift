internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas

/// Asks for quotients of a number.
struct ExpandRequest: Codable, Sendable {
  static let standardTerms = 20
  static let mostTerms = 2_000_000
  /// Digits that evaluation does not refuse.
  static let mostDigits = 1_000_000

  /// Digits or an expression; empty where they come from a file.
  var number: String
  /// A file with digits, `-` for standard input.
  var file: String?
  var signs: String?
  var isNearest = false
  var terms: Int?

  func reply(in context: VerbContext) throws(Refusal) -> Reply {
    let kind = try kind()
    if let terms, !(1...ExpandRequest.mostTerms).contains(terms) {
      throw Refusal("--terms \(terms)", remedy: "between 1 and \(ExpandRequest.mostTerms) quotients")
    }
    if let file { return try digits(ofFile: file, kind, context) }
    if let input = try? DecimalInput(number),
      number.contains(where: { ".…".contains($0) }) || DecimalInput.plain(number)?.contains(".") == true
    {
      return reply(try typed(input, kind, number), kind, source: input.source)
    }
    let closed = try context.workspace.closed(number)
    if let input = try? DecimalInput(closed.text), closed.text.contains(where: { ".eE".contains($0) }) {
      return reply(try typed(input, kind, closed.text), kind, source: input.source)
    }
    let first = try NumberValue(closed.expression, of: closed.text, digits: 30)
    switch first.evaluation.outcome {
    case .rational(let value), .terminates(let value?):
      let expansion = NumberExpansion(value, kind, count: terms ?? ExpandRequest.standardTerms)
      return reply(expansion, kind, source: "the fraction \(value)")
    case .value: break
    default:
      throw Refusal("there is no number to expand: it \(first.evaluation.outcome.phrase)", exit: .nothing)
    }
    return try evaluated(closed, kind)
  }

  private func kind() throws(Refusal) -> ExpansionKind {
    guard !isNearest else { return .nearestInteger }
    guard let signs else { return .signs(.plus) }
    return .signs(try SignPeriod(reading: signs))
  }

  /// Quotients of the digits in a file.
  private func digits(
    ofFile file: String, _ kind: ExpansionKind, _ context: VerbContext
  ) throws(Refusal) -> Reply {
    let terms = TermFile(try context.text(ofFile: file))
    let text = terms.decimal ?? String(terms.text.filter { !$0.isWhitespace })
    do {
      let input = try DecimalInput(text)
      return reply(try typed(input, kind, text), kind, source: input.source)
    } catch let problem as DecimalInput.Malformed {
      throw Refusal(
        "\(file): \(problem.message), at \(problem.column)", remedy: "digits only", exit: .badData)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(wrapping: error)
    }
  }

  /// Quotients of typed digits: all that they force, or a refusal where more are asked for.
  private func typed(
    _ input: DecimalInput, _ kind: ExpansionKind, _ text: String
  ) throws(Refusal) -> NumberExpansion {
    let (lower, upper) = input.interval
    let expansion = NumberExpansion(from: lower, to: upper, kind, count: terms ?? ExpandRequest.mostTerms)
    if let terms, expansion.terms.count < terms {
      let needed = input.digits * terms / max(1, expansion.terms.count) + 1
      throw Refusal(
        Diagnostic(
          "\(input.digits) digits force \(expansion.terms.count) of the \(terms) quotients",
          source: text.count <= 200 ? text : nil, range: text.count <= 200 ? 0..<text.count : nil,
          remedy: "about \(needed) digits, or --terms \(max(1, expansion.terms.count))"),
        exit: .badData)
    }
    return expansion
  }

  /// Quotients of a number that is evaluated to as many digits as they need.
  private func evaluated(
    _ closed: (text: String, expression: WallisFormulas.Expression), _ kind: ExpansionKind
  ) throws(Refusal) -> Reply {
    let count = terms ?? ExpandRequest.standardTerms
    var digits = max(30, count + count / 8 + 10)
    if count < ExpandRequest.mostDigits { digits = min(digits, ExpandRequest.mostDigits) }
    while true {
      let value = try NumberValue(closed.expression, of: closed.text, digits: digits)
      guard let ball = value.evaluation.enclosure else {
        throw Refusal("this number cannot be enclosed", exit: .nothing)
      }
      let expansion = NumberExpansion(ball, kind, count: count)
      if expansion.terms.count >= count { return reply(expansion, kind, source: "the digits") }
      if digits >= 2 * count + 200, let fraction = ball.apparentFraction {
        return reply(expansion, kind, source: "the digits", fraction: (fraction, digits))
      }
      let wanted = max(digits + 20, digits * (count + 8) / max(expansion.terms.count, count / 4 + 1))
      digits = digits < ExpandRequest.mostDigits ? min(wanted, ExpandRequest.mostDigits) : wanted
    }
  }

  private func reply(
    _ expansion: NumberExpansion, _ kind: ExpansionKind, source: String,
    fraction: (value: Rational, digits: Int)? = nil
  ) -> Reply {
    let count = expansion.terms.count
    let certified =
      expansion.isComplete
      ? "all \(count), the fraction ends" : "\(count) quotient\(count == 1 ? "" : "s"), forced by \(source)"
    var fields = [Field("quotients", Text("\(expansion)", .formula))]
    if case .signs(let period) = kind, period != .plus {
      fields.append(Field("signs", "\(period), repeated"))
    }
    fields.append(Field("certified", Text(certified)))
    if let fraction {
      let note = "to \(fraction.digits) digits the number is \(fraction.value), where its expansion would end"
      fields.append(Field("note", Text(note)))
    }
    let terms: [JSONValue] = expansion.terms.map { $0.word.map { .integer($0) } ?? .string("\($0)") }
    var json: JSONValue {
      [
        "number": .string(file ?? number), "terms": .array(terms),
        "signs": .string(signs(expansion, kind)), "certified": .integer(count),
        "complete": .bool(expansion.isComplete),
        "apparentFraction": .optional(fraction.map { "\($0.value)" }),
      ]
    }
    return Reply(
      Document([.fields(fields)]), json: json, exit: count == 0 || fraction != nil ? .nothing : .done)
  }

  /// The period, or the sign below every quotient.
  private func signs(_ expansion: NumberExpansion, _ kind: ExpansionKind) -> String {
    if case .signs(let period) = kind { return "\(period)" }
    return expansion.isNegative.map { $0 ? "-" : "+" }.joined()
  }
}

extension DecimalInput {
  /// What forces the quotients of this number.
  fileprivate var source: String { "\(digits) typed digit\(digits == 1 ? "" : "s")" }
}

extension SignPeriod {
  /// Reads a period as typed.
  ///
  /// - Throws: a `Refusal` that points at what is no sign.
  init(reading text: String) throws(Refusal) {
    if let period = SignPeriod(text) {
      self = period
      return
    }
    let place = text.firstIndex { !"+-−, ".contains($0) }.map { text.distance(from: text.startIndex, to: $0) }
    guard let place else {
      throw Refusal("the period of signs is empty", remedy: "for example: --signs -+")
    }
    throw Refusal(
      Diagnostic(
        "'\(Array(text)[place])' is no sign", source: text, range: place..<place + 1,
        remedy: "+ and - only, for example: --signs -+"))
  }
}
