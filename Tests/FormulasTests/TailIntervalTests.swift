import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct TailIntervalTests {
  @Test("fixed-point intervals give the digits of the full evaluation")
  func agreesWithEvaluation() throws {
    var generator = SeededGenerator(seed: 41)
    var (taken, left) = (0, 0)
    for _ in 0..<1_500 {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      guard !fraction.b.isZero, fraction.a.leading.signum > 0 else { continue }
      let kind = Classification(fraction).kind
      guard kind == .factorial || kind == .exponential else { continue }
      guard let decimal = TailInterval(fraction)?.decimal(digits: 30) else {
        left += 1
        continue
      }
      taken += 1
      #expect(
        try fraction.evaluate(digits: 30).decimal(atMost: 30)?.text == decimal.description, "\(fraction)")
    }
    #expect(taken > 400 && left * 20 < taken, "\(taken) taken, \(left) left to the full evaluation")
  }

  @Test("fixed-point steps are exact until they are shifted")
  func steps() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<200 {
      var pair = FixedPointPair(numerator: Int.random(in: -999...999, using: &generator), denominator: 7)
      var (p, q) = (pair.p, pair.q)
      for _ in 0..<40 {
        let (a, b) = (
          Int.random(in: -9999...9999, using: &generator), Int.random(in: -9999...9999, using: &generator)
        )
        let shifts = pair.shifts
        pair.step(a: a, b: b)
        (p, q) = (Integer(a) * p + Integer(b) * q, p)
        if pair.shifts > shifts { (p, q) = (p.shifted(left: -32), q.shifted(left: -32)) }
        #expect(pair.p == p && pair.q == q)
      }
    }
  }
}
