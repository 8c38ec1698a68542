public import WallisArithmetic
public import WallisFormulas

/// Solves for a conjugate pair (f, f̄) whose field has a given continued fraction as its row y = 1.
///
/// Row by row f(·, y) is a polynomial g with g(x)·h(x) = b(x) + constant, where h = f̄(·, y): from the row itself
/// h(x+1) = g(x) − a(x), from the row below a(x) = g(x+1) − h(x). A row gives the next one; as many rows as a polynomial
/// of the degree needs determine f and f̄, and the field's own proof decides.
///
/// - Reference: Elimelech et al., PNAS 121 (2024), supporting information on the construction of fields.
public struct PairSearch: Sendable {
  /// A field that contains a fraction.
  public struct Proposal: Sendable {
    /// The field, proved to be conservative.
    public let field: MatrixField
    /// f and f̄.
    public let pair: ConjugatePair
    /// a(n, y) as text in n and y.
    public let a: String
    /// b(n) as text.
    public let b: String
  }

  private let fraction: ContinuedFraction
  private static let mostProofs = 64

  /// A search for pairs that contain the fraction as it is written, up to a constant factor.
  public init(_ fraction: ContinuedFraction) { self.fraction = CanonicalForm(fraction).fraction }

  /// Fields whose rows depend on y, the simplest first.
  public var proposals: [Proposal] {
    let (a, b) = (RationalPolynomial(fraction.a), RationalPolynomial(fraction.b))
    let degree = max(fraction.a.degree, (fraction.b.degree + 1) / 2)
    guard degree >= 1, degree <= 8 else { return [] }
    let below = PairEquation(step: 1, c: a, b: b, degree: degree).solutions
    var (chains, proofs, found): ([[Row]], Int, [Proposal]) = ([], 0, [])
    for g in below {
      let bottom = Row(f: g, g: g.shifted(by: 1) - a)
      PairSearch.extend([bottom], a: a, b: b, degree: degree, &chains)
    }
    for chain in chains where proofs < PairSearch.mostProofs {
      guard let pair = PairSearch.pair(chain, degree: degree, corner: b[0]) else { continue }
      proofs += 1
      guard let proposal = proposal(pair),
        !found.contains(where: { PairSearch.isSame($0.pair.a, proposal.pair.a) })
      else { continue }
      found.append(proposal)
    }
    return found
  }

  /// One row of f and f̄.
  private struct Row {
    let f: RationalPolynomial
    let g: RationalPolynomial
  }

  private static func extend(
    _ rows: [Row], a: RationalPolynomial, b: RationalPolynomial, degree: Int, _ chains: inout [[Row]]
  ) {
    guard chains.count < 512 else { return }
    guard rows.count <= degree else {
      chains.append(rows)
      return
    }
    let equation = PairEquation(step: -1, c: a.shifted(by: -1), b: b, degree: degree)
    for g in equation.solutions {
      let row = Row(f: g, g: g.shifted(by: -1) - a.shifted(by: -1))
      let next = row.f.shifted(by: 1) - row.g
      extend(rows + [row], a: next, b: b, degree: degree, &chains)
    }
  }

  /// f and f̄ from their rows y = 0, 1, …; nil where they have a higher total degree.
  private static func pair(_ rows: [Row], degree: Int, corner: Rational) -> ConjugatePair? {
    guard let f = interpolated(rows.map(\.f), degree: degree),
      let g = interpolated(rows.map(\.g), degree: degree)
    else { return nil }
    return ConjugatePair(f: f, g: g, corner: MultivariateFraction(constant: corner, variables: 2))
  }

  /// Whether two families are one, perhaps with 2 − y in place of y.
  private static func isSame(_ x: MultivariateFraction, _ y: MultivariateFraction) -> Bool {
    let moved = y.numerator.shifted(1, by: 2)
    let mirrored = MultivariatePolynomial(
      moved.terms.map { term in
        MultivariatePolynomial.Term(
          exponents: term.exponents,
          coefficient: term.exponents[1] % 2 == 0 ? term.coefficient : -term.coefficient)
      }, variables: 2)
    return x == y || (x.numerator == mirrored && x.denominator == y.denominator)
  }

  private static func interpolated(_ rows: [RationalPolynomial], degree: Int) -> MultivariateFraction? {
    var sum = MultivariateFraction(constant: 0, variables: 2)
    let (x, y) = (
      MultivariateFraction(MultivariatePolynomial(variable: 0, of: 2)),
      MultivariateFraction(MultivariatePolynomial(variable: 1, of: 2))
    )
    var power = MultivariateFraction(constant: 1, variables: 2)
    for place in 0...degree {
      var (values, binomial) = (rows.map { $0[place] }, MultivariateFraction(constant: 1, variables: 2))
      // Newton's differences: Σ Δᵏ(0)·y(y−1)⋯(y−k+1)/k!.
      for k in rows.indices {
        if k + place > degree, values[0].signum != 0 { return nil }
        sum = sum + MultivariateFraction(constant: values[0], variables: 2) * binomial * power
        values = zip(values.dropFirst(), values).map { $0 - $1 }
        if values.isEmpty { break }
        let factor = y - MultivariateFraction(constant: Rational(Integer(k)), variables: 2)
        binomial =
          binomial * factor
          * MultivariateFraction(constant: Rational(1, Integer(k + 1)), variables: 2)
      }
      power = power * x
    }
    return sum
  }

  private func proposal(_ pair: ConjugatePair) -> Proposal? {
    guard pair.a.numerator.degree(in: 1) > 0,
      let axes = try? pair.axes(named: ["x", "y"]),
      let field = try? MatrixField(name: "proposed", title: "a conjugate pair", axes: axes)
    else { return nil }
    return Proposal(
      field: field, pair: pair, a: PairSearch.text(pair.a), b: PairSearch.text(pair.b))
  }

  /// A function of x and y as text in n and y.
  private static func text(_ function: MultivariateFraction) -> String { function.text(["n", "y"]) }
}

extension MultivariateFraction {
  /// Text with the given names of the variables.
  public func text(_ names: [String]) -> String {
    let top = numerator.text(names)
    guard denominator != MultivariatePolynomial(constant: 1, variables: denominator.variables) else {
      return top
    }
    return "(\(top))/\(denominator.text(names))"
  }
}
