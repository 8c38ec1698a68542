/// What a search will do, decided before any work: sizes, chunks, estimate.
///
/// Chunks are consecutive numbers of the space, `chunkSize` each; they depend on the request alone, never on the
/// number of workers, so results do not either. They are run in a fixed pseudo-random order, because neighbours in a
/// space cost alike: after a tenth of the chunks the time that the others need is known.
public struct Plan: Sendable {
  /// Candidates in a chunk unless a plan says otherwise: about 0.1 s of measuring.
  public static let usualChunkSize = 256
  /// Most chunks that a plan makes by itself; beyond, chunks grow, so that memory and bookkeeping do not.
  public static let mostChunks = 1 << 20

  /// What was asked.
  public let request: SearchRequest
  /// The indexed space.
  public private(set) var space: any CandidateSpace
  /// Candidates in every chunk but the last.
  public let chunkSize: Int
  private let order: IndexPermutation
  private let audit: Audit?

  /// A plan for the request; without a chunk size the usual one, larger for very large spaces.
  /// - Throws: `SearchError` when the request is senseless or exceeds the limits; its message says what it needs.
  public init(
    _ request: SearchRequest, chunkSize: Int? = nil, limits: PlanLimits = PlanLimits()
  ) throws(SearchError) {
    precondition(chunkSize.map { $0 > 0 } ?? true, "a chunk holds at least one candidate")
    switch request {
    case .dynamics(let dynamics):
      try Plan.check(dynamics)
      space = try dynamics.space()
    case .esma(let esma):
      space = try EsmaSpace(esma)
    case .field(let field):
      space = try FieldSpace(field)
    }
    self.request = request
    let classes: Int? = if case .dynamics = request { nil } else { 1 }
    self.chunkSize = chunkSize ?? classes ?? max(Plan.usualChunkSize, (space.count - 1) / Plan.mostChunks + 1)
    order = IndexPermutation(count: (space.count - 1) / self.chunkSize + 1, seed: Plan.seedOfOrder)
    audit = request.isScreened ? Audit(of: space) : nil
    try limits.check(self)
  }

  /// Number of formulas, mirrors included.
  public var candidates: Int { space.memberCount }
  /// Number of formulas to measure, after symmetry.
  public var measured: Int { space.count }
  /// Number of chunks.
  public var chunkCount: Int { order.count }
  /// Any fixed number serves; another one only changes the order in which chunks are run.
  private static let seedOfOrder: UInt64 = 1655

  /// Number of the chunk that is run at this place of the order.
  /// - Precondition: 0 ≤ place < chunkCount.
  public func chunk(at place: Int) -> Int { order[place] }

  /// The plan with everything worked out that takes longer than planning may, see `CandidateSpace.prepared`.
  func prepared(workers: Int) -> Plan {
    var plan = self
    plan.space = space.prepared(workers: workers)
    return plan
  }

  /// Whether a candidate is measured even where the screen rejects it: a random part of the whole space, whatever
  /// its shards.
  func isAudited(_ index: Int) -> Bool { audit?.contains(index) ?? false }

  /// Candidates that are measured to judge the screen; 0 without one.
  public var auditedCount: Int { audit?.size ?? 0 }

  /// Numbers of the candidates in a chunk.
  /// - Precondition: 0 ≤ chunk < chunkCount.
  public func candidates(inChunk chunk: Int) -> Range<Int> {
    precondition(chunk >= 0 && chunk < chunkCount, "a plan has chunks 0 ..< \(chunkCount)")
    return chunk * chunkSize..<min((chunk + 1) * chunkSize, space.count)
  }

  private static func check(_ request: DynamicsRequest) throws(SearchError) {
    guard request.depth >= 8, request.against >= request.depth + 2 else {
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
