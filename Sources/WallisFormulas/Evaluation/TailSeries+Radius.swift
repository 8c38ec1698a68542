internal import WallisArithmetic

extension TailSeries {
  /// A proved bound of |T(N) − S(N)| for the series S with exact coefficients, truncated after `terms` terms; nil where
  /// the proof does not succeed: N too small for the coefficients, or too few terms.
  ///
  /// Let F(n) = S(n)S(n+1) − a(n)S(n+1) − b(n+1), with n^(−2g)F(n) = Σ E_k n^(−k/p). The orders below k₀ vanish because
  /// S solves them, so |F(n)| ≤ D n^(2g − k₀/p) for n ≥ N, where D adds moduli at N. Let S(n+1) ≥ σ n^g and
  /// |b(n+1)| ≤ S(n+1)²(1 + m/n), from the same expansions, and κ = k₀/p − 1, τ = κ − g. If τ > m, τ ≥ 1, N ≥ τ and
  /// G = 4D/(σ(τ − m)) satisfies 4N·G N^(−κ)/σ ≤ τ − m, then the discs |t − S(n)| ≤ G n^(g − κ) are mapped into each
  /// other by t ↦ a(n) + b(n+1)/t for all n ≥ N. They hold a sequence of tails, and since they shrink on the dominant
  /// formal solution, it is the one that gives the value (Pincherle).
  ///
  /// - Precondition: `terms` is at most the number of coefficients, and a has a positive leading coefficient.
  /// - Complexity: O(`terms`²) ball operations at 64 bits.
  borrowing func radius(at start: Int, terms: Int) -> Ball? {
    guard terms > growth + 2 * denominator, terms <= coefficients.count else { return nil }
    let expansion = NextTailExpansion(self, terms: terms, at: start)
    let solved = isDouble ? terms + 1 : terms
    let excess = Ball(Rational(Integer(solved - denominator - growth), Integer(denominator)), bits: 64)
    guard let smallest = expansion.lowerBound, let slope = expansion.slope(smallest),
      (excess - slope).isPositive, !(excess - 1).isNegative, (Ball(start, bits: 64) - excess).isPositive
    else { return nil }
    let residual = expansion.residual(from: solved)
    let scale = residual * 4 / (smallest * (excess - slope))
    let disc = scale * expansion.step.power(solved - denominator) / smallest
    guard scale.isFinite, (excess - slope - disc * start * 4).isPositive else { return nil }
    return scale * expansion.step.power(solved - denominator - growth)
  }
}

/// T(n+1) n^(−g) = Σ t_k w^k + R, w = n^(−1/p), with a bound of R for all n ≥ N: what the residual of a truncated tail
/// series is made of.
private struct NextTailExpansion: ~Copyable {
  /// N^(−1/p), the largest w.
  let step: Ball
  private let terms: Int
  private var series: BallVector
  private var next: BallVector
  private let a: [(order: Int, value: Ball)]
  private let b: [(order: Int, value: Ball)]
  private let length: Int
  private let denominator: Int
  /// |R| at the largest w.
  private let remainder: Ball
  /// w^k at the largest w.
  private let powers: [Ball]

  init(_ tail: borrowing TailSeries, terms: Int, at start: Int) {
    let (p, growth) = (tail.denominator, tail.growth)
    let length = max(2 * terms, 2 * growth + 2)
    let base = Ball(start, bits: 64)
    let step = (p == 1 ? base : base.squareRoot).inverse
    var powers = [Ball(1, bits: 64)]
    for k in 1...(length + terms) { powers.append(powers[k - 1] * step) }
    var next = BallVector(count: length, bits: 64)
    var series = BallVector(count: terms, bits: 64)
    var left = Ball(0, bits: 64)
    for i in 0..<terms {
      var weight = tail.coefficients[i].rounded(toBits: 64)
      series[i] = weight
      var j = 0
      while i + p * j < length {
        next.add(weight, to: i + p * j)
        weight = weight * (growth - i - p * j) / (p * (j + 1))
        j += 1
      }
      left = left + weight.magnitude
    }
    (self.step, self.powers, self.terms, self.length) = (step, powers, terms, length)
    (denominator, remainder) = (p, left * powers[length])
    a = tail.a.coefficients.enumerated().map { (growth - p * $0, Ball($1, bits: 64)) }
    b = tail.b.coefficients.enumerated().map { (2 * growth - p * $0, Ball($1, bits: 64)) }
    self.series = series
    self.next = next
  }

  /// σ > 0 with T(n+1) ≥ σ n^g; nil where the first term does not dominate.
  var lowerBound: Ball? {
    var sum = series[0] - remainder
    for k in 1..<length { sum = sum - next[k].magnitude * powers[k] }
    return sum.isPositive ? sum : nil
  }

  /// m ≥ 0 with |b(n+1)| ≤ T(n+1)²(1 + m/n) for a lower bound of T; nil where the first orders do not allow one.
  func slope(_ smallest: Ball) -> Ball? {
    guard let above = slope(sign: 1), let below = slope(sign: -1) else { return nil }
    return above.union(below) / (smallest * smallest)
  }

  /// Σ of the negative parts of the orders of T(n+1)² − sign·b(n+1) from 1/n on.
  private func slope(sign: Int) -> Ball? {
    var sum = Ball(0, bits: 64)
    var absolute = remainder
    for k in 0..<length { absolute = absolute + next[k].magnitude * powers[k] * 2 }
    sum = sum + remainder * absolute * powers[0] / powers[denominator]
    for k in 1...(2 * length - 2) {
      var order = square(k)
      for entry in b where entry.order == k { order = sign > 0 ? order - entry.value : order + entry.value }
      guard !order.isPositive, !order.isExactZero else { continue }
      guard k >= denominator else { return nil }
      sum = sum + order.magnitude * step.power(k - denominator)
    }
    return sum
  }

  private func square(_ k: Int) -> Ball {
    next.convolution(with: next, total: k, over: max(0, k - length + 1)...min(k, length - 1))
  }

  /// D: Σ |E_k| w^(k − k₀) from the order k₀ on, at the largest w.
  func residual(from first: Int) -> Ball {
    var sum = Ball(0, bits: 64)
    for k in first...(length + terms - 2) {
      var order = series.convolution(
        with: next, total: k, over: max(0, k - length + 1)...min(k, terms - 1))
      for entry in a where (0..<length).contains(k - entry.order) {
        order = order - entry.value * next[k - entry.order]
      }
      for entry in b where entry.order == k { order = order - entry.value }
      sum = sum + order.magnitude * step.power(k - first)
    }
    var factors = Ball(0, bits: 64)
    for i in 0..<terms { factors = factors + series[i].magnitude * powers[i] }
    for entry in a { factors = factors + entry.value.magnitude * step.power(entry.order) }
    return sum + remainder * factors / step.power(first)
  }
}
