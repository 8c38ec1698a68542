/// A call of a function of the language that stands for a limit over n, such as `rec` and `matrixproduct`: how it is
/// read and computed, whether it stands alone or within a larger expression.
///
/// The row of the function in `FunctionTable.bound` has the value `.limit`; this type reads the arguments.
protocol LimitCall: Sendable {
  /// What it is, for messages: "this … has no finite limit".
  static var noun: String { get }

  /// The limit that an expression stands for; nil for other expressions.
  ///
  /// - Throws: a `SyntaxError` where the expression is such a call and its arguments do not fit.
  init?(_ expression: Expression) throws(SyntaxError)

  /// The limit, to so many digits where it is a number.
  ///
  /// - Throws: `ResourceLimit` where the digits would need too much.
  func evaluate(digits: Int, limits: EvaluationLimits) throws -> Evaluation
}

extension MatrixProduct: LimitCall {
  static var noun: String { "product" }
}

extension Expression {
  /// The types whose calls have values. To add one: a type that conforms to `LimitCall`, and its line here.
  private static let limitCalls: [any LimitCall.Type] = [MatrixProduct.self]

  /// The limit that the expression stands for; nil for expressions that are no such call.
  ///
  /// - Throws: a `SyntaxError` where the arguments of the call do not fit.
  func limitCall() throws(SyntaxError) -> (any LimitCall)? {
    for type in Expression.limitCalls {
      if let call = try type.init(self) { return call }
    }
    return nil
  }
}
