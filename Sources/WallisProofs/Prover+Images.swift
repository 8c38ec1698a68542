public import WallisFormulas

extension Prover {
  /// An attempt at an image of a fraction: the proof is one of the fraction, with the claim carried back.
  ///
  /// - Parameter claim: what the image is claimed to be; nil for any.
  public func prove(_ image: FractionImage, claim: Expression?) -> Outcome {
    prove(image.fraction, claim: claim.map(image.claimOfFraction))
  }
}

extension FractionImage {
  /// What a claim about the limit of the image says of the fraction.
  package func claimOfFraction(_ claim: Expression) -> Expression {
    map == .identity ? claim : ExactIdentity.simplified(map.inverse.image(of: claim))
  }
}

extension Prover {
  /// Whether the limit of an image of a fraction is proved to be the claim.
  public func proves(_ image: FractionImage, claim: Expression) -> Bool {
    if case .proved = prove(image, claim: claim) { true } else { false }
  }
}

extension Proof {
  /// The limit of an image of the fraction: as it is claimed where that is proved, else as short as identities make it.
  package func closedForm(of image: FractionImage, claim: Expression?) -> Expression {
    let value = image.map.image(of: closedForm)
    if let claim, ExactIdentity.areEqual(value, claim) { return claim }
    return ExactIdentity.simplified(value)
  }

  /// The steps for a formula whose partial sums are images of the convergents.
  package func steps(of formula: String, as image: FractionImage, closedForm: Expression) -> [ProofStep] {
    let map = image.map.image(of: .name("x"))
    let first = ProofStep(
      kind: .equivalence,
      statement: "the partial sums of \(formula) are \(ClosedForm(map)), x the convergents of \(fraction)",
      certificate: image.map.entries.map { "\($0)" }.joined(separator: " "))
    let last = ProofStep(kind: .exact, statement: "so the sum is \(ClosedForm(closedForm))", certificate: nil)
    return [first] + steps + [last]
  }
}
