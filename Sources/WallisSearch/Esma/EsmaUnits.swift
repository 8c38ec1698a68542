/// The pairs of left-hand sides and sign periods of a request; the units are Möbius classes.
struct EsmaUnits: SearchUnits {
  let request: EsmaRequest
  let constant: EsmaConstant
  let classes: [[LeftHandSide]]
  /// Number of pairs.
  let members: Int

  /// Seconds that a left-hand side with one period of signs takes on one core, approval included.
  /// Measured 2026-11-21: 0.03 ms over the pairs of e with height 5.
  private static let secondsPerPair = 0.00005

  init(_ request: EsmaRequest) throws(SearchError) {
    try request.check()
    (self.request, constant) = (request, try request.readConstant())
    classes = LeftHandSide.classes(degree: request.degree, height: request.height)
    members = classes.reduce(0) { $0 + $1.count } * request.signs.count
  }

  /// Number of classes.
  var count: Int { classes.count }

  func estimate(workers: Int) -> PlanEstimate {
    PlanEstimate(
      seconds: Double(members) * EsmaUnits.secondsPerPair, formulas: count.multipliedClamped(by: 4),
      workers: workers)
  }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let (units, scan) = (self, scan())
    return { EsmaWork(units: units, scan: scan, known: resources.known, counters: counters) }
  }

  /// The scan of the request's constant.
  func scan() -> EsmaScan { EsmaScan(request, constant: constant, pairs: members) }

  func figures(of results: JobResults) throws -> EsmaFigures { try EsmaFigures(self, results) }
}
