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

  /// True when the terms other than v have a relation among themselves: the basis says nothing of its own.
  private(set) var isDependent = false

  private let terms: RelationTerms
  private let target: SearchTarget
  private let fullDigits: Int

  /// Searches the basis.
  ///
  /// - Parameter excluding: whether negative knowledge is wanted when nothing is found.
  init(_ terms: RelationTerms, _ target: SearchTarget, excluding: Bool = true) {
    (self.terms, self.target) = (terms, target)
    let count = terms.terms.count
    let stages = target.stages(terms: count)
    fullDigits = target.fullDigits(terms: count)
    var lattice = RelationLattice(weightShifts: terms.shifts)
    for digits in stages {
      lattice.feed(terms.scaled(scale(digits)))
      examined += 1
      guard let hit = test(shortest(lattice), digits) else { continue }
      if hit.isComplete || surplus(hit) > (self.hit.map(surplus) ?? 0) { self.hit = hit }
      if hit.isComplete { return }
    }
    guard excluding else { return }
    if let last = stages.last, fullDigits > last {
      for digits in SearchTarget.steps(from: last + 32, upTo: fullDigits) {
        lattice.feed(terms.scaled(scale(digits)))
      }
      findUneven(candidate(lattice), within: last)
      if hit?.isComplete == true { return }
    }
    isDependent = !terms.determinesValue(lattice.relation(0))
    excludedExponent = lattice.excludedExponent(errors: terms.errors(scale(fullDigits)))
  }

  /// The first relation that says something about v: one among the other terms alone may be shorter.
  private func shortest(_ lattice: borrowing RelationLattice) -> [Integer] {
    for row in 0..<min(lattice.terms, 3) {
      let relation = lattice.relation(row)
      if terms.determinesValue(relation) { return relation }
    }
    return lattice.relation(0)
  }

  /// The shortest relation; over a quadratic constant, where the first two are together shorter than chance
  /// gives, the cheapest of their plane.
  private func candidate(_ lattice: borrowing RelationLattice) -> [Integer] {
    let first = shortest(lattice)
    guard terms.basis.isQuadraticField else { return first }
    let second = lattice.relation(1)
    let weights = terms.shifts.reduce(0, +)
    let chance = 2 * (SearchTarget.bits(digits: fullDigits) + weights) / lattice.terms
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
    for stage in target.stages(terms: terms.terms.count) { lattice.feed(terms.scaled(scale(stage))) }
    examined += LatticeScan.weightPatterns
    let (first, second) = (shortest(lattice), lattice.relation(1))
    let cheapest = terms.basis.isQuadraticField ? RelationPlane(first: first, second: second).cheapest : first
    for found in terms.basis.isQuadraticField ? [first, cheapest] : [first] {
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
    let isComplete = target.isComplete(agreement)
    guard isComplete && digits < target.supplied || isRare(relation, agreement) else { return nil }
    return Hit(relation: relation, found: digits, agreement: agreement, isComplete: isComplete)
  }

  /// Many small coefficients cost few digits each, yet there are many ways to choose them: a relation that no later
  /// digit confirms must be rare among all vectors of its size, too.
  private func isRare(_ relation: [Integer], _ agreement: Int) -> Bool {
    let volume = digitsConsumed(by: relation.map { $0.magnitude * 2 + 1 })
    return Double(agreement) - volume >= Grade.suspiciousSurplus
  }
}
