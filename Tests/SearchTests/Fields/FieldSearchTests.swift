import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification
import WallisMatrixFields

@testable import WallisSearch

@Suite struct FieldSearchTests {
  /// Constants prepared once for all runs.
  private static let resources: SearchResources = {
    let identification = Identification()
    var resources = SearchResources()
    resources.identification = { identification }
    return resources
  }()

  private func run(_ request: FieldRequest, workers: Int, store: MemoryStore = MemoryStore()) throws
    -> MemoryStore
  {
    let job = try store.createJob(
      for: Plan(request), engine: .test)
    let search = try SearchRunner(job: job, store: store, workers: workers, resources: Self.resources)
    _ = try search.run()
    return store
  }

  @Test func resultsDoNotDependOnWorkers() throws {
    let request = FieldRequest(field: "pi", starts: ["1,1", "1/2,1/2"], height: 2, depth: 60)
    let (one, two) = (try run(request, workers: 1), try run(request, workers: 2))
    #expect(one.formulas == two.formulas)
    #expect(try one.findings(ofJob: 1) == two.findings(ofJob: 1))
    #expect(try one.findings(ofJob: 1).contains { $0.closedForm == "(6-2pi)/(4-pi)" })
    #expect(try one.job(1).funnel.total == 10)
  }

  @Test func interruptedSearchGoesOnToTheSameEnd() throws {
    let request = FieldRequest(field: "log", height: 2, depth: 60)
    let whole = try run(request, workers: 1)
    let store = MemoryStore()
    let job = try store.createJob(
      for: Plan(request), engine: .test)
    var isFirst = true
    while try store.job(1).state == .unfinished {
      let search = try SearchRunner(job: job, store: store, workers: 1, resources: Self.resources)
      let stopsNow = isFirst
      _ = try search.run(interruption: { stopsNow ? .afterRunningChunks : .none })
      isFirst = false
    }
    #expect(store.formulas == whole.formulas)
    #expect(try store.findings(ofJob: 1) == whole.findings(ofJob: 1))
  }

  @Test func linesAreKeptBesideTheirFractions() throws {
    let store = try run(FieldRequest(field: "zeta3", directions: [[1, 1], [3, 2]], depth: 40), workers: 1)
    #expect(store.formulas.map(\.key).filter { $0.hasPrefix("line zeta3") }.count == 2)
    #expect(store.formulas.filter { $0.key.hasPrefix("pcf ") }.count == 1)
  }

  @Test func trajectoryKeysAreReadBack() throws {
    let field = try #require(try KnownFields.named("2F1", z: Rational(1, 3)))
    let line = try FieldLine(field, start: [1, Rational(1, 2), 2], direction: [1, -1, 2])
    let formula = Formula(Trajectory(line))
    #expect(formula.key == "line 2F1 z=1/3 1,1/2,2 1,-1,2")
    let again = try #require(FormulaKinds.standard.formula(key: formula.key))
    #expect(again == formula)
    let words = formula.key.split(separator: " ").dropFirst()
    let read = try #require(Trajectory(keyWords: Array(words)))
    #expect(try read.line().step == line.step)
    #expect("\(read)" == "field walk 2F1 --z 1/3 --start 1,1/2,2 --direction 1,-1,2")
  }

  @Test(arguments: [
    FieldRequest(field: "zeta9"), FieldRequest(field: "pi", starts: ["1"]),
    FieldRequest(field: "pi", height: 0),
    FieldRequest(field: "pi", directions: [[0, 0]]), FieldRequest(field: "pi", depth: 3),
    FieldRequest(field: "3F2-derived", height: 20),
  ])
  func senselessRequests(_ request: FieldRequest) {
    #expect(throws: SearchError.self) { try Plan(request) }
  }

  @Test func refinementLiesBetweenNeighbours() {
    let around = FieldRefinement.directions(around: [[1, 1], [1, 2], [2, 1], [1, 0], [0, 1]], count: 1)
    #expect(around == [[2, 3], [3, 2]])
  }
}

/// Rounds of refinement are part of the search.
@Suite struct FieldRoundTests {
  private static let resources: SearchResources = {
    let identification = Identification()
    var resources = SearchResources()
    resources.identification = { identification }
    return resources
  }()
  private let request = FieldRequest(field: "zeta3", height: 2, depth: 40, refinements: 2)

  private func run(_ store: any SearchStore, workers: Int = 2) throws -> SearchSummary {
    try SearchRunner(job: store.job(1), store: store, workers: workers, resources: Self.resources).run()
  }

  @Test("Refinements follow in the same job; a deeper measurement by another job does not change them")
  func rounds() throws {
    let store = MemoryStore()
    _ = try store.createJob(for: Plan(request), engine: .test)
    let summary = try run(store)
    let figures = try #require(summary.figures as? LineFigures)
    // Directions 0,1 1,0 1,1 1,2 2,1, then sums of neighbours.
    #expect(summary.isFinished && figures.added > 2 && summary.candidates == 5 + figures.added)
    #expect(summary.funnel.total == summary.candidates && figures.lines.count == summary.candidates)
    #expect(Set(figures.lines.map(\.direction)).count == figures.lines.count)
    #expect(summary.stored == store.formulas.reduce(0) { $0 + $1.signs.count })
    #expect(figures.ranked.first?.direction == [1, 1])
    #expect(store.coverage.map(\.space.description) == ["zeta3 directions 2 refined 2"])
  }

  @Test("Killed before every commit and resumed, all rounds run to the same end") func killing() throws {
    let whole = MemoryStore()
    _ = try whole.createJob(for: Plan(request), engine: .test)
    let expected = try run(whole)
    let store = MemoryStore()
    _ = try store.createJob(for: Plan(request), engine: .test)
    for _ in 0..<100 {
      do {
        let summary = try run(InterceptedStore(store, commitsLeft: 1), workers: 1)
        #expect(summary.funnel == expected.funnel && summary.findings == expected.findings)
        break
      } catch is InterceptedStore.Death {}
    }
    #expect(try store.job(1).state == .finished)
    #expect(store.formulas == whole.formulas && store.coverage == whole.coverage)
  }
}
