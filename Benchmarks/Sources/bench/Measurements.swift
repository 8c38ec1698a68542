import Foundation
import WallisArithmetic
import WallisFormulas

/// Convergence dynamics of members of the data set with degrees ≤ 2 and coefficients −5 … 5.
enum Measurements {
  static func figures() throws -> [Figure] { [try measurement(), sequence()] }

  /// 200 random members that converge without ending.
  static func members() -> [ContinuedFraction] {
    var state: UInt64 = 2024
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % 11 - 5
    }
    var found: [ContinuedFraction] = []
    while found.count < 200 {
      let fraction = ContinuedFraction(a: [next(), next(), next()], b: [next(), next(), next()])
      guard !fraction.a.isZero, !fraction.b.isZero else { continue }
      let convergence = Classification(fraction).convergence
      if let convergence, convergence != .finite { found.append(fraction) }
    }
    return found
  }

  private static func measurement() throws -> Figure {
    let fractions = members()
    let run = try shortest(of: 5) {
      var meter = DynamicsMeter()
      return try fractions.map { try meter.measure($0) }
    }
    let rows = run.answer.map { "\($0.value ?? "") \(String(format: "%.9f", $0.delta ?? 0))" }
    let each = run.seconds / Double(fractions.count)
    return Figure(
      "one formula measured in full, depth 1000 against 2000", ours: milliseconds(each),
      beside: "bound 0.57 ms; the authors' code 570 ms (measured once on such a core)",
      digest: digest(rows.joined(separator: "\n")), isMet: each <= 0.57e-3)
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
