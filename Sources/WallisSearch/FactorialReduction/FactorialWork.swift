internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Takes units through the stages: tables, further primes, valuations, measurement; one per worker thread.
struct FactorialWork: ChunkWork {
  let units: FactorialUnits
  let known: any KnownFormulas
  let counters: SearchCounters
  var measurer: any CandidateMeasurer
  var identifier: (any Identifier)?
  private let sieve = ResidueSieve()
  private var numerators: Numerators?

  /// The b at hand, with what is known before sieving.
  private struct Numerators {
    let number: Int
    let polynomial: [Int]
    let exit: String?
    let valuations: ValuationScreen
    /// nil where they are kept.
    let inflations: Inflations?
  }

  init(
    units: FactorialUnits, known: any KnownFormulas, counters: SearchCounters,
    measurer: any CandidateMeasurer, identifier: (any Identifier)?
  ) {
    (self.units, self.known, self.counters) = (units, known, counters)
    (self.measurer, self.identifier) = (measurer, identifier)
  }

  mutating func take(_ places: Range<Int>, into result: inout ChunkResult) -> Bool {
    result.mayRepeat = true
    for index in places {
      guard counters.interruption < .now, take(index, into: &result) else { return false }
    }
    return true
  }

  private mutating func take(_ index: Int, into result: inout ChunkResult) -> Bool {
    let (unit, signs) = (units.unit(at: index), units.space.signs)
    let numerators = numerators(unit.numerator)
    if let exit = numerators.exit {
      result.funnel.add(exit, unit.memberCount * signs)
      counters.count(formulas: unit.memberCount * signs, findings: 0)
      return true
    }
    let passed = sieve.survivors(
      b: numerators.polynomial, without: numerators.inflations, ranges: unit.ranges, words: unit.stratum.words
    ) { members in
      counters.count(formulas: members * signs, findings: 0)
      return counters.interruption < .now
    }
    guard !passed.isInterrupted else { return false }
    let audit = audit(index, unit, numerators, survivors: passed.survivors, into: &result)
    let rejected = unit.memberCount - passed.passedTables - audit.tables
    let later = passed.passedTables - passed.survivors.count - passed.inflated - audit.further
    let exits = [
      (FactorialExit.inflated, passed.inflated), (FactorialExit.sieved, rejected),
      (FactorialExit.furtherPrimes, later),
    ]
    for (exit, count) in exits where count > 0 { result.funnel.add(exit, count * signs) }
    return settle(passed.survivors, numerators, signs: signs, into: &result)
  }

  /// Settles what the sieve let pass; false where the search is interrupted.
  private mutating func settle(
    _ survivors: [[Int]], _ numerators: Numerators, signs: Int, into result: inout ChunkResult
  ) -> Bool {
    for a in survivors {
      guard counters.interruption < .now else { return false }
      if numerators.inflations?.contains(a) == true {
        result.funnel.add(FactorialExit.inflated, signs)
        continue
      }
      let candidate = Candidate(member: a, b: numerators.polynomial, both: signs == 2)
      let isPartial = numerators.valuations.isPartial(a)
      let exit = settle(candidate, isPartial: isPartial, into: &result)
      result.funnel.add(exit, signs)
    }
    return true
  }

  private mutating func numerators(_ number: Int) -> Numerators {
    if let numerators, numerators.number == number { return numerators }
    let polynomial = units.space.numerators.polynomial(at: number)
    let made = Numerators(
      number: number, polynomial: polynomial, exit: FactorialWork.exitBeforeSieving(polynomial),
      valuations: ValuationScreen(polynomial),
      inflations: units.request.skipsInflated == true ? Inflations(polynomial) : nil)
    numerators = made
    return made
  }

  /// The exit of all fractions with these partial numerators; nil where they are sieved.
  private static func exitBeforeSieving(_ b: [Int]) -> String? {
    if b.count == 1 { return FactorialExit.constantNumerators }
    if Polynomial(b).integerRoots.contains(where: { $0 > 0 }) { return FactorialExit.terminates }
    let saysSomething = SievePrimes.all.contains { CanonicalNumerators(b, modulo: $0)?.root != nil }
    return saysSomething ? nil : FactorialExit.rootless
  }

  // MARK: Survivors

  /// The exact stage of a survivor; returns its exit.
  private mutating func settle(
    _ candidate: Candidate, isPartial: Bool, into result: inout ChunkResult
  ) -> String {
    let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
    switch isPartial ? .partial : fraction.reduction {
    case .full: return keep(candidate, .full, into: &result)
    case .partial:
      guard units.request.keepsPartial else { return FactorialExit.partial }
      measure(candidate, .partial, into: &result)
      return FactorialExit.measuredPartial
    case .none: return FactorialExit.none
    case .undecided: return FactorialExit.undecided
    }
  }

  @discardableResult private mutating func measure(
    _ candidate: Candidate, _ reduction: Reduction?, into result: inout ChunkResult
  ) -> Dynamics {
    let dynamics = measurer.measure(a: candidate.a, b: candidate.b, reduction: reduction)
    result.formulas.append(
      MeasuredFormula(
        key: candidate.key, canonicalKey: candidate.formula.canonicalKey, signs: candidate.signs,
        dynamics: dynamics, depth: units.request.depth, against: units.request.against))
    return dynamics
  }

  /// Measures, identifies and keeps a formula with full reduction; returns its exit.
  private mutating func keep(
    _ candidate: Candidate, _ reduction: Reduction?, into result: inout ChunkResult
  ) -> String {
    let dynamics = measure(candidate, reduction, into: &result)
    let findings = findings(candidate, dynamics)
    result.findings += findings ?? []
    counters.count(formulas: 0, findings: findings?.count ?? 0)
    return FactorialExit.of(dynamics, findings: findings)
  }

  /// Findings of the identification; nil where it is not asked, or there is no limit.
  private mutating func findings(_ candidate: Candidate, _ dynamics: Dynamics) -> [Discovery]? {
    guard identifier != nil, dynamics.value != nil else { return nil }
    let formula = candidate.formula
    let findings = identifier?.identify(formula, dynamics: dynamics)
    return findings.map { known.naming($0, about: formula) }
  }

  // MARK: Audit

  /// Audited members that the tables and the further primes had rejected.
  private struct AuditCount {
    var tables = 0
    var further = 0
  }

  /// Measures the audited members of a unit that were rejected; what was missed is kept.
  private mutating func audit(
    _ index: Int, _ unit: SieveSpace.Unit, _ numerators: Numerators, survivors: [[Int]],
    into result: inout ChunkResult
  ) -> AuditCount {
    var count = AuditCount()
    let members = units.auditedMembers(ofUnit: index)
    guard !members.isEmpty else { return count }
    let (passed, signs, b) = (Set(survivors), units.space.signs, numerators.polynomial)
    for a in members.map({ unit.denominators(at: $0) }) where !passed.contains(a) {
      let passesTables = sieve.passesTables(a, b)
      if passesTables, numerators.inflations?.containsByRoot(a) == true { continue }
      if passesTables { count.further += 1 } else { count.tables += 1 }
      let isMissed = FactorialAudit.reducesFully(ContinuedFraction(a: a, b: b))
      if isMissed { _ = keep(Candidate(member: a, b: b, both: signs == 2), nil, into: &result) }
      result.funnel.add(isMissed ? FactorialExit.missed : FactorialExit.audited, signs)
    }
    return count
  }
}

/// The test that judges the sieve: exact convergents, no residues.
enum FactorialAudit {
  private static let (from, to) = (150, 450)

  /// Whether the reduced denominators grow exponentially as far as two depths tell: of the smallest factorial factor,
  /// n!^(1/2), the quotient of the depths would leave ½ ln 3.
  static func reducesFully(_ fraction: ContinuedFraction) -> Bool {
    if fraction.reduction == .full { return true }
    return fraction.reducedDrift(from: from, to: to) < 0.27
  }
}
