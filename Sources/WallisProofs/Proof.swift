internal import WallisArithmetic
public import WallisFormulas
internal import WallisIdentification

/// A theorem: the limit of a continued fraction is a closed form, by steps that anybody can check.
public struct Proof: Sendable, Equatable {
  /// The fraction.
  public let fraction: ContinuedFraction
  /// The limit.
  public let closedForm: Expression
  /// Why.
  public let argument: Argument

  /// How a limit is proved.
  public indirect enum Argument: Sendable, Equatable {
    /// It is rational or quadratic by exact arithmetic: an end, a quadratic equation, or a hypergeometric minimal
    /// solution.
    case exact(ExactLimit)
    /// A theorem on a family of fractions that it belongs to.
    case theorem(FractionTheorem)
    /// A sum whose value theorems tell.
    case sum(SumProof)
    /// A sum that grows beyond all bounds: the limit is rational.
    case infiniteSum(ExplicitSum)
    /// A line of a conservative matrix field, the limit of whose axis a sum tells.
    case field(FieldProof)
    /// Another formula, proved, whose limit a map carries into this one: an inflation or a shift of the index.
    case moved(FormulaLink, Proof)
    /// The same by a matrix of polynomials.
    case linked(LinkCertificate, Proof)
  }

  /// The theorem; nil where the argument does not give this limit.
  public init?(_ fraction: ContinuedFraction, closedForm: Expression, argument: Argument) {
    (self.fraction, self.closedForm, self.argument) = (fraction, closedForm.closedFormOrder, argument)
    guard let value = Proof.value(of: fraction, argument), ExactIdentity.areEqual(value, closedForm) else {
      return nil
    }
  }

  /// The limit that the argument gives, as it comes; nil where the argument is about another fraction.
  static func value(of fraction: ContinuedFraction, _ argument: Argument) -> Expression? {
    switch argument {
    case .exact(let limit):
      guard ExactLimit(fraction) == limit else { return nil }
      return limit.expression
    case .theorem(let theorem):
      return FractionTheorem.all(of: fraction).contains(theorem) ? theorem.value : nil
    case .sum(let proof): return proof.sum.fraction == fraction ? proof.limitExpression : nil
    case .infiniteSum(let sum):
      guard sum.fraction == fraction, sum.term.convergence == .infinite else { return nil }
      return sum.limitAtInfinity.map { .fraction($0) }
    case .field(let proof): return proof.fraction == fraction ? proof.limitExpression : nil
    case .moved(let link, let proof):
      guard FormulaLink.exact(proof.fraction, fraction) == link else { return nil }
      return link.map.image(of: proof.closedForm)
    case .linked(let link, let proof):
      guard link.first == fraction, link.second == proof.fraction, link.carriesLimits else { return nil }
      return link.map.image(of: proof.closedForm)
    }
  }
}

extension ExactLimit {
  /// The limit as an expression; nil for ∞.
  public var expression: Expression? {
    switch self {
    case .rational(let value): .fraction(value)
    case .quadratic(let number): NormalForm(number).closedForm.expression
    case .infinite: nil
    }
  }
}
