internal import WallisArithmetic

/// Σ t(k)h(k)/t(N) over k ≥ N for terms like k^(−s) or (−1)^k k^(−s) and products h of harmonic numbers, as a series of
/// inverse factorials with a proved bound.
///
/// With r(k) = t(k+1)/t(k) = p/q and h = 1, G(k) = Σ_{j≥k} t(j)/t(k) obeys q(k)G(k) − p(k)G(k+1) = q(k). In the basis
/// φ_j(k) = Γ(k)/Γ(k+j) both the multiplication by k and the shift of k touch neighbours only:
/// kφ_j = φ_{j−1} − (j−1)φ_j and φ_j(k+1) = φ_j(k) − jφ_{j+1}(k), so that the coefficients g_j follow from each other
/// by a recurrence of fixed length. They are rounded as they come; what the rounded and finitely many g_j leave of the
/// equation is enclosed afterwards, and bounds the error whatever they are. With h = ∏ H_i^e_i the tail is
/// t(k) Σ G_f(k) ∏ H_i(k)^f_i over f ≤ e, and H_i(k+1) = H_i(k) + η_i(k) gives one such equation for each f.
///
/// - Complexity: O(m·d) operations for m coefficients and degree d of q; N and m are proportional to the bits.
struct FactorialTail {
  /// A harmonic number in the terms.
  struct Harmonic {
    /// H(k+1) − H(k), a rational function.
    let increment: RationalFunction
    /// Its exponent in h.
    let exponent: Int
  }

  private let place: Int
  private let isAlternating: Bool
  /// s − 1, or s where signs alternate, with r = ±(1 − s/k + …).
  private let surplus: Rational
  /// p and q, multiplied by the denominators of the increments.
  private let p: Polynomial
  private let q: Polynomial
  private let scale: Polynomial
  private let harmonics: [Harmonic]

  /// The tail from an index N on.
  ///
  /// - Parameters:
  ///   - ratio: p/q with the limit 1 and s > 1, or −1 and s > 0.
  ///   - least: a positive number that no H_i(k) with k ≥ N is below.
  /// - Returns: nil for other limits, and where N is too small for the bounds to be proved.
  init?(
    ratio: RationalFunction, from place: Int, harmonics: [Harmonic] = [], atLeast least: Rational = 1
  ) {
    func second(_ p: Polynomial) -> Rational { p.degree > 0 ? Rational(p[p.degree - 1], p.leading) : 0 }
    guard ratio.growth == 0, ratio.leading.magnitude == 1 else { return nil }
    (self.place, self.harmonics, isAlternating) = (place, harmonics, ratio.leading.signum < 0)
    let decay = second(ratio.denominator) - second(ratio.numerator)
    surplus = isAlternating ? decay : decay - 1
    scale = harmonics.reduce(Polynomial(constant: 1)) { $0 * $1.increment.denominator.power($1.exponent) }
    (p, q) = (ratio.numerator * scale, ratio.denominator * scale)
    guard surplus > 0, place > 2 * q.degree + 8, isBounded(least) else { return nil }
  }

  private var degree: Int { q.degree }

  /// Whether the inequalities hold from N on by which the error is bounded: 2q ≥ lc(q)(k−1)…(k−d), and with W the
  /// product of as many harmonic numbers, the largest, V(k) − V(k+1) ≥ |t(k)|W(k) for V = Ak|t(k)|W(k), or
  /// V(k) − V(k+1) ≥ |t(k)|W(k)/(k−d) for V = A|t(k)|W(k), A = 4/surplus. W(k+1)/W(k) ≤ (1 + 1/(kX))^w where no
  /// harmonic number is below X.
  private func isBounded(_ least: Rational) -> Bool {
    let positive = isAlternating ? -p : p
    let (k, from) = (Polynomial.variable, Integer(place))
    func holds(_ polynomial: Polynomial) -> Bool { polynomial.isNonNegative(from: from) }
    let falling = (0..<degree).reduce(Polynomial(constant: q.leading)) { $0 * Polynomial([-($1 + 1), 1]) }
    let weight = harmonics.map(\.exponent).reduce(0, +)
    let here = Polynomial([0, least.numerator]).power(weight)
    let next = Polynomial([least.denominator, least.numerator]).power(weight)
    let drop =
      isAlternating
      ? (q * here - positive * next) * Polynomial([-degree, 1])
      : k * q * here - Polynomial([1, 1]) * positive * next
    return holds(positive) && holds(q) && holds(2 * q - falling)
      && holds((4 * surplus.denominator) * drop - surplus.numerator * (q * here))
  }

  /// The sum over t(N), to about so many bits; nil where they are not reached.
  ///
  /// - Parameters:
  ///   - values: the harmonic numbers at N.
  ///   - largest: the product of as many of the largest of them.
  func enclosure(bits: Int, values: [Ball] = [], largest: Ball? = nil) -> Ball? {
    let working = bits + 64
    var (sum, error) = (Ball(0, bits: working), Ball(0, bits: 64))
    var solved: [[Int]: TailCoefficients.Sequence] = [:]
    for exponents in monomials {
      var system = TailCoefficients(
        p: p, q: q, isAlternating: isAlternating, bits: working,
        isTarget: exponents == harmonics.map(\.exponent), sources: sources(of: exponents, solved))
      guard let part = system.solve(at: place, bits: bits) else { return nil }
      let weight = zip(values, exponents).reduce(Ball(1, bits: working)) { $0 * $1.0.power($1.1) }
      sum = sum + part.value * weight
      error = error + part.error
      solved[exponents] = system.shifted
    }
    let bound =
      error * Ball(8 / surplus, bits: 64) / Ball(q.leading, bits: 64) * (isAlternating ? 1 : place)
      * (largest ?? Ball(1, bits: 64))
    return sum.widened(by: bound)
  }

  /// All f ≤ e, each behind those above it.
  private var monomials: [[Int]] {
    harmonics.reduce([[]]) { all, harmonic in
      all.flatMap { start in (0...harmonic.exponent).reversed().map { start + [$0] } }
    }
  }

  /// ∏ binom(f_i, g_i) η_i^(f_i − g_i)·p for every f above g, with G_f(k+1).
  private func sources(
    of g: [Int], _ solved: [[Int]: TailCoefficients.Sequence]
  ) -> [TailCoefficients.Source] {
    monomials.filter { f in f != g && zip(f, g).allSatisfy { $0 >= $1 } }.compactMap { f in
      guard let sequence = solved[f] else { return nil }
      var factor = RationalFunction(p)
      for (harmonic, (upper, lower)) in zip(harmonics, zip(f, g)) {
        let steps = upper - lower
        factor =
          factor * RationalFunction(Rational(FactorialTail.binomial(upper, lower)))
          * RationalFunction(
            harmonic.increment.numerator.power(steps), harmonic.increment.denominator.power(steps))
      }
      return TailCoefficients.Source(
        polynomial: factor.numerator.dividedExactly(by: factor.denominator[0]), sequence: sequence)
    }
  }

  private static func binomial(_ n: Int, _ k: Int) -> Integer {
    (0..<k).reduce(1) { ($0 * Integer(n - $1)).dividedExactly(by: Integer($1 + 1)) }
  }
}
