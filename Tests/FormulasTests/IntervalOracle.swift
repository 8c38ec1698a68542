import WallisArithmetic

@testable import WallisFormulas

/// An enclosure of the limit of a fraction by backward recurrence of an interval, in integers of its own fixed point.
///
/// Where a(n)a(n+1) > 0 and a(n)a(n+1) + 4b(n+1) ≥ 0 for all n ≥ N, T(N) lies between a(N) and a(N) + 2b(N+1)/a(N+1)
/// (Worpitzky's parabola). It shares neither arithmetic, nor start, nor direction with the engine, and its width says
/// how much of the limit is known: plain convergents that agree with one another say nothing.
struct IntervalOracle {
  /// Bits after the point.
  private static let scale = 6000

  let low: Integer
  let high: Integer

  /// Nil where the depth is not certified, or where the interval grows beyond all bounds on the way.
  init?(_ fraction: ContinuedFraction, depth: Int) {
    let (a, b) = (fraction.a, fraction.b)
    let neighbours = a * a.shifted(by: 1)
    let start = Integer(depth)
    guard neighbours.isNonNegative(from: start), neighbours.value(at: start).signum > 0,
      (neighbours + Integer(4) * b.shifted(by: 1)).isNonNegative(from: start)
    else { return nil }
    let one = Integer(1).shifted(left: IntervalOracle.scale)
    let ends = [
      a.value(at: depth) * one,
      a.value(at: depth) * one
        + (Integer(2) * b.value(at: depth + 1) * one).floorDivided(by: a.value(at: depth + 1)),
    ]
    var (low, high) = (ends.min() ?? 0, (ends.max() ?? 0) + 1)
    low = low - 1
    for n in stride(from: depth - 1, through: 0, by: -1) {
      guard low.signum == high.signum, low.signum != 0 else { return nil }
      let top = b.value(at: n + 1) * one * one
      let quotients = [top.floorDivided(by: low), top.floorDivided(by: high)]
      let shift = a.value(at: n) * one
      low = shift + (quotients.min() ?? 0)
      high = shift + (quotients.max() ?? 0) + 1
    }
    (self.low, self.high) = (low, high)
  }

  /// Whether the interval has a point in common with a decimal number and half a unit of its last digit.
  func admits(_ number: DecimalInput) -> Bool {
    let ten = Integer.powerOfTen(abs(number.exponent))
    let one = Integer(1).shifted(left: IntervalOracle.scale)
    func ends(_ twice: Integer) -> Integer {
      number.exponent < 0
        ? (twice * one).floorDivided(by: 2 * ten) : (twice * one * ten).floorDivided(by: 2)
    }
    let (below, above) = (ends(2 * number.significand - 1), ends(2 * number.significand + 1) + 1)
    return low <= above && below <= high
  }

  /// Whether 0 lies in the interval.
  var admitsZero: Bool { low.signum <= 0 && high.signum >= 0 }
}
