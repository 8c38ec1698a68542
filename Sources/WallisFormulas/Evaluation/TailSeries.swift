public import WallisArithmetic

/// Asymptotic series T(n) ~ n^g Σ c_k n^(−k/p) of the tails T(n) = a(n) + b(n+1)/T(n+1) that give the value.
///
/// The coefficients solve T(n)T(n+1) − a(n)T(n+1) − b(n+1) = 0 order by order. With a simple characteristic root
/// the order k gives c_k; with a double root (A² + 4B = 0) it is the order k + 1, after c_1 from a quadratic
/// equation whose discriminant is c_0²(1 + 4C). p is 2 where the discriminant has an odd exponent s, else 1.
/// The series diverges; truncated after K terms it is good to about (K/(eRN))^K, R = π or 2π.
///
/// - Precondition: deg a ≥ 0 with a positive leading coefficient, and a convergent class.
/// - Complexity: O(K²) ball operations.
/// - Reference: G. D. Birkhoff and W. J. Trjitzinsky, "Analytic theory of singular difference equations",
///   Acta Math. 60 (1933).
public struct TailSeries: ~Copyable {
  let a: Polynomial
  /// Coefficients of b(n+1).
  let b: Polynomial
  /// p, and p·g.
  let denominator: Int
  let growth: Int
  let isDouble: Bool
  /// Exact C of Δ(n) = C n^s + … .
  private let discriminant: Rational
  private let bits: Int
  private(set) var coefficients: BallVector
  private var next: BallVector
  /// c_i·binom(g − i/p, j) for the j reached so far.
  private var weights: BallVector

  /// The first `terms` coefficients at a precision.
  public init(_ fraction: ContinuedFraction, classification: Classification, terms: Int, bits: Int) {
    a = fraction.a
    b = fraction.b.shifted(by: 1)
    let s = classification.discriminantDegree ?? -4
    denominator = s.isMultiple(of: 2) || s <= -3 ? 1 : 2
    growth = denominator * max(2 * a.degree, b.degree) / 2
    isDouble = s < 0
    discriminant = s < -2 ? Rational(0) : classification.discriminantCoefficient ?? Rational(0)
    self.bits = bits
    let length = terms + 2
    coefficients = BallVector(count: length, bits: bits)
    next = BallVector(count: length, bits: bits)
    weights = BallVector(count: length, bits: bits)
    solve(terms: terms)
  }

  private var power: Int { growth / denominator }

  /// Coefficient of n^g in a(n).
  private var leadingA: Integer { growth.isMultiple(of: denominator) ? a[power] : 0 }

  private var firstCoefficient: Ball {
    let head = Ball(leadingA, bits: bits)
    if isDouble { return head.scaled(byPowerOfTwo: -1) }
    let top = 2 * growth / denominator
    let discriminant = Ball(leadingA * leadingA + 4 * b[top], bits: bits)
    return (head + discriminant.squareRoot).scaled(byPowerOfTwo: -1)
  }

  private mutating func solve(terms: Int) {
    let c0 = firstCoefficient
    adopt(c0, at: 0)
    let slope = isDouble ? Ball(0, bits: bits) : c0 * 2 + -leadingA
    var start = 1
    if isDouble {
      adopt(secondCoefficient(c0), at: 1)
      fillNext(2)
      start = 2
    }
    for k in stride(from: start, to: terms, by: 1) {
      let residual = isDouble ? residual(order: k + 1, unknown: k) : residual(order: k, unknown: k)
      adopt(-residual / (isDouble ? doubleRootSlope(k) : slope), at: k)
    }
  }

  /// c_1 of a double root: c_0√C on the half-integer grid, else from the quadratic equation.
  private mutating func secondCoefficient(_ c0: Ball) -> Ball {
    if denominator == 2 { return c0 * Ball(discriminant, bits: bits).squareRoot }
    return (rootOfDiscriminant - c0 + a[a.degree - 1]).scaled(byPowerOfTwo: -1)
  }

  /// c_0√(1 + 4C).
  private var rootOfDiscriminant: Ball {
    let square = Rational(1) + Rational(4) * discriminant
    if let root = square.squareRoot { return firstCoefficient * Ball(root, bits: bits) }
    return firstCoefficient * Ball(square, bits: bits).squareRoot
  }

  /// Coefficient of c_k in the equation of order k + 1 for a double root.
  private func doubleRootSlope(_ k: Int) -> Ball {
    denominator == 2 ? coefficients[1] * 2 : rootOfDiscriminant + firstCoefficient * (k - 1)
  }

  /// Records c_k and its direct share in the coefficients of T(n+1).
  private mutating func adopt(_ value: Ball, at k: Int) {
    coefficients[k] = value
    weights[k] = value
    next.add(value, to: k)
    if isDouble, denominator == 1, k + 1 < next.count {
      advanceWeight(k, toOrder: k + 1)
      next.add(weights[k], to: k + 1)
    }
  }

  /// Multiplies c_i·binom(e, j−1) up to binom(e, j), where i + pj = order and e = g − i/p.
  private mutating func advanceWeight(_ i: Int, toOrder order: Int) {
    let j = (order - i) / denominator
    weights.scale(i, by: growth - i - denominator * (j - 1), over: denominator * j)
  }

  /// Equation of order `order` with c_k = 0 for k ≥ unknown.
  private mutating func residual(order: Int, unknown: Int) -> Ball {
    fillNext(order)
    let last = min(unknown - 1, order)
    var sum = coefficients.convolution(with: next, total: order, over: 0...last)
    for r in 0..<(a.degree + 1) where !a[r].isZero {
      let index = order - growth + denominator * r
      if index >= 0 { sum = sum - next[index] * a[r] }
    }
    let exponent = 2 * growth - order
    if exponent >= 0, exponent.isMultiple(of: denominator) { sum = sum + -b[exponent / denominator] }
    return sum
  }

  /// Adds the shares of all earlier coefficients to the coefficient `order` of T(n+1), once.
  private mutating func fillNext(_ order: Int) {
    let skipsNeighbour = isDouble && denominator == 1
    let newest = skipsNeighbour ? order - 2 : order - denominator
    var i = newest
    while i >= 0 {
      advanceWeight(i, toOrder: order)
      i -= denominator
    }
    if newest >= 0 {
      next.add(weights.sum(from: newest % denominator, through: newest, by: denominator), to: order)
    }
  }

  /// The truncated series at n.
  /// - Precondition: n ≥ 1 and `terms` is at most the number of coefficients.
  public func value(at n: Int, terms: Int) -> Ball {
    let base = denominator == 1 ? Ball(n, bits: bits) : Ball(n, bits: bits).squareRoot
    let inverse = base.inverse
    var sum = Ball(0, bits: bits)
    for k in (0..<terms).reversed() { sum = sum * inverse + coefficients[k] }
    return sum * base.power(growth)
  }
}
