internal import RealModule
public import WallisArithmetic

/// How the solutions of a recurrence grow: like n!^s · λⁿ · n^k (1 + e/n + …) for simple roots λ.
///
/// - Reference: Birkhoff (1930), Formal theory of irregular linear difference equations; Wimp and Zeilberger (1985).
public struct SolutionGrowth: Sendable, Hashable {
  /// s, exactly.
  public let factorialPower: Rational
  /// |λ| to double precision, the largest first.
  public var moduli: [Double] { roots.map(\.modulus) }
  /// The roots λ of this s, those of largest modulus first.
  public let roots: [Root]

  /// A root λ of the characteristic polynomial of an edge.
  public struct Root: Sendable, Hashable {
    /// The irreducible polynomial with integer coefficients of which λ is a root.
    public let factor: Polynomial
    /// |λ| to double precision.
    public let modulus: Double
    /// λ where it is rational.
    public let value: Rational?
    /// k; nil where λ is multiple, s no integer, or k not rational.
    public let power: Rational?
    /// e; nil where k is, and where it is not rational.
    public let correction: Rational?
  }

  /// Of the r solutions of c₀(n)u_n + … + c_r(n)u_{n−r} = 0, those of fastest growth first, by the Newton polygon of
  /// the degrees and the characteristic polynomial of each of its edges.
  ///
  /// - Precondition: c₀ and c_r are not 0.
  public static func all(of coefficients: [Polynomial]) -> [SolutionGrowth] {
    let places = coefficients.indices.filter { !coefficients[$0].isZero }
    var (growths, from): ([SolutionGrowth], Int) = ([], 0)
    while from < coefficients.count - 1 {
      let slopes = places.filter { $0 > from }.map { place in
        (
          place,
          Rational(Integer(coefficients[place].degree - coefficients[from].degree), Integer(place - from))
        )
      }
      guard let steepest = slopes.map(\.1).max(), let end = slopes.last(where: { $0.1 == steepest })?.0 else {
        break
      }
      // Σ l_i λ^{end − i} over the points of the edge.
      var edge = [Integer](repeating: 0, count: end - from + 1)
      for place in [from] + slopes.filter({ $0.1 == steepest }).map(\.0) {
        edge[end - place] = coefficients[place].leading
      }
      let formal = FormalSolution(coefficients, slope: steepest, from: from)
      let roots = Polynomial(edge).irreducibleFactors.flatMap {
        SolutionGrowth.roots(of: $0, multiplicity: $1, formal)
      }
      growths.append(
        SolutionGrowth(factorialPower: steepest, roots: roots.sorted { $0.modulus > $1.modulus }))
      from = end
    }
    return growths
  }

  private static func roots(
    of factor: Polynomial, multiplicity: Int, _ formal: FormalSolution?
  ) -> [Root] {
    let exponents = multiplicity == 1 ? formal?.exponents(atRootsOf: factor) : nil
    let value = factor.degree == 1 ? Rational(-factor[0], factor[1]) : nil
    return factor.rootModuli.flatMap { modulus in
      [Root](
        repeating: Root(
          factor: factor, modulus: modulus, value: value, power: exponents?.power,
          correction: exponents?.correction),
        count: multiplicity)
    }
  }
}

/// The first coefficients of n!^s λⁿ n^k (1 + e/n + …) put into a recurrence, s an integer.
///
/// With c_i(n) = n^{D+is}(α_i + β_i/n + γ_i/n² + …) the powers n^D, n^{D−1}, n^{D−2} give Σα_iλ^{−i} = 0,
/// Σλ^{−i}(β_i + α_i(s i(i−1)/2 − ik)) = 0, and one equation for e.
private struct FormalSolution {
  private let slope: Int
  /// α_i, β_i, γ_i.
  private let terms: [[Integer]]

  /// - Returns: nil for slopes that are no integers.
  init?(_ c: [Polynomial], slope: Rational, from: Int) {
    guard slope.isInteger, let s = slope.numerator.word else { return nil }
    self.slope = s
    let top = c[from].degree - from * s
    terms = c.enumerated().map { i, polynomial in (0...2).map { polynomial[top + i * s - $0] } }
  }

  /// k and e at the roots of an irreducible factor of the characteristic polynomial; each nil where it is not rational.
  func exponents(atRootsOf factor: Polynomial) -> (power: Rational?, correction: Rational?) {
    let field = RootField(factor)
    let s = Rational(Integer(slope))
    let bottom = field.sum(terms.enumerated().map { Rational(Integer($0) * $1[0]) })
    let top = terms.enumerated().map { i, term in
      Rational(term[1]) + Rational(term[0]) * s * FormalSolution.pairs(i)
    }
    guard let k = field.quotient(field.sum(top), bottom) else { return (nil, nil) }
    let next = terms.enumerated().map { i, term -> Rational in
      let index = Rational(Integer(i))
      let squares = Rational(Integer((i - 1) * i * (2 * i - 1)), 6)
      let f1 = s * FormalSolution.pairs(i)
      let f2 = s * squares / 2 + f1 * f1 / 2
      let power = k * (k - 1) / 2 * index * index
      return
        -(Rational(term[2]) + Rational(term[1]) * (f1 - k * index)
        + Rational(term[0]) * (f2 - f1 * k * index + power))
    }
    return (k, field.quotient(field.sum(next), bottom))
  }

  /// i(i − 1)/2.
  private static func pairs(_ i: Int) -> Rational { Rational(Integer(i * (i - 1)), 2) }
}

/// ℚ(λ) for a root λ of an irreducible polynomial, as far as quotients that may be rational need it.
private struct RootField {
  private let factor: Polynomial

  init(_ factor: Polynomial) { self.factor = factor }

  /// Σ x_i λ^{r−i} as coordinates over 1, λ, λ², ….
  func sum(_ x: [Rational]) -> [Rational] {
    var remainder = Array(x.reversed())
    let degree = factor.degree
    while remainder.count > degree {
      let lead = remainder.removeLast() / Rational(factor.leading)
      for place in 0..<degree {
        let index = remainder.count - degree + place
        remainder[index] = remainder[index] - lead * Rational(factor[place])
      }
    }
    return remainder + [Rational](repeating: 0, count: degree - remainder.count)
  }

  /// x/y where it is rational; nil where it is not, or y is 0.
  func quotient(_ x: [Rational], _ y: [Rational]) -> Rational? {
    guard let place = y.firstIndex(where: { !$0.isZero }) else { return nil }
    let value = x[place] / y[place]
    return zip(x, y).allSatisfy { $0 == value * $1 } ? value : nil
  }
}

extension SolutionGrowth {
  /// One text for each solution: `n!^3·33.9706^n·n^(-3/2)`, and `·(1-3/(4n))` behind it where e is known and not 0.
  var texts: [String] {
    let power =
      factorialPower.isZero ? "" : factorialPower == 1 ? "n!" : "n!^\(Self.exponent(factorialPower))"
    return roots.map { root in
      let rounded = (root.modulus * 1e6).rounded() / 1e6
      let base = Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
      let growth = power.isEmpty ? "\(base)^n" : base == "1" ? power : "\(power)·\(base)^n"
      let exponent = root.power ?? 0
      let growing =
        exponent.isZero ? growth : "\(growth)·" + (exponent == 1 ? "n" : "n^\(Self.exponent(exponent))")
      return growing + Self.correction(root.correction ?? 0)
    }
  }

  /// `·(1-3/(4n))`, nothing for 0.
  private static func correction(_ e: Rational) -> String {
    guard !e.isZero else { return "" }
    let bottom = e.denominator == 1 ? "n" : "(\(e.denominator)n)"
    return "·(1\(e.signum < 0 ? "-" : "+")\(e.numerator.magnitude)/\(bottom))"
  }

  private static func exponent(_ power: Rational) -> String {
    power.isInteger && power.signum > 0 ? "\(power)" : "(\(power))"
  }
}
