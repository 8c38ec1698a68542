public import WallisArithmetic

/// Terms up to rational factors: t(k) = R(k)τ(k), τ(0) = 1, τ(k+1)/τ(k) = z ∏(k + α)/∏(k + β) with α, β in (0, 1].
///
/// No α is a β: terms whose parameters differ by integers are in one class.
public struct TermClass: Sendable, Hashable {
  /// z.
  public let argument: Rational
  /// The α, ascending.
  public let upper: [Rational]
  /// The β, ascending.
  public let lower: [Rational]

  /// z ∏(k + α)/∏(k + β).
  public var ratio: RationalFunction {
    func product(_ parameters: [Rational]) -> RationalFunction {
      parameters.reduce(RationalFunction(1)) {
        $0
          * RationalFunction(
            Polynomial([$1.numerator, $1.denominator]), Polynomial(constant: $1.denominator))
      }
    }
    return RationalFunction(argument) * product(upper) / product(lower)
  }

  /// The class of a term and R; nil where a factor that is not linear has no partner at an integer distance.
  public static func split(_ term: HypergeometricTerm) -> (class: TermClass, factor: RationalFunction)? {
    var orbits = Orbits()
    orbits.add(term.ratio.numerator, 1)
    orbits.add(term.ratio.denominator, -1)
    var (upper, lower) = ([Rational](), [Rational]())
    for orbit in orbits.all {
      let surplus = orbit.members.map(\.exponent).reduce(0, +)
      guard surplus != 0 else { continue }
      guard orbit.first.degree == 1 else { return nil }
      let shift = Rational(orbit.first[0], orbit.first.leading).fractionalPart
      let parameters = [Rational](repeating: shift.isZero ? 1 : shift, count: abs(surplus))
      if surplus > 0 { upper += parameters } else { lower += parameters }
    }
    let found = TermClass(argument: term.ratio.leading, upper: upper.sorted(), lower: lower.sorted())
    guard let factor = Orbits.coboundary(of: term.ratio / found.ratio), let start = factor.value(at: 0),
      !start.isZero
    else { return nil }
    return (found, factor * RationalFunction(term.first / start))
  }
}

/// Irreducible polynomials grouped by shifts k → k + h.
struct Orbits {
  struct Orbit {
    let first: Polynomial
    /// P(k + shift) with P = `first`, to this power.
    var members: [(shift: Integer, exponent: Int)]
  }

  private(set) var all: [Orbit] = []

  /// Takes in the factors of a polynomial to a power.
  mutating func add(_ polynomial: Polynomial, _ exponent: Int) {
    for (factor, multiplicity) in polynomial.irreducibleFactors {
      let distances = all.map { Orbits.distance(from: $0.first, to: factor) }
      if let index = distances.firstIndex(where: { $0 != nil }), let shift = distances[index] {
        all[index].members.append((shift, exponent * multiplicity))
      } else {
        all.append(Orbit(first: factor, members: [(0, exponent * multiplicity)]))
      }
    }
  }

  /// h with Q(k) = P(k + h); nil when there is none.
  static func distance(from p: Polynomial, to q: Polynomial) -> Integer? {
    let degree = p.degree
    guard degree > 0, q.degree == degree, p.leading == q.leading else { return nil }
    let (difference, step) = (q[degree - 1] - p[degree - 1], p.leading * Integer(degree))
    guard step.divides(difference) else { return nil }
    let shift = difference.dividedExactly(by: step)
    return p.shifted(by: shift) == q ? shift : nil
  }

  /// Telescoping finds nothing of a degree beyond this, and what it is built from takes long.
  private static let furthestShift = 200

  /// R with R(k+1)/R(k) = the function; nil when there is none.
  static func coboundary(of function: RationalFunction) -> RationalFunction? {
    guard function.leading == 1, function.growth == 0 else { return nil }
    var orbits = Orbits()
    orbits.add(function.numerator, 1)
    orbits.add(function.denominator, -1)
    var (top, bottom) = (Polynomial(constant: 1), Polynomial(constant: 1))
    for orbit in orbits.all {
      guard orbit.members.map(\.exponent).reduce(0, +) == 0 else { return nil }
      for member in orbit.members {
        // P(k + h)/P(k) is the quotient of ∏ P(k + j), 0 ≤ j < h; for h < 0 of its inverse from h to −1.
        guard let shift = member.shift.word, abs(shift) <= furthestShift else { return nil }
        let product = (min(shift, 0)..<max(shift, 0)).reduce(Polynomial(constant: 1)) {
          $0 * orbit.first.shifted(by: Integer($1))
        }.power(abs(member.exponent))
        if (shift > 0) == (member.exponent > 0) { top = top * product } else { bottom = bottom * product }
      }
    }
    let result = RationalFunction(top, bottom)
    return result.shifted(by: 1) / result == function ? result : nil
  }
}
