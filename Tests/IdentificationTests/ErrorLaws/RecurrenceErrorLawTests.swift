import TestSupport
import Testing
import WallisArithmetic

@testable import WallisFormulas
@testable import WallisIdentification

/// Error laws of recurrences of order 3 and more.
@Suite struct RecurrenceErrorLawTests {
  private func product(_ text: String) throws -> MatrixProduct {
    try #require(try MatrixProduct.formula(try Expression(parsing: text)))
  }

  /// Recurrences whose solutions are powers: p = 3·5ⁿ + 7·2ⁿ over q = 5ⁿ + 1 misses 3 by −7(2/5)ⁿ, by 8/125 of that where
  /// the index is less by 3, and by −(1/5)ⁿ without 2ⁿ in p; p = 37/14·5ⁿ + 27/7·(−2)ⁿ + … over 5ⁿ.
  @Test(arguments: [
    ("rec([1, -8, 17, -10], p=[10, 29, 103], q=[2, 6, 26], from=3)", "-7(2/5)^n"),
    ("rec([1, -8, 17, -10], p=[7, 19, 79], q=[2, 6, 26], from=3)", "-(1/5)^n"),
    ("rec([1, -8, 17, -10], p=[10, 29, 103], q=[2, 6, 26], from=0)", "-56/125*(2/5)^n"),
    ("rec([1, -4, -7, 10], p=[4, 3, 79], q=[1, 5, 25], from=3)", "-27/7*(-1)^n*(2/5)^n"),
  ])
  func powers(_ text: String, _ law: String) throws {
    let found = try #require(ErrorLaw(try product(text)), "\(text)")
    #expect(ExpressionWriter(.plain).text(found.expression) == law)
    #expect(found.grade == .conjecture)
  }

  /// Random recurrences whose characteristic polynomials have roots of different moduli: exact differences at depths
  /// beyond those that were extrapolated come as near the law as 1/n says, nearer with n.
  @Test func differencesFollowTheLaw() throws {
    var generator = SeededGenerator(seed: 2_027)
    var seen = 0
    let count = LongSuite.isOn ? 40 : 16
    for _ in 0..<count {
      let roots = [9, [2, -3, 4, 5].randomElement(using: &generator)!, 1]
      var coefficients: [Polynomial] = [1, -roots.reduce(0, +), 0, -roots.reduce(1, *)].enumerated().map {
        place, lead in
        let low =
          place == 0
          ? [1, 1] : [Int.random(in: -3...3, using: &generator), Int.random(in: -3...3, using: &generator)]
        return Polynomial(low + [lead])
      }
      let pairs = roots[0] * roots[1] + roots[0] * roots[2] + roots[1] * roots[2]
      coefficients[2] = Polynomial([1, Int.random(in: -3...3, using: &generator), pairs])
      let list = coefficients.map { $0.text(variable: "n") }.joined(separator: ", ")
      let text = "rec([\(list)], p=[1, 2, 5], q=[1, 3, -2], from=3)"
      guard let product = try? product(text), let law = ErrorLaw(product),
        let limit = try product.evaluate(digits: 2_600, limits: EvaluationLimits()).enclosure
      else { continue }
      seen += 1
      var convergents = ProductConvergents(product)
      var last = 1.0
      for depth in [1_200, 2_400] {
        convergents.advance(to: depth - product.first + 1)
        let error =
          limit - Ball(convergents.rows[0][2], bits: limit.bits)
          / Ball(convergents.rows[1][2], bits: limit.bits)
        var model =
          law.constant.rounded(toBits: limit.bits) * law.rate.base.ball(bits: limit.bits).power(depth)
          * Ball(depth, bits: limit.bits).power(law.rate.power.ball(bits: limit.bits))
        if law.rate.isAlternating, depth % 2 == 1 { model = -model }
        let distance = abs((error / model - 1).approximation)
        #expect(distance < 60 / Double(depth) && distance <= 0.6 * last, "\(text): \(distance)")
        last = max(distance, 1e-6)
      }
    }
    #expect(8 * seen >= 5 * count, "\(seen)")
  }

  /// Nothing is said where two solutions grow alike, where λ is neither a fraction nor quadratic, and of what has no limit.
  @Test(arguments: [
    "rec([1, -1, -1, 1], p=[1, 2, 5], q=[1, 3, -2], from=3)",
    "rec([1, -(2n+1), -n^2, n^3], p=[1,2,3], q=[0,1,5], from=3)",
    "rec([1, -3, 5, -15], p=[1, 2, 5], q=[1, 3, -2], from=3)",
  ])
  func others(_ text: String) throws {
    #expect(ErrorLaw(try product(text)) == nil, "\(text)")
  }
}
