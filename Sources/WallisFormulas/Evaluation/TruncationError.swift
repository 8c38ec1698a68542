internal import WallisArithmetic

/// What the truncation of a `FixedPointPair` may have moved its tail P/Q by, to first order, in units of the last place.
///
/// A step T(n−1) = a(n−1) + b(n)/T(n) multiplies an error by |b(n)|/T(n)², and its own truncation adds at most one unit
/// to P and to Q. Errors grow where a tail stays beside the solution that repels it; then they are not bounded by the
/// number of steps.
struct TruncationError<let limbs: Int> {
  private var error: Double
  private var tail: Double

  /// The error of a tail that was carried through certified steps only: one unit for each shift, with room for four.
  init(_ pair: FixedPointPair<limbs>) {
    let (p, q) = pair.approximations
    tail = p / q
    error = 4 * Double(pair.shifts + 1) * (1 + tail.magnitude) / q.magnitude
  }

  /// Follows one step of the pair with the partial numerator b.
  mutating func follow(_ pair: FixedPointPair<limbs>, b: Int) {
    let (p, q) = pair.approximations
    // First order only while the error is far below the tail that it is divided by.
    if error > 0x1p44 * tail.magnitude { error = .infinity }
    error *= Double(b).magnitude / (tail * tail)
    tail = p / q
    error += 2 * (1 + tail.magnitude) / q.magnitude
  }

  /// Whether the error stays within the margin of `FixedPointPair.digits`, with room for four.
  var isWithinMargin: Bool { error < 0x1p19 }
}
