import Foundation
import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

@Suite struct MergeTests {
  /// Spaces with mirrors, with members drawn at random, and with repetitions across the borders of shards.
  static let spaces = ["mirrors", "sample", "structured"]

  private func request(_ name: String, shard: Shard?) throws -> DynamicsRequest {
    let box = try CoefficientBox(degree: 1, height: 2)
    switch name {
    case "sample":
      return DynamicsRequest(a: box, b: box, sample: .init(count: 200, seed: 5), shard: shard, identify: true)
    case "structured":
      return try DynamicsRequest(
        a: "x*n+1", b: "y^2*n+x^2", parameters: "x=-4..4,y=-5..5", shard: shard, identify: true)
    default: return DynamicsRequest(a: box, b: box, shard: shard, identify: true)
    }
  }

  private func scan(_ space: String, shard: Shard?, in catalog: Catalog) throws {
    let job = try catalog.createJob(
      for: Plan(request(space, shard: shard), chunkSize: 10), engine: .test)
    let summary = try SearchRunner(job: job, store: catalog, workers: 2, resources: .standIn).run()
    #expect(summary.isFinished && summary.funnel.total == job.size?.candidates)
  }

  @Test(
    "The merge of all shards exports the bytes of the whole, in any order and form",
    arguments: spaces.sampled(every: 4))
  func shards(space: String) throws {
    let scratch = try Scratch()
    let whole = try scratch.catalog("whole")
    try scan(space, shard: nil, in: whole)
    let parts = try (1...3).map { index in
      let part = try scratch.catalog("part\(index)")
      try scan(space, shard: Shard(index: index, count: 3), in: part)
      #expect(try part.coverage().allSatisfy { $0.covered.space.shard?.description == "\(index)/3" })
      return part
    }
    for order in [[0, 1, 2], [2, 0, 1], [1, 1, 2, 0, 2]] {
      let (merged, text) = (try scratch.catalog("m\(order)"), try scratch.catalog("t\(order)"))
      for place in order {
        _ = try merged.merge(parts[place])
        _ = try text.importText(parts[place].exported())
      }
      #expect(try merged.exported() == whole.exported())
      #expect(try text.exported() == whole.exported())
    }
    let mixed = try scratch.catalog("mixed")
    _ = try mixed.merge(parts[1])
    _ = try mixed.merge(whole)
    _ = try mixed.importText(parts[0].exported())
    #expect(try mixed.exported() == whole.exported())
  }

  @Test("All shards scanned into one catalog are the whole", arguments: spaces) func oneCatalog(space: String)
    throws
  {
    let scratch = try Scratch()
    let (whole, divided) = (try scratch.catalog("whole"), try scratch.catalog("divided"))
    try scan(space, shard: nil, in: whole)
    for index in [2, 4, 1] { try scan(space, shard: Shard(index: index, count: 4), in: divided) }
    #expect(try divided.coverage().count == 3)
    try scan(space, shard: Shard(index: 3, count: 4), in: divided)
    #expect(try divided.exported() == whole.exported())
  }

  @Test("Shards measured by different engines or at different depths stay apart") func differing() throws {
    let scratch = try Scratch()
    let (first, second) = (try scratch.catalog("1"), try scratch.catalog("2"))
    try scan("mirrors", shard: Shard(index: 1, count: 2), in: first)
    try scan("mirrors", shard: Shard(index: 2, count: 2), in: second)
    try second.write { try $0.execute(sql: "UPDATE coverage SET version = 'other'") }
    _ = try first.merge(second)
    #expect(try first.coverage().map { $0.covered.space.shard?.description } == ["1/2", "2/2"])
  }

  @Test("Metrics keep all their digits, deeper measurements win, and a merge that fails adds nothing")
  func exact() throws {
    let scratch = try Scratch()
    let (source, target) = (try scratch.catalog("source"), try scratch.catalog("target"))
    var dynamics = Dynamics(outcome: .value, value: "1.5", digits: 2)
    dynamics.delta = 1.0 / 3
    func formula(_ key: String, depth: Int, signs: Signs) -> MeasuredFormula {
      MeasuredFormula(
        key: key, canonicalKey: key, signs: signs, dynamics: dynamics, depth: depth, against: 2 * depth)
    }
    try source.store((1...100).map { formula("pcf \($0) 1", depth: 1000, signs: .plus) })
    dynamics.delta = 7
    try target.store([
      formula("pcf 1 1", depth: 500, signs: .minus), formula("pcf 2 1", depth: 5000, signs: .plus),
    ])
    #expect(try target.merge(source).formulas == 100)
    func delta(_ key: String) throws -> Double? {
      try FormulaKinds.standard.formula(key: key).flatMap { try target.row(for: $0) }?.dynamics.delta
    }
    #expect(try delta("pcf 1 1") == 1.0 / 3 && delta("pcf -1 1") == 1.0 / 3 && delta("pcf 2 1") == 7)
    #expect(try target.statistics().formulas == 101)
    let before = try target.exported()
    try source.write { try $0.execute(sql: "UPDATE coverage SET funnel = '{}'; DROP TABLE coverage") }
    #expect(throws: CatalogError.self) { try target.merge(source) }
    #expect(try target.exported() == before)
    #expect(throws: CatalogError.self) { try target.merge(target) }
    #expect(Catalog.isCatalog(at: target.path) && !Catalog.isCatalog(at: scratch.path("none")))
  }
}
