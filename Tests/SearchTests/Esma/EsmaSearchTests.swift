import Foundation
import TestSupport
import Testing
import WallisFormulas
import WallisMatrixFields
import WallisSearch

/// Whole searches: counts of the tables, one representative for each class, interruption and resumption.
@Suite struct EsmaSearchTests {
  static func summary(_ request: EsmaRequest, workers: Int = 2, store: MemoryStore = MemoryStore()) throws
    -> SearchSummary
  {
    let job = try store.createJob(for: Plan(request), engine: .test)
    return try SearchRunner(job: job, store: store, workers: workers).run()
  }

  /// Numbers of canonical forms of degree 1: 112, 504 and 3304.
  @Test(arguments: [(2, 112), (3, 504), (5, 3304)])
  func canonicalForms(height: Int, count: Int) {
    let classes = LeftHandSide.classes(degree: 1, height: height)
    #expect(classes.reduce(0) { $0 + $1.count } == count)
    #expect(Set(classes.joined()).count == count)
  }

  /// e: 876 pairs on 105 of 112 numbers; with L ≤ 24 it is 660 on 88, as measured with an independent program.
  @Test func countsOfE() throws {
    let wide = try Self.summary(EsmaRequest(constant: "e"))
    #expect(wide.funnel.total == 1120 && wide.isFinished)
    #expect(wide.funnel.approvedPairs == 876 && wide.funnel.patternHits == 876)
    #expect(wide.funnel.approvedNumbers == 105 && wide.decoyHits == 0)
    let narrow = try Self.summary(EsmaRequest(constant: "e", complexity: 24))
    #expect(narrow.funnel.approvedPairs == 660 && narrow.funnel.patternHits == 660)
    #expect(narrow.funnel.approvedNumbers == 88)
  }

  /// Fewer terms, longer periods, a quotient of Bessel functions: as measured with an independent program.
  @Test(
    .enabled(if: LongSuite.isOn),
    arguments: [
      (EsmaRequest(constant: "e", terms: 40), 397, 76), (EsmaRequest(constant: "e", terms: 60), 660, 88),
      (EsmaRequest(constant: "e", periods: 1...4), 1951, nil),
      (EsmaRequest(constant: "besseli(0,2)/besseli(1,2)", complexity: 24), 587, 88),
    ])
  func furtherCounts(_ request: EsmaRequest, _ pairs: Int, _ numbers: Int?) throws {
    let summary = try Self.summary(request)
    #expect(summary.funnel.patternHits == pairs)
    #expect(summary.funnel.approvedPairs == pairs - summary.funnel[EsmaExit.rational])
    if let numbers { #expect(summary.funnel.approvedNumbers == numbers) }
  }

  /// Height 5, 200 terms: 1,358 numbers, as an independent program found; decoys show nothing.
  @Test(.enabled(if: LongSuite.isOn))
  func heightFive() throws {
    let summary = try Self.summary(
      EsmaRequest(constant: "e", height: 5, periods: 1...3, terms: 200, complexity: 48))
    #expect(summary.funnel.total == 33_040 && summary.decoyHits == 0)
    #expect(summary.funnel.approvedNumbers == 1358)
    #expect(summary.funnel.approvedPairs == summary.funnel.patternHits - summary.funnel[EsmaExit.rational])
  }

  /// Hits at 105 terms with L ≤ 24, and nothing approved: 36, 0, 19, 0 as measured with an independent program.
  @Test(arguments: [("pi", 36), ("zeta(3)", 0), ("catalan", 19), ("log(2)", 0), ("euler", 0)])
  func nothingForConstantsWithoutPattern(_ constant: String, _ hits: Int) throws {
    let summary = try Self.summary(EsmaRequest(constant: constant, complexity: 24))
    #expect(summary.funnel.patternHits == hits && summary.funnel.approvedPairs == 0)
    #expect(summary.findings.isEmpty && summary.funnel[EsmaExit.rational] == hits)
  }

  /// One representative of each class, with the polynomial fraction that it folds into and a limit that agrees.
  @Test func representativesFold() throws {
    let store = MemoryStore()
    let summary = try Self.summary(EsmaRequest(constant: "e", complexity: 24), store: store)
    let signed = summary.findings.filter { SignedFraction($0.formula) != nil }
    #expect(signed.contains { $0.formula.key == "signed + . 4,2" && $0.closedForm == "(e+1)/(e-1)" })
    #expect(signed.contains { $0.formula.key == "signed -+ . 2;2,3" && $0.closedForm == "e-1" })
    let folded = summary.findings.filter { $0.formula.kind == "pcf" }
    #expect(folded.contains { $0.formula.key == "pcf 4,2 1" && $0.closedForm == "(e+1)/(e-1)" })
    for finding in folded {
      let limit = finding.closedForm.ball(digits: 25)
      let own = try Expression(parsing: "\(finding.formula)").evaluate(digits: 25).enclosure
      #expect(limit.flatMap { x in own.map { x.overlaps($0) } } == true, "\(finding.closedForm)")
    }
    #expect(Set(store.formulas.map(\.key)).isSuperset(of: summary.findings.map(\.formula.key)))
  }

  @Test func everyPairWhereAllAreAskedFor() throws {
    let request = EsmaRequest(constant: "e", height: 1, periods: 1...2, unfolded: true)
    let summary = try Self.summary(request)
    let signed = summary.findings.count { SignedFraction($0.formula) != nil }
    #expect(signed == summary.funnel.approvedPairs && signed > 20)
  }

  /// Stopped after every chunk and resumed, with one worker and with two: the same as at one go.
  @Test func interruptionChangesNothing() throws {
    let request = EsmaRequest(constant: "e", height: 1, periods: 1...2)
    let whole = try Self.summary(request, workers: 1)
    let store = MemoryStore()
    let job = try store.createJob(for: Plan(request), engine: .test)
    for round in 0..<50 {
      let search = try SearchRunner(job: try store.job(job.number), store: store, workers: 1 + round % 2)
      let part = try search.run(interruption: { .afterRunningChunks })
      if part.isFinished { break }
    }
    let summary = try SearchRunner(job: try store.job(job.number), store: store, workers: 2).run()
    #expect(summary.isFinished && summary.funnel == whole.funnel && summary.findings == whole.findings)
  }

  /// A number known by digits alone: e to 400 places approves what they carry.
  @Test func typedDigits() throws {
    let value = try #require(
      try Expression(parsing: "e").evaluate(digits: 400).enclosure?.decimal(digits: 400))
    let request = EsmaRequest(constant: "\(value)", height: 1, periods: 1...1, terms: 60)
    let summary = try Self.summary(request)
    #expect(summary.funnel.approvedPairs > 4)
    #expect(summary.findings.allSatisfy { $0.evidence.digitsSupplied >= 380 && $0.grade == .conjecture })
  }

  @Test func senselessRequests() {
    for request in [
      EsmaRequest(constant: "e", degree: 0), EsmaRequest(constant: "e", terms: 5),
      EsmaRequest(constant: "e", complexity: 0), EsmaRequest(constant: "e", degree: 4, height: 50),
    ] { #expect(throws: SearchError.self) { try Plan(request) } }
  }

  @Test func requestsSurviveStorage() throws {
    let request = EsmaRequest(constant: "e", complexity: 24)
    #expect(request.space.description == "e degree 1 height 2 periods 1..3 L 24")
    let kinds = FormulaKinds.standard
    #expect(kinds.formula(key: "signed -+ 3 2,3;2")?.key == "signed -+ 3 2,3;2")
    #expect(kinds.formula(key: "signed + . 3@2;1/2,0&1@-3")?.key == "signed + . 3@2;1/2,0&1@-3")
    #expect(kinds.formula(key: "signed + . ") == nil && kinds.formula(key: "signed x . 1") == nil)
  }
}
