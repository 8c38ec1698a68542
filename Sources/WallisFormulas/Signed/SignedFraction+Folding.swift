public import WallisArithmetic

/// A signed fraction as a polynomial continued fraction: every N-th convergent, N the common period.
public struct FoldedFraction: Sendable, Hashable {
  /// The polynomial fraction, deflated, a with a positive leading coefficient.
  public let fraction: ContinuedFraction
  /// The limit of `fraction` is (αx + β)/(γx + δ) with x the value of the signed fraction: α, β, γ, δ.
  public let image: [Integer]
}

extension SignedFraction {
  /// The polynomial continued fraction of every N-th convergent; nil where a channel is no integer polynomial.
  ///
  /// With (p_i, p_(i−1)) = (p_(i−1), p_(i−2)) · ((a_i, 1), (±1, 0)) a period multiplies by a matrix
  /// ((A, B), (C, D)) of polynomials in m and determinant Δ = ±1, so that u_m = p of every N-th convergent satisfies
  /// C(m) u_(m+2) = (A(m+1)C(m) + C(m+1)D(m)) u_(m+1) − Δ C(m+1) u_m; multiplying u by C(−1)C(0)… clears C.
  ///
  /// - Reference: Perron, Die Lehre von den Kettenbrüchen (1913), § 42 (contraction).
  public var folded: FoldedFraction? {
    let polynomials = channels.compactMap(\.polynomial)
    guard connection == nil, polynomials.count == channels.count else { return nil }
    let period = signs.count * channels.count / Int.greatestDivisor(signs.count, channels.count)
    for skipped in 0..<4 {
      let block = FoldedBlock(self, polynomials, period: period, start: preperiod.count + skipped * period)
      if let folded = block.folded(self) { return folded }
    }
    return nil
  }
}

/// The matrix of one period as polynomials in the number of the block.
private struct FoldedBlock {
  let start: Int
  let period: Int
  private var entries: [Polynomial]
  private var determinant = 1

  init(_ fraction: SignedFraction, _ channels: [Polynomial], period: Int, start: Int) {
    (self.start, self.period) = (start, period)
    entries = [Polynomial([1] as [Int]), .zero, .zero, Polynomial([1] as [Int])]
    for place in start..<start + period {
      let (block, j) = (place - fraction.preperiod.count).quotientAndRemainder(dividingBy: channels.count)
      let step = Integer(period / channels.count)
      let a = channels[j].scaled(by: step, plus: Integer(block))
      let isNegative = fraction.signs.isNegative(below: place + fraction.signs.count - 1)
      let e = entries
      func signed(_ x: Polynomial) -> Polynomial { isNegative ? -x : x }
      entries = [e[0] * a + signed(e[1]), e[0], e[2] * a + signed(e[3]), e[2]]
      determinant *= isNegative ? 1 : -1
    }
  }

  func folded(_ signed: SignedFraction) -> FoldedFraction? {
    let (a, c, d) = (entries[0], entries[2], entries[3])
    guard !c.isZero, !c.integerRoots.contains(where: { $0 >= -1 }) else { return nil }
    // n = m + 1: U(n+1) = a(n) U(n) + b(n) U(n−1).
    let before = c.shifted(by: -1)
    let partials = ContinuedFraction(
      a: a * before + c * d.shifted(by: -1), b: Integer(-determinant) * (c * c.shifted(by: -2)))
    let (p, q) = starts(signed)
    let (first, scale) = (partials.a[0], c.value(at: -1))
    func image(_ u: (Integer, Integer)) -> (Integer, Integer) {
      let next = scale * (a[0] * u.0 + c[0] * u.1)
      return (u.0, next - u.0 * first)
    }
    let (x, y) = (image(p), image(q))
    return FoldedFraction(partials, map: [-y.1, x.1, y.0, -x.0])
  }

  /// Numerators and denominators of the two convergents before the block.
  private func starts(_ signed: SignedFraction) -> (p: (Integer, Integer), q: (Integer, Integer)) {
    let first: Integer = signed.signs.isNegative(below: signed.signs.count - 1) ? -1 : 1
    var (p, q): ((Integer, Integer), (Integer, Integer)) = ((1, 0), (0, first))
    for (index, a) in signed.denominators(start).enumerated() {
      let isNegative = signed.signs.isNegative(below: index + signed.signs.count - 1)
      p = (a * p.0 + (isNegative ? -p.1 : p.1), p.0)
      q = (a * q.0 + (isNegative ? -q.1 : q.1), q.0)
    }
    return (p, q)
  }
}

extension FoldedFraction {
  /// The fraction in canonical form with the map of its limit; nil where it degenerates.
  fileprivate init?(_ partials: ContinuedFraction, map: [Integer]) {
    guard !partials.a.isZero, !partials.b.isZero else { return nil }
    let canonical = CanonicalForm(partials)
    var map = [map[0], map[1], map[2] * canonical.scale, map[3] * canonical.scale]
    let content = map.reduce(Integer(0)) { $0.gcd($1) }
    guard !content.isZero, map[0] * map[3] != map[1] * map[2] else { return nil }
    map = map.map { $0.dividedExactly(by: content) }
    fraction = canonical.fraction
    image = map
  }
}

extension Polynomial {
  /// P(step · n + shift) as a polynomial in n.
  fileprivate func scaled(by step: Integer, plus shift: Integer) -> Polynomial {
    Polynomial(shifted(by: shift).coefficients.enumerated().map { $1 * step.power($0) })
  }
}
