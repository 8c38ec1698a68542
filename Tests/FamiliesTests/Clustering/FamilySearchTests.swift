import Testing
import WallisArithmetic
import WallisFormulas
import WallisIdentification
import WallisMatrixFields

@testable import WallisFamilies

@Suite struct FamilySearchTests {
  /// A point measured by the engine.
  private static func point(_ a: [Int], _ b: [Int], closedForm: String? = nil) throws -> ClusterPoint {
    let fraction = ContinuedFraction(a: a, b: b)
    var meter = DynamicsMeter(depth: 200, against: 400)
    let dynamics = try meter.measure(fraction)
    let convergence = try #require(dynamics.convergence)
    return ClusterPoint(
      formula: Formula(fraction), count: 2,
      invariant: try #require(
        DynamicsInvariant(fraction, convergence: convergence, isReduced: dynamics.factorialReduction)),
      metrics: metrics(dynamics),
      value: try #require(dynamics.value),
      closedForm: closedForm.map { ClosedForm(reading: $0, rule: .current) })
  }

  private static func metrics(_ dynamics: Dynamics) -> [Double?] {
    [
      dynamics.delta, dynamics.denominator?.eta, dynamics.denominator?.gamma, dynamics.error?.eta,
      dynamics.error?.gamma, dynamics.error?.beta,
    ]
  }

  private static func search(usesKnown: Bool = true, workers: Int = 2) -> FamilySearch {
    var options = FamilySearch.Options()
    (options.usesKnown, options.workers) = (usesKnown, workers)
    return FamilySearch(options: options, known: NothingKnown())
  }

  /// Equal growth, unrelated limits: cot 1 and coth 1; J and I quotients.
  @Test func lookAlikesAreApart() throws {
    let points = try [
      FamilySearchTests.point([1, 2], [-1]), FamilySearchTests.point([1, 2], [1]),
      FamilySearchTests.point([1, 1], [-1]), FamilySearchTests.point([1, 1], [1]),
    ]
    let report = FamilySearchTests.search(usesKnown: false).run(points)
    #expect(report.families.count == 4)
    #expect(Set(report.families.map(\.label)).count == 4)
    #expect(Set(report.families.flatMap { $0.members.map(\.formula) }).count == 4)
  }

  /// Leibniz's series in a catalog of fractions: its limit is compared as theirs are, in the dynamics of its own.
  @Test func seriesAreInFamilies() throws {
    let text = "sum(k=0..inf, (-1)^k/(2k+1))"
    let series = try #require(try FormulaKinds.standard.formula(try Expression(parsing: text)))
    let euler = try #require(series.image)
    var meter = DynamicsMeter(depth: 200, against: 400)
    let dynamics = try meter.measure(euler.fraction)
    let convergence = try #require(dynamics.convergence)
    let points = try [
      FamilySearchTests.point([1, 2], [0, 0, 1]),
      ClusterPoint(
        formula: series, count: 1,
        invariant: try #require(
          DynamicsInvariant(
            euler.fraction, convergence: convergence, isReduced: dynamics.factorialReduction)),
        metrics: FamilySearchTests.metrics(dynamics), value: "0.7853981633974483096156608458",
        closedForm: nil),
    ]
    let report = FamilySearchTests.search(usesKnown: false).run(points)
    let member = report.families.flatMap(\.members).first { $0.formula == series }
    #expect(member?.map == MoebiusMap(1, 0, 0, 4))
    #expect(report.families.allSatisfy { $0.label == "pi" })
  }

  /// 4/π twice with different dynamics: two families, one label, so that the graph links them.
  @Test func differentDynamicsOfOneLimitAreLinked() throws {
    let points = try [
      FamilySearchTests.point([1, 3], [0, 3, -2]), FamilySearchTests.point([1, 2], [0, 0, 1]),
    ]
    let report = FamilySearchTests.search(usesKnown: false).run(points)
    #expect(report.families.count == 2 && Set(report.families.map(\.label)) == ["pi"])
    let maps = report.families.flatMap { $0.members.map(\.map) }
    #expect(maps == [MoebiusMap(0, 4, 1, 0), MoebiusMap(0, 4, 1, 0)])
  }

  @Test func inflationsAndShiftsAreProved() throws {
    let points = try [
      FamilySearchTests.point([1, 2], [0, 0, 1]), FamilySearchTests.point([2, 4], [0, 0, 4]),
      FamilySearchTests.point([3, 2], [1, 2, 1]),
    ]
    let report = FamilySearchTests.search(usesKnown: false).run(points)
    let family = try #require(report.families.first)
    #expect(report.families.count == 1 && family.members.count == 3 && family.size == 6)
    let proved = family.members.count { if case .exact = $0.link { true } else { false } }
    #expect(proved == 2)
    // 1/(4/π − 1) = π/(4 − π).
    let shifted = try #require(family.members.first { $0.formula == points[2].formula })
    #expect(shifted.map == MoebiusMap(1, 0, -1, 4))
  }

  /// A stored closed form that is wrong is reported and gives no member.
  @Test func falseAnchorsAreReported() throws {
    let points = try [
      FamilySearchTests.point([1, 2], [0, 0, 1], closedForm: "4/pi"),
      FamilySearchTests.point([3], [0, 1, 1], closedForm: "pi/7"),  // 1/(3 − 4 log 2) for pcf(4, …), not this
      FamilySearchTests.point([0, 1], [1], closedForm: "2/(e-1)"),
    ]
    let report = FamilySearchTests.search().run(points)
    #expect(report.contradicted.map(\.label) == ["e"])
    #expect(report.contradicted.map(\.formula) == [points[2].formula])
    #expect(!report.families.contains { $0.label == "e" })
  }

  @Test func familiesDoNotDependOnOrderOrWorkers() throws {
    let points = try (1...5).flatMap { a in
      try (0...4).map { b in try FamilySearchTests.point([a], [0, b, 1]) }
    }
    let one = FamilySearchTests.search(usesKnown: false, workers: 1).run(points)
    let two = FamilySearchTests.search(usesKnown: false, workers: 2).run(points.reversed())
    #expect(one.families == two.families && !one.families.isEmpty)
    #expect(Set(one.families.filter(\.isNamed).map(\.label)) == ["pi", "log(2)"])
  }
}
