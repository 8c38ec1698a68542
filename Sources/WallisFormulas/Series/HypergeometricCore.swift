public import WallisArithmetic

/// t(k) = z^k ∏ (α)_k / (∏ (β)_k D(k)), k ≥ 0: what all series Σ R(k)t(k) with polynomials R have in common.
///
/// All α and β are in (0, 1] and no number is among both, so that two cores with D = 1 never differ by a rational
/// function of k. The sums S(j) = Σ k^j t(k) determine those of all R.
public struct HypergeometricCore: Sendable, Hashable {
  /// z.
  public let base: Rational
  /// D.
  public let divisor: Polynomial
  private let symbols: [Rational: Int]

  /// The core of a fraction z ≠ 0, parameters of the symbols above and below, and D ≠ 0; nil where a number is among
  /// both.
  /// - Precondition: all parameters are in (0, 1].
  public init?(
    base: Rational, above: [Rational], below: [Rational], divisor: Polynomial = Polynomial(constant: 1)
  ) {
    precondition(
      (above + below).allSatisfy { $0 > 0 && $0 <= 1 } && !base.isZero && !divisor.isZero,
      "parameters in (0, 1], and neither z nor D is 0")
    guard Set(above).isDisjoint(with: below) else { return nil }
    (self.base, self.divisor) = (base, divisor)
    symbols = above.reduce(into: below.reduce(into: [:]) { $0[$1, default: 0] -= 1 }) {
      $0[$1, default: 0] += 1
    }
  }

  /// Degrees of R with which something can be found.
  public enum Degrees: Sendable, Hashable {
    /// Sums with R of larger degree diverge, or are those of smaller degree plus a fraction.
    case upTo(Int)
    /// Every sum that converges is a fraction: its terms telescope.
    case fractions
    /// No sum converges, for this reason.
    case diverges(Divergence)
    /// D is 0 at this index.
    case infinite(at: Integer)
  }

  /// The degrees with which something can be found, up to one.
  ///
  /// With t(k+1)/t(k) = p(k)/q(k) in lowest terms, g(k)q(k − 1)t(k) has the differences T(k)t(k), T(k) = p(k)g(k+1) −
  /// q(k − 1)g(k), which add up to a fraction where Σ T(k)t(k) converges. For g = 1, k, k², … the degrees of T are those
  /// from m = max(deg p, deg q) on, or from m − 1 on where z = 1 makes leading terms cancel: sums of these degrees are
  /// combinations of those of smaller degrees and of a fraction.
  public func degrees(upTo most: Int) -> Degrees {
    if let pole = divisor.integerRoots.first(where: { $0.signum >= 0 }) { return .infinite(at: pole) }
    if let reason = divergence(ofDegree: 0) { return .diverges(reason) }
    let last = min(most, telescopingDegree - 1)
    guard last >= 0 else { return .fractions }
    return .upTo((0...last).last { divergence(ofDegree: $0) == nil } ?? 0)
  }

  /// Why Σ k^j t(k) diverges; nil where it converges.
  private func divergence(ofDegree j: Int) -> Divergence? {
    switch part(Polynomial.variable.power(j)).decay(Ball(1, bits: 64)) {
    case .factorial, .geometric, .power, .alternating: nil
    case .slow: .slowTerms
    case .none, .open: .lastingTerms
    }
  }

  /// The degree from which on sums telescope to smaller degrees.
  private var telescopingDegree: Int {
    let ratio = part(Polynomial(constant: 1)).ratio
    let (p, q) = (ratio.numerator, ratio.denominator.shifted(by: -1))
    let m = max(p.degree, q.degree)
    guard p.degree == q.degree, p.leading == q.leading else { return m }
    // T for g = k^e begins with (d + e·leading)k^(m − 1 + e).
    let d = Rational(p[m - 1] - q[m - 1], p.leading)
    return d.isInteger && d.signum <= 0 ? m : m - 1
  }

  /// The terms with a polynomial R.
  func part(_ polynomial: Polynomial) -> SeriesPart {
    SeriesPart(
      factor: RationalFunction(polynomial, divisor), core: TermCore(base: base, symbols: symbols))
  }

  /// Σ R(k)t(k); nil for R = 0, where a term is infinite, and where R has a factor in common with D: the series is then
  /// one of another D.
  public func series(times polynomial: Polynomial) -> Series? {
    guard !polynomial.isZero, polynomial.gcd(divisor).degree <= 0 else { return nil }
    return Series(part(polynomial), from: 0)
  }

  /// S(0), …, S(degree), enclosed to about so many digits.
  ///
  /// - Throws: `ResourceLimit` for too many terms, and what stands in the way of a bound on the rest.
  public func sums(upTo degree: Int, digits: Int) throws -> [Ball] {
    let context = ExpressionValue(limits: EvaluationLimits(), bits: Digits.bits(digits) + 40)
    return try (0...degree).map { j in
      let terms = part(Polynomial.variable.power(j))
      return try SeriesSum(
        terms: SeriesTerms(terms.factor, terms.core), start: 0, range: 0..<0, context: context
      ).value()
    }
  }
}

extension Series {
  /// The sum to about so many digits, by binary splitting of all of its terms together.
  public func enclosure(digits: Int) -> Ball? { try? expression.evaluate(digits: digits).enclosure }
}
