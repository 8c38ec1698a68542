internal import WallisArithmetic

/// Constants made of constants: they are searched and printed like those of the table.
extension Constant {
  /// The product of two constants.
  static func product(_ x: Constant, _ y: Constant) -> Constant {
    Constant(
      Spelling(
        "\(x.spelling.plain)*\(y.spelling.asFactor.plain)",
        unicode: "\(x.unicode)·\(y.spelling.asFactor.unicode)", latex: "\(x.latex)\\,\(y.spelling.latex)"),
      definition: "product of \(x) and \(y)", reference: "",
      value: { x.ball(bits: $0) * y.ball(bits: $0) },
      second: { x.secondBall(bits: $0) * y.secondBall(bits: $0) })
  }

  /// The quotient of two constants.
  static func quotient(_ x: Constant, _ y: Constant) -> Constant {
    let (top, bottom) = (x.spelling, y.spelling.asFactor)
    let value: @Sendable (Int) -> Ball = { x.ball(bits: $0) / y.ball(bits: $0) }
    let second: @Sendable (Int) -> Ball = { x.secondBall(bits: $0) / y.secondBall(bits: $0) }
    return Constant(
      Spelling(
        "\(top.plain)/\(bottom.plain)", unicode: "\(top.unicode)/\(bottom.unicode)",
        latex: "\\frac{\(top.latex)}{\(y.latex)}"),
      definition: "quotient of \(x) and \(y)", reference: "",
      nature: top.isCompound || bottom.isCompound ? .plain : .quotient(top: top, bottom: y.spelling),
      value: value, second: second)
  }

  /// An integer power; the constant of the table where there is one, as for `pi^2`.
  static func power(_ x: Constant, _ exponent: Int) -> Constant {
    if exponent == 1 { return x }
    let base = x.spelling.asBase
    if let known = named("\(base.plain)^\(exponent)") { return known }
    let raised = String(exponent).map { Spelling.superscripts[$0, default: $0] }
    return Constant(
      Spelling(
        "\(base.plain)^\(exponent)", unicode: base.unicode + String(raised),
        latex: "{\(base.latex)}^{\(exponent)}"),
      definition: "\(x) to the power \(exponent)", reference: "", value: { x.ball(bits: $0).power(exponent) },
      second: { x.secondBall(bits: $0).power(exponent) })
  }

  /// The square root of a positive constant.
  static func squareRoot(_ x: Constant) -> Constant {
    Constant(
      Spelling("sqrt(\(x))", unicode: "√(\(x.unicode))", latex: "\\sqrt{\(x.latex)}"),
      definition: "square root of \(x)", reference: "", value: { x.ball(bits: $0).squareRoot },
      second: { x.secondBall(bits: $0).squareRoot })
  }

  /// The natural logarithm of a positive constant.
  static func logarithm(_ x: Constant) -> Constant {
    Constant(
      Spelling("log(\(x))", unicode: "log(\(x.unicode))", latex: "\\log\\left(\(x.latex)\\right)"),
      definition: "natural logarithm of \(x)", reference: "", value: { x.ball(bits: $0).log },
      second: { x.secondBall(bits: $0).log })
  }

  /// The product of powers of constants; nil for the empty product.
  static func monomial(_ constants: [Constant], _ exponents: [Int]) -> Constant? {
    zip(constants, exponents).filter { $0.1 > 0 }.map { power($0.0, $0.1) }
      .reduce(nil) { product, factor in product.map { Constant.product($0, factor) } ?? factor }
  }

  /// The value of an expression as a constant that is spelled as it was typed.
  ///
  /// - Parameters:
  ///   - text: what the expression was parsed from.
  ///   - digits: digits that will be asked for; they are tried at once.
  /// - Throws: what the evaluation throws, a `SyntaxError` or `ResourceLimit`.
  ///   - name: what closed forms call it; the text itself unless given.
  public static func expression(
    _ expression: Expression, text: String, digits: Int, name: String? = nil
  ) throws -> Constant {
    if let known = named(text) { return known }
    _ = try expression.evaluate(digits: digits)
    let spelling = Spelling(name ?? text)
    let value: @Sendable (Int) -> Ball = { bits in
      let digits = Int(Digits.covering(bits: Double(bits))) + 2
      return (try? expression.evaluate(digits: digits))?.enclosure ?? Ball(0, bits: bits).inverse
    }
    return Constant(
      spelling.hasOperator("+-−") ? Spelling("(\(text))") : spelling, definition: text,
      reference: "", value: value, second: value)
  }
}

extension Constant.Spelling {
  fileprivate static let superscripts: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  /// The symbol as a factor: in parentheses where it is a product or quotient itself.
  fileprivate var asFactor: Constant.Spelling { isCompound ? inParentheses : self }

  /// The symbol as the base of a power.
  fileprivate var asBase: Constant.Spelling { hasOperator("*/^") ? inParentheses : self }

  private var inParentheses: Constant.Spelling {
    Constant.Spelling("(\(plain))", unicode: "(\(unicode))", latex: "\\left(\(latex)\\right)")
  }
}
