internal import WallisArithmetic
public import WallisFormulas

/// A theorem on a recurrence of order 3 or more, by taking it apart: its solutions are products of those of fractions, or p
/// and q obey a recurrence of lower order; and the limits of the parts are proved.
public struct ReductionProof: Sendable, Equatable {
  /// The formula.
  public let product: MatrixProduct
  /// The limit.
  public let closedForm: Expression
  /// Why.
  package let argument: Argument

  /// How a recurrence is taken apart.
  package indirect enum Argument: Sendable, Equatable {
    /// Solutions that are products, with a proof for each fraction.
    case products(SymmetricProduct, [Proof])
    /// A recurrence of order 2 for p and q, whose limit is an image of that of a fraction.
    case fraction(OrderReduction, Proof)
    /// A recurrence of lower order for p and q.
    case factor(OrderReduction, ReductionProof)
  }

  /// The theorem; nil where the argument does not give this limit.
  ///
  /// - Parameter closedForm: nil for the one that the parts give, as short as identities make it.
  init?(_ product: MatrixProduct, closedForm: Expression?, argument: Argument) {
    guard let value = ReductionProof.value(of: product, argument) else { return nil }
    let form = (closedForm ?? ExactIdentity.simplified(value)).closedFormOrder
    guard ExactIdentity.areEqual(value, form) else { return nil }
    (self.product, self.closedForm, self.argument) = (product, form, argument)
  }

  /// The limit that the argument gives; nil where it is about another recurrence.
  private static func value(of product: MatrixProduct, _ argument: Argument) -> Expression? {
    switch argument {
    case .products(let certificate, let proofs):
      guard certificate.product == product, proofs.map(\.fraction) == certificate.factors else { return nil }
      return certificate.limit.map { limit in
        limit.value(zip(limit.parts, proofs).map { $0.map.image(of: $1.closedForm) })
      }
    case .fraction(let factor, let proof):
      guard factor.product == product, let image = factor.reduced.image, image.fraction == proof.fraction
      else { return nil }
      return image.map.image(of: proof.closedForm)
    case .factor(let factor, let proof):
      return factor.product == product && factor.reduced == proof.product ? proof.closedForm : nil
    }
  }
}

extension FractionImage {
  /// The image as a formula: 4/pcf(2n+1, n²) − 1.
  var formula: Expression { map.image(of: (try? Expression(parsing: "\(fraction)")) ?? .name("x")) }
}

extension Prover {
  /// How far an attempt at a recurrence of order 3 or more got.
  package enum Reduction: Sendable {
    /// The limit is proved.
    case proved(ReductionProof)
    /// The limit is proved to be that of another formula, by these steps; no more, or the claim is not.
    case reduced(Expression, [ProofStep])
    /// Nothing was found; what was sought.
    case open(String)
  }

  /// An attempt at a recurrence of order 3 or more: solutions that are products of those of order 2, or a recurrence of
  /// lower order that p and q obey.
  ///
  /// - Parameter claim: the closed form to be proved; nil for any.
  package func reduce(_ product: MatrixProduct, claim: Expression?) -> Reduction {
    if let certificate = SymmetricProduct(dividing: product), let limit = certificate.limit {
      let proofs = certificate.factors.map { self.proof(of: $0) }
      let found = proofs.compactMap(\.self)
      if found.count == proofs.count,
        let proof = ReductionProof(product, closedForm: claim, argument: .products(certificate, found))
      {
        return .proved(proof)
      }
      return .reduced(limit.formula, certificate.steps + found.flatMap(\.steps))
    }
    guard let factor = OrderReduction(of: product) else { return .open(OrderReduction.sought(in: product)) }
    return reduce(product, by: factor, claim: claim)
  }

  private func reduce(
    _ product: MatrixProduct, by factor: OrderReduction, claim: Expression?
  ) -> Reduction {
    if let image = factor.reduced.image {
      if let base = proof(of: image.fraction),
        let proof = ReductionProof(product, closedForm: claim, argument: .fraction(factor, base))
      {
        return .proved(proof)
      }
      return .reduced(image.formula, factor.steps)
    }
    switch reduce(factor.reduced, claim: claim) {
    case .proved(let base):
      let proof = ReductionProof(product, closedForm: claim, argument: .factor(factor, base))
      return proof.map { .proved($0) } ?? .reduced(factor.reduced.expression, factor.steps + base.steps)
    case .reduced(let formula, let steps): return .reduced(formula, factor.steps + steps)
    case .open: return .reduced(factor.reduced.expression, factor.steps)
    }
  }

  private func proof(of fraction: ContinuedFraction) -> Proof? {
    if case .proved(let proof) = prove(fraction, claim: nil) { proof } else { nil }
  }
}
