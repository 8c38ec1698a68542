public import WallisArithmetic
public import WallisFormulas

/// A closed form for a number, with the evidence for it.
public struct ClosedFormFinding: Sendable, Hashable {
  /// The closed form, one for each value.
  public let formula: NormalForm
  /// The basis in which the relation was found.
  public let basis: RelationBasis
  /// Integer coefficients of the relation over the terms of the basis.
  public let relation: [Integer]
  /// What speaks for it.
  public var evidence: RelationEvidence
  /// Name and author of the same formula where it is known; filled in by who has a catalog.
  public var known: String?

  /// The grade that the evidence supports.
  public var grade: Grade { Grade(evidence) }
  /// Why, in one line.
  public var reason: String { evidence.reason }

  /// A finding with its evidence.
  public init(
    formula: NormalForm, basis: RelationBasis, relation: [Integer], evidence: RelationEvidence,
    known: String? = nil
  ) {
    (self.formula, self.basis, self.relation) = (formula, basis, relation)
    (self.evidence, self.known) = (evidence, known)
  }
}
