/// What a request comes to: units, chunks, their order, an estimate. Made when a search begins or goes on.
///
/// Chunks are consecutive units of a round, `chunkSize` each; they depend on the request alone, never on the number of
/// workers, so results do not either. Those of a round are run in a fixed pseudo-random order, because neighbours in a
/// space cost alike: after a tenth of the chunks the time that the others need is known. The chunks of a further round
/// are numbered behind those of the rounds before it.
public struct Plan: Sendable {
  /// Candidates in a chunk unless a method says otherwise: about 0.1 s of measuring.
  public static let usualChunkSize = 256
  /// Most chunks that a plan makes by itself; beyond, chunks grow, so that memory and bookkeeping do not.
  public static let mostChunks = 1 << 20

  /// What was asked.
  public let request: any SearchMethod
  /// Units in every chunk but the last of a round.
  public let chunkSize: Int
  private(set) var rounds: [PlannedRound]

  /// A plan for the first round of the request; without a chunk size that of the method.
  /// - Throws: `SearchError` when the request is senseless or exceeds the limits; its message says what it needs.
  public init(
    _ request: any SearchMethod, chunkSize: Int? = nil, limits: PlanLimits = PlanLimits()
  ) throws(SearchError) {
    precondition(chunkSize.map { $0 > 0 } ?? true, "a chunk holds at least one unit")
    let units = try request.units()
    self.request = request
    self.chunkSize = chunkSize ?? units.usualChunkSize
    rounds = [PlannedRound(units, chunkSize: self.chunkSize, firstChunk: 0)]
    try limits.check(self)
  }

  /// Members of the rounds so far: formulas with their mirrors, pairs, lines.
  public var candidates: Int { rounds.reduce(0) { $0 + $1.units.members } }
  /// Units of the rounds so far: formulas to measure, after symmetry.
  public var measured: Int { rounds.reduce(0) { $0 + $1.units.count } }
  /// Chunks of the rounds so far.
  public var chunkCount: Int { round.chunks.upperBound }
  /// Members and chunks, as a job keeps them.
  public var size: JobSize { JobSize(candidates: candidates, chunks: chunkCount) }
  /// The round that is being worked on.
  var round: PlannedRound { rounds[rounds.count - 1] }

  /// Number of the chunk that is run at this place of the order.
  /// - Precondition: 0 ≤ place < chunkCount.
  public func chunk(at place: Int) -> Int { round(ofChunk: place).chunk(at: place) }

  /// Units of a chunk, by their numbers within their round.
  /// - Precondition: 0 ≤ chunk < chunkCount.
  public func units(inChunk chunk: Int) -> Range<Int> { round(ofChunk: chunk).units(inChunk: chunk) }

  private func round(ofChunk chunk: Int) -> PlannedRound {
    guard let round = rounds.first(where: { $0.chunks.contains(chunk) }) else {
      preconditionFailure("a plan has chunks 0 ..< \(chunkCount)")
    }
    return round
  }

  /// What the rounds so far need.
  public func estimate(workers: Int) -> PlanEstimate { round.units.estimate(workers: workers) }

  /// Adds the round that follows from the results of those before it; false after the last one.
  mutating func addRound(after results: JobResults, workers: Int) throws -> Bool {
    guard let units = try round.units.next(after: results, workers: workers) else { return false }
    rounds.append(PlannedRound(units, chunkSize: chunkSize, firstChunk: chunkCount))
    return true
  }
}

/// The units of one round in chunks.
struct PlannedRound: Sendable {
  let units: any SearchUnits
  /// Numbers of its chunks.
  let chunks: Range<Int>
  private let chunkSize: Int
  private let order: IndexPermutation

  /// Any fixed number serves; another one only changes the order in which chunks are run.
  private static let seedOfOrder: UInt64 = 1655

  init(_ units: any SearchUnits, chunkSize: Int, firstChunk: Int) {
    precondition(units.count > 0, "a round has at least one unit")
    (self.units, self.chunkSize) = (units, chunkSize)
    order = IndexPermutation(count: (units.count - 1) / chunkSize + 1, seed: PlannedRound.seedOfOrder)
    chunks = firstChunk..<firstChunk + order.count
  }

  func chunk(at place: Int) -> Int { chunks.lowerBound + order[place - chunks.lowerBound] }

  func units(inChunk chunk: Int) -> Range<Int> {
    let start = (chunk - chunks.lowerBound) * chunkSize
    return start..<start + min(chunkSize, units.count - start)
  }
}
