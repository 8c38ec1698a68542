extension Grade {
  /// Digits of surplus below which agreement says nothing.
  public static let suspiciousSurplus = 3.0
  /// Digits of surplus that a conjecture needs before the size of the search is added.
  public static let conjectureSurplus = 10.0

  /// The grade that the evidence supports, from nothing else than the evidence.
  ///
  /// Conjecture: the relation predicts digits that did not take part in finding it, no decoy does, and
  /// surplus ≥ 10 + log10(candidates tried). Suspicious: surplus from 3 up to that bound, or beyond it but
  /// contradicted by later digits or without a second evaluation.
  public init(_ evidence: RelationEvidence) {
    let bound = evidence.requiredSurplus
    switch evidence.check {
    case .exact: self = .certified
    case .predicted, .verified:
      let conclusive = evidence.surplus >= bound && evidence.decoyHits == 0
      self = conclusive ? .conjecture : evidence.surplus >= Grade.suspiciousSurplus ? .suspicious : .noise
    case .contradicted, .unverified: self = evidence.surplus >= bound ? .suspicious : .noise
    }
  }
}
