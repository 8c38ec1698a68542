import Foundation
import Testing
import WallisFormulas
import WallisMatrixFields

@testable import WallisSearch

@Suite struct ScreenTests {
  @Test("The product over two periods vanishes exactly where the screen says", arguments: [101, 103, 157])
  func definition(prime: Int) throws {
    let space = try SampledSpace(of: DynamicsSpace(degrees: (a: 2, b: 2), height: 5), count: 150, seed: 4)
    var vanishing = 0
    for candidate in (0..<space.count).map(space.candidate(at:)) + [Self.apery] {
      func value(_ polynomial: [Int], _ n: Int) -> Int {
        let raw = polynomial.reversed().reduce(0) { ($0 * n + $1) % prime }
        return (raw + prime) % prime
      }
      // p and q by their recurrence, from p(−1) = 1, p(0) = a(0), q(−1) = 0, q(0) = 1 to n = 2·prime.
      var (p, q) = ((1, value(candidate.a, 0)), (0, 1))
      for n in 1...2 * prime {
        let (a, b) = (value(candidate.a, n), value(candidate.b, n))
        p = (p.1, (a * p.1 + b * p.0) % prime)
        q = (q.1, (a * q.1 + b * q.0) % prime)
      }
      let vanishes = p == (0, 0) && q == (0, 0)
      vanishing += vanishes ? 1 : 0
      #expect(ModularScreen.isNilpotent(candidate.a, candidate.b, modulo: prime) == vanishes)
    }
    #expect(vanishing > 0)
  }

  private static let apery = Candidate(member: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1])

  @Test("Formulas with factorial reduction pass, those with coprime p and q do not") func knownFormulas() {
    let screen = ModularScreen()
    // Apéry's two, Brouncker's, ln 2 and the golden ratio in a disguise of degree (1, 2).
    #expect(screen.keeps(a: Self.apery.a, b: Self.apery.b))
    #expect(screen.keeps(a: [3, 11, 11], b: [0, 0, 0, 0, 1]))
    #expect(screen.keeps(a: [1, 2], b: [0, 0, 1]) && screen.keeps(a: [3, 6], b: [0, 0, -1]))
    #expect(screen.keeps(a: [5, 5], b: [0, -5, -5]))
    // a ratio of Bessel functions, and a formula without a name
    #expect(!screen.keeps(a: [1, 1], b: [1]) && !screen.keeps(a: [7, 3, 2], b: [1, 1, 1]))
  }

  @Test("The permutation of indices has an inverse", arguments: [1, 2, 3, 100, 884_450]) func inverse(
    count: Int
  ) {
    let permutation = IndexPermutation(count: count, seed: 8)
    for index in stride(from: 0, to: count, by: max(1, count / 100)) {
      #expect(permutation.index(of: permutation[index]) == index)
      #expect(permutation[permutation.index(of: index)] == index)
    }
  }

  private func request(_ shard: Shard? = nil) throws -> DynamicsRequest {
    let box = try CoefficientBox(degree: 1, height: 4)
    var request = DynamicsRequest(a: box, b: box, shard: shard, depth: 40, against: 80)
    request.screen = true
    return request
  }

  private func run(_ request: DynamicsRequest, in store: MemoryStore, workers: Int = 2) throws
    -> SearchSummary
  {
    let job = try store.createJob(for: Plan(request, chunkSize: 50), engine: .test)
    return try SearchRunner(job: job, store: store, workers: workers).run()
  }

  @Test("What is skipped is counted, audited on a random part, and the same for shards and any workers")
  func search() throws {
    let (store, alone) = (MemoryStore(), MemoryStore())
    let summary = try run(request(), in: store)
    let units = try DynamicsUnits(request())
    let audit = try #require(ScreenAudit(summary.funnel))
    // 80 × 80 formulas, 3,200 pairs, of which a tenth is measured in any case.
    #expect(summary.candidates == 6400 && summary.funnel.total == 6400 && units.auditedCount == 321)
    #expect(audit.skipped > 3000 && audit.audited > 300 && audit.audited <= 642)
    #expect(summary.stored == 6400 - audit.skipped && summary.stored == 2 * store.formulas.count)
    #expect(try run(request(), in: alone, workers: 1).funnel == summary.funnel)
    #expect(alone.formulas == store.formulas)
    var shards = Funnel()
    let parts = MemoryStore()
    for index in 1...3 { shards.merge(try run(request(Shard(index: index, count: 3)), in: parts).funnel) }
    #expect(shards == summary.funnel && parts.formulas == store.formulas)
  }

  @Test("The screen loses no formula with factorial reduction of degree (1, 1) that has a limit")
  func nothingLost()
    throws
  {
    let store = MemoryStore()
    var whole = try request()
    whole.screen = false
    _ = try run(whole, in: store)
    let reduced = store.formulas.filter { $0.dynamics.factorialReduction == true && $0.dynamics.value != nil }
    #expect(reduced.count > 20)
    for formula in reduced {
      guard let fraction = try #require(FormulaKinds.standard.formula(key: formula.key)).fraction,
        let a = fraction.a.words, let b = fraction.b.words, a.count > 1 || b.count > 1
      else { continue }
      #expect(ModularScreen().keeps(a: a, b: b), "\(fraction)")
    }
  }

  @Test("A request from before there was a screen reads as one without") func oldRequest() throws {
    let text = #"{"a":"-1..1","b":"1","depth":1000,"against":2000,"digits":30,"identify":false}"#
    let old = try JSONDecoder().decode(DynamicsRequest.self, from: Data(text.utf8))
    #expect(!old.screen && old.parameters == nil && old.space.description == "a -1..1 b 1")
    let copy = try JSONDecoder().decode(DynamicsRequest.self, from: JSONEncoder().encode(request()))
    #expect(copy.screen && copy.space.description == "degree 1,1 height 4 screened")
    #expect(
      try request(Shard(index: 1, count: 2)).space.description == "degree 1,1 height 4 screened shard 1/2")
  }
}
