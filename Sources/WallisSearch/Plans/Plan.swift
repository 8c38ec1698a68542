/// What a search will do, decided before any work: sizes, chunks, estimate.
///
/// Chunks are consecutive numbers of the space, `chunkSize` each; they depend on the request alone, never on the
/// number of workers, so results do not either.
public struct Plan: Sendable {
  /// Candidates in a chunk unless a plan says otherwise: about 0.1 s of measuring.
  public static let usualChunkSize = 256

  /// What was asked.
  public let request: SearchRequest
  /// The indexed space.
  public let space: any CandidateSpace
  /// Candidates in every chunk but the last.
  public let chunkSize: Int

  /// A plan for the request.
  /// - Throws: `SearchError` when the request is senseless or exceeds the limits; its message says what it needs.
  public init(
    _ request: SearchRequest, chunkSize: Int = Plan.usualChunkSize, limits: PlanLimits = PlanLimits()
  ) throws(SearchError) {
    precondition(chunkSize > 0, "a chunk holds at least one candidate")
    switch request {
    case .dynamics(let dynamics):
      try Plan.check(dynamics)
      space = try dynamics.space()
    }
    (self.request, self.chunkSize) = (request, chunkSize)
    try limits.check(self)
  }

  /// Number of formulas, mirrors included.
  public var candidates: Int { space.memberCount }
  /// Number of formulas to measure, after symmetry.
  public var measured: Int { space.count }
  /// Number of chunks.
  public var chunkCount: Int { (space.count - 1) / chunkSize + 1 }

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
