internal import WallisArithmetic

/// A series pFq of rational parameters with p = q + 1 ≥ 3 at a fraction on or beyond its circle, where Arb has no way to sum it.
///
/// On the circle it is the sum of its terms, with the proved tails of sums. Beyond it, on the negative axis, it is
/// Σ_j ∏_{k≠j} Γ(a_k)Γ(a_k − a_j)/… · (−z)^(−a_j) · pFq(1/z).
/// - Reference: Luke (1969), The Special Functions and Their Approximations I, section 5.3; DLMF 16.8.6.
struct HypergeometricSeries {
  private let upper: [Rational]
  private let lower: [Rational]
  private let z: Rational

  /// Nil for series of other orders, points inside the circle, series that end and series with a pole.
  init?(_ arguments: FunctionArguments<Rational>) {
    (upper, lower, z) = (arguments.list(0), arguments.list(1), arguments[2])
    guard upper.count > 2, upper.count == lower.count + 1, z.magnitude >= 1, z <= 1,
      !(upper + lower).contains(where: \.isPoleOfGamma)
    else { return nil }
  }

  /// An expression of the same value, by functions and sums that have digits; nil where two numerator parameters
  /// differ by an integer and the point lies beyond the circle.
  var expression: Expression? {
    guard z < -1 else { return sum }
    let terms = upper.indices.compactMap { term(of: $0) }
    guard terms.count == upper.count else { return nil }
    return terms.dropFirst().reduce(terms[0]) { Expression(.sum($0, $1)) }
  }

  /// The sum of the terms.
  private var sum: Expression {
    let k = Expression.name("k")
    func symbols(_ parameters: [Rational]) -> Expression {
      let calls = parameters.map { Expression.call("poch", .fraction($0), k) }
      return calls.dropFirst().reduce(calls[0]) { $0.times($1) }
    }
    let quotient = symbols(upper).over(symbols(lower).times(.call("factorial", k)))
    let term = z == 1 ? quotient : quotient.times(Expression(.power(.fraction(z), k)))
    return BoundCall(.sum, "k", from: .integer(0), to: .name(BoundCall.infinity), of: term).expression
  }

  /// What the parameter at a place gives beyond the circle; nil where another one differs from it by an integer.
  private func term(of place: Int) -> Expression? {
    let a = upper[place]
    let others = upper.indices.filter { $0 != place }.map { upper[$0] }
    guard !others.contains(where: { ($0 - a).isInteger }) else { return nil }
    // 1/Γ(b − a) is 0 at poles.
    guard !lower.contains(where: { ($0 - a).isPoleOfGamma }) else { return .integer(0) }
    func gammas(_ arguments: [Rational]) -> Expression {
      arguments.map { Expression.call("gamma", .fraction($0)) }.reduce(.integer(1)) { $0.times($1) }
    }
    let factor = gammas(lower + others.map { $0 - a }).over(gammas(others + lower.map { $0 - a }))
    let power = Expression(.power(.fraction(-z), .fraction(-a)))
    let series = Expression.call(
      "hyp", .list([a].map { .fraction($0) } + lower.map { .fraction(a - $0 + 1) }),
      .list(others.map { .fraction(a - $0 + 1) }), .fraction(1 / z))
    return factor.times(power).times(series)
  }
}

extension Rational {
  /// Whether Γ has a pole there: 0, −1, −2, …
  fileprivate var isPoleOfGamma: Bool { isInteger && signum <= 0 }
}
