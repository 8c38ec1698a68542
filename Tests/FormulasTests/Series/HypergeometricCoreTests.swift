import Testing
import WallisArithmetic

@testable import WallisFormulas

/// Cores of series: which degrees are worth a search, and their sums.
@Suite struct HypergeometricCoreTests {
  private static let half = Rational(1, 2)

  private func core(_ z: Rational, _ above: [Rational], _ below: [Rational], over: [Int] = [1]) throws
    -> HypergeometricCore
  {
    try #require(HypergeometricCore(base: z, above: above, below: below, divisor: Polynomial(over)))
  }

  /// Arb's hypergeometric functions sum on another path: Σ z^k ∏ (α)_k / ∏ (β)_k is F(1, α; β; z).
  @Test(arguments: [
    (Rational(1, 4), [Rational(1, 2), Rational(1, 3)], [Rational(1), Rational(2, 3)]),
    (Rational(-7, 8), [Rational(1, 2), Rational(1, 2), Rational(1, 2)], [Rational(1), 1, 1]),
    (Rational(3), [Rational(1, 4)], [Rational(1), Rational(1, 2)]),
  ])
  func sumsAgreeWithHypergeometricFunctions(z: Rational, above: [Rational], below: [Rational]) throws {
    let sums = try core(z, above, below).sums(upTo: 0, digits: 40)
    func list(_ parameters: [Rational]) -> String { parameters.map { "\($0)" }.joined(separator: ",") }
    let text = "hyp([1,\(list(above))],[\(list(below))],\(z))"
    let own = try #require(try Expression(parsing: text).evaluate(digits: 40).enclosure)
    #expect(sums[0].overlaps(own) && sums[0].accurateDigits >= 40, "\(text)")
  }

  @Test("sums of the degree that telescopes are fractions of those below, those below are not")
  func telescopingDegrees() throws {
    let cases: [(HypergeometricCore, Int)] = try [
      (core(Rational(1, 3), [Self.half], [1]), 1),
      (core(Rational(1, 3), [Self.half, Rational(1, 3)], [1, Rational(3, 4)]), 2),
      (core(Rational(-2, 5), [], [Self.half, 1]), 2),
      (core(Rational(1, 5), [], [], over: [1, 2]), 1),
      (core(Rational(1, 5), [Self.half], [1], over: [2, 3]), 2),
      (core(1, [Rational(1, 4), Rational(1, 4), Rational(1, 4)], [1, 1, 1]), 2),
    ]
    for (core, degree) in cases {
      #expect(core.degrees(upTo: 9) == .upTo(degree - 1), "\(core)")
      guard core.base != 1 else { continue }
      let sums = try core.sums(upTo: degree, digits: 120)
      let one = Ball(1, bits: 400)
      #expect(IntegerRelation.search(among: sums + [one]).relation?.grade == .conjecture, "\(core)")
      #expect(IntegerRelation.search(among: Array(sums.dropLast()) + [one]).relation == nil, "\(core)")
    }
  }

  @Test func whatHasNoLimitSaysWhy() throws {
    #expect(try core(Rational(3, 2), [Self.half], [1]).degrees(upTo: 2) == .diverges(.lastingTerms))
    #expect(try core(1, [Self.half], [1]).degrees(upTo: 2) == .diverges(.slowTerms))
    #expect(try core(-1, [Self.half], [1]).degrees(upTo: 2) == .upTo(0))
    let growing = try core(Rational(1, 9), [Self.half, 1], [Rational(1, 3)])
    #expect(growing.degrees(upTo: 0) == .diverges(.lastingTerms))
    #expect(try core(Rational(1, 3), [], []).degrees(upTo: 2) == .fractions)
    #expect(try core(-1, [], [], over: [-3, 1]).degrees(upTo: 0) == .infinite(at: 3))
    #expect(HypergeometricCore(base: 1, above: [1], below: [1]) == nil)
    // ζ(2): the terms 1/(k + 1)² do not telescope.
    #expect(try core(1, [], [], over: [1, 2, 1]).degrees(upTo: 3) == .upTo(0))
  }

  @Test func seriesOfCores() throws {
    let half = Self.half
    let core = try core(Rational(1, 4), [half, half, half], [1, 1, 1])
    let series = try #require(core.series(times: Polynomial([1, 6])))
    let other = try #require(Series(try Expression(parsing: "sum(k=0..inf, (6k+1)*binomial(2k,k)^3/256^k)")))
    #expect(series == other)
    #expect(series.termText == "(6k+1) (1/2)_k^3/(4^k k!^3)" && Series(Formula(series)) == series)
    let divided = try self.core(-1, [], [], over: [1, 2])
    #expect(
      divided.series(times: Polynomial([1, 3, 2])) == nil
        && divided.series(times: Polynomial([] as [Int])) == nil)
    #expect(divided.series(times: Polynomial([1]))?.termText == "(-1)^k/(2k+1)")
    let product = try self.core(Rational(-9, 4), [], [half, 1], over: [1, 4, 5, 2])
    #expect(product.series(times: Polynomial([3]))?.termText == "3 (-9)^k/((k+1)^2(2k+1) 4^k (1/2)_k k!)")
    #expect(Series(Formula(ContinuedFraction(a: [1], b: [1]))) == nil)
  }
}
