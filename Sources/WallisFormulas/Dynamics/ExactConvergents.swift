package import WallisArithmetic

/// Logarithms of the exact convergents at increasing depths: |q(n)| and gcd(p(n), q(n)).
package struct ExactConvergent {
  /// Depth n.
  package let depth: Int
  /// ln |q(n)|; −∞ where q(n) = 0.
  package let logDenominator: Double
  /// ln gcd(p(n), q(n)).
  package let logDivisor: Double

  /// ln of the reduced denominator.
  var logReduced: Double { logDenominator - logDivisor }
}

/// Exact convergents at increasing depths: steps between two depths are multiplied by a product tree.
package struct ExactConvergents: ~Copyable {
  private var a: PolynomialValues
  private var b: PolynomialValues
  private var product: ContinuantMatrix
  /// gcd(p, q) at `dividedDepth`.
  private var divisor = MutableInteger()
  private var dividedDepth: Int?
  package private(set) var depth = 0
  private var isFinished = false

  package init(_ fraction: ContinuedFraction) {
    a = PolynomialValues(fraction.a)
    b = PolynomialValues(fraction.b)
    product = ContinuantMatrix(firstTerm: fraction.a[0])
  }

  /// Advances to a depth and returns its logarithms.
  /// - Precondition: `target` is at least the current depth.
  package mutating func advance(to target: Int) -> ExactConvergent {
    step(to: target)
    return logarithms()
  }

  private mutating func step(to target: Int) {
    precondition(!isFinished || target == depth, "no advance after the last depth")
    if target > depth {
      if target - depth < 8 {
        product.append(a: &a, b: &b, steps: (depth + 1)...target)
      } else {
        let steps = ContinuantMatrix(a: &a, b: &b, steps: (depth + 1)...target)
        product = ContinuantMatrix(product: product, steps)
      }
      depth = target
    }
  }

  /// Advances to a last depth, for which the neighbouring convergent is not computed.
  /// - Precondition: `target` exceeds the current depth; no further advance follows.
  package mutating func finish(at target: Int) -> ExactConvergent {
    precondition(target > depth && !isFinished, "a deeper last convergent, once")
    let steps = ContinuantColumn(a: &a, b: &b, steps: (depth + 1)...target)
    let last = ContinuantColumn(product: product, steps)
    divide(last, steps, target: target)
    product.e01.set(last.upper)
    product.e11.set(last.lower)
    (depth, isFinished) = (target, true)
    return logarithms()
  }

  /// Sets the common divisor of a last column that steps made of the present matrix; where it is short, or the matrix has
  /// no determinant, this is left to the logarithms.
  private mutating func divide(
    _ last: borrowing ContinuantColumn, _ steps: borrowing ContinuantColumn, target: Int
  ) {
    guard depth > 0, last.upper.limbs >= ContinuantMatrix.splitLimbs else { return }
    let factor = b.product(over: 1...depth)
    guard factor.signum != 0 else { return }
    divisor = ContinuantMatrix.divisor(of: last, from: steps, determinant: factor)
    dividedDepth = target
  }

  /// gcd(p, q) at a depth, after advancing to it.
  package mutating func divisor(at target: Int) -> Integer {
    _ = advance(to: target)
    return divisor.integer
  }

  /// The valuation of gcd(p, q) at a prime, at a depth after advancing to it.
  package mutating func valuation(at prime: Int, depth target: Int) -> Int {
    step(to: target)
    return [product.e01.integer, product.e11.integer].filter { $0 != 0 }.map { $0.valuation(at: prime) }.min()
      ?? 0
  }

  /// p, q at a depth, after advancing to it.
  package mutating func pair(at target: Int) -> (p: Integer, q: Integer) {
    step(to: target)
    return (product.e01.integer, product.e11.integer)
  }

  private mutating func logarithms() -> ExactConvergent {
    if dividedDepth != depth { divisor.setGCD(product.e01, product.e11) }
    dividedDepth = depth
    return ExactConvergent(
      depth: depth, logDenominator: product.e11.logMagnitude, logDivisor: divisor.logMagnitude)
  }

  /// p(n)/q(n) at the current depth; without information where q(n) = 0.
  package borrowing func quotient(bits: Int) -> Ball {
    Ball(product.e01.integer, bits: bits) / Ball(product.e11.integer, bits: bits)
  }

  /// ln |p(n)Q − P q(n)| with another exact convergent P/Q: the numerator of the difference.
  package borrowing func logDifference(from other: borrowing ExactConvergents) -> Double {
    var difference = MutableInteger()
    difference.setProduct(product.e01, other.product.e11)
    var term = MutableInteger()
    term.setProduct(other.product.e01, product.e11)
    difference.subtract(term)
    return difference.logMagnitude
  }
}
