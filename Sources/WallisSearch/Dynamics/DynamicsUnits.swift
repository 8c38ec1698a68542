/// The formulas of a space, mirror pairs together, as units of work.
struct DynamicsUnits: SearchUnits {
  let request: DynamicsRequest
  private(set) var space: any CandidateSpace
  private let audit: Audit?

  /// Seconds that one formula takes on one core at depth 1000 against 2000.
  /// Measured 2026-11-21 on a shared 2-core x86_64 machine: 0.54 ms over the 58,482 candidates of degree (2, 2),
  /// height 3.
  private static let secondsPerFormula = 0.0005

  init(_ request: DynamicsRequest) throws(SearchError) {
    try DynamicsUnits.check(request)
    self.request = request
    space = try request.candidates()
    audit = request.screen ? Audit(of: space) : nil
  }

  var count: Int { space.count }
  var members: Int { space.memberCount }
  var usualChunkSize: Int { max(Plan.usualChunkSize, (count - 1) / Plan.mostChunks + 1) }

  /// The time of a formula grows like the square of the depth: sizes of p and q grow with it.
  func estimate(workers: Int) -> PlanEstimate {
    let scale = Double(request.against) / 2000
    return PlanEstimate(
      seconds: Double(count) * DynamicsUnits.secondsPerFormula * scale * scale, formulas: count,
      workers: workers)
  }

  func prepared(workers: Int) -> DynamicsUnits {
    var units = self
    units.space = space.prepared(workers: workers)
    return units
  }

  func work(_ resources: SearchResources, _ counters: SearchCounters) -> @Sendable () -> any ChunkWork {
    let (units, request) = (self, request)
    let identifiers = request.identify ? resources.identifiers() : nil
    return {
      DynamicsWork(
        units: units, known: resources.known, counters: counters,
        measurer: resources.measurer(request.depth, request.against, request.digits),
        identifier: identifiers?())
    }
  }

  /// Whether a candidate is measured even where the screen rejects it: a random part of the whole space, whatever
  /// its shards.
  func isAudited(_ index: Int) -> Bool { audit?.contains(index) ?? false }

  /// Candidates that are measured to judge the screen; 0 without one.
  var auditedCount: Int { audit?.size ?? 0 }

  private static func check(_ request: DynamicsRequest) throws(SearchError) {
    guard request.depth >= 8, request.against > request.depth, request.against - request.depth >= 2 else {
      throw .senseless(
        message: "depth \(request.depth) against \(request.against)",
        remedy: "a depth is at least 8, and the second depth is deeper by 2 or more")
    }
    guard request.against <= 100_000 else {
      throw .tooLarge(
        message: "depth \(request.against) for every formula of a space", remedy: "use at most 100000")
    }
  }
}

/// The random part of a space that judges a screen: 20,000 candidates of a large space, a tenth of a small one.
private struct Audit {
  private static let largest = 20_000
  /// Any fixed number serves.
  private static let seed: UInt64 = 1616

  let size: Int
  private let permutation: IndexPermutation
  private let firstNumber: Int

  init(of space: any CandidateSpace) {
    let shard = space as? ShardedSpace
    let count = shard?.base.count ?? space.count
    firstNumber = shard?.candidates.lowerBound ?? 0
    size = min(Audit.largest, count / 10 + 1)
    permutation = IndexPermutation(count: count, seed: Audit.seed)
  }

  func contains(_ index: Int) -> Bool { permutation.index(of: firstNumber + index) < size }
}
