import CKernel
import Foundation
import WallisArithmetic
import WallisFormulas
import WallisSearch

/// Patterns of quotients: pairs a second, Berlekamp–Massey and huge continued fractions beside PARI/GP in the same run.
enum Esma {
  static func figures(wallis: String) throws -> [Figure] {
    [try pairs("e", pairs: 33_040), try pairs("pi", pairs: 33_040)]
      + (try [(200, 60e-6), (2000, 2e-3)].map { try massey(terms: $0, bound: $1) })
      + (try [(100_000, 20e-3), (1_000_000, 0.5)].map { try quotients(digits: $0, bound: $1) })
      + [try search(wallis)]
  }

  /// Extraction from 500 digits and the recurrence of 105 terms, for all images of height 5 and signs of length 1 to 3.
  private static func pairs(_ constant: String, pairs: Int) throws -> Figure {
    let sides = Array(LeftHandSide.classes(degree: 1, height: 5).joined())
    let signs = SignPeriod.primitive(lengths: 1...3)
    let expression = try WallisFormulas.Expression(parsing: constant)
    guard let value = try expression.evaluate(digits: 500).enclosure else {
      throw BenchmarkFailure(constant)
    }
    let run = shortest(of: 3) {
      var hits = 0
      for side in sides {
        let scan = PatternScan(ForcedQuotients(side.value(value)), terms: 105, bound: 46)
        for period in signs where scan.screened(period) != nil { hits += 1 }
      }
      return hits
    }
    let rate = Double(pairs) / run.seconds
    return Figure(
      "pairs of \(constant), height 5, 105 terms", ours: "\(Int(rate)) pairs/s and core",
      beside: "bound 50,000; the authors' code 60 to 110, plain Python 2,000 to 5,000 (measured once)",
      digest: "\(run.answer)", isMet: rate >= 50_000 && sides.count * signs.count == pairs)
  }

  /// Random words: the complexity is half the number of terms, nothing stops early.
  private static func massey(terms: Int, bound: Double) throws -> Figure {
    var state: UInt64 = 1
    let sequence = (0..<terms).map { _ -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let mine = shortest(of: terms > 1000 ? 200 : 2000) { LinearComplexity(of: sequence)?.complexity ?? 0 }
    let list = sequence.map { "\($0)" }.joined(separator: ",")
    // PARI has no Berlekamp–Massey by name: the continued fraction of the generating series gives the same polynomial.
    let setup = "p = 2^61-1; s = Polrev([\(list)])*Mod(1, p); n = \(terms);"
    let theirs = try pari(
      setup, "poldegree(denominator(bestapprPade(s + O(x^n))))", runs: terms > 1000 ? 1 : 20)
    var degree = 0
    let flint = ck_flint_complexity(sequence.map(Int64.init), terms, terms > 1000 ? 100 : 1000, &degree)
    let gp = theirs.map { "PARI's bestapprPade \(milliseconds($0.seconds))" } ?? "gp is not installed"
    return Figure(
      "linear complexity of \(terms) random terms over 2^61-1", ours: milliseconds(mine.seconds),
      beside: "FLINT \(milliseconds(flint)); \(gp); bound \(milliseconds(bound))", digest: "\(mine.answer)",
      isMet: mine.seconds <= bound && mine.answer == degree && abs(mine.answer - terms / 2) <= 1,
      ratio: mine.seconds / flint)
  }

  /// The quotients of π that its digits force, the digits given.
  private static func quotients(digits: Int, bound: Double) throws -> Figure {
    let ball = Ball(.pi, bits: Int(Double(digits) * 3.3219280948873623))
    let mine = shortest(of: digits > 500_000 ? 3 : 10) { ForcedQuotients(ball).count }
    let theirs =
      digits > 500_000 ? nil : try pari("default(realprecision, \(digits)); x = Pi;", "#contfrac(x)", runs: 1)
    let gp =
      theirs.map { "PARI's contfrac \(milliseconds($0.seconds)), \($0.answer) terms; " } ?? ""
    var count = 0
    let text = ball.decimal(digits: digits - 2).map { "\($0.significand)" } ?? "31"
    let flint = ck_flint_quotients(text, digits > 500_000 ? 3 : 10, &count)
    return Figure(
      "certified continued fraction of pi from \(digits) digits", ours: milliseconds(mine.seconds),
      beside: "FLINT's fmpq_get_cfrac \(milliseconds(flint)); \(gp)bound \(milliseconds(bound))",
      digest: "\(mine.answer)",
      isMet: mine.seconds <= bound && Double(mine.answer) > 0.96 * Double(digits), ratio: mine.seconds / flint
    )
  }

  /// The whole search, approval, folding and storage included.
  private static func search(_ wallis: String) throws -> Figure {
    let catalog = FileManager.default.temporaryDirectory.appendingPathComponent("bench-esma.sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: catalog + end) } }
    let run = try ProgramRun(
      wallis,
      [
        "search", "esma", "--constant", "e", "--height", "5", "--periods", "1..4", "--terms", "200",
        "--catalog",
        catalog, "--quiet",
      ])
    return Figure(
      "search esma: e, height 5, periods 1..4, 200 terms", ours: String(format: "%.2f s", run.seconds),
      beside: "bound 10 s on two cores", digest: digest(run.output),
      isMet: run.status == 0 && run.seconds <= 10)
  }

  /// The best of five rounds inside gp, and its answer.
  private static func pari(_ setup: String, _ call: String, runs: Int) throws -> (
    seconds: Double, answer: String
  )? {
    guard let gp = find("gp") else { return nil }
    let script = """
      default(parisizemax, "2G");
      \(setup)
      b = 10^9; for (i = 1, 3, t = getwalltime(); for (j = 1, \(runs), r = \(call)); b = min(b, getwalltime()-t));
      print(b); print(r);
      """
    let lines = try ProgramRun(gp, ["-q", "-f"], input: script).output.split(separator: "\n").map(String.init)
    guard lines.count == 2, let best = Double(lines[0]) else { return nil }
    return (best / 1e3 / Double(runs), lines[1])
  }
}
