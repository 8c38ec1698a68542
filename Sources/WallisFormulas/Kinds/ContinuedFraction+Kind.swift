internal import WallisArithmetic

extension ContinuedFraction: FormulaKind {
  /// `pcf`.
  public static var word: String { "pcf" }

  /// The fraction of two lists of coefficients, leading first: `2,1`, `1,0,0`.
  public init?(keyWords words: [Substring]) {
    guard words.count == 2, let a = Polynomial(listed: words[0]), let b = Polynomial(listed: words[1])
    else { return nil }
    self.init(a: a, b: b)
  }

  /// The fraction of `pcf(a, b)`.
  public static func formula(_ expression: Expression) throws(SyntaxError) -> ContinuedFraction? {
    try expression.continuedFraction()
  }

  /// The coefficients of a and of b, leading first.
  public var keyText: String { "\(a.listed) \(b.listed)" }

  /// The two lists of the key.
  public static func columns(keyWords words: [Substring]) -> FormulaColumns? {
    words.count == 2 ? FormulaColumns(a: words[0], b: words[1]) : nil
  }

  /// a(n) and b(n).
  public var sides: FormulaSides { FormulaSides(a: "\(a)", b: "\(b)") }

  /// a(n) and b(n) as products.
  public var factoredSides: FormulaSides { FormulaSides(a: a.factored(.plain), b: b.factored(.plain)) }

  /// True where the leading coefficient of a is negative.
  public var isMirror: Bool { a.leading.signum < 0 }

  /// Key of the deflated fraction.
  public var canonicalKey: String { CanonicalForm(self).key }

  /// Key of the deflated fraction at the index where its second coefficient is smallest.
  public var shiftKey: String { CanonicalForm(self).shiftKey }

  /// Shifts of at most 24 steps either way are tried.
  public func indexShift(from other: ContinuedFraction) -> Int? {
    let (key, base) = (CanonicalForm(self).key, CanonicalForm(other).fraction)
    return (1...24).flatMap { [$0, -$0] }.first { CanonicalForm(base.shifted(by: $0)).key == key }
  }

  /// The fraction itself.
  public var fraction: ContinuedFraction? { self }

  /// Digits by evaluation; figures at depth 1000.
  public var limit: FormulaLimit? { FormulaLimit(self) }

  /// The first three levels written out, then the general one with its factors; as far as it goes where it ends.
  public var latex: String {
    func level(_ n: Int) -> String {
      let (partial, numerator) = ("\(a.value(at: n))", b.value(at: n + 1))
      guard !numerator.isZero else { return partial }
      let sign = numerator.signum < 0 ? "-" : "+"
      guard n < 3 else { return "\(partial) \(sign) \\ddots\(generalLevel)" }
      return "\(partial) \(sign) \\cfrac{\(numerator.magnitude)}{\(level(n + 1))}"
    }
    return level(0)
  }

  /// b(n) over a(n), with the sign that b has far out; nothing where both are constant.
  private var generalLevel: String {
    guard a.degree > 0 || b.degree > 0 else { return "" }
    let isNegative = b.leading.signum < 0
    let (sign, numerator) = isNegative ? ("-", -b) : ("+", b)
    return " \(sign) \\cfrac{\(numerator.factored(.latex))}{\(a.factored(.latex)) \(sign) \\ddots}"
  }

  /// Its two polynomials.
  public func program(in language: ScriptLanguage) -> FormulaProgram {
    .partials(
      a: language.text(of: a, in: "n"), b: language.text(of: b, in: "n"), image: FormulaProgram.itself)
  }
}

extension FormulaLimit {
  /// The limit of a continued fraction; figures where exact arithmetic does not give it.
  init(_ fraction: ContinuedFraction) {
    self.init(
      of: Formula(fraction),
      figures: {
        var meter = DynamicsMeter()
        guard let dynamics = try? meter.measure(fraction), dynamics.value != nil, dynamics.outcome == .value
        else { return nil }
        return (dynamics.delta, dynamics.digitsPerTerm)
      },
      exact: {
        switch try? fraction.evaluate(digits: 10).outcome {
        case .rational(let value)?, .terminates(let value?)?: value
        default: nil
        }
      }, enclosure: { digits in try? fraction.evaluate(digits: digits).enclosure })
  }
}
