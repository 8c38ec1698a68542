public import WallisArithmetic

/// An expression as typed: a tree whose nodes know where they stand in the text.
public struct Expression: Sendable, Hashable {
  /// The operation and its operands.
  public indirect enum Node: Sendable, Hashable {
    /// A number written in decimal, exactly; `digits` counts the significant digits typed, nil for an integer.
    case number(Rational, digits: Int?)
    /// A constant, a variable or a name assigned by the user.
    case name(String)
    /// The numbered result `%k`; nil is the last one, -2 the one before it (`%%`), and so on.
    case result(Int?)
    /// A function applied to arguments.
    case call(String, [Expression])
    case negation(Expression)
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression)
    case quotient(Expression, Expression)
    case power(Expression, Expression)
  }

  /// The operation and its operands.
  public let node: Node
  /// Character offsets into the source text.
  public let range: Range<Int>

  /// A node that stands at a range of the source, or nowhere.
  public init(_ node: Node, at range: Range<Int> = 0..<0) { (self.node, self.range) = (node, range) }

  /// The same mathematics regardless of where it was written.
  public static func == (x: Expression, y: Expression) -> Bool { x.node == y.node }

  /// Hashes the mathematics, not the place.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }

  /// Operands from left to right.
  public var operands: [Expression] {
    switch node {
    case .number, .name, .result: []
    case .call(_, let arguments): arguments
    case .negation(let x): [x]
    case .sum(let x, let y), .difference(let x, let y), .product(let x, let y), .quotient(let x, let y),
      .power(let x, let y):
      [x, y]
    }
  }

  /// The expression with its operands replaced, in the order of `operands`.
  public func replacingOperands(_ transform: (Expression) throws -> Expression) rethrows -> Expression {
    switch node {
    case .number, .name, .result: self
    case .call(let name, let arguments): Expression(.call(name, try arguments.map(transform)), at: range)
    case .negation(let x): Expression(.negation(try transform(x)), at: range)
    case .sum(let x, let y): Expression(.sum(try transform(x), try transform(y)), at: range)
    case .difference(let x, let y): Expression(.difference(try transform(x), try transform(y)), at: range)
    case .product(let x, let y): Expression(.product(try transform(x), try transform(y)), at: range)
    case .quotient(let x, let y): Expression(.quotient(try transform(x), try transform(y)), at: range)
    case .power(let x, let y): Expression(.power(try transform(x), try transform(y)), at: range)
    }
  }
}
