import TestSupport
import Testing
import WallisFormulas
import WallisSearch

@Suite struct DynamicsSearchTests {
  private func plan(identify: Bool = true) throws -> Plan {
    let request = try DynamicsRequest(
      a: CoefficientBox(degree: 1, height: 2), b: CoefficientBox(degree: 1, height: 2), identify: identify)
    return try Plan(request, chunkSize: 7)
  }

  private func search(_ job: Job, in store: any SearchStore, workers: Int) throws -> SearchRunner {
    try SearchRunner(job: job, store: store, workers: workers, resources: .standIn)
  }

  @Test("Chunks cover the space once") func chunks() throws {
    let plan = try plan()
    #expect(plan.candidates == 24 * 24 && plan.measured == 288 && plan.chunkCount == 42)
    let numbers = (0..<plan.chunkCount).flatMap { plan.units(inChunk: $0) }
    #expect(numbers == Array(0..<288))
  }

  @Test("Any number of workers stores the same", arguments: [1, 2, 3, 8]) func workers(count: Int) throws {
    let alone = MemoryStore()
    let together = MemoryStore()
    let first = try search(alone.createJob(for: plan(), engine: .test), in: alone, workers: 1).run()
    let second = try search(together.createJob(for: plan(), engine: .test), in: together, workers: count)
      .run()
    #expect(first.isFinished && second.isFinished)
    #expect(alone.formulas == together.formulas && alone.formulas.count == 288)
    #expect(first.findings == second.findings && !first.findings.isEmpty)
    #expect(first.funnel == second.funnel)
  }

  @Test("The funnel adds up to the raw count and its parts to independent counts") func funnel() throws {
    let store = MemoryStore()
    let summary = try search(store.createJob(for: plan(), engine: .test), in: store, workers: 2).run()
    #expect(summary.funnel.total == summary.candidates && summary.candidates == 576)
    let infinite = store.formulas.filter { $0.dynamics.outcome == .infinite }.count
    #expect(summary.funnel["infinite"] == 2 * infinite && infinite > 0)
    #expect(summary.funnel["identified"] == 2 * summary.findings.count)
    #expect(summary.funnel["diverges: complex characteristic roots"] > 0)
    #expect(summary.funnel["terminates infinite"] > 0)
  }

  @Test("A search that is interrupted after every chunk ends with the same results") func resuming() throws {
    let whole = MemoryStore()
    let expected = try search(whole.createJob(for: plan(), engine: .test), in: whole, workers: 2).run()
    let store = MemoryStore()
    let job = try store.createJob(for: plan(), engine: .test)
    /// Asks to stop from the second time on: the first comes before any worker has begun.
    func runUntilAChunkIsDone(_ job: Job) throws -> SearchSummary {
      var asked = 0
      return try search(job, in: store, workers: 1).run(interruption: {
        asked += 1
        return asked > 1 ? .afterRunningChunks : .none
      })
    }
    var runs = 1
    var last = try runUntilAChunkIsDone(job)
    while !last.isFinished, runs < 1000 {
      last = try runUntilAChunkIsDone(store.job(job.number))
      runs += 1
    }
    #expect(runs > 1)
    #expect(last.isFinished && store.formulas == whole.formulas)
    #expect(last.funnel == expected.funnel && last.findings == expected.findings)
    #expect(try store.latestUnfinishedJob() == nil)
  }

  @Test(
    "A store that fails after every chunk, as a kill would, loses nothing but the chunk", arguments: [1, 3])
  func killing(workers: Int) throws {
    let whole = MemoryStore()
    _ = try search(whole.createJob(for: plan(), engine: .test), in: whole, workers: 1).run()
    let store = MemoryStore()
    let job = try store.createJob(for: plan(), engine: .test)
    let chunks = try plan().chunkCount
    for run in 1...chunks {
      let search = try search(job, in: InterceptedStore(store, commitsLeft: 1), workers: workers)
      if run < chunks {
        #expect(throws: InterceptedStore.Death.self) { try search.run() }
        #expect(try store.chunksDone(ofJob: job.number).count == run)
      } else {
        #expect(try search.run().isFinished)
      }
    }
    #expect(store.formulas == whole.formulas)
  }

  @Test("Dropping running chunks returns soon and stores only whole chunks") func dropping() throws {
    let store = MemoryStore()
    let job = try store.createJob(for: plan(), engine: .test)
    let summary = try search(job, in: store, workers: 3).run(interruption: { .now })
    // 41 chunks of 7 mirror pairs and one of a single pair
    #expect(summary.funnel.total % 14 == 0 || summary.funnel.total == 576)
    #expect(summary.funnel.total == summary.stored)
    let again = try search(job, in: store, workers: 3).run()
    #expect(again.isFinished && again.funnel.total == 576)
    let idle = try search(store.job(1), in: store, workers: 3).run()
    #expect(idle.isFinished && idle.scannedNow == 0)
  }

  @Test("Progress ends at the whole, without identification too") func progress() throws {
    let store = MemoryStore()
    let job = try store.createJob(for: plan(identify: false), engine: .test)
    var samples: [SearchProgress] = []
    let summary = try search(job, in: store, workers: 2).run(progress: { samples.append($0) })
    #expect(samples.last?.scanned == 576 && samples.last?.chunksDone == 42 && samples.last?.chunkCount == 42)
    #expect(summary.findings.isEmpty && summary.funnel["measured"] > 0 && summary.funnel["identified"] == 0)
  }
}
