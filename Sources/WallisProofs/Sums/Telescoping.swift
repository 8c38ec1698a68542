public import WallisArithmetic

/// R(k)τ(k) = Σ c·φ(k)τ(k) + G(k+1)τ(k+1) − G(k)τ(k): a term as a combination of others and a difference.
public struct Telescoping: Sendable, Hashable {
  /// The coefficients c, one for each φ.
  public let coefficients: [Rational]
  /// G.
  public let remainder: RationalFunction

  /// The identity as found by whoever states it; `holds` decides.
  public init(coefficients: [Rational], remainder: RationalFunction) {
    (self.coefficients, self.remainder) = (coefficients, remainder)
  }

  /// Whether the identity of rational functions holds for these R, τ(k+1)/τ(k) and φ.
  public func holds(for factor: RationalFunction, ratio: RationalFunction, basis: [RationalFunction]) -> Bool
  {
    guard basis.count == coefficients.count else { return false }
    let (next, here) = (remainder.shifted(by: 1), remainder)
    let parts =
      zip(coefficients, basis).map { c, x in
        (Polynomial(constant: c.numerator) * x.numerator, Polynomial(constant: c.denominator) * x.denominator)
      } + [
        (-factor.numerator, factor.denominator), (-here.numerator, here.denominator),
        (ratio.numerator * next.numerator, ratio.denominator * next.denominator),
      ]
    // Σ top/bottom = 0 over one denominator, without a common divisor taken out.
    let sum = parts.reduce((top: Polynomial.zero, bottom: Polynomial(constant: 1))) {
      ($0.top * $1.1 + $1.0 * $0.bottom, $0.bottom * $1.1)
    }
    return sum.top.isZero
  }

  /// The identity with the simplest G; nil when there is none.
  ///
  /// The denominator of G is Abramov's, the degree of its numerator bounded by the leading coefficients, and the rest
  /// linear algebra.
  ///
  /// - Reference: Gosper (1978), Proc. Natl. Acad. Sci. 75, 40–42; Abramov (1989), USSR Comput. Math. 29, 7–12.
  public init?(of factor: RationalFunction, ratio: RationalFunction, basis: [RationalFunction]) {
    let degrees = ([factor, ratio] + basis).flatMap { [$0.numerator.degree, $0.denominator.degree] }
    guard degrees.allSatisfy({ $0 <= Telescoping.largestDegree }) else { return nil }
    let common = ([factor, ratio] + basis).reduce(Polynomial(constant: 1)) {
      $0.leastMultiple(with: $1.denominator)
    }
    func cleared(_ x: RationalFunction) -> Polynomial { (x * RationalFunction(common)).numerator }
    guard let bottom = Telescoping.denominator(cleared(ratio), common) else { return nil }
    let next = bottom.shifted(by: 1)
    // ratio·P(k+1)/U(k+1) − P(k)/U(k) + Σ cφ − wR = 0, multiplied by common·U(k)U(k+1).
    let (ahead, here) = (cleared(ratio) * bottom, common * next)
    let known = ([factor] + basis).map { cleared($0) * bottom * next }
    let highest = Telescoping.highestDegree(ahead, here, known.map(\.degree).max() ?? 0)
    guard highest <= Telescoping.largestDegree else { return nil }
    let powers = (0...max(highest, 0)).map { Polynomial.variable.power($0) }
    let columns =
      powers.map { ahead * $0.shifted(by: 1) - here * $0 } + known.dropFirst() + [-known[0]]
    let height = (columns.map(\.degree).max() ?? 0) + 1
    let rows = (0..<height).map { i in columns.map { $0[i] } }
    guard let vector = nullSpace(ofRows: rows).first(where: { $0.last?.isZero == false }),
      let weight = vector.last
    else { return nil }
    coefficients = vector[powers.count..<(vector.count - 1)].map { Rational($0, weight) }
    remainder = RationalFunction(Polynomial(Array(vector[..<powers.count])), weight * bottom)
  }

  /// Degree beyond which no identity is sought.
  private static let largestDegree = 200

  /// Abramov's universal denominator of the solutions of A(k)G(k+1) − B(k)G(k) = polynomial; nil for zeros too far
  /// apart.
  private static func denominator(_ a: Polynomial, _ b: Polynomial) -> Polynomial? {
    var (before, here) = (a.shifted(by: -1), b)
    var result = Polynomial(constant: 1)
    var distances: Set<Integer> = []
    for (p, _) in before.irreducibleFactors {
      for (q, _) in here.irreducibleFactors {
        if let h = Orbits.distance(from: q, to: p), h.signum >= 0 { distances.insert(h) }
      }
    }
    for distance in distances.sorted().reversed() {
      guard let h = distance.word, h <= largestDegree else { return nil }
      let shared = before.gcd(here.shifted(by: distance))
      guard shared.degree > 0 else { continue }
      before = before.quotient(by: shared) ?? before
      here = here.quotient(by: shared.shifted(by: -distance)) ?? here
      for j in 0...h { result = result * shared.shifted(by: Integer(-j)) }
    }
    return result
  }

  /// The highest degree that a polynomial P with A(k)P(k+1) − B(k)P(k) of degree at most `degree` may have.
  private static func highestDegree(_ a: Polynomial, _ b: Polynomial, _ degree: Int) -> Int {
    let difference = a - b
    let top = max(difference.degree, a.degree - 1)
    var highest = degree - top
    // A·ΔP + (A − B)P: the leading coefficients cancel where m·lc(A) + lc(A − B) = 0.
    if difference.degree <= a.degree - 1, !a.isZero, a.leading.divides(difference[a.degree - 1]) {
      let m = -difference[a.degree - 1].dividedExactly(by: a.leading)
      if let m = m.word { highest = max(highest, m) }
    }
    return highest
  }
}

extension Polynomial {
  /// Least common multiple over ℤ.
  fileprivate func leastMultiple(with other: Polynomial) -> Polynomial {
    (self * other).quotient(by: gcd(other)) ?? self * other
  }
}
