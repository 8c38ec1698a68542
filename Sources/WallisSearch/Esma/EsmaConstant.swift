internal import WallisArithmetic
public import WallisFormulas

/// The number that a pattern search is about: evaluated as often as needed, or known by digits only.
public struct EsmaConstant: Sendable {
  /// The constant in closed forms: an expression without free names, or typed digits as they are.
  public let expression: Expression
  private let digits: DecimalInput?

  /// Reads a constant.
  /// - Throws: `SyntaxError` for text that is no expression, digits among them.
  public init(_ text: String) throws(SyntaxError) {
    expression = try Expression(parsing: text)
    digits = text.contains(".") ? try? DecimalInput(text) : nil
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
    if let input = self.digits { return .ball(input.ball(bits: Digits.workingBits(input.digits) + 64)) }
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

  /// Number of typed digits; nil for an expression.
  public var typedDigits: Int? { digits?.digits }
}
