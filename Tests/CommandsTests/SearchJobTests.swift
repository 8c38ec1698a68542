import Foundation
import Synchronization
import TestSupport
import Testing
import WallisCatalog
import WallisDocuments
import WallisFormulas
import WallisSearch

@testable import WallisCommands

/// Jobs as verbs begin, list and resume them, for a method that has no verb and is in no other file.
@Suite struct SearchJobTests {
  private let catalog = FileManager.default.temporaryDirectory.appendingPathComponent(
    "jobs-\(UUID().uuidString).sqlite"
  ).path

  private func context() -> VerbContext {
    var context = VerbContext.test()
    (context.catalog, context.methods) = (catalog, context.methods.adding([SquaresRequest.self]))
    return context
  }

  private func reply(_ words: String..., in context: VerbContext? = nil) throws -> Reply {
    let context = context ?? self.context()
    return try context.table.parse(words).reply(in: context)
  }

  /// Begins a search whose process dies after some chunks.
  private func begin(_ request: SquaresRequest, dyingAfter commits: Int) throws {
    let store = try Catalog.open(at: catalog)
    let job = try store.createJob(for: Plan(request), engine: .current)
    let dying = InterceptedStore(store, commitsLeft: commits)
    let runner = try SearchRunner(job: job, store: dying, workers: 1, methods: context().methods)
    #expect(throws: InterceptedStore.Death.self) { try runner.run() }
    try store.close()
  }

  @Test func aMethodWithoutAVerbIsListedResumedCoveredAndExported() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    try begin(SquaresRequest(1, 30, furtherRounds: 1), dyingAfter: 5)
    let jobs = try reply("jobs")
    #expect(jobs.json?["jobs"]?.text.contains(#""space":"numbers 1..30 and 1 rounds""#) == true)
    #expect(jobs.json?["jobs"]?.text.contains(#""chunks":10,"chunksDone":5"#) == true)
    let resumed = try reply("resume")
    #expect(resumed.exit == .done && resumed.json?["finished"] == .bool(true))
    // 1, 4, 9, 16, 25 up to 30; the round after it, 31 to 35, has none.
    #expect(resumed.json?["candidates"] == .integer(35) && resumed.json?["stored"] == .integer(5))
    #expect(resumed.json?["funnel"] == ["a square": 5, "no square": 30])
    let coverage = try reply("coverage")
    #expect(coverage.json?.text.contains(#""method":"squares","space":"numbers 1..30 and 1 rounds""#) == true)
    #expect(try reply("catalog", "query", "value > 4").json?["total"] == .integer(1))
    #expect(try reply("resume", "1").json?["finished"] == .bool(true))
  }

  @Test func aPausedSearchKeepsNoWriterWaiting() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let path = catalog
    let halts = Mutex<[Bool]>([])
    let stop = StopRequests(halt: {
      let formula = MeasuredFormula(
        key: "pcf 9 9", canonicalKey: "pcf 9 9", signs: .both,
        dynamics: Dynamics(outcome: .undetermined("a note")), depth: 1, against: 2)
      let isFree = Result { try Catalog.open(at: path, patience: 0).store([formula]) }.isSuccess
      halts.withLock { $0.append(isFree) }
    })
    #expect(!stop.requestPause(), "nothing runs that would pause")
    var context = context()
    context.stopRequests = stop
    context.progress = { _ in _ = stop.requestPause() }
    let words = [
      "search", "dynamics", "--a", "1..2,0..1", "--b", "1..2,0", "--depth", "20", "--against", "40",
    ]
    #expect(try context.table.parse(words).reply(in: context).exit == .done)
    #expect(!halts.withLock { $0.isEmpty } && halts.withLock { $0.allSatisfy { $0 } })
  }

  @Test func aListOfJobsWorksOutNoSpace() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    let label = UUID().uuidString
    let store = try Catalog.open(at: catalog)
    let plans = try [Plan(SquaresRequest(1, 9, label: label)), Plan(EsmaRequest(constant: "e", height: 1))]
    for number in 0..<200 { _ = try store.createJob(for: plans[number % 2], engine: .current) }
    try store.close()
    #expect(SquaresRequest.planCount(label) == 1)
    let jobs = try reply("jobs")
    #expect(jobs.json?["jobs"]?.count == 200 && SquaresRequest.planCount(label) == 1)
    _ = try reply("coverage")
    #expect(SquaresRequest.planCount(label) == 1)
    _ = try reply("resume", "199")
    #expect(SquaresRequest.planCount(label) == 2)
  }

  @Test func whatThisVersionDoesNotKnowIsSaid() throws {
    defer { try? FileManager.default.removeItem(atPath: catalog) }
    try begin(SquaresRequest(1, 30), dyingAfter: 2)
    var older = context()
    older.methods = .standard
    let jobs = try reply("jobs", in: older)
    let listed = jobs.json?["jobs"]?.text ?? ""
    #expect(listed.contains(#""method":"squares","space":"unknown to this version""#))
    do {
      _ = try reply("resume", in: older)
      Issue.record("it was resumed")
    } catch let refusal as Refusal {
      #expect(
        refusal.diagnostic.message.contains("job 1 is a search 'squares' that this version does not know"))
      #expect(refusal.exit == .badData)
    }
  }

  @Test("who asks to stop waits for the running chunks, but not for long") func patience() {
    let (stop, seconds) = (StopRequests(), Clock())
    var patience = Patience(stopRequests: stop, clock: { seconds.now })
    #expect(patience.interruption(false) == .none && patience.interruption(true) == .afterRunningChunks)
    stop.request()
    #expect(patience.interruption(false) == .afterRunningChunks)
    seconds.now = 1
    #expect(patience.interruption(false) == .afterRunningChunks)
    // SIGTERM is obeyed within two seconds.
    seconds.now = 2
    #expect(patience.interruption(false) == .now && patience.interruption(true) == .now)
  }
}

extension JSONValue {
  fileprivate var text: String { compact }
  fileprivate var count: Int? {
    if case .array(let values) = self { values.count } else { nil }
  }
}

extension Result {
  fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}

private final class Clock: Sendable {
  private let seconds = Mutex(0.0)

  var now: Double {
    get { seconds.withLock { $0 } }
    set { seconds.withLock { $0 = newValue } }
  }
}
