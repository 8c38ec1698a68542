internal import WallisArithmetic

/// Limits that are roots of quadratic equations: (x + sign·√radicand) with x and the radicand rational.
///
/// - Constant a and b: V = (A + sign(A)√(A² + 4B))/2.
/// - Degrees (1, 2) with a double root where n²Δ(n) is bounded: the tail is c_0 n + d exactly, and
///   V = d = ((a_0 − c_0) + sign(A)√((a_0 − c_0)² + 4b_0))/2 with c_0 = A/2.
///
/// - Reference: Shalyt et al. (2024), family of algebraic roots; the tail by substitution.
struct QuadraticLimit {
  private let rationalPart: Rational
  private let sign: Int
  private let radicand: Rational

  /// The limit in this form; nil for other fractions.
  init?(_ fraction: ContinuedFraction, classification: Classification) {
    let (a, b) = (fraction.a, fraction.b)
    switch classification.kind {
    case .constant: self.init(shift: Rational(a[0]), constant: Rational(b[0]), sign: a.leading.signum)
    case .doubleRootSecondOrder, .doubleRootFlat:
      guard a.degree == 1 else { return nil }
      let shift = Rational(a[0]) - Rational(a[1], 2)
      self.init(shift: shift, constant: Rational(b[0]), sign: a.leading.signum)
    default: return nil
    }
  }

  private init(shift: Rational, constant: Rational, sign: Int) {
    rationalPart = shift / 2
    radicand = (shift * shift + Rational(4) * constant) / 4
    self.sign = sign
  }

  /// The limit when it is rational.
  var rational: Rational? {
    radicand.squareRoot.map { sign < 0 ? rationalPart - $0 : rationalPart + $0 }
  }

  /// The limit when it is irrational, in its canonical form: √(u/v) = √(uv)/v.
  var number: QuadraticNumber? {
    let (u, v) = (radicand.numerator, radicand.denominator)
    let top = rationalPart.numerator * v
    let slope = rationalPart.denominator * Integer(sign)
    return QuadraticNumber(p: top, q: slope, d: u * v, r: rationalPart.denominator * v)
  }

  /// The limit enclosed at a precision.
  func ball(bits: Int) -> Ball {
    let root = Ball(radicand, bits: bits).squareRoot
    return Ball(rationalPart, bits: bits) + (sign < 0 ? -root : root)
  }
}
