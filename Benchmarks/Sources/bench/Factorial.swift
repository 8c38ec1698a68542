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
  private static func cubes(_ others: (text: String, isRight: Bool)) throws -> Figure {
    let request = try FactorialRequest(
      a: "1..120,-120..120,-120..120,-120..120", b: ["-n^6"], depth: 8, against: 10, identify: false)
    let run = try shortest(of: 3) { try search(request) }
    let rate = Double(run.answer.candidates) / run.seconds
    let found = Set(reduced(run.answer))
    let family = [0, 4, 12, 24, 40].map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
    let expected = Set(family + ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"])
    return Figure(
      "sieve of deg a = 3, b = -n^6, height 120, everything included",
      ours: String(format: "%.3g candidates/s and core", rate),
      beside: "bound 2e9, goal 1e10; \(others.text)",
      digest: digest(found.sorted().joined(separator: "\n")),
      isMet: rate >= 2e9 && found == expected && others.isRight)
  }

  /// The same to height 320, where tables weigh little: what an hour and two cores would do, and the memory that it takes.
  private static func large() throws -> Figure {
    let request = try FactorialRequest(
      a: "1..320,-320..320,-320..320,-320..320", b: ["-n^6"], depth: 8, against: 10, identify: false)
    let run = try shortest(of: 1) { try search(request) }
    let (rate, found) = (Double(run.answer.candidates) / run.seconds, reduced(run.answer))
    let memory = largestMemory()
    let family = (0...12).map { 2 * $0 * ($0 + 1) }.filter { 3 + 2 * $0 <= 320 }
    let expected = Set(
      family.map { c in "pcf(2n^3+3n^2+\(3 + 2 * c)n+\(1 + c), -n^6)" }
        + ["pcf(6n^3+9n^2+5n+1, -n^6)", "pcf(34n^3+51n^2+27n+5, -n^6)"])
    return Figure(
      "the same to height 320, \(run.answer.candidates) candidates",
      ours: String(
        format: "%.3g candidates/s and core, %.3g an hour on two, %d MB", rate, rate * 7200,
        (memory ?? 0) / 1_000_000),
      beside: "bounds 1e13 an hour, 500 MB", digest: digest(found.sorted().joined(separator: "\n")),
      isMet: rate * 7200 >= 1e13 && Set(found) == expected && (memory ?? .max) <= 500_000_000)
  }

  /// Parts in 20,000 of degree (2, 4), height 100, b with four rational roots to height 4 and constants to 64, spread over
  /// the space: of half of all b the fractions end, and a part of those alone would say nothing.
  private static func products() throws -> Figure {
    var (candidates, seconds, found) = (0, 0.0, [String]())
    for index in stride(from: 1_111, to: 20_000, by: 3_333) {
      let request = try FactorialRequest(
        a: "-100..100,-100..100,-100..100",
        products: FactorialRequest.Products(degree: 4, height: 4, leading: 64),
        shard: Shard(index: index, count: 20_000), depth: 8, against: 10, identify: false, skipsInflated: true
      )
      let run = try shortest(of: 1) { try search(request) }
      guard run.answer.funnel.total == run.answer.candidates else { break }
      candidates += Int(run.answer.candidates)
      seconds += run.seconds
      found += reduced(run.answer)
    }
    let rate = Double(candidates) / seconds
    return Figure(
      "sieve of degree (2, 4), height 100, b with four small roots, everything included",
      ours: String(format: "%.3g candidates/s and core, %d reduce", rate, found.count), beside: "bound 1e9",
      digest: digest(found.joined(separator: "\n")), isMet: rate >= 1e9 && !found.isEmpty)
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

  /// The test by exact convergents, in GMP from Python, on the line 2n³ + 3n² + (3+2c)n + 1 + c: what it says, and its rate.
  private static func convergents() throws -> (text: String, isRight: Bool) {
    let script = """
      import time
      from gmpy2 import mpz, gcd, log
      def left(c, n):
          p, q, r, s = mpz(1), mpz(0), mpz(1 + c), mpz(1)
          for k in range(1, n + 1):
              x, y = ((2*k + 3)*k + 3 + 2*c)*k + 1 + c, -k**6
              p, r = r, x*r + y*p
              q, s = s, x*s + y*q
          return log(abs(s) // gcd(r, s)) / n
      t = time.perf_counter()
      full = [c for c in range(120) if abs(left(c, 450) - left(c, 150)) < 0.27]
      print(120 / (time.perf_counter() - t), full)
      """
    let expected = (0...7).map { 2 * $0 * ($0 + 1) }.filter { $0 < 120 }
    for python in ["/usr/bin/python3", find("python3") ?? ""] where python != "" {
      let words = try ProgramRun(python, ["-"], input: script).output.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let rate = Double(words[0]) else { continue }
      let found = words[1].trimmingCharacters(in: .whitespacesAndNewlines)
      return (
        String(format: "gmpy2's convergents to depths 150 and 450: %.0f candidates/s, full at c = ", rate)
          + found,
        found == "\(expected)"
      )
    }
    return ("gmpy2 is measured where it is installed", true)
  }
}
