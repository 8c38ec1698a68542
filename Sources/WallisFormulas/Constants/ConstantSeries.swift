internal import WallisArithmetic

/// Sum of a series with rational terms, t(k) = t(k−1) · ratio(k), enclosed at `bits`.
///
/// The tail is bounded by twice the first term left out.
/// - Precondition: |ratio(k)| ≤ ½ from k = 4 on.
func rationalSeries(
  first: Rational = 1, bits: Int, ratio: (_ k: Int) -> (top: Int, bottom: Int)
) -> Ball {
  var term = Ball(first, bits: bits)
  var sum = term
  var k = 0
  repeat {
    k += 1
    let step = ratio(k)
    term = term * step.top / step.bottom
    sum = sum + term
  } while k < 4 || (term.magnitudeExponent ?? -bits) > -bits
  return sum.widened(by: term.magnitude * 2)
}

/// The quadratic Gauss sum Σ cos(2πk²/p) over a full period: √p for a prime p ≡ 1 modulo 4.
func gaussSum(_ p: Int, bits: Int) -> Ball {
  let turn = Ball(.pi, bits: bits) * 2 / p
  return (0..<p).map { (turn * ($0 * $0 % p)).cos }.reduce(Ball(0, bits: bits), +)
}

/// The Hurwitz zeta function ζ(s, p/q).
func hurwitz(_ s: Int, _ p: Int, _ q: Int, bits: Int) -> Ball {
  Ball(s, bits: bits).hurwitzZeta(Ball(Rational(Integer(p), Integer(q)), bits: bits))
}
