public import WallisArithmetic
public import WallisFormulas
public import WallisMatrixFields

/// The limit along a line of a conservative field, carried over from the sum of its first axis by path independence.
///
/// The field has the matrices M_X = [[0, b(x)], [1, a(x, y)]] and M_Y, with b = −h². The product along the line to its
/// N-th point is that along the first axis times steps M_Y at that x. These map a cone of (0, 1) and (w(x), m) into
/// itself wherever they are used: in the basis of the cone their entries are polynomials in the distances from the
/// edges of the region, with coefficients of one sign. The axis carries both ends of the cone to one limit by its
/// explicit sum, so this is the limit of the line too.
///
/// - Reference: Apéry (1979) for the numbers; Elimelech et al. (2024), PNAS 121, for the fields.
public struct FieldProof: Sendable, Equatable {
  /// The field.
  public let field: MatrixField
  /// Where axis and line begin.
  public let start: [Rational]
  /// Where the line goes.
  public let direction: [Int]
  /// The limit of the fraction of the first axis.
  public let axis: SumProof
  /// w(x): the cone is that of (0, 1) and (w(x), m).
  public let edge: Polynomial
  /// m.
  public let weight: Integer
  /// The fraction of the line.
  public let fraction: ContinuedFraction
  /// limit of `fraction` = map(limit of the axis).
  public let map: MoebiusMap

  /// The argument with these parts; nil where a step of it does not hold.
  public init?(_ field: MatrixField, start: [Rational], direction: [Int], axis: SumProof) {
    guard let pair = ConjugatePair(field), start.count == 2, direction.count == 2,
      direction.allSatisfy({ $0 > 0 }),
      axis.sum.fraction == pair.axis(from: start), FieldProof.isFinite(axis),
      let found = pair.edges(from: start).first(where: {
        pair.keepsCone($0, start: start, direction: direction)
          && FieldProof.endsMeet(axis.sum, pair.tail($0, from: start))
      }),
      let line = try? FieldLine(field, start: start, direction: direction), line.firstSingularStep == nil,
      let own = LineFraction(line), let last = own.map,
      // limit of the line = (limit of the axis − a)/scale.
      let first = MoebiusMap(1, -axis.sum.fraction.a[0], 0, pair.scale(from: start))
    else { return nil }
    (self.field, self.start, self.direction, self.axis) = (field, start, direction, axis)
    (edge, weight) = (found.numerator, found.weight)
    (fraction, map) = (own.fraction, last.inverse.after(first))
  }

  /// Seeks the argument for a line; nil where the field is of another kind, or the axis is no sum that theorems tell.
  public init?(_ field: MatrixField, start: [Rational], direction: [Int]) {
    guard let pair = ConjugatePair(field), start.count == 2 else { return nil }
    for sum in ExplicitSum.all(of: pair.axis(from: start)) {
      guard let axis = SumProof(evaluating: sum) else { continue }
      self.init(field, start: start, direction: direction, axis: axis)
      return
    }
    return nil
  }

  /// The limit as an expression; nil where the map has no pole to tell from it.
  public var limitExpression: Expression? { axis.limitExpression.map { map.image(of: $0) } }

  private static func isFinite(_ axis: SumProof) -> Bool {
    axis.limitExpression.flatMap { ClosedForm($0).ball(digits: 30) }?.isFinite == true
  }

  /// Whether convergents with the tails 0 and w(n) have the same limit, their denominators the same sign in the end.
  ///
  /// With y(n) = r(n)y(n−1) and p(n) = y(n)P(n), p(n) + w(n)p(n−1) = y(n−1)((r + w)P(n) − w(P(n) − P(n−1))), and the
  /// differences of P(n) are multiples of the terms of the sum.
  private static func endsMeet(_ sum: ExplicitSum, _ tail: RationalFunction) -> Bool {
    let w = tail.shifted(by: Integer(sum.start))
    let both = sum.solution + w
    guard !both.isZero, both.leading.signum == sum.solution.leading.signum, let growth = both.growth,
      let size = w.growth
    else { return false }
    switch sum.term.convergence {
    case .geometric: return true
    case .power(let s), .alternating(let s): return Rational(Integer(size - growth)) < s
    case .infinite, .undecided: return false
    }
  }
}

extension FieldProof {
  /// Lines that are proved this way, the diagonals that give Apéry's fractions among them.
  static let lines: [FieldProof] = {
    let starts: [Rational] = [1, Rational(1, 2)]
    return ["zeta2", "zeta3"].flatMap { name -> [FieldProof] in
      guard let field = try? KnownFields.named(name) else {
        preconditionFailure("the field \(name) is known")
      }
      return starts.flatMap { x in
        starts.compactMap { FieldProof(field, start: [x, $0], direction: [1, 1]) }
      }
    }
  }()
}
