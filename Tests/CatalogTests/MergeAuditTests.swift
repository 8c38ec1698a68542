import Foundation
import GRDB
import TestSupport
import Testing
import WallisFormulas
import WallisMatrixFields
import WallisSearch

@testable import WallisCatalog

/// Shards that somebody changed are refused, each with what differs; those that nobody changed never are.
@Suite final class MergeAuditTests {
  private let scratch: Scratch
  /// A catalog that refused all that was merged into it.
  private var untouched: Catalog?
  private let parts: [Catalog]

  init() throws {
    let scratch = try Scratch()
    self.scratch = scratch
    parts = try Self.originals.get().parts.enumerated().map { place, part in
      try part.backup(to: scratch.path("part\(place + 1)"))
      return try scratch.catalog("part\(place + 1)")
    }
  }

  /// The parts as they were searched, for copies that are changed.
  private static let originals = Result<(scratch: Scratch, parts: [Catalog]), any Error> {
    let scratch = try Scratch()
    let parts = try (1...3).map { index in
      let part = try scratch.catalog("part\(index)")
      try scan(index, in: part)
      return part
    }
    return (scratch, parts)
  }

  private static func request(_ index: Int) throws -> DynamicsRequest {
    let box = try CoefficientBox(degree: 1, height: 2)
    return try DynamicsRequest(a: box, b: box, shard: Shard(index: index, count: 3), identify: true)
  }

  private static func scan(_ index: Int, in part: Catalog, _ resources: SearchResources = .standIn) throws {
    let job = try part.createJob(for: Plan(request(index), chunkSize: 8), engine: .test)
    _ = try SearchRunner(job: job, store: part, workers: 2, resources: resources).run()
  }

  /// What is said of a part that is refused; nil where it is taken.
  private func refusal(_ part: Catalog, seed: UInt64 = 7) throws -> String? {
    let target = try untouched ?? scratch.catalog("target-\(UUID().uuidString)")
    let before = try target.exported()
    untouched = nil
    do {
      _ = try target.merge(part, seed: seed)
      return nil
    } catch let error as CatalogError {
      #expect(try target.exported() == before, "\(error)")
      untouched = target
      guard case .differs = error else { throw error }
      #expect(error.remedy != nil)
      return error.message
    }
  }

  /// Changes a part behind its back: without the triggers that keep checksums, or with them.
  private func change(_ part: Catalog, _ sql: String, keepingChecksums: Bool = true) throws {
    try part.write { db in
      let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for name in triggers where !keepingChecksums { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(sql: sql)
    }
  }

  @Test func whatNobodyChangedIsTaken() throws {
    for part in parts {
      for seed in Array(1...20).sampled(every: 10) { #expect(try refusal(part, seed: UInt64(seed)) == nil) }
      let certificate = try part.read { try CertificateStore($0).stored(ofJob: 1) }
      #expect(certificate?.hasPrefix("{\"chunks\":12,\"exits\":{\"") == true, "\(certificate ?? "none")")
    }
    let target = try scratch.catalog("t")
    let summary = try target.merge(parts[0])
    #expect(summary.recomputed.chunks == 1 && summary.recomputed.members == 16)
    #expect(summary.uncertified == 0 && summary.foreign == 0 && summary.evaluated == summary.findings)
    // What is here already is not evaluated again.
    #expect(try target.merge(parts[0]).evaluated == 0)
  }

  @Test("The same part, done by one worker or three, killed or not, has the same certificate")
  func certificatesDoNotDependOnTheWay() throws {
    let other = try scratch.catalog("other")
    let job = try other.createJob(for: Plan(Self.request(1), chunkSize: 8), engine: .test)
    for _ in 0..<3 {
      var left = 2
      _ = try SearchRunner(job: job, store: other, workers: 1, resources: .standIn).run(interruption: {
        left -= 1
        return left < 0 ? .afterRunningChunks : .none
      })
    }
    _ = try SearchRunner(job: job, store: other, workers: 3, resources: .standIn).run()
    let texts = try [other, parts[0]].map { try $0.read { try CertificateStore($0).stored(ofJob: 1) } }
    #expect(texts[0] != nil && texts[0] == texts[1])
  }

  @Test(
    "Altered rows are told by their checksums",
    arguments: [
      "UPDATE formula SET delta = delta + 1 WHERE delta IS NOT NULL",
      "UPDATE coverage SET candidates = candidates + 2",
      "UPDATE finding SET closedForm = 'e' WHERE id = 2",
      "UPDATE chunk SET residue = residue + 1 WHERE number = 2",
      "UPDATE funnel SET formulas = formulas + 1 WHERE reason = 'measured'",
    ])
  func alteredBytes(sql: String) throws {
    try change(parts[1], sql, keepingChecksums: false)
    let message = try #require(try refusal(parts[1]))
    #expect(message.contains("part2 is refused: a row of "), "\(message)")
    #expect(message.contains("is not what was written"), "\(message)")
  }

  @Test(
    "Counts with right checksums are told by the certificates",
    arguments: [
      ("UPDATE coverage SET candidates = candidates + 2", "what it covered is not what its chunks counted"),
      ("UPDATE coverage SET funnel = replace(funnel, '\"infinite\":', '\"infinite\":9')", "are stated"),
      ("UPDATE funnel SET formulas = formulas + 1 WHERE reason = 'infinite'", "do not add up to its exits"),
      (
        "UPDATE chunk SET residue = residue + 1 WHERE number = 2",
        "are not those that its certificate is about"
      ),
      ("UPDATE chunk SET residue = NULL WHERE number = 2", "a chunk of it has no certificate"),
      ("DELETE FROM chunk WHERE number = 3", "do not add up to its exits"),
      ("UPDATE job SET certificate = '{}'", "are not those that its certificate is about"),
    ])
  func alteredCounts(sql: String, said: String) throws {
    try change(parts[2], sql)
    let message = try #require(try refusal(parts[2]))
    #expect(message.hasPrefix("shard 3/3 of dynamics degree 1,1 height 2 in "), "\(message)")
    #expect(message.contains(said), "\(message)")
  }

  /// Whoever searched with another measurer than ours, and certified what came out, is told by computing again: whichever
  /// chunk is drawn.
  @Test func consistentForgeries() throws {
    struct Lying: CandidateMeasurer {
      mutating func measure(a: [Int], b: [Int], reduction: Reduction?) -> Dynamics {
        var base = StandInMeasurer()
        let dynamics = base.measure(a: a, b: b, reduction: reduction)
        return dynamics.outcome == .infinite ? Dynamics(outcome: .diverges(.complexRoots)) : dynamics
      }
    }
    var resources = SearchResources.standIn
    resources.measurer = { _, _, _ in Lying() }
    let forged = try scratch.catalog("forged")
    try Self.scan(1, in: forged, resources)
    let messages = try (1...12).compactMap { try refusal(forged, seed: UInt64($0)) }
    #expect(messages.count >= 4, "chunks without an infinite limit cannot tell: \(messages.count)")
    #expect(messages.allSatisfy { $0.contains("computed again with seed") && $0.contains("come out") })
  }

  /// A false closed form with a false limit, certified and consistent, stands in a chunk that is not drawn: its formula is
  /// evaluated, whatever is drawn.
  @Test func everyFindingIsEvaluated() throws {
    struct Forging: Identifier {
      let key: String
      mutating func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery] {
        var honest = StandInIdentifier()
        let findings = honest.identify(formula, dynamics: dynamics)
        guard formula.key == key else { return findings }
        return findings.map { finding in
          var forged = finding
          (forged.value, forged.closedForm) = ("9.869604401089358", "pi^2")
          return forged
        }
      }
    }
    struct Measuring: CandidateMeasurer {
      let key: String
      mutating func measure(a: [Int], b: [Int], reduction: Reduction?) -> Dynamics {
        var base = StandInMeasurer()
        var dynamics = base.measure(a: a, b: b, reduction: reduction)
        if Formula(ContinuedFraction(a: a, b: b)).key == key {
          (dynamics.value, dynamics.digits) = ("9.869604401089358", 16)
        }
        return dynamics
      }
    }
    let key = try #require(try parts[0].findings(ofJob: 1).first?.formula.key)
    var resources = SearchResources.standIn
    resources.identifier = { Forging(key: key) }
    resources.measurer = { _, _, _ in Measuring(key: key) }
    let forged = try scratch.catalog("forged")
    try Self.scan(1, in: forged, resources)
    var byEvaluation = 0
    for seed in 1...12 {
      let message = try #require(try refusal(forged, seed: UInt64(seed)))
      if message.contains("evaluated again, ") && message.contains("pi^2") { byEvaluation += 1 }
    }
    #expect(byEvaluation >= 8, "most chunks are honest: \(byEvaluation)")
  }

  @Test("Rows that are missing or changed with right checksums are told where their chunk is drawn")
  func sampledRows() throws {
    try change(parts[0], "UPDATE formula SET digits = digits + 1 WHERE value IS NOT NULL")
    let changed = try (1...12).compactMap { try refusal(parts[0], seed: UInt64($0)) }
    #expect(changed.count == 12 && changed.allSatisfy { $0.contains("yields other figures for pcf") })
    try change(parts[1], "DELETE FROM formula")
    let missing = try (1...12).compactMap { try refusal(parts[1], seed: UInt64($0)) }
    #expect(missing.count >= 11 && missing.allSatisfy { $0.contains("which is missing") }, "\(missing)")
  }

  @Test("Jobs of earlier versions and of other engines are counted, not refused")
  func whatCannotBeCertified() throws {
    try change(parts[0], "UPDATE job SET certificate = NULL; UPDATE chunk SET residue = NULL, funnel = NULL")
    let target = try scratch.catalog("t")
    #expect(try target.merge(parts[0]).uncertified == 1)
    var check = MergeCheck.standIn()
    check.engine = EngineIdentity(version: "another", machine: "test")
    let summary = try target.merge(parts[1], check: check)
    #expect(summary.foreign == 1 && summary.recomputed.chunks == 0 && summary.uncertified == 0)
  }

  @Test("Shards of a job that other machines search make it, in any order and again, or are refused")
  func shardsOfAJob() throws {
    let whole = try scratch.catalog("whole")
    let box = try CoefficientBox(degree: 1, height: 2)
    let plan = try Plan(DynamicsRequest(a: box, b: box, identify: true), chunkSize: 8)
    _ = try SearchRunner(
      job: whole.createJob(for: plan, engine: .test), store: whole, workers: 2, resources: .standIn
    ).run()
    let target = try scratch.catalog("t")
    let job = try target.createJob(for: plan, engine: .test, shards: 3)
    #expect(job.shards == 3 && job.size?.chunks == 3)
    func part(_ place: Int) throws -> MergedShard {
      try MergedShard(ofJob: job.number, request: Self.request(place), shard: Shard(index: place, count: 3))
    }
    for index in [3, 1, 3, 2] { _ = try target.merge(parts[index - 1], check: .standIn(), as: part(index)) }
    // Another shard than the one that is asked for.
    #expect(throws: CatalogError.self) { try target.merge(parts[0], check: .standIn(), as: part(2)) }
    try target.finishShards(ofJob: job.number)
    #expect(try target.exported() == whole.exported())
    let (own, other) = (try target.job(job.number), try whole.job(1))
    #expect(own.funnel == other.funnel && own.findingCount == other.findingCount)
    #expect(own.storedCount == other.storedCount && own.state == .finished && own.chunksDone == 3)
    #expect(try target.findings(ofJob: job.number) == whole.findings(ofJob: 1))
    // The merged catalog is itself certified, and merged further.
    let further = try scratch.catalog("f")
    #expect(try further.merge(target).uncertified == 0)
    #expect(try further.exported() == whole.exported())
  }
}
