internal import WallisArithmetic

/// Σ R(k) ∏ p(j)/q(j), j from the first k to the one before, by halves: exact until one division at the end.
///
/// - Reference: Haible, Papanikolaou (1998), Fast multiprecision evaluation of series of rational numbers, ANTS-III.
struct SplitSum {
  /// R(k).
  let factor: RationalFunction
  /// p(k)/q(k), without zeros and poles at k ≥ 0.
  let ratio: RationalFunction
  /// The first index.
  let start: Int

  private struct Node {
    let p: Integer, q: Integer, b: Integer, t: Integer
  }

  /// The sum over `count` > 0 terms, and the product of p/q over them, as fractions over one denominator each.
  func value(count: Int) -> (sum: (Integer, Integer), product: (Integer, Integer)) {
    let node = node(start, start + count)
    return ((node.t, node.b * node.q), (node.p, node.q))
  }

  /// t = b q Σ R(k) ∏ p/q, the products up to k itself less its own factor.
  private func node(_ low: Int, _ high: Int) -> Node {
    guard high - low > 1 else {
      let (a, b) = (factor.numerator.value(at: low), factor.denominator.value(at: low))
      let (p, q) = (ratio.numerator.value(at: low), ratio.denominator.value(at: low))
      return Node(p: p, q: q, b: b, t: a * q)
    }
    let middle = (low + high) / 2
    let (left, right) = (node(low, middle), node(middle, high))
    return Node(
      p: left.p * right.p, q: left.q * right.q, b: left.b * right.b,
      t: right.b * right.q * left.t + left.b * left.p * right.t)
  }
}
