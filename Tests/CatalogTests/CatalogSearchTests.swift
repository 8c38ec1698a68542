import Foundation
import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

@Suite struct CatalogSearchTests {
  @Test("Exports are the same bytes for any number of workers", arguments: [2, 3]) func workers(count: Int)
    throws
  {
    let scratch = try Scratch()
    let (alone, together) = (try scratch.catalog("1.sqlite"), try scratch.catalog("n.sqlite"))
    let summary = try alone.scan(workers: 1)
    #expect(summary.isFinished && summary.funnel.total == 576 && summary.stored == 576)
    _ = try together.scan(workers: count)
    #expect(try alone.exported() == together.exported())
    #expect(try alone.exported().split(separator: "\n").filter { $0.hasPrefix("formula") }.count == 288)
  }

  @Test("A process that dies before every commit leaves what an uninterrupted one does") func killing() throws
  {
    let scratch = try Scratch()
    let whole = try scratch.catalog("whole.sqlite")
    _ = try whole.scan()
    var number: Int?
    for _ in 0..<200 {
      let catalog = try scratch.catalog("killed.sqlite")
      let job = try number.map { try catalog.job($0) }
      do {
        number = try scan(InterceptedStore(catalog, commitsLeft: 1), job: job).job
        break
      } catch is InterceptedStore.Death {
        number = try catalog.latestUnfinishedJob()?.number
      }
      try catalog.close()
    }
    let killed = try scratch.catalog("killed.sqlite")
    #expect(try killed.jobs().map(\.state) == [.finished])
    #expect(try killed.exported() == whole.exported())
  }

  @Test("A chunk that is committed twice counts once") func committingTwice() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let box = try CoefficientBox(degree: 0, height: 1)
    let job = try catalog.createJob(for: Plan(DynamicsRequest(a: box, b: box)), engine: .test)
    var chunk = ChunkResult(chunk: 0)
    chunk.funnel.add("measured", 4)
    try catalog.commit(chunk, ofJob: job.number)
    try catalog.commit(chunk, ofJob: job.number)
    #expect(try catalog.job(1).funnel["measured"] == 4)
    #expect(try catalog.job(1).chunksDone == 1)
    #expect(throws: CatalogError.noSuchJob(7)) { try catalog.job(7) }
  }

  @Test("A chunk that cannot be stored leaves nothing behind") func atomicity() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let box = try CoefficientBox(degree: 0, height: 1)
    let job = try catalog.createJob(for: Plan(DynamicsRequest(a: box, b: box)), engine: .test)
    var chunk = ChunkResult(chunk: 0)
    let good = Dynamics(outcome: .infinite)
    var bad = good
    bad.digits = -1
    for (key, dynamics) in [("pcf 1 1", good), ("pcf 1 -1", bad)] {
      chunk.formulas.append(
        MeasuredFormula(
          key: key, canonicalKey: key, signs: .both, dynamics: dynamics, depth: 1000, against: 2000))
    }
    #expect(throws: CatalogError.self) { try catalog.commit(chunk, ofJob: job.number) }
    #expect(try catalog.statistics().rows == 0 && catalog.job(1).chunksDone == 0)
  }

  @Test("A second job over the same space finds the same again and stores nothing twice") func again() throws
  {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let first = try catalog.scan()
    let export = try catalog.exported()
    let second = try catalog.scan(chunkSize: 50)
    #expect(second.job == 2 && second.findings == first.findings && !first.findings.isEmpty)
    #expect(try catalog.exported() == export)
    #expect(try catalog.statistics().rows == 288)
  }

  @Test("The deeper measurement stays, whichever comes first; signs unite") func deeper() throws {
    let scratch = try Scratch()
    var exports: [String] = []
    for (name, order) in [("up", [100, 1000]), ("down", [1000, 100])] {
      let catalog = try scratch.catalog(name)
      for depth in order {
        var dynamics = Dynamics(outcome: .value, value: "1.5", digits: 2)
        dynamics.delta = Double(depth)
        try catalog.write { db in
          try FormulaWriter(db, .standard).insert([
            MeasuredFormula(
              key: "pcf 1 1", canonicalKey: "pcf 1 1", signs: depth == 100 ? .plus : .minus,
              dynamics: dynamics,
              depth: depth, against: 2 * depth)
          ])
        }
      }
      let rows = try catalog.answer(CatalogQuery()).rows
      #expect(rows.map(\.dynamics.delta) == [1000, 1000] && rows.map(\.dynamics.value) == ["1.5", "-1.5"])
      exports.append(try catalog.exported())
    }
    #expect(exports[0] == exports[1])
  }

  @Test("Coverage keeps the space, what measured it and the exits") func coverage() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let summary = try catalog.scan()
    let coverage = try catalog.coverage()
    #expect(coverage.map(\.covered.space.description) == ["degree 1,1 height 2"])
    #expect(coverage.first?.funnel == summary.funnel && coverage.first?.covered.candidates == 576)
    #expect(coverage.first?.engine == .test && coverage.first?.covered.terms.depth == 1000)
  }

  @Test("A real search of degree (0, 0) stores what the engine measures") func engine() throws {
    let scratch = try Scratch()
    let catalog = try scratch.catalog()
    let box = try CoefficientBox(degree: 0, height: 2)
    let request = DynamicsRequest(a: box, b: box, depth: 100, against: 200)
    let job = try catalog.createJob(for: Plan(request), engine: .test)
    let summary = try SearchRunner(job: job, store: catalog, workers: 2).run()
    #expect(summary.funnel.total == 16)
    // a(n) = b(n) = 1 is the golden ratio
    let golden = Formula(ContinuedFraction(a: [-1], b: [1]))
    let value = try catalog.row(for: golden)?.dynamics.value
    #expect(value?.hasPrefix("-1.6180339887498948482045868") == true)
  }

  private func scan(_ store: some SearchStore, job: Job?) throws -> SearchSummary {
    let box = try CoefficientBox(degree: 1, height: 2)
    let plan = try Plan(DynamicsRequest(a: box, b: box, identify: true), chunkSize: 7)
    let job = try job ?? store.createJob(for: plan, engine: .test)
    return try SearchRunner(job: job, store: store, workers: 2, resources: .standIn).run()
  }
}
