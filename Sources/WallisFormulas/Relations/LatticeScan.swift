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

  /// Searches the basis.
  ///
  /// - Parameter excluding: whether negative knowledge is wanted when nothing is found.
  init(_ terms: RelationTerms, _ target: SearchTarget, excluding: Bool = true) {
    (self.terms, self.target) = (terms, target)
    var lattice = RelationLattice(weightShifts: terms.shifts)
    for digits in target.stages {
      lattice.feed(terms.scaled(scale(digits)))
      examined += 1
      guard let hit = test(lattice.relation(0), digits) else { continue }
      if hit.isComplete || surplus(hit) > (self.hit.map(surplus) ?? 0) { self.hit = hit }
      if hit.isComplete { return }
    }
    guard excluding else { return }
    if let last = target.stages.last, target.fullDigits > last {
      lattice.feed(terms.scaled(scale(target.fullDigits)))
      findUneven(candidate(lattice), within: last)
      if hit?.isComplete == true { return }
    }
    excludedExponent = lattice.excludedExponent(errors: terms.errors(scale(target.fullDigits)))
  }

  /// The shortest relation; over a quadratic constant, where the first two are together shorter than chance
  /// gives, the cheapest of their plane.
  private func candidate(_ lattice: borrowing RelationLattice) -> [Integer] {
    let first = lattice.relation(0)
    guard terms.basis.isQuadraticField else { return first }
    let second = lattice.relation(1)
    let weights = terms.shifts.reduce(0, +)
    let chance = 2 * (SearchTarget.bits(digits: target.fullDigits) + weights) / lattice.terms
    guard size(first) + size(second) < chance - 6 else { return first }
    return RelationPlane(first: first, second: second).cheapest
  }

  /// Bits of the largest weighted coefficient.
  private func size(_ relation: [Integer]) -> Int {
    zip(relation, terms.shifts).map { $0.bitWidth + $1 }.max() ?? 0
  }

  /// A relation of very uneven coefficients hides in an evenly weighted lattice until more digits are fed.
  ///
  /// When all digits show one that is cheap enough, the lattice of the first `digits` alone is reduced again with
  /// weights that even it out; it counts only if it is the shortest relation there too. Each such retry is charged
  /// as if every pattern of weights had been tried.
  private mutating func findUneven(_ relation: [Integer], within digits: Int) {
    guard digitsConsumed(by: relation) <= Double(digits) - Grade.conjectureSurplus / 2 else { return }
    let longest = relation.map(\.bitWidth).max() ?? 0
    var lattice = RelationLattice(weightShifts: relation.map { longest - $0.bitWidth })
    for stage in target.stages { lattice.feed(terms.scaled(scale(stage))) }
    examined += LatticeScan.weightPatterns
    let (first, second) = (lattice.relation(0), lattice.relation(1))
    let cheapest = terms.basis.isQuadraticField ? RelationPlane(first: first, second: second).cheapest : first
    for found in [first, cheapest] {
      guard let hit = test(found, digits), hit.isComplete else { continue }
      self.hit = hit
      return
    }
  }

  /// Weights in steps of about 10⁴ over the sizes that three free coefficients may have.
  private static let weightPatterns = 64

  private func surplus(_ hit: Hit) -> Double {
    Double(hit.agreement) - digitsConsumed(by: hit.relation)
  }

  /// The power of two that shifts this many significant digits of the number before the point.
  private func scale(_ digits: Int) -> Int { SearchTarget.bits(digits: digits) - target.exponent }

  /// A relation that consumes all digits it came from explains nothing and is not tested.
  private func test(_ relation: [Integer], _ digits: Int) -> Hit? {
    let limit = Double(digits) - Grade.suspiciousSurplus
    guard digitsConsumed(by: relation) <= max(limit, 0),
      let formula = terms.value(relation, near: target.value)
    else { return nil }
    let agreement = target.roughAgreement(with: formula)
    guard agreement >= digits - 2 else { return nil }
    return Hit(
      relation: relation, found: digits, agreement: agreement, isComplete: target.isComplete(agreement))
  }
}
