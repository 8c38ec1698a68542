internal import WallisArithmetic

/// One rational function times one core: the terms R(k)·z^k ∏ (α)_k^e … of a series, k ≥ 0.
struct SeriesPart {
  /// R(k), not 0.
  let factor: RationalFunction
  /// The rest of the terms.
  let core: TermCore

  /// How fast terms fall.
  enum Decay: Equatable {
    /// Like 1/k!^j, j > 0.
    case factorial
    /// Like z^k with 0 < |z| < 1.
    case geometric
    /// Like k^(−s) (log k)^j, s > 1.
    case power(Rational)
    /// Like (−1)^k k^(−s) (log k)^j, s > 0.
    case alternating(Rational)
    /// The terms do not tend to 0.
    case none
    /// The terms tend to 0, and are of one sign and too large.
    case slow
    /// The modulus of an irrational z cannot be told from 1.
    case open
  }

  /// s, where the terms are like z^k k^(−s) up to logarithms.
  var exponent: Rational { -(Rational(Integer(factor.growth ?? 0)) + core.exponent) }

  /// The quotient of two terms that follow each other, without harmonic numbers and powers of irrational numbers.
  var ratio: RationalFunction { core.ratio * factor.shifted(by: 1) / factor }

  /// How fast the terms fall.
  ///
  /// - Parameter argument: encloses the product of the irrational x^e that are raised to the power k.
  func decay(_ argument: Ball) -> Decay {
    if core.growth != 0 { return core.growth < 0 ? .factorial : .none }
    let s = exponent
    guard !core.powers.isEmpty else {
      let size = core.base.magnitude
      guard size == 1 else { return size < 1 ? .geometric : .none }
      if core.base.signum < 0 { return s.signum > 0 ? .alternating(s) : .none }
      return s > 1 ? .power(s) : s.signum > 0 ? .slow : .none
    }
    let distance = (argument * Ball(core.base, bits: argument.bits)).magnitude - 1
    return distance.isNegative ? .geometric : distance.isPositive ? .none : .open
  }

  /// Speed of convergence; nil where there is none.
  static func speed(_ decay: Decay) -> ConvergenceClass? {
    switch decay {
    case .factorial: .factorial
    case .geometric: .exponential
    case .power, .alternating: .powerlaw
    case .none, .slow, .open: nil
    }
  }
}

extension RationalFunction {
  private static let furthestPlace = 1 << 40

  /// A place from which on the modulus is proved to be at most `bound` and the denominator to be positive and to
  /// increase; nil where there is none below 2⁴⁰.
  func place(from start: Int, staysWithin bound: Rational) -> Int? {
    let (p, q) = (numerator, denominator)
    let (scaled, limit) = (bound.denominator * p, bound.numerator * q)
    var (place, step) = (max(start, 1), 1)
    while place < RationalFunction.furthestPlace {
      let from = Integer(place)
      if q.value(at: from).signum > 0, q.isNonNegative(from: from),
        (limit - scaled).isNonNegative(from: from), (limit + scaled).isNonNegative(from: from)
      {
        return place
      }
      (place, step) = (place + step, 2 * step)
    }
    return nil
  }
}
