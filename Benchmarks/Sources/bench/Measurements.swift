import Foundation
import WallisArithmetic
import WallisFormulas

/// Convergence dynamics of members of the data set with degrees ≤ 2 and coefficients −5 … 5.
enum Measurements {
  static func figures() throws -> [Figure] { [try measurement(), sequence()] }

  /// Coefficients of 200 random members that converge without ending, constant terms first.
  static func members() -> [(a: [Int], b: [Int])] {
    var state: UInt64 = 2024
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 11 - 5
    }
    var found: [(a: [Int], b: [Int])] = []
    while found.count < 200 {
      let member = (a: [next(), next(), next()], b: [next(), next(), next()])
      let fraction = ContinuedFraction(a: member.a, b: member.b)
      guard !fraction.a.isZero, !fraction.b.isZero else { continue }
      let convergence = Classification(fraction).convergence
      if let convergence, convergence != .finite { found.append(member) }
    }
    return found
  }

  private static func measurement() throws -> Figure {
    let fractions = members().map { ContinuedFraction(a: $0.a, b: $0.b) }
    let run = try shortest(of: 5) {
      var meter = DynamicsMeter()
      return try fractions.map { try meter.measure($0) }
    }
    let rows = run.answer.map { "\($0.value ?? "") \(String(format: "%.9f", $0.delta ?? 0))" }
    let each = run.seconds / Double(fractions.count)
    let (beside, isMet) = try authors(run.answer, seconds: run.seconds)
    return Figure(
      "one formula measured in full, depth 1000 against 2000", ours: milliseconds(each), beside: beside,
      digest: digest(rows.joined(separator: "\n")), isMet: isMet)
  }

  /// The authors' code on the same members, when WALLIS_AUTHORS names the folder of its blind_delta.py.
  private static func authors(_ ours: [Dynamics], seconds: Double) throws -> (beside: String, isMet: Bool) {
    guard let folder = ProcessInfo.processInfo.environment["WALLIS_AUTHORS"], let python = find("python3")
    else {
      return (
        "bound 0.57 ms; the authors' code 570 ms (measured once; WALLIS_AUTHORS names its folder)",
        seconds <= 200 * 0.57e-3
      )
    }
    let input = members().map { ($0.a.reversed() + $0.b.reversed()).map(String.init).joined(separator: " ") }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../authors.py").path
    let run = try ProgramRun(python, [script, folder], input: input.joined(separator: "\n") + "\n")
    let lines = run.output.split(separator: "\n")
    guard run.status == 0, lines.count == 201, let theirs = Double(lines[0]) else {
      return ("the authors' code in \(folder) does not run", false)
    }
    let pairs = zip(ours, lines.dropFirst()).compactMap { row, line in
      row.delta.flatMap { delta in Double(line).map { (delta, $0) } }
    }
    let close = pairs.count { abs($0 - $1) < 0.005 }
    let ratio = theirs / seconds
    let text = String(
      format: "bound 1,000 times as fast as the authors' code: %.0f ms, %.0f times; %d of %d δ within 0.005",
      theirs * 1e3 / 200, ratio, close, pairs.count)
    return (text, ratio >= 1000 && Double(close) >= 0.9 * Double(pairs.count))
  }

  private static func sequence() -> Figure {
    let brouncker = ContinuedFraction(a: [1, 2], b: [0, 0, 1])
    let run = shortest(of: 10) { DeltaSequence(brouncker, count: 200, depth: 2000, against: 4000) }
    let text = run.answer.points.map { String(format: "%.9f", $0.delta ?? 0) }.joined(separator: " ")
    return Figure(
      "δ sequence, 200 points to depth 2000", ours: milliseconds(run.seconds),
      beside: "bound 8 ms; ramanujantools 275 ms (measured once)", digest: digest(text),
      isMet: run.seconds <= 0.008)
  }
}
