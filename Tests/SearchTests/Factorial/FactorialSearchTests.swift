import Foundation
import TestSupport
import Testing
import WallisFormulas
import WallisIdentification

@testable import WallisSearch

@Suite struct FactorialSearchTests {
  private static func run(
    _ request: FactorialRequest, in store: any SearchStore = MemoryStore(), chunkSize: Int? = nil,
    workers: Int = 1, resources: SearchResources = .standIn
  ) throws -> SearchSummary {
    let job = try store.createJob(for: Plan(request, chunkSize: chunkSize), engine: .test)
    return try SearchRunner(job: job, store: store, workers: workers, resources: resources).run()
  }

  /// What reduces fully, as text, measured at a small depth.
  private static func reduced(
    _ a: String, _ b: String...
  ) throws -> (convergent: Set<String>, divergent: Set<String>, summary: SearchSummary) {
    let request = try FactorialRequest(a: a, b: b, depth: 8, against: 20, identify: false)
    let summary = try run(request, resources: SearchResources())
    #expect(summary.isFinished && summary.funnel.total == summary.candidates)
    #expect(summary.funnel[FactorialExit.missed] == 0)
    let figures = try #require(summary.figures as? FactorialFigures)
    return (
      Set(figures.reduced.map { "\($0.formula)" }), Set(figures.divergent.map { "\($0.formula)" }), summary
    )
  }

  @Test("b = n⁴, coefficients to 200: Apéry's fraction for ζ(2) alone; b = −n⁴: a family of fourteen")
  func squares() throws {
    let alone = try Self.reduced("1..200,-200..200,-200..200", "n^4")
    #expect(alone.convergent.union(alone.divergent) == ["pcf(11n^2+11n+3, n^4)"])
    // 2n² + 2n + 1 + k(k+1), counted beforehand by exact convergents.
    let family = try Self.reduced("1..200,-200..200,-200..200", "-n^4")
    let expected = (0...13).map { "pcf(2n^2+2n+\(1 + $0 * ($0 + 1)), -n^4)" }
    #expect(family.convergent.union(family.divergent) == Set(expected))
  }

  @Test("b = −n⁶, a small box: the four of the seven that fit") func cubes() throws {
    // c = 2 and 17 reduce fully at the primes that split in ℚ(√5) and ℚ(√69) alone.
    let found = try Self.reduced("1..7,0..12,0..40,1..18", "-n^6")
    let expected =
      [0, 4, 12].map { c in
        "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)"
      } + ["pcf(6n^3+9n^2+5n+1, -n^6)"]
    #expect(found.convergent.union(found.divergent) == Set(expected))
  }

  @Test(
    "deg a = 3, coefficients to 120: seven for b = −n⁶, none for n⁶",
    .enabled(if: LongSuite.isOn))
  func allCubes() throws {
    let box = "1..120,-120..120,-120..120,-120..120"
    let found = try Self.reduced(box, "-n^6")
    let family = [0, 4, 12, 24, 40].map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
    let others = ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"]
    #expect(found.convergent.union(found.divergent) == Set(family + others))
    #expect(found.summary.candidates == 1_679_702_520)
    let none = try Self.reduced(box, "n^6")
    #expect(none.convergent.isEmpty && none.divergent.isEmpty)
  }

  /// Sporadic sequences: Zagier, "Integral solutions of Apéry-like recurrence equations" (2009): a = An² + An + B,
  /// b = −Cn⁴; Almkvist and Zudilin (2006) and Cooper (2012): a = (2n+1)(An² + An + B), b = −Cn⁶.
  @Test("Sporadic sequences of the literature, each in a box around it") func sporadic() throws {
    for (A, B, C) in [(7, 2, -8), (9, 3, 27), (10, 3, 9), (11, 3, -1), (12, 4, 32), (17, 6, 72)] {
      let found = try Self.reduced("\(A - 1)..\(A + 1),\(A - 2)..\(A + 2),\(B - 2)..\(B + 2)", "\(-C)*n^4")
      let all = A * A - 4 * C < 0 ? found.divergent : found.convergent
      #expect(all.contains { $0.hasPrefix("pcf(\(A)n^2+\(A)n+\(B),") }, "\(A) \(B) \(C): \(all)")
    }
    let cubic = [(7, 3, 81), (11, 5, 125), (10, 4, 64), (12, 4, 16), (9, 3, -27), (17, 5, 1)]
    for (A, B, C) in cubic {
      let (b1, b2, b3, b4) = (2 * A, 3 * A, A + 2 * B, B)
      let found = try Self.reduced(
        "\(b1 - 1)..\(b1 + 1),\(b2 - 1)..\(b2 + 1),\(b3 - 1)..\(b3 + 1),\(b4 - 1)..\(b4 + 1)", "\(-C)*n^6")
      let all = 4 * A * A - 4 * C < 0 ? found.divergent : found.convergent
      #expect(all.contains { $0.hasPrefix("pcf(\(b1)n^3+\(b2)n^2+\(b3)n+\(b4),") }, "\(A) \(B) \(C): \(all)")
    }
    for (A, B, C, d) in [(13, 4, -27, 3), (6, 2, -64, 4), (14, 6, 192, -12)] {
      let (b1, b2, b3, b4) = (2 * A, 3 * A, A + 2 * B, B)
      let found = try Self.reduced(
        "\(b1 - 1)..\(b1 + 1),\(b2 - 2)..\(b2 + 2),\(b3 - 2)..\(b3 + 2),\(b4 - 2)..\(b4 + 2)",
        "-n^4*(\(C)*n^2+\(d))")
      let all = found.convergent.union(found.divergent)
      #expect(all.contains { $0.hasPrefix("pcf(\(b1)n^3+\(b2)n^2+\(b3)n+\(b4),") }, "\(A) \(B) \(C): \(all)")
    }
  }

  @Test("What is kept is what every fraction by itself is said to be, both ways") func sameAsMeasured() throws
  {
    let (a, b) = ("-2..2,-2..2", "-1..1,-1..1,-2..2")
    let store = MemoryStore()
    let request = try FactorialRequest(a: a, b: [b], identify: false)
    let summary = try Self.run(request, in: store)
    let space = try DynamicsSpace(a: CoefficientBox(parsing: a), b: CoefficientBox(parsing: b))
    var expected: Set<String> = []
    for candidate in (0..<space.count).map({ space.candidate(at: $0) }) where candidate.b.count > 1 {
      let fraction = ContinuedFraction(a: candidate.a, b: candidate.b)
      if case .terminates = Classification(fraction).kind { continue }
      if fraction.reduction == .full { expected.insert(candidate.key) }
    }
    #expect(Set(store.formulas.map(\.key)) == expected && !expected.isEmpty)
    #expect(summary.funnel.total == space.memberCount && summary.candidates == space.memberCount)
    #expect(summary.funnel[FactorialExit.missed] == 0 && summary.funnel[FactorialExit.audited] > 20)
  }

  @Test("What inflates a fraction of smaller degree is counted where it is not kept") func inflated() throws {
    func search(skipsInflated: Bool) throws -> (keys: Set<String>, funnel: Funnel) {
      let store = MemoryStore()
      let request = try FactorialRequest(
        a: "1..3,-3..3,-3..3", products: FactorialRequest.Products(degree: 4, height: 1, leading: 2),
        identify: false, skipsInflated: skipsInflated)
      let summary = try Self.run(request, in: store)
      return (Set(store.formulas.map(\.key)), summary.funnel)
    }
    let (all, few) = try (search(skipsInflated: false), search(skipsInflated: true))
    func isInflated(_ key: String) throws -> Bool {
      let fraction = try #require(FormulaKinds.standard.formula(key: key)?.fraction)
      return CanonicalForm(fraction).fraction.b.degree < fraction.b.degree
    }
    let inflations = try all.keys.filter(isInflated)
    #expect(!inflations.isEmpty && few.keys == all.keys.subtracting(inflations))
    // Each stands for its mirror; fractions that reduce in part are among them.
    #expect(
      few.funnel[FactorialExit.inflated] >= 2 * inflations.count && few.funnel.total == all.funnel.total)
    #expect(few.funnel[FactorialExit.sieved] == all.funnel[FactorialExit.sieved])
    #expect(few.funnel[FactorialExit.furtherPrimes] == all.funnel[FactorialExit.furtherPrimes])
  }

  // MARK: Interruption, workers, shards

  private static func small(_ shard: Shard? = nil) throws -> FactorialRequest {
    try FactorialRequest(
      a: "-4..4,-4..4", products: FactorialRequest.Products(degree: 2, height: 1, leading: 1), shard: shard,
      keepsPartial: true)
  }

  @Test("Any number of workers and any parts store the same", arguments: [2]) func parts(count: Int) throws {
    let (alone, together, parts) = (MemoryStore(), MemoryStore(), MemoryStore())
    let expected = try Self.run(Self.small(), in: alone, chunkSize: 3)
    let summary = try Self.run(Self.small(), in: together, chunkSize: 3, workers: count)
    #expect(alone.formulas == together.formulas && alone.formulas.count > 10)
    #expect(summary.funnel == expected.funnel && summary.findings == expected.findings)
    #expect(summary.stored == expected.stored && !summary.findings.isEmpty)
    var funnel = Funnel()
    for index in 1...count {
      funnel.merge(try Self.run(Self.small(Shard(index: index, count: count)), in: parts).funnel)
    }
    #expect(funnel == expected.funnel && parts.formulas == alone.formulas)
  }

  @Test("A search that dies before every commit ends as an uninterrupted one") func killing() throws {
    let whole = MemoryStore()
    let expected = try Self.run(Self.small(), in: whole, chunkSize: 2)
    let store = MemoryStore()
    let number = try store.createJob(for: Plan(Self.small(), chunkSize: 2), engine: .test).number
    var deaths = 0
    while true {
      do {
        let dying = InterceptedStore(store, commitsLeft: 1)
        let last = try SearchRunner(
          job: store.job(number), store: dying, workers: 1 + deaths % 2, resources: .standIn
        ).run()
        #expect(last.isFinished && last.funnel == expected.funnel && last.findings == expected.findings)
        break
      } catch is InterceptedStore.Death {
        deaths += 1
      }
    }
    #expect(deaths > 3 && store.formulas == whole.formulas && store.coverage == whole.coverage)
  }

  // MARK: Closed forms

  /// Counts what it is asked.
  private final class Asked: Identifier {
    private(set) var formulas: [Formula] = []
    func identify(_ formula: Formula, dynamics: Dynamics) -> [Discovery] {
      formulas.append(formula)
      return []
    }
  }

  @Test("Images of constants come from the table; all bases are searched only where δ > 0 and it has nothing")
  func screened() throws {
    let asked = Asked()
    var identifier = ScreenedIdentification(ValueScreen(), search: asked)
    var meter = DynamicsMeter(depth: 200, against: 400)
    func dynamics(_ fraction: ContinuedFraction) throws -> Dynamics { try meter.measure(fraction) }
    let apery = ContinuedFraction(a: [5, 27, 51, 34], b: [0, 0, 0, 0, 0, 0, -1])
    let found = try #require(identifier.identify(Formula(apery), dynamics: dynamics(apery)).first)
    #expect("\(found.closedForm)" == "6/zeta(3)" && found.grade == .conjecture && asked.formulas.isEmpty)
    // Digits that no row holds.
    var unknown = try dynamics(apery)
    unknown.value = "1.90216058231717282936435455463"
    for delta in [-0.1, 0, 0.1] {
      unknown.delta = delta
      #expect(identifier.identify(Formula(apery), dynamics: unknown).isEmpty)
    }
    #expect(asked.formulas == [Formula(apery)])
  }
}
