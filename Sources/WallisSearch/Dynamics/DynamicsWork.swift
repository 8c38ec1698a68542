internal import WallisFormulas
internal import WallisIdentification

/// Takes candidates through the stages; one per worker thread.
struct DynamicsWork: ChunkWork {
  let units: DynamicsUnits
  let known: any KnownFormulas
  let counters: SearchCounters
  var measurer: any CandidateMeasurer
  var identifier: (any Identifier)?

  mutating func take(_ places: Range<Int>, into result: inout ChunkResult) -> Bool {
    for index in places {
      guard counters.interruption < .now else { return false }
      let candidate = units.space.candidate(at: index)
      if let exit = exitBeforeMeasuring(candidate, at: index) {
        result.funnel.add(exit, candidate.signs.count)
        counters.count(formulas: candidate.signs.count, findings: 0)
      } else {
        take(candidate, at: index, into: &result)
      }
    }
    return true
  }

  private func exitBeforeMeasuring(_ candidate: Candidate, at index: Int) -> String? {
    if candidate.a.isEmpty || candidate.b.isEmpty { return ExitReason.zeroPolynomial }
    if units.space.isRepetition(at: index) { return ExitReason.repetition }
    return !units.isAudited(index) && isScreenedOut(candidate) ? ExitReason.screened : nil
  }

  /// Whether the screen rejects the candidate. What has no limit by its coefficients, and quadratic numbers, are
  /// not its business.
  private func isScreenedOut(_ candidate: Candidate) -> Bool {
    guard units.request.screen, candidate.a.count > 1 || candidate.b.count > 1,
      !ModularScreen().keeps(a: candidate.a, b: candidate.b)
    else { return false }
    switch Classification(ContinuedFraction(a: candidate.a, b: candidate.b)).kind {
    case .terminates, .diverges, .oscillates: return false
    default: return true
    }
  }

  private mutating func take(_ candidate: Candidate, at index: Int, into result: inout ChunkResult) {
    let dynamics = measurer.measure(a: candidate.a, b: candidate.b)
    let findings = findings(for: candidate, dynamics: dynamics)
    result.formulas.append(
      MeasuredFormula(
        key: candidate.key, canonicalKey: candidate.formula.canonicalKey, signs: candidate.signs,
        dynamics: dynamics, depth: units.request.depth, against: units.request.against))
    result.findings += findings ?? []
    var exit = ExitReason.of(dynamics, findings: findings)
    if units.isAudited(index), isScreenedOut(candidate) {
      let isMiss = dynamics.factorialReduction == true && dynamics.value != nil
      exit = isMiss ? ExitReason.missed : ExitReason.audited
    }
    result.funnel.add(exit, candidate.signs.count)
    counters.count(formulas: candidate.signs.count, findings: findings?.count ?? 0)
  }

  /// Findings of the identification; nil for formulas that it is not meant for.
  private mutating func findings(for candidate: Candidate, dynamics: Dynamics) -> [Discovery]? {
    guard units.request.identify, dynamics.factorialReduction == true, dynamics.value != nil else {
      return nil
    }
    let formula = candidate.formula
    let findings = identifier?.identify(formula, dynamics: dynamics)
    return findings.map { known.naming($0, about: formula) }
  }
}
