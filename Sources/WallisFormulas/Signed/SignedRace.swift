internal import WallisArithmetic

/// Correct decimal digits after 20, 40 and 80 terms beyond the first of a signed fraction, beside those of the simple continued fraction
/// of the same number.
public struct SignedRace: Sendable {
  /// Numbers of terms that are compared.
  public static let depths = [20, 40, 80]

  /// Digits of the signed fraction at the depths.
  public let own: [Double]
  /// Digits of the simple one.
  public let simple: [Double]

  /// Digits at 80 terms divided by those of the simple fraction; nil where one is missing.
  public var gain: Double? {
    guard let mine = own.last, let other = simple.last, own.count == simple.count, other > 0 else {
      return nil
    }
    return mine / other
  }

  /// The race of a fraction against the simple one.
  public init(_ fraction: SignedFraction) {
    let far = 400
    guard let limit = fraction.convergent(far), let near = fraction.convergent(far - 1) else {
      (own, simple) = ([], [])
      return
    }
    let quotients = ForcedQuotients(from: min(limit, near), to: max(limit, near)).integers
    own = SignedRace.depths.compactMap { fraction.convergent($0) }.map { SignedRace.digits($0, limit) }
    var (p, q): ((Integer, Integer), (Integer, Integer)) = ((1, 0), (0, 1))
    var digits: [Double] = []
    for (index, a) in quotients.prefix((SignedRace.depths.last ?? 0) + 1).enumerated() {
      p = (a * p.0 + p.1, p.0)
      q = (a * q.0 + q.1, q.0)
      if SignedRace.depths.contains(index) { digits.append(SignedRace.digits(Rational(p.0, q.0), limit)) }
    }
    simple = digits
  }

  /// −log10 |x − y|.
  private static func digits(_ x: Rational, _ y: Rational) -> Double {
    let difference = x - y
    guard difference.signum != 0 else { return 0 }
    let top = MutableInteger(difference.numerator)
    let bottom = MutableInteger(difference.denominator)
    return (bottom.logMagnitude - top.logMagnitude) / Digits.naturalLogOfTen
  }
}

extension SignedFraction {
  /// The recurrence that goes on behind the preperiod; nil where there are channels.
  var recurrence: LinearRecurrence? {
    connection.map { LinearRecurrence(connection: $0, initial: preperiod.map { Rational($0) }) }
  }

  /// The shortest recurrence of the denominators; nil where too few of them are integers.
  public var linearRecurrence: LinearRecurrence? {
    if let recurrence { return recurrence }
    let order = channels.reduce(0) { $0 + $1.terms.reduce(0) { $0 + $1.coefficients.count } }
    let terms = denominators(2 * (preperiod.count + order * channels.count) + 8)
    return LinearRecurrence(shortestFor: terms.map { Rational($0) }, surplus: 2)
  }

  /// Linear complexity of the denominators; nil where too few of them are integers.
  public var complexity: Int? { linearRecurrence?.complexity }
}
