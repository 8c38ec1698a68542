internal import WallisArithmetic
internal import WallisFormulas

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
  /// What the lattice fed last holds by chance.
  private var chance = ChanceLength([], shifts: [])

  /// Searches the basis.
  ///
  /// - Parameter excluding: whether negative knowledge is wanted when nothing is found.
  init(_ terms: RelationTerms, _ target: SearchTarget, excluding: Bool = true) {
    (self.terms, self.target) = (terms, target)
    fullDigits = target.fullDigits(terms: terms.terms.count)
    for shifts in terms.patterns {
      search(shifts, excluding: excluding)
      guard hit?.isComplete == true else { continue }
      excludedExponent = nil
      return
    }
  }

  /// Feeds a lattice with these weights; what the first one excludes is kept.
  private mutating func search(_ shifts: [Int], excluding: Bool) {
    let stages = target.stages(terms: shifts.count)
    var lattice = RelationLattice(weightShifts: shifts)
    for digits in stages {
      feed(&lattice, digits, shifts)
      // In the last lattice of many terms every row is tested.
      examined += digits == stages.last && shifts.count > 4 ? shifts.count : 1
      keep(best(lattice, digits, rows: digits == stages.last ? shifts.count : 1))
      if hit?.isComplete == true { return }
    }
    guard excluding else { return }
    if let last = stages.last, fullDigits > last {
      for digits in SearchTarget.steps(from: last + 32, upTo: fullDigits) { feed(&lattice, digits, shifts) }
      findUneven(candidate(lattice, shifts), within: last)
    }
    guard shifts == terms.shifts else { return }
    isDependent = !terms.determinesValue(lattice.relation(0))
    let errors = terms.scaled(digits: fullDigits, shifts: shifts).errors
    excludedExponent = hit?.isComplete == true ? nil : lattice.excludedExponent(errors: errors())
  }

  private mutating func feed(_ lattice: inout RelationLattice, _ digits: Int, _ shifts: [Int]) {
    let numbers = terms.scaled(digits: digits, shifts: shifts).numbers
    lattice.feed(numbers)
    chance = ChanceLength(numbers, shifts: shifts)
  }

  /// The first hit that no known digit contradicts, else the one with the largest surplus.
  private mutating func keep(_ found: Hit?) {
    guard let found else { return }
    if found.isComplete || surplus(found) > (hit.map(surplus) ?? 0) { hit = found }
  }

  /// The best hit among the relations of the first rows that say something about v: one among the other terms alone
  /// may be shorter, and the cheapest relation need not be the shortest.
  private func best(_ lattice: borrowing RelationLattice, _ digits: Int, rows: Int) -> Hit? {
    var (best, tested): (Hit?, Int) = (nil, 0)
    for row in 0..<lattice.terms where tested < rows {
      let relation = lattice.relation(row)
      guard terms.determinesValue(relation) else { continue }
      tested += 1
      guard let hit = test(relation, digits) else { continue }
      if hit.isComplete { return hit }
      if best == nil { best = hit }
    }
    return best
  }

  /// The relation of the fewest digits that the lattice shows; over a quadratic constant, where the first two rows
  /// are together shorter than chance gives, the cheapest of their plane.
  private func candidate(_ lattice: borrowing RelationLattice, _ shifts: [Int]) -> [Integer] {
    let (first, second) = (lattice.relation(0), lattice.relation(1))
    let weights = shifts.reduce(0, +)
    let chance = 2 * (SearchTarget.bits(digits: fullDigits) + weights) / lattice.terms
    if terms.basis.isQuadraticField, size(first, shifts) + size(second, shifts) < chance - 6 {
      return RelationPlane(first: first, second: second).cheapest
    }
    var cheapest = first
    for row in 0..<lattice.terms {
      let relation = lattice.relation(row)
      guard terms.determinesValue(relation) else { continue }
      let isBetter = digitsConsumed(by: relation) < digitsConsumed(by: cheapest)
      if isBetter || !terms.determinesValue(cheapest) { cheapest = relation }
    }
    return cheapest
  }

  /// Bits of the largest weighted coefficient.
  private func size(_ relation: [Integer], _ shifts: [Int]) -> Int {
    zip(relation, shifts).map { $0.bitWidth + $1 }.max() ?? 0
  }

  /// A relation of very uneven coefficients hides in an evenly weighted lattice until more digits are fed.
  ///
  /// When all digits show one that is cheap enough, the lattice of the first `digits` alone is reduced again with
  /// weights that even it out; it counts only if the reduced basis holds it there too. Each such retry is charged
  /// as if every pattern of weights had been tried.
  private mutating func findUneven(_ relation: [Integer], within digits: Int) {
    guard digitsConsumed(by: relation) <= Double(digits) - Grade.conjectureSurplus / 2 else { return }
    let longest = relation.map(\.bitWidth).max() ?? 0
    let shifts = relation.map { longest - $0.bitWidth }
    var lattice = RelationLattice(weightShifts: shifts)
    for stage in target.stages(terms: terms.terms.count) {
      feed(&lattice, stage, shifts)
    }
    examined += LatticeScan.weightPatterns
    var found = best(lattice, digits, rows: lattice.terms)
    if found?.isComplete != true, terms.basis.isQuadraticField {
      let plane = RelationPlane(first: lattice.relation(0), second: lattice.relation(1))
      found = test(plane.cheapest, digits)
    }
    if found?.isComplete != true, holds(lattice, relation) {
      examined += lattice.terms * lattice.terms * lattice.terms
      found = test(relation, digits)
    }
    if let found, found.isComplete { hit = found }
  }

  /// True when the relation is the sum or difference of at most three rows: where many coefficients share few digits,
  /// some shorter vectors come before it. Whoever tries all such sums tries about as many as the cube of the rank.
  private func holds(_ lattice: borrowing RelationLattice, _ relation: [Integer]) -> Bool {
    let rows = (0..<lattice.terms).map { lattice.relation($0) }
    let signed = rows + rows.map { $0.map { -$0 } }
    let single = Set(signed)
    if single.contains(relation) { return true }
    return signed.indices.contains { i in
      let rest = zip(relation, signed[i]).map { $0 - $1 }
      return single.contains(rest)
        || signed[i...].contains { row in single.contains(zip(rest, row).map { $0 - $1 }) }
    }
  }

  /// Weights in steps of about 10⁴ over the sizes that three free coefficients may have.
  private static let weightPatterns = 64

  private func surplus(_ hit: Hit) -> Double {
    Double(hit.agreement) - digitsConsumed(by: hit.relation)
  }

  /// A relation that consumes all digits it came from explains nothing and is not tested.
  private func test(_ relation: [Integer], _ digits: Int) -> Hit? {
    let limit = Double(digits) - Grade.suspiciousSurplus
    guard digitsConsumed(by: relation) <= max(limit, 0),
      let formula = terms.value(relation, near: target.value)
    else { return nil }
    let agreement = target.roughAgreement(with: formula)
    guard agreement >= digits - 2 else { return nil }
    let isComplete = target.isComplete(agreement)
    // Many small coefficients cost few digits each, yet there are many ways to choose them: a relation that no later
    // digit confirms must be far shorter than what chance puts into the lattice.
    let least = isComplete ? Grade.suspiciousSurplus : Grade.conjectureSurplus
    guard isComplete && digits < target.supplied || chance.surplus(of: relation) >= least else { return nil }
    return Hit(relation: relation, found: digits, agreement: agreement, isComplete: isComplete)
  }
}
