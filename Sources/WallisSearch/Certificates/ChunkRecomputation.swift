internal import WallisArithmetic

/// Computes chunks of a job again, to compare what another machine states with what comes out here.
package struct ChunkRecomputation: Sendable {
  private let plan: Plan
  private let resources: SearchResources

  /// - Throws: `SearchError` for a request that makes no sense.
  package init(_ request: any SearchMethod, chunkSize: Int, resources: SearchResources) throws(SearchError) {
    plan = try Plan(request, chunkSize: chunkSize, limits: .none)
    self.resources = resources
  }

  /// Members and chunks of the first round.
  package var size: JobSize { plan.size }

  /// One in a hundred of so many chunks, at least one, drawn at random without repetition; in rising order.
  package static func sample(of count: Int, seed: UInt64) -> [Int] {
    guard count > 0 else { return [] }
    let permutation = IndexPermutation(count: count, seed: seed)
    return (0..<(count + 99) / 100).map { permutation[$0] }.sorted()
  }

  /// What chunks of the first round yield, in the order of their numbers here.
  /// - Precondition: every number is one of the first round.
  package func results(ofChunks chunks: [Int], workers: Int) -> [ChunkResult] {
    let makeWork = plan.round.units.prepared(workers: workers).work(resources, SearchCounters())
    let plan = plan
    return WorkerThreads.map(count: chunks.count, workers: workers) {
      var work = makeWork()
      return { place in
        var result = ChunkResult(chunk: chunks[place])
        // Nobody interrupts these counters, so that no chunk is dropped.
        _ = work.take(plan.units(inChunk: chunks[place]), into: &result)
        return result
      }
    }
  }
}
