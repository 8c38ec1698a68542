internal import WallisArithmetic
internal import WallisFormulas
internal import WallisIdentification

/// Takes cores through evaluation, relations and confirmation; one per worker thread.
struct SeriesWork: ChunkWork {
  let units: SeriesUnits
  /// nil where one of those asked for has no value.
  let constants: SeriesConstants?
  let identification: Identification
  let known: any KnownFormulas
  let counters: SearchCounters

  mutating func take(_ places: Range<Int>, into result: inout ChunkResult) -> Bool {
    result.mayRepeat = true
    for index in places {
      guard counters.interruption < .now else { return false }
      let before = result.findings.count
      guard let exit = take(index, into: &result) else { return false }
      result.funnel.add(exit, 1)
      counters.count(formulas: 1, findings: result.findings.count - before)
    }
    return true
  }

  /// Takes one core; returns how it left, nil where the search is to end now.
  private func take(_ index: Int, into result: inout ChunkResult) -> String? {
    guard let constants else { return SeriesExit.noConstants }
    guard let core = units.core(at: index) else { return SeriesExit.repeated }
    switch core.degrees(upTo: units.request.degree) {
    case .infinite: return SeriesExit.infinite
    case .diverges(let reason): return SeriesExit.diverges(reason)
    case .fractions: return SeriesExit.telescoping
    case .upTo(let degree):
      do {
        let sums = try core.sums(upTo: degree, digits: units.request.digits)
        return take(core, sums, constants.entries(for: core.base), into: &result)
      } catch let error as ResourceLimit {
        return SeriesExit.unevaluated(error.message)
      } catch {
        return SeriesExit.unevaluated("no bound on the rest")
      }
    }
  }

  private func take(
    _ core: HypergeometricCore, _ sums: [Ball], _ constants: [SeriesConstants.Entry],
    into result: inout ChunkResult
  ) -> String? {
    var relations = SeriesRelations(sums)
    guard !relations.isRational else { return SeriesExit.fractions }
    let announcement = SeriesAnnouncement(
      request: units.request, candidates: units.candidates, identification: identification, known: known)
    var (isHit, seen): (Bool, Set<Polynomial>) = (false, [])
    let before = result.findings.count
    for entry in constants {
      guard counters.interruption < .now else { return nil }
      for found in relations.found(with: entry.value) where seen.insert(found.polynomial).inserted {
        guard let series = core.series(times: found.polynomial) else { continue }
        isHit = true
        announcement.add(Formula(series), found, entry, relations, to: &result)
      }
    }
    if result.findings.count > before { return SeriesExit.identified }
    if isHit { return SeriesExit.unconfirmed }
    // What is ruled out for the sums that were kept is not for their combinations with fractions.
    return relations.fractions > 0
      ? SeriesExit.partly : SeriesExit.nothing(below: relations.excludedExponent ?? 0)
  }
}
