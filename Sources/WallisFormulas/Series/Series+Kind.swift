internal import WallisArithmetic

extension Series: FormulaKind {
  /// `sum`.
  public static var word: String { "sum" }

  /// The series of a key: z, the symbols as `1/2:3,1:-3` (`-` for none), the coefficients of R, leading first.
  public init?(keyWords words: [Substring]) {
    guard words.count == 4, let base = Rational(parsing: words[0]), !base.isZero,
      let top = Polynomial(listed: words[2]), let bottom = Polynomial(listed: words[3]), !bottom.isZero
    else { return nil }
    var core = TermCore(base: base)
    for part in words[1] == "-" ? [] : words[1].split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, let alpha = Rational(parsing: sides[0]), alpha > 0, alpha <= 1,
        let exponent = Int(sides[1]), exponent != 0, core.symbols[alpha] == nil
      else { return nil }
      core.symbols[alpha] = exponent
    }
    guard !top.isZero else { return nil }
    self.init(SeriesPart(factor: RationalFunction(top, bottom), core: core), from: 0)
  }

  /// z, the symbols and the coefficients of R.
  public var keyText: String {
    let text = symbols.map { "\($0.parameter):\($0.exponent)" }.joined(separator: ",")
    return "\(base) \(text.isEmpty ? "-" : text) \(factor.numerator.listed) \(factor.denominator.listed)"
  }

  /// The series that an expression is.
  public static func formula(_ expression: Expression) -> Series? { Series(expression) }

  /// As the grammar reads it.
  public var description: String { ExpressionWriter(.plain).text(expression) }

  /// Euler's fraction.
  public var image: FractionImage? { eulerFraction }

  /// Digits by evaluation; figures are those of Euler's fraction, whose convergents are the partial sums. nil where the
  /// series has no limit.
  public var limit: FormulaLimit? {
    guard let outcome = try? expression.boundOutcome(limits: EvaluationLimits()), outcome.obstacle == nil
    else {
      return nil
    }
    let (text, image) = (expression, eulerFraction)
    return FormulaLimit(
      of: Formula(self), readable: image?.fraction,
      figures: { image.flatMap { Formula($0.fraction).limit }.flatMap { $0.figures() } },
      enclosure: { digits in try? text.evaluate(digits: digits).enclosure })
  }

  /// Those that the coefficients of Euler's fraction suggest.
  public var suggestedConstants: [Expression] {
    eulerFraction.map { Constant.suggestions($0.fraction) } ?? []
  }

  /// Euler's fraction.
  public var facts: [FormulaFact] {
    eulerFraction.map { [FormulaFact("fraction", $0.text, isFormula: true)] } ?? []
  }

  /// Euler's fraction, and the map of its limit.
  public var members: [FormulaMember] {
    [FormulaMember("fraction", .text(eulerFraction.map { $0.text }))]
  }

  /// As a sum.
  public var latex: String { ExpressionWriter(.latex).text(expression) }

  /// The sum as the language has it.
  public func program(in language: ScriptLanguage) -> FormulaProgram {
    .expression(ExpressionWriter(language == .gp ? .gp : .mpmath).text(expression))
  }
}

extension FractionImage {
  /// The image as the grammar reads it, for example `pcf(5, 9n^2)/(pcf(5, 9n^2)-1)`.
  public var text: String {
    let symbol = Expression.name("x")
    var writer = ExpressionWriter(.plain)
    writer.given = [symbol: "\(fraction)"]
    return writer.text(map.image(of: symbol))
  }
}
