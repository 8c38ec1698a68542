public import WallisArithmetic
public import WallisFormulas
public import WallisMatrixFields

/// The limit along a line of a conservative field, told by a sum along the edge of the field and path independence.
///
/// The field has M_X = [[0, b(x)], [1, a(x, y)]] with b(0) = 0; the line begins at (x₀, y₀), x₀ whole and positive, and
/// goes to ever larger y. Every point of it is reached from (0, y₀) along y, then along x. On the edge x = 0 the values V(y) obey 1/V(y) =
/// 1/q(y) + (e(y)/q(y))/V(y + 1); beyond it the tails of the fraction at y stay between 0 and ∓h(x), so that V(y) is like
/// a(0, y) and what the sum leaves vanishes: 1/V(y₀) = Σ t(k), t(0) = 1/q(y₀), t(k+1)/t(k) = e(y₀ + k)/q(y₀ + k + 1).
///
/// - Reference: Apéry (1979) for the numbers; Elimelech et al. (2024), PNAS 121, for the fields.
public struct FieldProof: Sendable, Equatable {
  /// The field.
  public let field: MatrixField
  /// What the values along the edge are multiplied by, polynomials in y.
  public struct Factors: Sendable, Equatable {
    /// q.
    public let q: Polynomial
    /// e.
    public let e: Polynomial
  }

  /// Where the line begins.
  public let start: [Rational]
  /// Where it goes.
  public let direction: [Int]
  /// q(y) and e(y) of the edge.
  public let edge: Factors
  /// The sum along the edge.
  public let series: SeriesProof
  /// h(x), 0 where b is not negative.
  public let width: Polynomial
  /// From y₀ + `margin` on the tails are kept.
  public let margin: Int
  /// The fraction of the line.
  public let fraction: ContinuedFraction
  /// limit of `fraction` = map(sum).
  public let map: MoebiusMap

  /// The argument with these parts; nil where a step of it does not hold.
  public init?(_ field: MatrixField, start: [Rational], direction: [Int], series: SeriesProof) {
    guard let edge = FieldEdge(field), start.count == 2, let before = FieldProof.before(field, start),
      direction.count == 2,
      direction.allSatisfy({ $0 > 0 }), let margin = edge.width(from: start[1]),
      edge.terms(from: start[1]) == series.term, edge.restVanishes(series.term),
      let line = try? FieldLine(field, start: start, direction: direction), line.firstSingularStep == nil,
      let own = LineFraction(line), let last = own.map,
      // the value from (1, y₀) on = 1/S − a(0, y₀).
      let a = FieldEdge.moved(edge.a, to: start[1]).value(at: 0),
      let first = MoebiusMap(-a.numerator, a.denominator, a.denominator, 0)
    else { return nil }
    (self.field, self.start, self.direction, self.series) = (field, start, direction, series)
    (self.edge, width, self.margin) = (Factors(q: edge.q, e: edge.e), edge.h, margin)
    (fraction, map) = (own.fraction, last.inverse.after(before.inverse).after(first))
    guard let value = ClosedForm(series.value).ball(digits: 30), value.isFinite, !value.containsZero else {
      return nil
    }
  }

  /// Seeks the argument for a line; nil where the field is of another kind, or no theorems tell the sum.
  public init?(_ field: MatrixField, start: [Rational], direction: [Int]) {
    guard let edge = FieldEdge(field), start.count == 2, let terms = edge.terms(from: start[1]),
      let series = SeriesProof(evaluating: terms)
    else { return nil }
    self.init(field, start: start, direction: direction, series: series)
  }

  /// The steps from (1, y₀) to (x₀, y₀); nil where x₀ is none of 1, 2, …, and where a step is singular.
  private static func before(_ field: MatrixField, _ start: [Rational]) -> MoebiusMap? {
    guard start[0].isInteger, let x = start[0].numerator.word, (1...furthestStart).contains(x) else {
      return nil
    }
    guard x > 1 else { return .identity }
    guard let step = try? FieldLine(field, start: [1, start[1]], direction: [1, 0]).step else { return nil }
    let product = IntegerMatrix(productOf: step, from: 0, count: x - 1)
    return MoebiusMap(product[0, 0], product[0, 1], product[1, 0], product[1, 1])
  }

  /// Most steps along x before a line.
  private static let furthestStart = 40

  /// The limit as an expression.
  public var limitExpression: Expression { map.image(of: series.value) }
}
