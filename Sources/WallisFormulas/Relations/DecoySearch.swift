internal import WallisArithmetic

/// The same search with numbers that mean nothing: what it finds is what chance finds.
struct DecoySearch {
  let target: SearchTarget
  let prepared: PreparedConstants
  /// Candidates tried in the search proper.
  private let candidatesTried: Int

  /// Decoys for findings made from up to `found` digits: they are given as many.
  init(target: SearchTarget, prepared: PreparedConstants, candidatesTried: Int, found: Int) {
    self.target = target.limited(to: found)
    (self.prepared, self.candidatesTried) = (prepared, candidatesTried)
  }

  /// Decoy constants over which the number has a relation graded suspicious or better.
  func constants() -> Int {
    prepared.entries.count { entry in
      isHit(RelationTerms.moebius(entry.constant, value: entry.decoy, target), target)
    }
  }

  /// Decoy numbers, as many as there are constants, with a relation over a basis without a constant.
  func numbers(_ basis: RelationBasis) -> Int {
    prepared.entries.indices.count { index in
      let decoy = target.replaced { prepared.decoy(like: $0, bits: $1, index: index) }
      return isHit(basis == .rational ? .rational(decoy) : .quadratic(decoy), decoy)
    }
  }

  private func isHit(_ terms: RelationTerms, _ target: SearchTarget) -> Bool {
    let scan = LatticeScan(terms, target, excluding: false)
    guard let hit = scan.hit, hit.isComplete else { return false }
    let evidence = RelationEvidence(
      digitsSupplied: target.supplied, digitsMatched: hit.agreement,
      digitsConsumed: digitsConsumed(by: hit.relation), candidatesTried: candidatesTried, basesTried: 1,
      check: .predicted(found: hit.found))
    return Grade(evidence) >= .suspicious && hit.found < target.supplied
  }
}
