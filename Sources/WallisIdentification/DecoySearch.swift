internal import WallisArithmetic
internal import WallisFormulas

/// The same search with numbers that mean nothing: what it finds is what chance finds.
struct DecoySearch {
  let target: SearchTarget
  let prepared: PreparedConstants
  /// Candidates tried in the search proper.
  private let candidatesTried: Int
  /// Whether what machine words rule out is spared the search proper.
  private let isScreened: Bool

  /// Decoys for findings made from up to `found` digits: they are given as many.
  init(
    target: SearchTarget, prepared: PreparedConstants, candidatesTried: Int, found: Int, isScreened: Bool
  ) {
    self.target = target.limited(to: found)
    (self.prepared, self.candidatesTried, self.isScreened) = (prepared, candidatesTried, isScreened)
  }

  /// Decoys that are tried for each basis with a finding.
  var count: Int { max(DecoySearch.fewest, prepared.entries.count) }

  private static let fewest = 16

  /// Decoys with a relation graded suspicious or better: decoy constants in the place of those of the basis, or
  /// decoy numbers where the basis has none.
  func hits(_ basis: RelationBasis) -> Int {
    let constants = basis.constants.map { prepared.value(of: $0, bits: prepared.bits) }
    let seen = view(target, basis)
    let seenScreen = constants.isEmpty ? nil : seen.flatMap { screen($0) }
    return (0..<count).count { index in
      if constants.isEmpty {
        let number = target.replaced { prepared.decoy(like: $0, bits: $1, index: index) }
        guard let decoy = view(number, basis) else { return false }
        return isHit(basis, [], decoy, screen(decoy))
      }
      guard let seen else { return false }
      let values = constants.enumerated().map { place, value in
        prepared.decoy(like: value, bits: prepared.bits, index: index + place << 16)
      }
      return isHit(basis, values, seen, seenScreen)
    }
  }

  /// The function of a number that a basis is about, else the number.
  private func view(_ target: SearchTarget, _ basis: RelationBasis) -> SearchTarget? {
    guard case .mapped(let map, _) = basis else { return target }
    return target.mapped(
      by: map, constant: map.constant.map { prepared.value(of: $0, bits: prepared.bits) })
  }

  private func screen(_ target: SearchTarget) -> RelationScreen? {
    isScreened ? RelationScreen(target) : nil
  }

  /// Whether the search finds anything; most often the screen tells that it would not.
  private func isHit(
    _ basis: RelationBasis, _ values: [Ball], _ target: SearchTarget, _ screen: RelationScreen?
  ) -> Bool {
    guard screen?.miss(basis.shape, values: values) == nil else { return false }
    let scan = LatticeScan(.make(basis, values: values, target), target, excluding: false)
    guard let hit = scan.hit, hit.isComplete else { return false }
    let evidence = RelationEvidence(
      digitsSupplied: target.supplied, digitsMatched: hit.agreement,
      digitsConsumed: digitsChosen(by: hit.relation), candidatesTried: candidatesTried, basesTried: 1,
      check: .predicted(found: hit.found))
    return Grade(evidence) >= .suspicious && hit.found < target.supplied
  }
}
