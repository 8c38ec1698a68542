public import WallisArithmetic
public import WallisFormulas

/// A statement about infinitely many formulas: a lattice of coefficients with the limit as a function of the parameters,
/// fitted to known members and tested on predictions beyond them.
public struct Generalisation: Sendable, Hashable {
  /// The limit as a function of the parameters.
  public enum Limit: Sendable, Hashable {
    /// Images of one constant, from member to member.
    case steps(StepLimit)
    /// Roots of an equation.
    case root(RootLimit)
  }

  /// One formula beyond the known ones.
  public struct Prediction: Sendable, Hashable {
    /// Its parameters.
    public let place: [Int]
    /// Its limit, computed without the prediction.
    public let value: String
    /// Whether the two agree to `digits`.
    public let holds: Bool
  }

  /// The formulas.
  public let lattice: ParameterLattice
  /// Places of the members that the limit was fitted to.
  public let members: [[Int]]
  /// The limit.
  public let limit: Limit
  /// What was tested: each outside of the places of the members in at least one parameter.
  public let predictions: [Prediction]

  /// Digits that predictions hold to.
  public static let digits = 60
  /// Predictions that a statement rests on at least.
  public static let fewestPredictions = 20

  /// True where every prediction held and there are enough of them, beyond the members in every parameter.
  public var isVerified: Bool {
    predictions.count >= Generalisation.fewestPredictions && predictions.allSatisfy(\.holds)
      && lattice.directions.indices.allSatisfy { axis in
        let widest = members.map { $0[axis] }.max() ?? 0
        return predictions.contains { $0.place[axis] > widest }
      }
  }
}

/// A formula whose limit is known, as generalisations use it.
public struct GeneralisationMember: Sendable {
  /// The formula.
  public let fraction: ContinuedFraction
  /// limit = map(constant); nil for limits without a constant.
  public let map: MoebiusMap?
  /// c₀, c₁, c₂ with c₀ + c₁x + c₂x² = 0, and the limit; nil for limits that are no quadratic irrationals.
  public let root: (equation: [Integer], limit: Ball)?

  /// A formula with an image of a constant as its limit.
  public init(_ fraction: ContinuedFraction, map: MoebiusMap) {
    (self.fraction, self.map, root) = (fraction, map, nil)
  }

  /// A formula with a quadratic irrational as its limit; nil where its digits are those of no small one.
  public init?(root fraction: ContinuedFraction) {
    guard let limit = try? fraction.evaluate(digits: 80).enclosure, limit.isFinite else { return nil }
    let powers = [Ball(1, bits: limit.bits), limit, limit * limit]
    guard let relation = IntegerRelation.search(among: powers).relation, relation.grade >= .conjecture,
      !relation.coefficients[2].isZero
    else { return nil }
    (self.fraction, map, root) = (fraction, nil, (relation.coefficients, limit))
  }
}
