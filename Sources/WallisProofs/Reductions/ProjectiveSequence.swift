internal import WallisArithmetic
internal import WallisFormulas

/// Points x(n) of the projective line, n from `first` on: the ratios of two solutions of a recurrence of order 2.
///
/// The recurrence is known up to factors of its solutions from the cross ratios of four consecutive points:
/// x(n) = a(n)x(n−1) + b(n)x(n−2) has b(n)/(a(n)a(n−1)) = −[n, n−1][n−2, n−3]/([n, n−2][n−1, n−3]).
struct ProjectiveSequence {
  private let first: Int
  /// Coordinates of each point, not both 0.
  private let points: [[Rational]]

  init(from first: Int, _ points: [[Rational]]) { (self.first, self.points) = (first, points) }

  private func bracket(_ i: Int, _ j: Int) -> Rational {
    points[i][0] * points[j][1] - points[i][1] * points[j][0]
  }

  /// b(n)/(a(n)a(n−1)) as a rational function of n, found from the values; nil where none of low degree fits.
  var law: RationalFunction? {
    guard points.count > 4 else { return nil }
    let values = (3..<points.count).map { i -> Rational? in
      let bottom = bracket(i, i - 2) * bracket(i - 1, i - 3)
      let top = bracket(i, i - 1) * bracket(i - 2, i - 3)
      return bottom.isZero || top.isZero ? nil : -top / bottom
    }
    let start = (values.lastIndex { $0 == nil } ?? -1) + 1
    guard let law = RationalLaw(shortestFor: values[start...].compactMap(\.self)) else { return nil }
    return law.function.shifted(by: Integer(-(first + 3 + start)))
  }

  /// The least s from which the tail of the fraction with this law has neither a zero nor a pole.
  static func start(of law: RationalFunction, from least: Int) -> Int? {
    let last = (law.numerator.integerRoots + law.denominator.integerRoots.map { $0 + 1 }).max()
    return max(Integer(least), last ?? Integer(least)).word
  }

  /// The simplest fraction with this law at n = s + k as a function of k.
  static func fraction(of law: RationalFunction, from s: Int) -> ContinuedFraction {
    let moved = law.shifted(by: Integer(s))
    return CanonicalForm(
      ContinuedFraction(
        a: moved.denominator, b: moved.numerator * moved.denominator.shifted(by: -1))
    ).fraction
  }

  /// Multiples of the points from index s − 1 on that obey x(k) = a(k)x(k−1) + b(k)x(k−2) for k = n − s ≥ 1; nil where
  /// two of the first three points are the same.
  func solution(of fraction: ContinuedFraction, from s: Int) -> [[Rational]]? {
    let place = s - first
    guard place >= 1, place + 1 < points.count else { return nil }
    let (before, here, next) = (points[place - 1], points[place], points[place + 1])
    let size = bracket(place, place - 1)
    let (a, b) = (Rational(fraction.a.value(at: 1)), Rational(fraction.b.value(at: 1)))
    guard !size.isZero, !a.isZero, !b.isZero else { return nil }
    // next = αhere + βbefore
    let alpha = (next[0] * before[1] - next[1] * before[0]) / size
    let beta = (here[0] * next[1] - here[1] * next[0]) / size
    var all = [before.map { $0 * beta / b }, here.map { $0 * alpha / a }]
    for k in 1..<(points.count - place) {
      let (a, b) = (Rational(fraction.a.value(at: k)), Rational(fraction.b.value(at: k)))
      all.append(zip(all[k], all[k - 1]).map { a * $0 + b * $1 })
    }
    return all
  }
}
