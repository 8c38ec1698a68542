import Foundation
import WallisFormulas
import WallisSearch

/// The residue sieve: whole searches, tables and exact stages included, without measuring what reduces.
enum Factorial {
  static func figures() throws -> [Figure] { [try cubes(), try products()] }

  /// b = −n⁶, deg a = 3, coefficients to 120: exactly seven reduce fully.
  private static func cubes() throws -> Figure {
    let request = try FactorialRequest(
      a: "1..120,-120..120,-120..120,-120..120", b: ["-n^6"], depth: 8, against: 10, identify: false)
    let run = try shortest(of: 3) { try search(request) }
    let rate = Double(run.answer.candidates) / run.seconds
    let found = Set(reduced(run.answer))
    let family = [0, 4, 12, 24, 40].map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
    let expected = Set(family + ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"])
    return Figure(
      "sieve of deg a = 3, b = -n^6, height 120, everything included",
      ours: String(format: "%.3g candidates/s and core", rate), beside: "bound 2e9, goal 1e10",
      digest: digest(found.sorted().joined(separator: "\n")), isMet: rate >= 2e9 && found == expected)
  }

  /// One part in 4,000 of degree (2, 4), height 100, b with four rational roots to height 4 and constants to 64.
  private static func products() throws -> Figure {
    let request = try FactorialRequest(
      a: "-100..100,-100..100,-100..100",
      products: FactorialRequest.Products(degree: 4, height: 4, leading: 64),
      shard: Shard(index: 2001, count: 4000), depth: 8, against: 10, identify: false)
    let run = try shortest(of: 1) { try search(request) }
    let rate = Double(run.answer.candidates) / run.seconds
    return Figure(
      "sieve of degree (2, 4), height 100, b with four small roots, everything included",
      ours: String(format: "%.3g candidates/s and core", rate), beside: "bound 1e9",
      digest: digest(reduced(run.answer).joined(separator: "\n")),
      isMet: rate >= 1e9 && run.answer.funnel.total == run.answer.candidates)
  }

  private static func search(_ request: FactorialRequest) throws -> SearchSummary {
    let store = MemoryStore()
    let engine = EngineIdentity(version: "bench", machine: "bench")
    let job = try store.createJob(for: Plan(request), engine: engine)
    return try SearchRunner(job: job, store: store, workers: 1).run()
  }

  private static func reduced(_ summary: SearchSummary) -> [String] {
    guard let figures = summary.figures as? FactorialFigures else { return [] }
    return (figures.reduced + figures.divergent).map { "\($0.formula)" }
  }
}
