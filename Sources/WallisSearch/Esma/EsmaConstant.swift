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

  /// What an evaluation of the constant comes to.
  enum Value: Sendable {
    /// An enclosure.
    case ball(Ball)
    /// No number, and why.
    case none(reason: String)

    /// The enclosure; nil where there is none.
    var ball: Ball? {
      if case .ball(let ball) = self { ball } else { nil }
    }
  }

  /// The constant to about so many digits, or to all typed ones.
  func value(digits: Int) -> Value {
    switch self {
    case .digits(let input, _): return .ball(input.ball(bits: Digits.workingBits(input.digits) + 64))
    case .expression(let expression, _):
      do {
        let evaluation = try expression.evaluate(digits: digits)
        guard let ball = evaluation.enclosure else {
          return .none(reason: "its status is \(evaluation.outcome.status)")
        }
        return .ball(ball)
      } catch let error as ResourceLimit {
        return .none(reason: error.message)
      } catch let error as SyntaxError {
        return .none(reason: error.message)
      } catch {
        return .none(reason: "\(error)")
      }
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
