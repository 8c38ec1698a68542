import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas

@Suite struct TailIntervalTests {
  @Test("fixed-point values are those of the full evaluation", arguments: [12, 30, 60, 100])
  func agreesWithEvaluation(_ digits: Int) throws {
    var generator = SeededGenerator(seed: 41)
    var (taken, left) = (0, 0)
    for _ in 0..<600 {
      let c = (0..<6).map { _ in Int.random(in: -5...5, using: &generator) }
      let fraction = ContinuedFraction(a: Array(c[..<3]), b: Array(c[3...]))
      let classification = Classification(fraction)
      guard classification.kind == .factorial || classification.kind == .exponential else { continue }
      guard let text = fraction.fixedPointValue(classification, digits: digits) else {
        left += 1
        continue
      }
      taken += 1
      #expect(
        try fraction.evaluate(digits: digits).decimal(atMost: digits)?.text == text,
        "\(fraction)")
    }
    #expect(taken > 300 && left * 20 < taken, "\(taken) taken, \(left) left to the full evaluation")
  }

  @Test("slow classes in fixed point", arguments: [30, 60])
  func slowClasses(_ digits: Int) throws {
    let inputs = [
      ([1], [0, 1]), ([3], [2, 5]), ([-2], [1, 4]), ([2, 2], [0, 0, -1]), ([4, 2], [3, 1, -1]),
      ([1], [0, 0, 1]), ([-4], [2, 1, 4]), ([5], [1, 2, 3]),
    ]
    for (a, b) in inputs {
      let fraction = ContinuedFraction(a: a, b: b)
      let text = try #require(
        fraction.fixedPointValue(Classification(fraction), digits: digits), "\(fraction)")
      #expect(
        try fraction.evaluate(digits: digits).decimal(atMost: digits)?.text == text,
        "\(fraction)")
    }
  }

  @Test("fixed-point steps are exact until they are shifted")
  func steps() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<200 {
      var pair = FixedPointPair<3>(numerator: Int.random(in: -999...999, using: &generator), denominator: 7)
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
