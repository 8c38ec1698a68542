package import WallisArithmetic

/// The rows p and q of a matrix product, further and further out, by exact product trees.
package struct ProductConvergents {
  private let product: MatrixProduct
  package private(set) var rows: [[Integer]]
  /// Matrices multiplied so far.
  private(set) var depth = 0

  package init(_ product: MatrixProduct) { (self.product, rows) = (product, product.start) }

  /// Multiplies on to a depth, in blocks that a product tree takes at once.
  package mutating func advance(to target: Int) {
    guard target > depth else { return }
    let block = IntegerMatrix(
      productOf: product.matrix, from: product.first + depth, count: target - depth)
    let rank = product.rank
    rows = rows.map { row in
      (0..<rank).map { j in (0..<rank).reduce(Integer(0)) { $0 + row[$1] * block[$1, j] } }
    }
    let content = rows.joined().reduce(Integer(0)) { $0.gcd($1) }
    if !content.isZero, content != 1 { rows = rows.map { $0.map { $0.dividedExactly(by: content) } } }
    depth = target
  }

  /// Bits of the largest entry.
  var bits: Int { rows.joined().map(\.bitWidth).max() ?? 0 }

  /// p/q of every column with q ≠ 0.
  func ratios(bits: Int) -> [Ball] {
    zip(rows[0], rows[1]).filter { !$0.1.isZero }.map { Ball($0.0, bits: bits) / Ball($0.1, bits: bits) }
  }
}
