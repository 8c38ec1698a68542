import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas

@Suite struct IntegerRelationTests {
  static func noise(_ generator: inout SeededGenerator, digits: Int) throws -> Ball {
    let text = (0..<digits).map { "\(Int.random(in: ($0 == 0 ? 1 : 0)...9, using: &generator))" }.joined()
    return try DecimalInput("0." + text).ball(bits: digits * 4)
  }

  /// Gauss: π/4 = 12 atan(1/18) + 8 atan(1/57) − 5 atan(1/239).
  @Test(arguments: [100, 200, 400]) func findsGaussFormula(bits: Int) throws {
    let angles = [18, 57, 239].map { Ball(Rational(1, Integer($0)), bits: bits).atan }
    let outcome = IntegerRelation.search(among: [Ball(.pi, bits: bits)] + angles)
    let relation = try #require(outcome.relation)
    #expect(relation.coefficients == [1, -48, -32, 20])
    #expect(relation.grade == .conjecture)
    #expect(outcome.excludedExponent == nil)
  }

  @Test func findsRelationsWithLargeCoefficients() throws {
    let (pi, e, root) = (Ball(.pi, bits: 600), Ball(.e, bits: 600), Ball(2, bits: 600).squareRoot)
    let large = Integer.powerOfTen(20) + 39
    let value = pi * large - e * (large * 7 + 11) + root * 5
    let relation = try #require(IntegerRelation.search(among: [pi, e, root, value]).relation)
    #expect(relation.coefficients == [large, -(large * 7 + 11), 5, -1])
  }

  /// Coefficients that fill 70 % of the digits leave none that could confirm them: found, and suspicious.
  @Test(arguments: [100, 200]) func whatFillsMostDigitsIsSuspicious(digits: Int) throws {
    let bits = digits * 3322 / 1000
    var numbers = [Ball(.pi, bits: bits), Ball(.e, bits: bits)] + [2, 3, 5].map { Ball($0, bits: bits).log }
    let planted = (1...6).map { Integer.powerOfTen(digits * 7 / 60) - Integer($0 * $0 * 97 + 1) }
    let sum = zip(numbers, planted).reduce(Ball(0, bits: bits)) { $0 + $1.0 * $1.1 }
    numbers.append((sum / Ball(planted[5], bits: bits)).rounded(toBits: bits))
    let relation = try #require(IntegerRelation.search(among: numbers).relation)
    #expect(relation.coefficients == Array(planted[..<5]) + [-planted[5]])
    #expect(relation.grade == .suspicious)
  }

  /// Two hundred sets of random numbers: no relation, and a bound of the size that the digits allow.
  @Test func noiseHasNoRelation() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let terms = try (0..<5).map { _ in try IntegerRelationTests.noise(&generator, digits: 60) }
      let outcome = IntegerRelation.search(among: terms)
      #expect(outcome.relation == nil)
      #expect((9...12).contains(outcome.excludedExponent ?? 0))
    }
  }

  /// More candidates before this one raise the bar for the same relation.
  @Test func lookingElsewhereCosts() throws {
    let terms = [
      Ball(.pi, bits: 60), Ball(Rational(1, 5), bits: 60).atan, Ball(Rational(1, 239), bits: 60).atan,
    ]
    let alone = try #require(IntegerRelation.search(among: terms).relation)
    let late = try #require(IntegerRelation.search(among: terms, candidatesTried: 1_000_000_000).relation)
    #expect(alone.grade == .conjecture && late.grade == .suspicious)
  }
}
