import Foundation
import WallisFormulas
import WallisSearch

/// The residue sieve: whole searches, tables and exact stages included, without measuring what reduces.
enum Factorial {
  static func figures() throws -> [Figure] {
    let beside = try convergents()
    return [try cubes(beside), try large(), try products()]
  }

  /// b = −n⁶, deg a = 3, coefficients to 120: exactly seven reduce fully.
  private static func cubes(_ others: String) throws -> Figure {
    let request = try FactorialRequest(
      a: "1..120,-120..120,-120..120,-120..120", b: ["-n^6"], depth: 8, against: 10, identify: false)
    let run = try shortest(of: 3) { try search(request) }
    let rate = Double(run.answer.candidates) / run.seconds
    let found = Set(reduced(run.answer))
    let family = [0, 4, 12, 24, 40].map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
    let expected = Set(family + ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"])
    return Figure(
      "sieve of deg a = 3, b = -n^6, height 120, everything included",
      ours: String(format: "%.3g candidates/s and core", rate), beside: "bound 2e9, goal 1e10; \(others)",
      digest: digest(found.sorted().joined(separator: "\n")), isMet: rate >= 2e9 && found == expected)
  }

  /// The same to height 320, where tables weigh little: what an hour and two cores would do, and the memory that it takes.
  private static func large() throws -> Figure {
    let request = try FactorialRequest(
      a: "1..320,-320..320,-320..320,-320..320", b: ["-n^6"], depth: 8, against: 10, identify: false)
    let run = try shortest(of: 1) { try search(request) }
    let (rate, found) = (Double(run.answer.candidates) / run.seconds, reduced(run.answer))
    let family = (0...12).map { 2 * $0 * ($0 + 1) }.filter { 3 + 2 * $0 <= 320 }
    let expected = Set(
      family.map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
        + ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"])
    return Figure(
      "the same to height 320, \(run.answer.candidates) candidates",
      ours: String(
        format: "%.3g candidates/s and core, %.3g an hour on two, %d MB", rate, rate * 7200,
        largestMemory() / 1_000_000),
      beside: "bounds 1e13 an hour, 500 MB", digest: digest(found.sorted().joined(separator: "\n")),
      isMet: rate * 7200 >= 1e13 && Set(found) == expected && largestMemory() <= 500_000_000)
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

  /// The test by exact convergents, in GMP from Python: what is left of q at depths 150 and 450 for 400 candidates.
  private static func convergents() throws -> String {
    let script = """
      import time
      from math import log
      from gmpy2 import mpz, gcd
      def left(a, n):
          p, q, r, s = mpz(1), mpz(0), mpz(a[3]), mpz(1)
          for k in range(1, n + 1):
              x, y = ((a[0]*k + a[1])*k + a[2])*k + a[3], -k**6
              p, r = r, x*r + y*p
              q, s = s, x*s + y*q
          return ((s // gcd(r, s)).bit_length()) / n
      t = time.perf_counter()
      full = [i for i in range(400)
        if (lambda a: abs(left(a, 450) - left(a, 150)) < 1)((2 + i % 3, 3 + i % 5, 1 + 2*i, 1 + i))]
      print(400 / (time.perf_counter() - t))
      """
    for python in ["/usr/bin/python3", find("python3") ?? ""] where python != "" {
      let run = try ProgramRun(python, ["-"], input: script)
      if let rate = Double(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) {
        return String(format: "gmpy2's convergents to depth 450: %.0f candidates/s", rate)
      }
    }
    return "gmpy2 is measured where it is installed"
  }
}
