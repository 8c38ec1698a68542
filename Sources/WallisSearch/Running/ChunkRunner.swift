internal import WallisFormulas

/// What a worker thread does with a chunk; every thread makes and owns one.
protocol ChunkWork {
  /// The result of a chunk; nil when it was dropped because of an interruption.
  mutating func run(_ chunk: Int) -> ChunkResult?
}

/// Takes the candidates of a chunk through the stages; one per worker thread.
struct ChunkRunner: ChunkWork {
  let plan: Plan
  let request: DynamicsRequest
  let known: any KnownFormulas
  let counters: SearchCounters
  var measurer: any CandidateMeasurer
  var identifier: (any Identifier)?

  /// The result of a chunk; nil when it was dropped because of an interruption.
  mutating func run(_ chunk: Int) -> ChunkResult? {
    var result = ChunkResult(chunk: chunk)
    for index in plan.candidates(inChunk: chunk) {
      guard counters.interruption < .now else { return nil }
      let candidate = plan.space.candidate(at: index)
      if let exit = exitBeforeMeasuring(candidate, at: index) {
        result.funnel.add(exit, candidate.signs.count)
        counters.count(formulas: candidate.signs.count, findings: 0)
      } else {
        take(candidate, at: index, into: &result)
      }
    }
    return result
  }

  private func exitBeforeMeasuring(_ candidate: Candidate, at index: Int) -> String? {
    if candidate.a.isEmpty || candidate.b.isEmpty { return ExitReason.zeroPolynomial }
    if plan.space.isRepetition(at: index) { return ExitReason.repetition }
    return !plan.isAudited(index) && isScreenedOut(candidate) ? ExitReason.screened : nil
  }

  /// Whether the screen rejects the candidate. What has no limit by its coefficients, and quadratic numbers, are
  /// not its business.
  private func isScreenedOut(_ candidate: Candidate) -> Bool {
    guard request.screen, candidate.a.count > 1 || candidate.b.count > 1,
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
        dynamics: dynamics, depth: request.depth, against: request.against))
    result.findings += findings ?? []
    var exit = ExitReason.of(dynamics, findings: findings)
    if plan.isAudited(index), isScreenedOut(candidate) {
      let isMiss = dynamics.factorialReduction == true && dynamics.value != nil
      exit = isMiss ? ExitReason.missed : ExitReason.audited
    }
    result.funnel.add(exit, candidate.signs.count)
    counters.count(formulas: candidate.signs.count, findings: findings?.count ?? 0)
  }

  /// Findings of the identification; nil for formulas that it is not meant for.
  private mutating func findings(for candidate: Candidate, dynamics: Dynamics) -> [Discovery]? {
    guard request.identify, dynamics.factorialReduction == true, dynamics.value != nil else { return nil }
    let formula = candidate.formula
    let match = known.match(formula)
    return identifier?.identify(formula, dynamics: dynamics).map { finding in
      var finding = finding
      if let match { finding.known = match.name }
      return finding
    }
  }
}
