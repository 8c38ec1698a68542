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
    let disc = scale * expansion.step(solved - denominator) / smallest
    guard scale.isFinite, (excess - slope - disc * start * 4).isPositive else { return nil }
    return scale * expansion.step(solved - denominator - growth)
  }
}

/// T(n+1) n^(−g) = Σ t_k w^k + R, w = n^(−1/p), with a bound of R for all n ≥ N: what the residual of a truncated tail
/// series is made of.
private struct NextTailExpansion: ~Copyable {
  private let a: [(order: Int, value: Ball)]
  private let b: [(order: Int, value: Ball)]
  private let denominator: Int
  private let series: BallVector
  private let next: BallVector
  /// w^k at the largest w, N^(−1/p).
  private let powers: BallVector
  /// |R| at the largest w.
  private let remainder: Ball
  /// Σ |t_k| w^k over k ≥ 1 at the largest w.
  private let spread: Ball

  init(_ tail: borrowing TailSeries, terms: Int, at start: Int) {
    let (p, growth) = (tail.denominator, tail.growth)
    let length = max(2 * terms, 2 * growth + 2)
    let base = Ball(start, bits: 64)
    let powers = BallVector(powersOf: (p == 1 ? base : base.squareRoot).inverse, count: 2 * length)
    var series = BallVector(count: terms, bits: 64)
    var weights = BallVector(count: terms, bits: 64)
    var next = BallVector(count: length, bits: 64)
    for i in 0..<terms {
      series[i] = tail.coefficients[i]
      weights[i] = tail.coefficients[i]
      var j = 0
      while i + p * j < length {
        next.add(i, of: weights, to: i + p * j)
        weights.scale(i, by: growth - i - p * j, over: p * (j + 1))
        j += 1
      }
    }
    denominator = p
    remainder = weights.magnitudes.sum(from: 0, through: terms - 1, by: 1) * powers[length]
    spread = next.magnitudes.dot(1..<length, with: powers, from: 1)
    a = tail.a.coefficients.enumerated().map { (growth - p * $0, Ball($1, bits: 64)) }
    b = tail.b.coefficients.enumerated().map { (2 * growth - p * $0, Ball($1, bits: 64)) }
    self.series = series
    self.next = next
    self.powers = powers
  }

  /// N^(−k/p).
  func step(_ k: Int) -> Ball { powers[k] }

  /// σ > 0 with T(n+1) ≥ σ n^g; nil where the first term does not dominate.
  var lowerBound: Ball? {
    let bound = next[0] - remainder - spread
    return bound.isPositive ? bound : nil
  }

  /// m ≥ 0 with |b(n+1)| ≤ T(n+1)²(1 + m/n) for a lower bound of T; nil where the first orders do not allow one.
  func slope(_ smallest: Ball) -> Ball? {
    var square = BallVector(count: 2 * next.count - 1, bits: 64)
    for k in 1..<square.count { square[k] = product(next, order: k) }
    guard let above = shortfall(square, sign: -1), let below = shortfall(square, sign: 1) else { return nil }
    let largest = remainder + (next[0].magnitude + spread) * 2
    return (above.union(below) + remainder * largest / powers[denominator]) / (smallest * smallest)
  }

  /// Σ of the negative parts of the orders of (Σ t_k w^k)² + sign·b(n+1) from 1/n on; nil where an earlier one has one.
  private func shortfall(_ square: borrowing BallVector, sign: Int) -> Ball? {
    var orders = square.copy()
    for entry in b where entry.order > 0 { orders.add(entry.value * sign, to: entry.order) }
    let parts = orders.negativeParts
    for k in 1..<denominator where !parts[k].isExactZero { return nil }
    return parts.dot(denominator..<parts.count, with: powers, from: 0)
  }

  /// D: Σ |E_k| w^(k − k₀) from the order k₀ on, at the largest w.
  func residual(from first: Int) -> Ball {
    var orders = BallVector(count: next.count + series.count - 1, bits: 64)
    for k in first..<orders.count {
      orders[k] = product(series, order: k)
      for entry in a where (0..<next.count).contains(k - entry.order) {
        orders.add(k - entry.order, of: next, times: -entry.value, to: k)
      }
    }
    for entry in b where (first..<orders.count).contains(entry.order) {
      orders.add(-entry.value, to: entry.order)
    }
    var factors = series.magnitudes.dot(0..<series.count, with: powers, from: 0)
    for entry in a { factors = factors + entry.value.magnitude * powers[entry.order] }
    let sum = orders.magnitudes.dot(first..<orders.count, with: powers, from: 0)
    return sum + remainder * factors / powers[first]
  }

  /// Coefficient of w^k in the product of a vector with Σ t_k w^k.
  private func product(_ vector: borrowing BallVector, order k: Int) -> Ball {
    vector.convolution(with: next, total: k, over: max(0, k - next.count + 1)...min(k, vector.count - 1))
  }
}
