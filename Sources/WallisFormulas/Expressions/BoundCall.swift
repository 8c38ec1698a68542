/// `sum(k=a..b, t)`, `product(k=a..b, t)` or `integral(x=a..b, f)`: a call that gives a name values of its own.
public struct BoundCall: Sendable, Hashable {
  /// What is done with the values of the body.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// Their sum.
    case sum
    /// Their product.
    case product
    /// The integral over an interval.
    case integral
  }

  /// What is done with the values of the body.
  public let operation: Operation
  /// The name that takes the values between the bounds.
  public let variable: String
  /// The first value.
  public let lower: Expression
  /// The last value; `inf` for none.
  public let upper: Expression
  /// What is added, multiplied, or integrated.
  public let body: Expression

  /// Name of the bound that is never reached.
  public static let infinity = "inf"

  /// A call with its parts.
  public init(
    _ operation: Operation, _ variable: String, from lower: Expression, to upper: Expression,
    of body: Expression
  ) {
    (self.operation, self.variable) = (operation, variable)
    (self.lower, self.upper, self.body) = (lower, upper, body)
  }

  /// The call that an expression is; nil for others.
  public init?(_ expression: Expression) {
    guard case .call(let name, let parts) = expression.node, parts.count == 4,
      let operation = Operation(rawValue: name), case .name(let variable) = parts[0].node
    else { return nil }
    self.init(operation, variable, from: parts[1], to: parts[2], of: parts[3])
  }

  /// The call as an expression.
  public var expression: Expression {
    .call(operation.rawValue, .name(variable), lower, upper, body)
  }

  /// Whether the upper bound is never reached.
  public var isInfinite: Bool { upper == .name(BoundCall.infinity) }

  /// Whether a name of the grammar begins such a call.
  static func binds(_ name: String) -> Bool { Operation(rawValue: name) != nil }
}

extension Expression {
  /// The names that have a meaning inside this expression only: the index of a sum, and `inf` among its bounds; the variable of
  /// the polynomial that a root is of.
  public var boundNames: [String] {
    if case .call(Expression.rootName, _) = node { return ["x"] }
    return BoundCall(self).map { [$0.variable, BoundCall.infinity] } ?? []
  }
}
