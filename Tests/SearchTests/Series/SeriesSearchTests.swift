import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisSearch

/// Searches of series: what is known is found again, what means nothing is not, nothing is counted twice.
@Suite struct SeriesSearchTests {
  static func summary(
    _ request: SeriesRequest, workers: Int = 2, store: MemoryStore = MemoryStore()
  ) throws -> SearchSummary {
    let job = try store.createJob(for: Plan(request), engine: .test)
    return try SearchRunner(job: job, store: store, workers: workers).run()
  }

  static func request(
    _ above: Int, _ below: Int, of parameters: [String] = ["1", "1/2"], below lower: [String] = ["1"],
    z: [String], over: [String] = [], degree: Int = 1, constants: [String] = [], shard: Shard? = nil
  ) throws -> SeriesRequest {
    try SeriesRequest(
      symbols: .init(above: above, below: below), above: parameters, below: lower, bases: .listed(z),
      divisors: over, degree: degree, constants: constants, shard: shard, depth: 60, against: 120)
  }

  /// A request with a series of the literature in its space.
  struct Needle: Sendable, CustomTestStringConvertible {
    let request: SeriesRequest
    let formula: String
    let closedForm: String
    var testDescription: String { "\(formula) = \(closedForm)" }

    init(_ request: @autoclosure () throws -> SeriesRequest, _ formula: String, _ closedForm: String) throws {
      (self.request, self.formula, self.closedForm) = (try request(), formula, closedForm)
    }
  }

  /// Leibniz (1682), Bauer (1859), Ramanujan (1914), Markov and Apéry (1890, 1979), Guillera (2002),
  /// Amdeberhan and Zeilberger (1997), the brothers Chudnovsky (1988).
  private static let needles = Result {
    try [
      Needle(request(0, 0, z: ["-1"], over: ["2k+1"], degree: 0), "sum(k=0..inf, (-1)^k/(2k+1))", "pi/4"),
      Needle(
        request(3, 3, z: ["-1", "1/4", "1/64"]), "sum(k=0..inf, (4k+1)*(-1)^k*poch(1/2,k)^3/k!^3)", "2/pi"),
      Needle(request(3, 3, z: ["1/4"]), "sum(k=0..inf, (6k+1)*poch(1/2,k)^3/(4^k*k!^3))", "4/pi"),
      Needle(request(3, 3, z: ["1/64"]), "sum(k=0..inf, (42k+5)*poch(1/2,k)^3/(64^k*k!^3))", "16/pi"),
      Needle(
        request(3, 3, of: ["1/6", "1/2", "5/6"], z: ["-1/151931373056000"], constants: ["sqrt(10005)/pi"]),
        "sum(k=0..inf, (545140134k+13591409)*(-1)^k*poch(1/6,k)*poch(1/2,k)*poch(5/6,k)/(151931373056000^k*k!^3))",
        "426880sqrt(10005)/pi"),
      Needle(
        request(1, 1, below: ["1/2"], z: ["-1/4"], over: ["(k+1)^2*(2k+1)"], degree: 0),
        "sum(k=0..inf, (-1)^k*k!/((2k^3+5k^2+4k+1)*4^k*poch(1/2,k)))", "4zeta(3)/5"),
      Needle(
        request(5, 5, of: ["1/2"], z: ["-1/4"], degree: 2),
        "sum(k=0..inf, (20k^2+8k+1)*(-1)^k*poch(1/2,k)^5/(4^k*k!^5))", "8/pi^2"),
      Needle(
        request(
          5, 5, of: ["1"], below: ["1/2"], z: ["-1/1024"], over: ["(2k+1)^5"], degree: 2,
          constants: ["zeta(3)"]),
        "sum(k=0..inf, (205k^2+250k+77)*(-1)^k*k!^5/((32k^5+80k^4+80k^3+40k^2+10k+1)*1024^k*poch(1/2,k)^5))",
        "64zeta(3)"),
    ]
  }

  @Test(arguments: try needles.get()) func known(_ needle: Needle) throws {
    let store = MemoryStore()
    let summary = try Self.summary(needle.request, store: store)
    let wanted = try #require(Series(Expression(parsing: needle.formula)))
    let finding = summary.findings.first { $0.formula == Formula(wanted) }
    let all = summary.findings.map { "\($0.formula) = \($0.closedForm)" }
    #expect(finding.map { "\($0.closedForm)" } == needle.closedForm, "\(all) \(summary.funnel)")
    #expect(finding?.grade == .conjecture && finding?.evidence.decoyHits == 0)
    #expect((finding?.evidence.digitsSupplied ?? 0) >= 100 && (finding?.evidence.surplus ?? 0) > 40)
    #expect(summary.isFinished && summary.funnel.total == summary.candidates)
    let row = try #require(store.formulas.first { $0.key == Formula(wanted).key })
    #expect(row.dynamics.outcome == .value && row.dynamics.value == finding?.value)
    #expect(row.key.hasPrefix("sum "))
  }

  /// Every claim holds to 200 digits, on the path of one series by itself.
  @Test func claimsHoldFurther() throws {
    let request = try Self.request(
      2, 2, of: ["1", "1/2", "1/3", "2/3"], below: ["1", "1/2"], z: ["1/2", "-1/3", "1/4", "-1"],
      over: ["1", "2k+1"])
    let summary = try Self.summary(request)
    #expect(summary.findings.count > 10 && summary.decoyHits == 0)
    #expect(Set(summary.findings.map(\.formula.key)).count == summary.findings.count)
    for finding in summary.findings {
      let value = try #require(try Expression(parsing: "\(finding.formula)").evaluate(digits: 200).enclosure)
      let closedForm = try #require(finding.closedForm.ball(digits: 200))
      #expect(value.overlaps(closedForm), "\(finding.formula) = \(finding.closedForm)")
    }
  }

  /// Arguments that stand in no identity: nothing is claimed, and how far that goes is said.
  @Test func nothingWhereThereIsNothing() throws {
    let request = try Self.request(3, 3, of: ["1/2", "1/3"], z: ["2/7", "-3/11", "5/13"])
    let summary = try Self.summary(request)
    #expect(summary.findings.isEmpty && summary.stored == 0, "\(summary.findings)")
    #expect(summary.funnel.counts.keys.allSatisfy { SeriesExit.isNothing($0) }, "\(summary.funnel)")
    #expect((summary.funnel.leastExcludedExponent ?? 0) >= 10)
  }

  @Test func everyCoreOnce() throws {
    let request = try Self.request(
      2, 2, of: ["1", "1/2", "1/3"], below: ["1/2", "1", "3/4"], z: ["1/2", "-1/2"], over: ["1", "k+1"])
    let space = try SeriesSpace(request)
    #expect(space.count == 6 * 6 * 2 * 2)
    let cores = (0..<space.count).compactMap { space.core(at: $0) }
    #expect(Set(cores).count == cores.count)
    // All pairs of multisets, what cancels taken away.
    let pairs = [2, 1, 0].reduce(0) { sum, size in
      let all = Self.multisets([1, 2, 3], size).map { top in
        Self.multisets([2, 1, 4], size).count { Set($0).isDisjoint(with: top) }
      }
      return sum + all.reduce(0, +)
    }
    #expect(cores.count == pairs * 4)
  }

  private static func multisets(_ kinds: [Int], _ size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return kinds.indices.flatMap { place in
      multisets(Array(kinds[place...]), size - 1).map { [kinds[place]] + $0 }
    }
  }

  @Test(arguments: [(1, 5), (4, 3), (6, 4), (3, 0)]) func multisetsByNumber(kinds: Int, size: Int) throws {
    let all = Self.multisets(Array(0..<kinds), size)
    #expect(Multisets.count(kinds: kinds, size: size) == all.count)
    let numbered = Multisets(kinds: kinds, size: size)
    #expect(all.indices.map { numbered.elements(at: $0) } == all)
    #expect(Multisets.count(kinds: 400, size: 12) == nil || Multisets.count(kinds: 4000, size: 40) == nil)
  }

  @Test func exitsBeforeAnySum() throws {
    let funnel = try Self.summary(
      Self.request(1, 1, z: ["1", "-2", "1/3"], over: ["1", "k-2"], degree: 0, constants: ["pi"])
    ).funnel
    // Symbols 1/1 cancel, 1/2 over 1 is left: 3 arguments, two D.
    #expect(funnel[SeriesExit.infinite] == 6 && funnel.total == 12)
    #expect(funnel["diverges: the terms are of one sign and like 1/k or larger"] == 1)
    #expect(funnel["diverges: the terms do not tend to 0"] == 3)
  }

  @Test("shards, workers, kills: the same findings and the same exits") func independence() throws {
    func request(_ shard: Shard? = nil) throws -> SeriesRequest {
      try Self.request(
        2, 2, below: ["1", "1/2"], z: ["-1", "1/4", "1/3", "-1/8"], over: ["2k+1", "1"],
        constants: ["pi", "log(3)"],
        shard: shard)
    }
    let whole = try Self.summary(request(), workers: 1)
    #expect(whole.findings.count > 2 && whole.funnel.total == 72)
    #expect(try Self.summary(request(), workers: 3).findings == whole.findings)
    var (funnel, findings) = (Funnel(), [Discovery]())
    for part in 1...3 {
      let summary = try Self.summary(request(Shard(index: part, count: 3)))
      funnel.merge(summary.funnel)
      findings += summary.findings
    }
    #expect(funnel == whole.funnel && Set(findings) == Set(whole.findings))
    let store = MemoryStore()
    let number = try store.createJob(for: Plan(request(), chunkSize: 5), engine: .test).number
    var deaths = 0
    while deaths < 40 {
      let dying = InterceptedStore(store, commitsLeft: 2)
      do {
        let last = try SearchRunner(job: store.job(number), store: dying, workers: 1 + deaths % 2).run()
        #expect(last.isFinished && last.funnel == whole.funnel && last.findings == whole.findings)
        break
      } catch is InterceptedStore.Death { deaths += 1 }
    }
    #expect(deaths > 4 && deaths < 40)
  }

  @Test func requestsSurviveStorage() throws {
    let request = try Self.request(
      3, 3, z: ["2/8", "-1/8", "1/4"], over: ["4k+2", "-1"], shard: Shard(index: 1, count: 2))
    #expect(
      request.space.description
        == "3 symbols of 1,1/2 over 3 of 1, z 1/4,-1/8, degree 1, divided by 2k+1,1 shard 1/2")
    let job = Job(number: 1, request: try StoredRequest(request), chunkSize: 8, engine: .test)
    #expect(try SearchMethods.standard.request(of: job).space == request.space)
    #expect(try SeriesRequest.parameters(height: 4) == ["1", "1/2", "1/3", "2/3", "1/4", "3/4"])
    #expect(try SeriesSpace.bases(height: 3).count == 8)
  }

  @Test func senselessRequests() throws {
    #expect(throws: SearchError.self) { try Self.request(1, 1, z: []) }
    #expect(throws: SearchError.self) { try Self.request(1, 1, z: ["0"]) }
    #expect(throws: SearchError.self) { try Self.request(1, 1, of: ["3/2"], z: ["1/2"]) }
    #expect(throws: SearchError.self) { try Self.request(1, 1, z: ["1/2"], over: ["1/k"]) }
    #expect(throws: SearchError.self) { try Self.request(1, 1, z: ["1/2"], over: ["0"]) }
    for request in [
      try Self.request(-1, 1, z: ["1/2"]), try Self.request(1, 13, z: ["1/2"]),
      try Self.request(1, 1, z: ["1/2"], degree: 9), try Self.request(1, 1, z: ["1/2"], constants: ["pi+"]),
    ] { #expect(throws: SearchError.self) { try Plan(request) } }
    let huge = try SeriesRequest(
      symbols: .init(above: 12, below: 12), above: SeriesRequest.parameters(height: 60),
      below: SeriesRequest.parameters(height: 60), bases: .height(2000))
    #expect(throws: SearchError.self) { try Plan(huge) }
  }
}
