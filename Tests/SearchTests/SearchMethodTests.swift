import Synchronization
import TestSupport
import Testing
import WallisFormulas

@testable import WallisSearch

/// What every method of search gets from the engine, shown by one that no program has.
@Suite struct SearchMethodTests {
  private static let methods = SearchMethods.standard.adding([SquaresRequest.self])

  private func runner(_ job: Job, _ store: any SearchStore, workers: Int = 1) throws -> SearchRunner {
    try SearchRunner(job: job, store: store, workers: workers, methods: Self.methods)
  }

  private func whole(_ request: SquaresRequest, workers: Int = 1) throws -> (MemoryStore, SearchSummary) {
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(request), engine: .test)
    return (store, try runner(job, store, workers: workers).run())
  }

  @Test("Rounds follow from the results of those before", arguments: [1, 3]) func rounds(workers: Int) throws
  {
    let (store, summary) = try whole(SquaresRequest(1, 100, furtherRounds: 3), workers: workers)
    // 1…100 has 10 squares, 101…110 none, then 10 numbers a round: 111…120, 121…130 with 121 = 11².
    #expect(summary.isFinished && summary.candidates == 130 && summary.funnel["a square"] == 11)
    #expect(summary.funnel.total == 130 && summary.stored == 11 && store.formulas.count == 11)
    #expect(summary.figures as? [String] == summary.findings.map { "\($0.closedForm)" })
    #expect(store.coverage.map(\.candidates) == [130])
    #expect(try store.job(1).size == JobSize(candidates: 130, chunks: 34 + 3 * 4))
  }

  @Test("A search that dies before every commit, whatever the round, ends as an uninterrupted one")
  func killing() throws {
    let request = SquaresRequest(1, 40, furtherRounds: 4)
    let (expected, summary) = try whole(request)
    let store = MemoryStore()
    let number = try store.createJob(for: Plan(request), engine: .test).number
    var deaths = 0
    while true {
      do {
        let dying = InterceptedStore(store, commitsLeft: 1)
        let last = try runner(store.job(number), dying, workers: 1 + deaths % 2).run()
        #expect(last.isFinished && last.funnel == summary.funnel && last.findings == summary.findings)
        #expect(last.stored == summary.stored && last.candidates == summary.candidates)
        break
      } catch is InterceptedStore.Death {
        deaths += 1
        #expect(try store.job(number).chunksDone == deaths)
      }
    }
    #expect(deaths == (try store.job(number).chunksDone) - 1 && deaths > 14)
    #expect(store.formulas == expected.formulas && store.coverage == expected.coverage)
  }

  @Test("Every finding is passed on once, those of earlier runs too") func stream() throws {
    let (store, number) = (MemoryStore(), 1)
    _ = try store.createJob(for: Plan(SquaresRequest(1, 60, furtherRounds: 2)), engine: .test)
    let dying = InterceptedStore(store, commitsLeft: 9)
    var first: [Discovery] = []
    #expect(throws: InterceptedStore.Death.self) {
      try runner(store.job(number), dying).run(found: { first.append($0) })
    }
    #expect(try first.count == store.findings(ofJob: number).count && !first.isEmpty)
    var second: [Discovery] = []
    let summary = try runner(store.job(number), store).run(found: { second.append($0) })
    #expect(second.count == summary.findings.count && Set(second) == Set(summary.findings))
    var third: [Discovery] = []
    _ = try runner(store.job(number), store).run(found: { third.append($0) })
    #expect(third == summary.findings)
  }

  @Test("Results that nobody wants are counted and not read") func unwantedResults() throws {
    let (_, expected) = try whole(SquaresRequest(1, 60))
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(SquaresRequest(1, 60)), engine: .test)
    var asked: [Bool] = []
    let summary = try runner(job, store).run(wantsResults: {
      asked.append($0)
      return false
    })
    #expect(asked == [true] && summary.findings.isEmpty && summary.figures as? [String] == [])
    #expect(summary.findingCount == expected.findings.count && summary.findingCount > 0)
    #expect(summary.funnel == expected.funnel && summary.stored == expected.stored)
  }

  @Test("A job that was stopped between two rounds goes on with the next one") func betweenRounds() throws {
    let request = SquaresRequest(1, 30, furtherRounds: 2)
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(request), engine: .test)
    let last = Mutex(0)
    let stopped = try runner(job, store).run(
      progress: { state in last.withLock { $0 = state.chunksDone } },
      interruption: { last.withLock { $0 } >= 10 ? .afterRunningChunks : .none })
    #expect(!stopped.isFinished && stopped.funnel.total >= 30)
    #expect(try store.job(1).state == .unfinished)
    let end = try runner(store.job(1), store).run()
    #expect(try end.isFinished && end.findings == whole(request).1.findings)
  }

  @Test("A method or a request that is not known is told, not guessed") func unknown() throws {
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(SquaresRequest(1, 9)), engine: .test)
    #expect(throws: SearchError.unknownMethod(job: 1, method: "squares")) {
      try SearchRunner(job: job, store: store, workers: 1)
    }
    for text in ["{}", #"{"squares":{"_0":{"first":1}}}"#, #"{"esma":{"_0":{}}}"#, "no JSON"] {
      let broken = Job(
        number: 1, request: StoredRequest(method: "squares", text: text), chunkSize: 3, engine: .test)
      #expect(throws: SearchError.self) { try Self.methods.request(of: broken) }
    }
    #expect(JobState(word: "paused") == .unknown("paused") && JobState(word: "finished") == .finished)
  }

  /// Requests as version 0.1 stored them.
  @Test(arguments: [
    (
      "dynamics",
      #"{"dynamics":{"_0":{"a":"-2..2,-2..2","against":2000,"b":"-2..2,-2..2","depth":1000,"digits":30,"identify":true}}}"#,
      "degree 1,1 height 2"
    ),
    (
      "esma",
      #"{"esma":{"_0":{"constant":"e","degree":1,"height":4,"longestPeriod":3,"shortestPeriod":1,"terms":105,"unfolded":false}}}"#,
      "e degree 1 height 4 periods 1..3 L 46"
    ),
    (
      "field",
      #"{"field":{"_0":{"depth":80,"directions":[[2,3],[3,2]],"field":"zeta3","height":2,"isByRate":false,"isPositive":true,"parameters":"","shape":{},"starts":[]}}}"#,
      "zeta3 directions (2,3) (3,2)"
    ),
  ])
  func requestsOfVersion01(method: String, text: String, space: String) throws {
    let stored = StoredRequest(method: method, text: text)
    let request = try Self.methods.request(of: Job(number: 1, request: stored, chunkSize: 1, engine: .test))
    #expect(request.space.description == space)
    #expect(try StoredRequest(request) == stored)
  }

  @Test("Parts of spaces are values, read back from the line that catalogs keep") func spaces() throws {
    let part = SearchedSpace("degree 1,1 height 2", shard: try Shard(index: 3, count: 4))
    #expect(part.description == "degree 1,1 height 2 shard 3/4")
    #expect(SearchedSpace(parsing: part.description) == part)
    for whole in ["own shard field", "x shard 5/4", "x shard 1/2 more", ""] {
      #expect(SearchedSpace(parsing: whole) == SearchedSpace(whole))
    }
  }
}

/// What goes wrong leaves through an exit that says so.
@Suite struct ExitTests {
  private func run(_ request: any SearchMethod) throws -> SearchSummary {
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(request), engine: .test)
    return try SearchRunner(job: job, store: store, workers: 1).run()
  }

  @Test("A constant without a value is no lack of digits") func constantWithoutValue() throws {
    let funnel = try run(EsmaRequest(constant: "sqrt(-2)", height: 1, periods: 1...1)).funnel
    #expect(funnel[EsmaExit.tooShort] == 0 && funnel.counts.count == 1)
    #expect(funnel.counts.keys.allSatisfy { $0.hasPrefix("the constant has no digits: ") })
    #expect(throws: SearchError.self) { try Plan(EsmaRequest(constant: "sqrt(")) }
  }

  @Test("A line that is too long to be written down is not one inside a singular hyperplane") func longLine()
    throws
  {
    let summary = try run(FieldRequest(field: "zeta3", directions: [[150, 100], [1, 1]], depth: 20))
    #expect(summary.funnel["line not walked: a direction of 250 unit steps"] == 1)
    #expect(summary.funnel[FieldExit.singular] == 0 && summary.funnel.total == 2)
  }
}
