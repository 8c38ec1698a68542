import Testing
import WallisArithmetic

@testable import WallisProofs

@Suite struct TelescopingTests {
  /// Partial fractions and linear algebra find the same combinations of theorems.
  @Test(arguments: [Rational(1), Rational(-1), Rational(1, 16), Rational(-5, 7)])
  func partialFractionsAgreeWithLinearAlgebra(z: Rational) throws {
    var generator = SplitMix64(seed: 0x7E1E_0000 + UInt64(z.denominator.word ?? 0))
    let places = [Rational(1), Rational(1, 2), Rational(2, 3)]
    let basis = places.flatMap { place in
      (1...2).map { order in
        RationalFunction(
          Polynomial(constant: 1), Polynomial([place.numerator, place.denominator]).power(order))
      }
    }
    for _ in 0..<12 {
      let poles = (0..<3).map { _ -> Polynomial in
        let place = places[Int.random(in: 0..<3, using: &generator)]
        let shift = Integer(Int.random(in: 0...9, using: &generator))
        return Polynomial([place.numerator + shift * place.denominator, place.denominator])
      }
      let bottom = poles.reduce(Polynomial(constant: 1)) { $0 * $1 }
      // Two degrees less, so that sums converge for all z.
      let top = Polynomial([
        Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator),
      ])
      let factor = RationalFunction(top, bottom)
      let ratio = RationalFunction(z)
      guard poles.allSatisfy({ p in poles.count { $0 == p } <= 2 }) else { continue }
      let fast = try #require(Telescoping(ofPowersOf: z, times: factor, basis: basis), "\(factor)")
      #expect(fast.holds(for: factor, ratio: ratio, basis: basis), "\(factor)")
      let slow = try #require(Telescoping(of: factor, ratio: ratio, basis: basis), "\(factor)")
      #expect(slow.coefficients == fast.coefficients || z == 1, "\(factor)")
      #expect(!fast.holds(for: factor + RationalFunction(1), ratio: ratio, basis: basis))
    }
  }

  /// Poles that are not rational, or that the theorems do not have, are left to linear algebra.
  @Test func whatPartialFractionsDoNotReach() {
    let basis = [RationalFunction(Polynomial(constant: 1), Polynomial([1, 1]))]
    let one = Polynomial(constant: 1)
    for bottom in [Polynomial([1, 0, 1]), Polynomial([1, 2]), Polynomial([1, 1]).power(2)] {
      #expect(Telescoping(ofPowersOf: -1, times: RationalFunction(one, bottom), basis: basis) == nil)
    }
    #expect(
      Telescoping(
        ofPowersOf: -1, times: RationalFunction(Polynomial([0, 1]), Polynomial([1, 1])), basis: basis)
        == nil)
  }
}
