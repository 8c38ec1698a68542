internal import WallisArithmetic

extension MatrixProduct {
  /// Steps of one period that are multiplied.
  private static let longestPeriod = 24

  /// The fraction a(0) + b(1)/(a(1) + …) where a(n) or b(n) is p_{n mod m}(n), as the product of its periods.
  ///
  /// - Throws: a `SyntaxError` where an entry is no rational function of n, and for long periods.
  init(cycles arguments: [Expression], at range: Range<Int>) throws(SyntaxError) {
    var sides: [[RationalFunction]] = []
    for argument in arguments {
      let parts = if case .call("cycle", let parts) = argument.node { parts } else { [argument] }
      sides.append(try MatrixProduct.functions(.list(parts)))
    }
    guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else {
      throw SyntaxError("pcf takes a(n) and b(n)", at: range, remedy: "pcf(cycle(1, 2), 1)")
    }
    let (a, b) = (sides[0], sides[1])
    let length = a.count * b.count / a.count.gcd(b.count)
    guard length <= MatrixProduct.longestPeriod else {
      throw SyntaxError(
        "this period has \(length) steps", at: range, remedy: "at most \(MatrixProduct.longestPeriod)")
    }
    func entry(_ functions: [RationalFunction], _ step: Int) -> RationalFunction {
      functions[step % functions.count].composed(slope: length, offset: step)
    }
    // (p_{n−1}, p_n) [[0, b(n)], [1, a(n)]] for the n = length·N + step of one period.
    var product = [[RationalFunction(1), RationalFunction(0)], [RationalFunction(0), RationalFunction(1)]]
    for step in 1...length {
      let (x, y) = (entry(a, step), entry(b, step))
      product = product.map { [$0[1], $0[0] * y + $0[1] * x] }
    }
    guard let first = a[0].value(at: 0),
      let found = MatrixProduct(product, start: [[1, first], [0, 1]], from: 0)
    else { throw SyntaxError("a coefficient of this fraction is infinite", at: range) }
    self = found
  }
}

extension RationalFunction {
  /// The function of slope·n + offset as a function of n.
  fileprivate func composed(slope: Int, offset: Int) -> RationalFunction {
    func part(_ polynomial: Polynomial) -> Polynomial {
      let moved = polynomial.shifted(by: Integer(offset))
      return Polynomial(moved.coefficients.enumerated().map { $1 * Integer(slope).power($0) })
    }
    return RationalFunction(part(numerator), part(denominator))
  }
}
