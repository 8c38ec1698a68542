import Foundation
import GRDB
import Synchronization
import Testing
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// What a search meets when the disk is full or a page of the catalog cannot be read, injected after some chunks.
@Suite struct FailureTests {
  private func isIntact(_ catalog: Catalog) throws -> Bool {
    try catalog.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"]
  }

  private func scan(_ store: some SearchStore, job: Job?) throws -> SearchSummary {
    let box = try CoefficientBox(degree: 1, height: 2)
    let plan = try Plan(DynamicsRequest(a: box, b: box, identify: true), chunkSize: 20)
    let job = try job ?? store.createJob(for: plan, engine: .test)
    return try SearchRunner(job: job, store: store, workers: 2, resources: .standIn).run()
  }

  @Test("A full disk stops the search with nothing lost; after making room it goes on") func diskFull() throws
  {
    let scratch = try Scratch()
    let whole = try scratch.catalog("whole.sqlite")
    _ = try scan(whole, job: nil)
    let path = scratch.path("full.sqlite")
    let catalog = try Catalog.open(at: path)
    let pages = try catalog.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try catalog.write { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)") }
    #expect(throws: CatalogError.diskFull(path: path)) { try scan(catalog, job: nil) }
    let done = try catalog.job(1)
    #expect(done.state == .unfinished && done.chunksDone > 0 && done.chunksDone < done.size?.chunks ?? 0)
    #expect(try catalog.statistics().formulas == done.scanned && isIntact(catalog))
    try catalog.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try scan(catalog, job: done).isFinished)
    #expect(try catalog.exported() == whole.exported())
  }

  @Test(
    "A page that becomes unreadable stops the search; once it can be read again, the search goes on",
    arguments: [Damage.garbage, .cutOff])
  func unreadablePage(damage: Damage) throws {
    let scratch = try Scratch()
    let whole = try scratch.catalog("whole.sqlite")
    _ = try scan(whole, job: nil)
    let path = scratch.path("damaged.sqlite")
    let catalog = try Catalog.open(at: path)
    let store = DamagedStore(catalog, damage: damage, afterCommits: 5)
    do {
      _ = try scan(store, job: nil)
      Issue.record("the damage was not met")
    } catch CatalogError.corrupt(let place, _) {
      #expect(place == path)
    }
    try store.repair()
    let reopened = try Catalog.open(at: path, creating: false)
    let done = try reopened.job(1)
    #expect(done.state == .unfinished && done.chunksDone >= 5 && done.chunksDone < done.size?.chunks ?? 0)
    #expect(try reopened.statistics().formulas == done.scanned && isIntact(reopened))
    #expect(try scan(reopened, job: done).isFinished)
    #expect(try reopened.exported() == whole.exported())
  }

  enum Damage: String, CustomTestStringConvertible {
    case garbage
    case cutOff
    var testDescription: String { rawValue }
  }
}

/// A catalog whose file is damaged behind its back after some commits: the root of the index of keys, which every
/// commit reads, is overwritten, or the file is cut off before it.
private final class DamagedStore: SearchStore {
  private let base: Catalog
  private let damage: FailureTests.Damage
  private let commitsLeft: Mutex<Int>
  private let original = Mutex<Data>(Data())

  init(_ base: Catalog, damage: FailureTests.Damage, afterCommits count: Int) {
    (self.base, self.damage) = (base, damage)
    commitsLeft = Mutex(count)
  }

  func commit(_ chunk: ChunkResult, ofJob number: Int) throws {
    let isDue = commitsLeft.withLock { left in
      left -= 1
      return left == -1
    }
    if isDue { try spoil() }
    try base.commit(chunk, ofJob: number)
  }

  /// Puts back what was there, as a disk that answers again.
  func repair() throws {
    try base.pool.close()
    try original.withLock { $0 }.write(to: URL(fileURLWithPath: base.path))
  }

  private func spoil() throws {
    // Everything in the main file, nothing in caches.
    base.settle()
    let (page, size) = try base.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA shrink_memory")
      return (
        try Int.fetchOne(
          db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_formula_1'") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      )
    }
    let url = URL(fileURLWithPath: base.path)
    try original.withLock { $0 = try Data(contentsOf: url) }
    let file = try FileHandle(forUpdating: url)
    switch damage {
    case .garbage:
      try file.seek(toOffset: UInt64((page - 1) * size))
      try file.write(contentsOf: Data(repeating: 0xA5, count: size))
    case .cutOff: try file.truncate(atOffset: UInt64((page - 1) * size + 100))
    }
    try file.close()
  }

  func createJob(for plan: Plan, engine: EngineIdentity) throws -> Job {
    try base.createJob(for: plan, engine: engine)
  }
  func job(_ number: Int) throws -> Job { try base.job(number) }
  func jobs() throws -> [Job] { try base.jobs() }
  func latestUnfinishedJob() throws -> Job? { try base.latestUnfinishedJob() }
  func chunksDone(ofJob number: Int) throws -> Set<Int> { try base.chunksDone(ofJob: number) }
  func findings(ofJob number: Int) throws -> [Discovery] { try base.findings(ofJob: number) }
  func measured(_ keys: [String]) throws -> [String: MeasuredFormula] { try base.measured(keys) }
  func formulas(ofJob number: Int) throws -> [MeasuredFormula] { try base.formulas(ofJob: number) }
  func resizeJob(_ number: Int, to size: JobSize) throws { try base.resizeJob(number, to: size) }
  func finishJob(_ number: Int, covering coverage: Coverage) throws {
    try base.finishJob(number, covering: coverage)
  }
}
