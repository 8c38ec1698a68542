public import WallisArithmetic
public import WallisFormulas

/// The number that a pattern search is about: evaluated as often as needed, or known by digits only.
public enum EsmaConstant: Sendable {
  /// An expression without free names.
  case expression(Expression, text: String)
  /// Typed digits.
  case digits(DecimalInput, text: String)

  /// Reads a constant.
  /// - Throws: `SyntaxError` for text that is neither digits nor an expression.
  public init(_ text: String) throws(SyntaxError) {
    if let input = try? DecimalInput(text), text.contains(".") {
      self = .digits(input, text: text)
    } else {
      self = .expression(try Expression(parsing: text), text: text)
    }
  }

  /// An enclosure by about so many digits, or by all typed ones; nil where there is no number.
  public func ball(digits: Int) -> Ball? {
    switch self {
    case .expression(let expression, _): (try? expression.evaluate(digits: digits))?.enclosure
    case .digits(let input, _): input.ball(bits: Digits.workingBits(input.digits) + 64)
    }
  }

  /// The name in closed forms.
  public var name: String {
    switch self {
    case .expression(_, let text), .digits(_, let text): text
    }
  }

  /// Typed digits; nil for an expression.
  public var typedDigits: Int? {
    if case .digits(let input, _) = self { input.digits } else { nil }
  }
}
