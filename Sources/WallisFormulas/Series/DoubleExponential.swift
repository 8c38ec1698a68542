internal import WallisArithmetic

/// Σ f(x(t))x'(t) over evenly spaced t, with x(t) as tanh-sinh, exp-sinh or sinh-sinh by the kind of interval.
///
/// - Reference: Takahasi, Mori (1974), Double exponential formulas for numerical integration, Publ. RIMS 9, 721–741.
struct DoubleExponential {
  /// The kinds of intervals.
  private enum Interval {
    case finite(Ball, Ball)
    case above(Ball)
    case below(Ball)
    case line
  }

  private let interval: Interval
  private let bits: Int
  /// Bits to which a term counts.
  private let wanted: Int

  /// - Parameters:
  ///   - lower: the lower bound; nil for −∞.
  ///   - upper: the upper bound; nil for ∞.
  init(from lower: Ball?, to upper: Ball?, bits: Int, wanted: Int) {
    (self.bits, self.wanted) = (bits, wanted)
    interval =
      switch (lower, upper) {
      case (let a?, let b?): .finite(a, b)
      case (let a?, nil): .above(a)
      case (nil, let b?): .below(b)
      case (nil, nil): .line
      }
  }

  /// Halvings of the width 1/2 that are tried.
  static let levels = 1...12
  private static let furthest = 14

  /// The width of the t of a level.
  func width(_ level: Int) -> Rational { Rational(1, Integer(1).shifted(left: level + 1)) }

  /// The sum over the t that a level adds to those before, without the width; nil where terms do not become small.
  func sum(level: Int, _ f: (Ball) -> Ball) -> Ball? {
    var total = level == 0 ? term(Rational(0), f) : Ball(0, bits: bits)
    let (step, width) = (level == 0 ? 1 : 2, width(level))
    for sign in [1, -1] {
      var (place, small) = (1, 0)
      while small < 4 {
        let t = Rational(Integer(sign * place)) * width
        guard t.magnitude < Rational(Integer(DoubleExponential.furthest)) else { return nil }
        let next = term(t, f)
        guard next.isFinite else { return nil }
        total = total + next
        let size = total.magnitudeExponent ?? 0
        small = next.magnitudeExponent.map { $0 < min(0, size) - wanted - 16 } ?? true ? small + 1 : 0
        place += step
      }
    }
    return total
  }

  private func term(_ t: Rational, _ f: (Ball) -> Ball) -> Ball {
    let t = Ball(t, bits: bits)
    let half = Ball(.pi, bits: bits) / 2
    let (u, slope) = (half * t.sinh, half * t.cosh)
    switch interval {
    case .finite(let a, let b):
      // e/(1 + e) is the share of the interval between x and the nearer end.
      let e = (-(u.magnitude * 2)).exp
      let share = e / (e + 1)
      let x = t.isNegative ? a + (b - a) * share : b - (b - a) * share
      return f(x) * (b - a) * slope * 2 * e / ((e + 1) * (e + 1))
    case .above(let a): return f(a + u.exp) * u.exp * slope
    case .below(let b): return f(b - u.exp) * u.exp * slope
    case .line: return f(u.sinh) * u.cosh * slope
    }
  }
}
