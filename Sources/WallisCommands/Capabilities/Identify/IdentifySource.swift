internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisIdentification

/// Where the digits of the number that `identify` is asked about come from.
struct IdentifySource {
  /// Fewer typed digits than this say nothing about anything.
  static let fewestDigits = 5
  /// Parts of an expression that lie so many decimals down still enter the second evaluation.
  static let mostDecimals = 20_000

  let number: String
  let digits: Int

  /// A number in decimals stands for its digits; anything else is evaluated as often as needed.
  ///
  /// - Throws: a `Refusal` that points at what is no number.
  func source(
    in context: VerbContext
  ) throws(Refusal) -> (source: NumberSource, formula: Formula?, parts: [Formula], note: String?) {
    if let input = try typed(number, (try? DecimalInput(number))) {
      return (.digits(input), nil, [], DecimalInput.plain(number).map { "read as \($0)" })
    }
    try refuseLetters()
    let closed = try context.workspace.closed(number)
    if let input = try typed(closed.text, closed.expression.typedDigits) {
      return (.digits(input), nil, [], nil)
    }
    if let (input, note) = try uncertain(closed.expression, closed.text) {
      return (.digits(input), nil, [], note)
    }
    let source = try evaluated(closed)
    let formula = (try? context.kinds.formula(closed.expression)) ?? nil
    return (source, formula, formula.map { [$0] } ?? formulas(within: closed.expression, in: context), nil)
  }

  /// Formulas that stand within an expression, the largest ones, each once.
  private func formulas(
    within expression: WallisFormulas.Expression, in context: VerbContext
  ) -> [Formula] {
    expression.operands.reduce(into: []) { list, operand in
      let found =
        ((try? context.kinds.formula(operand)) ?? nil).map { [$0] } ?? formulas(within: operand, in: context)
      list += found.filter { new in !list.contains { $0.key == new.key } }
    }
  }

  /// The digits that decimals inside an expression leave of its value; nil where it holds none.
  private func uncertain(
    _ expression: WallisFormulas.Expression, _ text: String
  ) throws(Refusal) -> (DecimalInput, note: String)? {
    guard let decimal = expression.uncertainDecimals.first else { return nil }
    do {
      guard let input = try expression.uncertainValue() else { return nil }
      let shown = String(text.dropFirst(decimal.range.lowerBound).prefix(decimal.range.count))
      let known = "\(input.digits) digit\(input.digits == 1 ? "" : "s") of the number are known"
      return (input, "\(shown) is taken as a rounded decimal: \(known)")
    } catch let error as SyntaxError {
      throw Refusal(error, in: text)
    } catch {
      throw Refusal(wrapping: error)
    }
  }

  private func evaluated(
    _ closed: (text: String, expression: WallisFormulas.Expression)
  ) throws(Refusal) -> NumberSource {
    let first = try NumberValue(closed.expression, of: closed.text, digits: digits)
    if case .rational(let value) = first.evaluation.outcome { return .exact(value) }
    if case .terminates(let value?) = first.evaluation.outcome { return .exact(value) }
    guard first.evaluation.enclosure != nil else {
      throw Refusal(
        "there is no number to identify: it \(first.evaluation.outcome.status)", exit: .nothing)
    }
    if let fraction = first.fraction,
      let source = NumberSource(limitOf: fraction, evaluatedTo: digits, as: first.evaluation)
    {
      return source
    }
    let (known, evaluated) = (first.evaluation.enclosure, digits)
    // A part too small to be seen in so many digits must not be lost in the second evaluation.
    let finest = closed.expression.finestDecimals()
    guard finest <= IdentifySource.mostDecimals else {
      throw Refusal(
        "a part of this expression is smaller than 10^-\(IdentifySource.mostDecimals): no search would notice it",
        exit: .badData)
    }
    let again: @Sendable (Int) -> Ball? = { digits in
      guard digits != evaluated else { return known }
      return try? NumberValue(closed.expression, of: closed.text, digits: digits).evaluation.enclosure
    }
    return .recomputable(
      again, finest: finest > digits ? finest : 0, algebraic: AlgebraicSize(closed.expression))
  }

  private func typed(_ text: String, _ input: DecimalInput?) throws(Refusal) -> DecimalInput? {
    guard let input, input.digits < IdentifySource.fewestDigits else { return input }
    throw Refusal(
      Diagnostic(
        "\(input.digits) significant digit\(input.digits == 1 ? "" : "s"): every formula fits those",
        source: text,
        range: 0..<text.count, remedy: "at least 5 digits, better 30; 22/7 or sqrt(2) are taken as exact"),
      exit: .badData)
  }

  /// Digits with a letter among them that is no name are a spoilt number rather than an expression.
  private func refuseLetters() throws(Refusal) {
    let characters = Array(number)
    guard let column = malformedColumn, characters.indices.contains(column), characters[column].isLetter,
      characters.count(where: \.isNumber) >= IdentifySource.fewestDigits,
      characters.allSatisfy({ $0.isNumber || $0.isLetter || "+-−.".contains($0) }),
      (try? WallisFormulas.Expression(parsing: number))?.isMadeOfKnownNames != true
    else { return }
    throw Refusal(
      Diagnostic(
        "'\(characters[column])' stands among the digits", source: number, range: column..<(column + 1),
        remedy: "digits, one point, and e5 for a power of ten"),
      exit: .badData)
  }

  /// Where the text stops being a decimal number.
  private var malformedColumn: Int? {
    do throws(DecimalInput.Malformed) {
      _ = try DecimalInput(number)
      return nil
    } catch {
      return error.column
    }
  }
}

extension WallisFormulas.Expression {
  /// True when every name in it is one that expressions know.
  fileprivate var isMadeOfKnownNames: Bool {
    switch node {
    case .name(let name): KnownNames.meaning(of: name) != nil
    case .call(let name, let arguments):
      (FunctionTable.function(named: name) != nil || name == FunctionTable.listName)
        && arguments.allSatisfy(\.isMadeOfKnownNames)
    default: operands.allSatisfy(\.isMadeOfKnownNames)
    }
  }

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
