internal import WallisArithmetic

extension SignedFraction {
  /// Kinds of numbers by the pattern of their denominators.
  public enum Kind: String, Sendable, Hashable {
    /// The denominators repeat: a quadratic irrational (Lagrange).
    case periodic
    /// One arithmetic progression: a quotient of Bessel functions (Lehmer).
    case lehmer = "Lehmer"
    /// Interlaced polynomials (Hurwitz).
    case hurwitz = "Hurwitz"
    /// Interlaced channels with powers (Tasoev).
    case tasoev = "Tasoev"
    /// A recurrence without channels.
    case recurrent
  }

  /// The kind of number.
  public var kind: Kind {
    guard connection == nil else { return .recurrent }
    let terms = channels.flatMap(\.terms)
    if terms.contains(where: { $0.base != 1 }) { return .tasoev }
    if terms.allSatisfy({ $0.coefficients.count == 1 }) { return .periodic }
    return progression == nil ? .hurwitz : .lehmer
  }

  /// The value in closed form where the denominators are, after the preperiod, an arithmetic progression and all signs
  /// alike: A + 1/(A+D + 1/(A+2D + …)) = I_{A/D−1}(2/D)/I_{A/D}(2/D), with minus signs J in place of I.
  ///
  /// - Reference: Lehmer, "Continued fractions containing arithmetic progressions", Scripta Math. 29 (1973), 17–24.
  public var besselQuotient: String? {
    guard let (first, step) = progression else { return nil }
    let isMinus = signs.isNegative(below: 0)
    let (order, argument) = (Rational(first, step), Rational(2, step))
    let name = isMinus ? "besselj" : "besseli"
    let tail =
      order == Rational(1, 2)
      ? (isMinus ? "cot(\(argument))" : "coth(\(argument))")
      : "\(name)(\(order - 1),\(argument))/\(name)(\(order),\(argument))"
    return preperiod.reversed().reduce(tail) { text, a in
      let fraction = (isMinus ? "-" : "+") + "1/(\(text))"
      return a.isZero ? (isMinus ? fraction : "1/(\(text))") : "\(a)\(fraction)"
    }
  }

  /// A and D > 0 of the only channel A + Dm, all signs alike.
  private var progression: (first: Integer, step: Integer)? {
    guard signs.primitive.count == 1, channels.count == 1, let polynomial = channels[0].polynomial,
      polynomial.degree == 1, polynomial[1] > 0
    else { return nil }
    return (polynomial[0], polynomial[1])
  }
}
