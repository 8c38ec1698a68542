public import WallisArithmetic
internal import WallisFormulas

/// Exact convergents of a line: the quotients of the last column of the product of its steps.
public struct FieldConvergents: ~Copyable {
  private let line: FieldLine
  private let numeratorRow: Int
  private var product: IntegerMatrix
  private var reducedDepth = 0
  /// Number of steps so far.
  public private(set) var depth = 0

  /// Convergents before the first step; the quotient is row `numerator` over the last row.
  public init(_ line: FieldLine, numerator: Int = 0) {
    (self.line, numeratorRow) = (line, numerator)
    product = IntegerMatrix(identityOfRank: line.step.rank)
  }

  /// Goes on to a depth.
  /// - Precondition: `target` is at least the current depth.
  public mutating func advance(to target: Int) {
    precondition(target >= depth, "convergents go forward")
    guard target > depth else { return }
    let steps = IntegerMatrix(productOf: line.step, from: depth, count: target - depth)
    product = IntegerMatrix(product: product, steps)
    depth = target
    // A common factor costs a greatest common divisor to find: it is divided out when it may have grown by a tenth.
    if depth - reducedDepth >= max(16, reducedDepth / 8) {
      product.divideOutContent()
      reducedDepth = depth
    }
  }

  /// The numerator p(n), not reduced.
  public var numerator: Integer { product[numeratorRow, line.step.rank - 1] }
  /// The denominator q(n), not reduced.
  public var denominator: Integer { product[line.step.rank - 1, line.step.rank - 1] }
  /// The last column.
  public var column: [Integer] { (0..<line.step.rank).map { product[$0, line.step.rank - 1] } }
}
