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

  /// Decoys that are tried for each basis with a finding.
  var count: Int { max(DecoySearch.fewest, prepared.entries.count) }

  private static let fewest = 16

  /// Decoys with a relation graded suspicious or better: decoy constants in the place of those of the basis, or
  /// decoy numbers where the basis has none.
  func hits(_ basis: RelationBasis) -> Int {
    let constants = basis.constants.map { prepared.value(of: $0, bits: prepared.bits) }
    let seen = view(target, basis)
    return (0..<count).count { index in
      if constants.isEmpty {
        let number = target.replaced { prepared.decoy(like: $0, bits: $1, index: index) }
        guard let decoy = view(number, basis) else { return false }
        return isHit(.make(basis, values: [], decoy), decoy)
      }
      guard let seen else { return false }
      let values = constants.enumerated().map { place, value in
        prepared.decoy(like: value, bits: prepared.bits, index: index + place << 16)
      }
      return isHit(.make(basis, values: values, seen), seen)
    }
  }

  /// The function of a number that a basis is about, else the number.
  private func view(_ target: SearchTarget, _ basis: RelationBasis) -> SearchTarget? {
    guard case .mapped(let map, _) = basis else { return target }
    return target.mapped(
      by: map, constant: map.constant.map { prepared.value(of: $0, bits: prepared.bits) })
  }

  private func isHit(_ terms: RelationTerms, _ target: SearchTarget) -> Bool {
    let scan = LatticeScan(terms, target, excluding: false)
    guard let hit = scan.hit, hit.isComplete else { return false }
    let evidence = RelationEvidence(
      digitsSupplied: target.supplied, digitsMatched: hit.agreement,
      digitsConsumed: digitsChosen(by: hit.relation), candidatesTried: candidatesTried, basesTried: 1,
      check: .predicted(found: hit.found))
    return Grade(evidence) >= .suspicious && hit.found < target.supplied
  }
}
