internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// A field of two axes whose first matrix is a companion, [[0, b(x)], [1, a(x, y)]] with b = −h².
struct ConjugatePair {
  /// b(x).
  private let b: Polynomial
  private let first: FieldMatrix
  private let second: FieldMatrix
  /// Degree by which both a and h are made homogeneous.
  private let degree: Int
  private let h: Polynomial

  /// The pair of a field; nil for fields of another kind.
  init?(_ field: MatrixField) {
    guard field.axes.count == 2, field.rank == 2, field.parameters.isEmpty, field.axes.allSatisfy(\.isForward)
    else { return nil }
    let one = MultivariatePolynomial(constant: 1, variables: 2)
    (first, second) = (field.axes[0].matrix, field.axes[1].matrix)
    let entries = first.numerators
    guard first.denominator == one, second.denominator == one, entries[0][0].isZero, entries[1][0] == one,
      entries[0][1].degree(in: 1) <= 0
    else { return nil }
    b = entries[0][1].restricted(
      toLine: [.variable, .zero], scale: 1, degree: max(0, entries[0][1].degree))
    guard let h = (-b).squareRoot else { return nil }
    self.h = h
    degree = max(entries[1][1].degree, h.degree)
  }

  /// The cones that are tried: (0, 1) and (±(h − y₀h′/2d), 1) where h has degree d, without denominators.
  ///
  /// Between ±h, where the tails of the first axis tend to, and ±(h − y₀h′/d), where steps of the second lead.
  func edges(from start: [Rational]) -> [Edge] {
    let (m, y) = (ConjugatePair.denominator(start), start[1])
    let weight = Integer(2 * h.degree) * m
    let w =
      Polynomial(constant: weight) * h
      - Polynomial(constant: (y * Rational(m)).numerator) * h.derivative
    return [Edge(numerator: w, weight: weight), Edge(numerator: -w, weight: weight)]
  }

  /// The common denominator of the coordinates to the power that makes the fraction of the axis one over the integers.
  func scale(from start: [Rational]) -> Integer { ConjugatePair.denominator(start).power(degree) }

  private static func denominator(_ start: [Rational]) -> Integer {
    start.reduce(Integer(1)) { $0 * $1.denominator.dividedExactly(by: $0.gcd($1.denominator)) }
  }

  /// x and y at the n-th step of the axis, n ≥ 1, times the common denominator.
  private func place(_ start: [Rational], from index: Int) -> [Polynomial] {
    let k = ConjugatePair.denominator(start)
    let (x, y) = ((start[0] - Rational(Integer(index))) * Rational(k), start[1] * Rational(k))
    return [Polynomial([x.numerator, k]), Polynomial(constant: y.numerator)]
  }

  /// The fraction whose n-th step is that from x + n − 1 to x + n on the first axis, times `scale`.
  func axis(from start: [Rational]) -> ContinuedFraction {
    let (line, k) = (place(start, from: 1), ConjugatePair.denominator(start))
    return ContinuedFraction(
      a: first.numerators[1][1].restricted(toLine: line, scale: k, degree: degree),
      b: first.numerators[0][1].restricted(toLine: line, scale: k, degree: 2 * degree))
  }

  /// The tail of the fraction of the axis after n steps that an edge of the cone stands for.
  func tail(_ edge: Edge, from start: [Rational]) -> RationalFunction {
    let top = plane(edge.numerator).restricted(
      toLine: place(start, from: 0), scale: ConjugatePair.denominator(start), degree: degree)
    return RationalFunction(top, Polynomial(constant: edge.weight))
  }

  private func plane(_ edge: Polynomial) -> MultivariatePolynomial {
    MultivariatePolynomial(
      edge.coefficients.enumerated().map { .init(exponents: [$0, 0], coefficient: $1) }, variables: 2)
  }

  /// Whether the second matrix keeps the cone at all points between axis and line, and takes (1, 0) into it.
  ///
  /// Coordinates in the basis (0, 1), (w, m) of the cone are taken times −w.
  func keepsCone(_ edge: Edge, start: [Rational], direction: [Int]) -> Bool {
    let (w, y) = (plane(edge.numerator), second.numerators)
    let m = MultivariatePolynomial(constant: edge.weight, variables: 2)
    func coordinates(_ v: [MultivariatePolynomial]) -> [MultivariatePolynomial] {
      [m * v[0] - w * v[1], -v[0]]
    }
    let columns = [[y[0][1], y[1][1]], [y[0][0] * w + m * y[0][1], y[1][0] * w + m * y[1][1]]]
    let region = FieldRegion(start: start, direction: direction)
    return region.hasOneSign(columns.flatMap(coordinates))
      && region.hasOneSign(coordinates([y[0][0], y[1][0]])) && region.hasOneSign([w])
      && !region.inside(w).value(at: [0, 0]).isZero
  }
}

extension ConjugatePair {
  /// The direction (w(x), m) that bounds a cone with (0, 1).
  struct Edge {
    /// w.
    let numerator: Polynomial
    /// m, positive.
    let weight: Integer
  }
}

/// The points where the second matrix is used: x = x₀ + (i/j)(s + 1) + t, y = y₀ + s for the direction (i, j), with s and
/// t not negative.
struct FieldRegion {
  /// Coordinates as polynomials in s and t, times `scale`.
  let coordinates: [MultivariatePolynomial]
  /// A common denominator.
  let scale: Integer

  init(start: [Rational], direction: [Int]) {
    let slope = Rational(Integer(direction[0]), Integer(direction[1]))
    let scale = (start + [slope]).reduce(Integer(1)) {
      $0 * $1.denominator.dividedExactly(by: $0.gcd($1.denominator))
    }
    func linear(_ constant: Rational, _ s: Rational, _ t: Rational) -> MultivariatePolynomial {
      let terms = [([0, 0], constant), ([1, 0], s), ([0, 1], t)].map { exponents, value in
        MultivariatePolynomial.Term(exponents: exponents, coefficient: (value * Rational(scale)).numerator)
      }
      return MultivariatePolynomial(terms.filter { !$0.coefficient.isZero }, variables: 2)
    }
    coordinates = [linear(start[0] + slope, slope, 1), linear(start[1], 1, 0)]
    self.scale = scale
  }

  /// A polynomial in x and y in terms of s and t, times a power of `scale`.
  func inside(_ polynomial: MultivariatePolynomial) -> MultivariatePolynomial {
    polynomial.substituting(coordinates, scale: scale)
  }

  /// Whether the polynomials, in s and t, have no two coefficients of different signs.
  func hasOneSign(_ polynomials: [MultivariatePolynomial]) -> Bool {
    Set(polynomials.flatMap { inside($0).terms.map(\.coefficient.signum) }).count == 1
  }
}
