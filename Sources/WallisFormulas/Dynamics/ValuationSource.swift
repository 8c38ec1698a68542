internal import WallisArithmetic

/// Valuations of the common divisors g(n) of p(n) and q(n) beside those of a number N(n), to which |q(n)| is in proportion but
/// for λⁿ n^k.
protocol ValuationSource {
  /// The least common denominator of the numbers at which factors of terms vanish; nil where they are not rational.
  var denominators: Int? { get }
  /// Numbers at whose primes valuations follow patterns of their own.
  var exceptional: [Integer] { get }
  /// How many multiples of log_ℓ n valuations may stray.
  var room: Double { get }

  /// 2(v_ℓ(N(n)) − v_ℓ(g(n))) for n = 1, …, `last`.
  mutating func twice(through last: Int, at prime: Int) -> [Int]

  /// The same at rising depths.
  mutating func twice(at depths: [Int], _ prime: Int) -> [Int]

  /// What has to be taken away from the slope of the valuations at a prime for that of N(n).
  func leading(at prime: Int) -> Rational
}

/// The convergents of a continued fraction, with √∏|b| for N(n), of which g(n) takes away almost all: |q(n)| is in proportion
/// to N(n)·(λ/√|B|)ⁿ with λ the larger characteristic root.
struct FractionValuations: ValuationSource {
  private let fraction: ContinuedFraction
  private var pairs: [(p: Integer, q: Integer)] = []

  init(_ fraction: ContinuedFraction) { self.fraction = fraction }

  var room: Double { 3 * Double(max(2 * fraction.a.degree, fraction.b.degree)) }

  var exceptional: [Integer] {
    let (top, bottom) = (fraction.a.leading, fraction.b.leading)
    return [top, bottom, top * top + 4 * bottom]
  }

  var denominators: Int? { fraction.b.denominatorOfRoots }

  func leading(at prime: Int) -> Rational { Rational(Integer(fraction.b.leading.valuation(at: prime)), 2) }

  mutating func twice(through last: Int, at prime: Int) -> [Int] {
    extend(to: last)
    var product = 0
    return (1...last).map { n in
      product += fraction.b.value(at: n).valuation(at: prime)
      return product - 2 * commonValuation(at: n, prime)
    }
  }

  mutating func twice(at depths: [Int], _ prime: Int) -> [Int] {
    var convergents = ExactConvergents(fraction)
    var (product, next) = (0, 1)
    return depths.map { depth in
      while next <= depth {
        product += fraction.b.value(at: next).valuation(at: prime)
        next += 1
      }
      return product - 2 * convergents.valuation(at: prime, depth: depth)
    }
  }

  private func commonValuation(at n: Int, _ prime: Int) -> Int {
    let (p, q) = pairs[n]
    if q.isZero { return p.valuation(at: prime) }
    return p.isZero ? q.valuation(at: prime) : min(p.valuation(at: prime), q.valuation(at: prime))
  }

  private mutating func extend(to depth: Int) {
    if pairs.isEmpty { pairs = [(fraction.a[0], 1)] }
    var before: (p: Integer, q: Integer) = pairs.count > 1 ? pairs[pairs.count - 2] : (1, 0)
    while pairs.count <= depth {
      let (n, now) = (pairs.count, pairs[pairs.count - 1])
      let (a, b) = (fraction.a.value(at: n), fraction.b.value(at: n))
      pairs.append((a * now.p + b * before.p, a * now.q + b * before.q))
      before = now
    }
  }
}

extension Polynomial {
  /// The least common denominator of the roots; nil unless all are rational.
  var denominatorOfRoots: Int? {
    var common = Integer(1)
    for (factor, _) in irreducibleFactors where factor.degree > 0 {
      guard factor.degree == 1 else { return nil }
      let divisor = factor.leading.magnitude
      common = common.dividedExactly(by: common.gcd(divisor)) * divisor
    }
    return common.word
  }
}
