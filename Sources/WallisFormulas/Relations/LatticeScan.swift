internal import WallisArithmetic

/// The search of one basis for one number: a lattice fed in stages, and the test of what it offers.
struct LatticeScan {
  /// A relation that survived its own stage.
  struct Hit {
    let relation: [Integer]
    /// Digits from which the relation was found.
    let found: Int
    /// Digits on which it agrees with the number.
    let agreement: Int
    /// False when known digits contradict it.
    let isComplete: Bool
  }

  /// Relations examined.
  private(set) var examined = 0
  /// The first relation that agrees with all digits, else the one with the largest surplus.
  private(set) var hit: Hit?
  /// Every relation has a coefficient of modulus 10^k or more; nil when one was found or nothing can be claimed.
  private(set) var excludedExponent: Int?

  private let terms: RelationTerms
  private let target: SearchTarget

  /// Searches the basis; `value` gives the number that a relation stands for, nil for a degenerate one.
  ///
  /// - Parameter excluding: whether negative knowledge is wanted when nothing is found.
  init(
    _ terms: RelationTerms, _ target: SearchTarget, excluding: Bool = true, value: ([Integer]) -> Ball?
  ) {
    (self.terms, self.target) = (terms, target)
    var lattice = RelationLattice(weightShifts: terms.shifts)
    for digits in target.stages {
      lattice.feed(terms.scaled(scale(digits)))
      examined += 1
      guard let hit = test(lattice.relation(0), digits, value) else { continue }
      if hit.isComplete || surplus(hit) > (self.hit.map(surplus) ?? 0) { self.hit = hit }
      if hit.isComplete { return }
    }
    guard excluding else { return }
    if let last = target.stages.last, target.fullDigits > last {
      lattice.feed(terms.scaled(scale(target.fullDigits)))
    }
    excludedExponent = lattice.excludedExponent(errors: terms.errors(scale(target.fullDigits)))
  }

  private func surplus(_ hit: Hit) -> Double {
    Double(hit.agreement) - digitsConsumed(by: hit.relation)
  }

  /// The power of two that shifts this many significant digits of the number before the point.
  private func scale(_ digits: Int) -> Int { SearchTarget.bits(digits: digits) - target.exponent }

  /// A relation that consumes all digits it came from explains nothing and is not tested.
  private func test(_ relation: [Integer], _ digits: Int, _ value: ([Integer]) -> Ball?) -> Hit? {
    let limit = Double(digits) - Grade.suspiciousSurplus
    guard digitsConsumed(by: relation) <= max(limit, 0), let formula = value(relation) else { return nil }
    let agreement = target.agreement(with: formula)
    return Hit(
      relation: relation, found: digits, agreement: agreement, isComplete: target.isComplete(agreement))
  }
}
