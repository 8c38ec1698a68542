internal import WallisFormulas

/// Takes the candidates of a chunk through the stages; one per worker thread.
struct ChunkRunner {
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
        take(candidate, into: &result)
      }
    }
    return result
  }

  private func exitBeforeMeasuring(_ candidate: Candidate, at index: Int) -> String? {
    if candidate.a.isEmpty || candidate.b.isEmpty { return ExitReason.zeroPolynomial }
    return plan.space.isRepetition(at: index) ? ExitReason.repetition : nil
  }

  private mutating func take(_ candidate: Candidate, into result: inout ChunkResult) {
    let dynamics = measurer.measure(a: candidate.a, b: candidate.b)
    let findings = findings(for: candidate, dynamics: dynamics)
    result.formulas.append(
      MeasuredFormula(
        key: candidate.key, canonicalKey: candidate.formula.canonicalKey, signs: candidate.signs,
        dynamics: dynamics, depth: request.depth,
        against: request.against))
    result.findings += findings ?? []
    result.funnel.add(ExitReason.of(dynamics, findings: findings), candidate.signs.count)
    counters.count(formulas: candidate.signs.count, findings: findings?.count ?? 0)
  }

  /// Findings of the identification; nil for formulas that it is not meant for.
  private mutating func findings(for candidate: Candidate, dynamics: Dynamics) -> [Discovery]? {
    guard request.identify, dynamics.factorialReduction == true, dynamics.value != nil else { return nil }
    let formula = candidate.formula
    let entry = known.known(formula)
    return identifier?.identify(formula, dynamics: dynamics).map { finding in
      var finding = finding
      if let entry { finding.known = entry.author }
      return finding
    }
  }
}
