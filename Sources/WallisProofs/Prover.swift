public import WallisFormulas

/// Seeks proofs of limits: exact arithmetic, explicit sums told by theorems, links to formulas that are proved so.
public struct Prover: Sendable {
  /// A formula that others may be linked to, with its closed form.
  public struct Known: Sendable {
    /// The formula.
    public let fraction: ContinuedFraction
    /// What it is claimed to be; a proof of it is sought before it serves.
    public let closedForm: Expression

    /// A formula with its closed form.
    public init(fraction: ContinuedFraction, closedForm: Expression) {
      (self.fraction, self.closedForm) = (fraction, closedForm)
    }
  }

  /// How far an attempt got.
  public enum Outcome: Sendable {
    /// The limit is proved.
    case proved(Proof)
    /// The limit is proved to be the image of this sum; the closed form is not.
    case reduced(ExplicitSum)
    /// Nothing was found.
    case open
  }

  private let known: [Known]
  private let seeksLines: Bool

  /// A prover that links to these formulas.
  ///
  /// - Parameter seeksLines: whether lines of matrix fields are sought that a fraction is linked with; as a rule where
  ///   links are sought at all.
  public init(known: [Known] = [], seeksLines: Bool? = nil) {
    (self.known, self.seeksLines) = (known, seeksLines ?? !known.isEmpty)
  }

  /// An attempt at a formula.
  ///
  /// - Parameter claim: the closed form to be proved; nil for any.
  public func prove(_ fraction: ContinuedFraction, claim: Expression?) -> Outcome {
    let sums = ExplicitSum.all(of: fraction)
    let proof =
      direct(fraction, claim, sums) ?? shifted(fraction, claim) ?? contiguous(fraction, claim)
      ?? linked(fraction, claim) ?? onLine(fraction, claim)
    if let proof { return .proved(proof) }
    return sums.first { $0.term.convergence != .undecided }.map { .reduced($0) } ?? .open
  }

  /// A proof without other formulas.
  private func direct(_ fraction: ContinuedFraction, _ claim: Expression?, _ sums: [ExplicitSum]) -> Proof? {
    if let limit = ExactLimit(fraction) { return proof(fraction, claim, .exact(limit)) }
    if let proof = stated(fraction, claim, FractionTheorem.classical(of: fraction)) { return proof }
    if let proof = alongField(fraction, claim) { return proof }
    for sum in sums {
      let argument: Proof.Argument? =
        sum.term.convergence == .infinite ? .infiniteSum(sum) : SumProof(evaluating: sum).map { .sum($0) }
      if let argument, let proof = proof(fraction, claim, argument) { return proof }
    }
    return nil
  }

  /// A proof by a line of a matrix field whose fraction is this one, or an inflation or shift of it.
  private func alongField(_ fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    for line in FieldProof.lines {
      if line.fraction == fraction { return proof(fraction, claim, .field(line)) }
      guard let link = FormulaLink.exact(line.fraction, fraction),
        let base = proof(
          line.fraction, claim.map { ExactIdentity.simplified(link.map.inverse.image(of: $0)) }, .field(line)),
        let proof = proof(fraction, claim, .moved(link, base))
      else { continue }
      return proof
    }
    return nil
  }

  /// A proof by a line of a field that the fraction is linked with.
  private func onLine(_ fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    guard seeksLines else { return nil }
    for line in FieldProof.lines(of: fraction) {
      let value = ExactIdentity.simplified(line.limitExpression)
      guard let base = proof(line.fraction, value, .field(line)) else { continue }
      if line.fraction == fraction { return proof(fraction, claim, .field(line)) }
      if let link = FormulaLink.exact(line.fraction, fraction),
        let proof = proof(fraction, claim, .moved(link, base))
      {
        return proof
      }
      if let link = LinkCertificate(relating: fraction, line.fraction), link.carriesLimits,
        let proof = proof(fraction, claim, .linked(link, base))
      {
        return proof
      }
    }
    return nil
  }

  private func stated(
    _ fraction: ContinuedFraction, _ claim: Expression?, _ theorems: [FractionTheorem]
  ) -> Proof? {
    for theorem in theorems {
      if let proof = proof(fraction, claim, .theorem(theorem)) { return proof }
    }
    return nil
  }

  /// A proof by a classical fraction that is the canonical form with n + t in place of n.
  private func shifted(_ fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    let canonical = CanonicalForm(fraction).fraction
    guard !canonical.a.isZero else { return nil }
    for steps in Prover.shifts {
      let base = canonical.shifted(by: steps)
      let theorems = FractionTheorem.classical(of: base)
      guard !theorems.isEmpty, let link = FormulaLink.exact(base, fraction),
        let proved = stated(
          base, claim.map { ExactIdentity.simplified(link.map.inverse.image(of: $0)) }, theorems),
        let proof = proof(fraction, claim, .moved(link, proved))
      else { continue }
      return proof
    }
    return nil
  }

  private static let shifts = (1...12).flatMap { [-$0, $0] }

  /// A proof by contiguous functions, which tell all limits of low degree and rarely in the shortest form.
  private func contiguous(_ fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    stated(fraction, claim, FractionTheorem.contiguous(of: fraction))
  }

  private func linked(_ fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    let canonical = CanonicalForm(fraction)
    if canonical.fraction != fraction, !canonical.fraction.a.isZero,
      let link = FormulaLink.exact(canonical.fraction, fraction),
      let base = proof(of: canonical.fraction, claim.map { link.map.inverse.image(of: $0) }),
      let proof = proof(fraction, claim, .moved(link, base))
    {
      return proof
    }
    for other in known where other.fraction != fraction {
      if let link = FormulaLink.exact(other.fraction, fraction), let base = proof(of: other),
        let proof = proof(fraction, claim, .moved(link, base))
      {
        return proof
      }
    }
    return claim.flatMap { related(fraction, $0) }
  }

  /// A proof by a relation of convergents to a known formula or to the line of a field with the same constant.
  private func related(_ fraction: ContinuedFraction, _ claim: Expression) -> Proof? {
    guard let invariant = Prover.invariant(fraction) else { return nil }
    let lines = FieldProof.lines.map {
      Known(fraction: $0.fraction, closedForm: ExactIdentity.simplified($0.limitExpression))
    }
    for other in known + lines
    where other.fraction != fraction && Prover.invariant(other.fraction) == invariant {
      guard Prover.share(claim, other.closedForm),
        let link = LinkCertificate(relating: fraction, other.fraction), link.carriesLimits,
        let base = proof(of: other),
        let proof = proof(fraction, claim, .linked(link, base))
      else { continue }
      return proof
    }
    return nil
  }

  private func proof(of other: Known) -> Proof? { proof(of: other.fraction, other.closedForm) }

  /// A proof without links to other formulas.
  private func proof(of fraction: ContinuedFraction, _ claim: Expression?) -> Proof? {
    direct(fraction, claim, ExplicitSum.all(of: fraction)) ?? contiguous(fraction, claim)
  }

  private func proof(
    _ fraction: ContinuedFraction, _ claim: Expression?, _ argument: Proof.Argument
  ) -> Proof? {
    (claim ?? Proof.value(of: fraction, argument).map(ExactIdentity.simplified)).flatMap {
      Proof(fraction, closedForm: $0, argument: argument)
    }
  }

  /// What links keep, up to folds: whether errors fall like powers, geometrically, or faster.
  private static func invariant(_ fraction: ContinuedFraction) -> ConvergenceClass? {
    Classification(fraction).convergence
  }

  /// Whether a constant occurs in both.
  private static func share(_ x: Expression, _ y: Expression) -> Bool {
    let names = Set(ClosedForm(x).occurrences)
    return ClosedForm(y).occurrences.contains { names.contains($0) }
  }
}
