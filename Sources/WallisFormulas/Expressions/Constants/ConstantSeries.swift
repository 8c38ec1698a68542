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

/// Σ x^k/k!, after halving x until it is below 2^(−16).
func exponentialSeries(_ x: Ball) -> Ball {
  let halvings = 16 + max(0, x.magnitudeExponent ?? 0)
  let small = x.scaled(byPowerOfTwo: -halvings)
  var (term, sum) = (Ball(1, bits: x.bits + 2 * halvings), Ball(1, bits: x.bits + 2 * halvings))
  var k = 0
  repeat {
    k += 1
    term = term * small / k
    sum = sum + term
  } while (term.magnitudeExponent ?? -x.bits) > -x.bits - 2 * halvings
  sum = sum.widened(by: term.magnitude)
  for _ in 0..<halvings { sum = sum * sum }
  return sum
}

/// The simple zero of a function near a double, by Newton's method; the sign of the function at both ends of the
/// result proves that it contains a zero.
func enclosedRoot(near start: Double, bits: Int, _ f: (Ball) -> Ball, slope: (Ball) -> Ball) -> Ball {
  var x = midpoint(Ball(Integer(Int(start * 0x1p40)), bits: bits).scaled(byPowerOfTwo: -40), bits)
  var correct = 8
  while correct < 2 * bits {
    x = midpoint(x - f(x) / slope(x), bits)
    correct *= 2
  }
  var radius = Ball(1, bits: bits).scaled(byPowerOfTwo: 4 - bits)
  while true {
    let (left, right) = (f(x - radius), f(x + radius))
    if left.isNegative && right.isPositive || left.isPositive && right.isNegative {
      return x.widened(by: radius)
    }
    radius = radius * 4
  }
}

/// The nearest multiple of 2^(−bits), exactly.
private func midpoint(_ x: Ball, _ bits: Int) -> Ball {
  Ball(x.scaled(byPowerOfTwo: bits).nearestInteger, bits: bits + 64).scaled(byPowerOfTwo: -bits)
}
