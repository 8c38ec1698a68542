import Testing
import WallisArithmetic
import WallisFormulas

@testable import WallisProofs

/// The two theorems told by beta integrals, as identities of rational functions.
///
/// In both classes τ(k) = (6k + 1)∫x(u)^k du from 0 to 1, so that Σ φ(k)τ(k) is the integral of a rational function. It is the
/// derivative of G(u)/(1 − x)^m and of arctangents, whose values at 1 and 0 are known.
@Suite struct BetaIntegralTests {
  /// Σ P(k)x^k = N(x)/(1 − x)^(m+1) for deg P = m: N.
  private static func numerator(_ polynomial: Polynomial) -> Polynomial {
    let m = polynomial.degree
    let power = Polynomial([1, -1]).power(m + 1)
    return Polynomial(
      (0...m).map { j in (0...j).reduce(Integer(0)) { $0 + power[$1] * polynomial.value(at: Integer(j - $1)) }
      })
  }

  /// N(x(u)) for x = −y/scale, times scale^deg N.
  private static func composed(_ outer: Polynomial, _ inner: Polynomial, scale: Integer) -> Polynomial {
    outer.coefficients.enumerated().reduce(.zero) {
      $0 + Polynomial(constant: $1.element * scale.power(outer.degree - $1.offset)) * inner.power($1.offset)
    }
  }

  /// h′/(1 + h²) of a quotient.
  private static func arcTangent(_ h: RationalFunction) -> RationalFunction {
    let (p, q) = (h.numerator, h.denominator)
    return RationalFunction(p.derivative * q - p * q.derivative, p * p + q * q)
  }

  /// The derivative of G/D^m.
  private static func derivative(_ g: Polynomial, over d: Polynomial, _ m: Int) -> RationalFunction {
    RationalFunction(g.derivative * d - Polynomial(constant: Integer(m)) * g * d.derivative, d.power(m + 1))
  }

  /// φ of the row for an argument, and the integrand for x = inner/scale.
  private static func row(_ z: Rational, _ inner: Polynomial, scale: Integer) throws -> (
    SumTheorem, RationalFunction
  ) {
    let theorem = try #require(
      SumTheorems.rows.first { $0.terms.argument == z && $0.name == "a beta integral" })
    let top = numerator(theorem.factor.numerator * Polynomial([1, 6]))
    let m = top.degree
    let bottom = (Polynomial(constant: scale) - inner).power(m + 1)
    return (
      theorem, RationalFunction(Polynomial(constant: scale) * composed(top, inner, scale: scale), bottom)
    )
  }

  /// τ(k) = (6k + 1)∫x^k: the quotient of Euler's beta functions B(αk + a, βk + b)·x₀^k, from its Γ functions.
  private static func quotient(_ pairs: [(step: Int, at: Rational)], over sum: (Int, Rational), _ z: Rational)
    -> RationalFunction
  {
    func rising(_ step: Int, _ at: Rational) -> RationalFunction {
      (0..<step).reduce(RationalFunction(1)) {
        let constant = at + Rational(Integer($1))
        return $0
          * RationalFunction(
            Polynomial([constant.numerator, Integer(step) * constant.denominator]),
            Polynomial(constant: constant.denominator))
      }
    }
    let beta = pairs.reduce(RationalFunction(z)) { $0 * rising($1.step, $1.at) } / rising(sum.0, sum.1)
    let linear = RationalFunction(Polynomial([1, 6]))
    return beta * linear.shifted(by: 1) / linear
  }

  @Test func minusOneTwentySeventh() throws {
    let square = Polynomial([0, 0, 1])
    let inner = -(square * (Polynomial(constant: 1) - square).power(2))
    let (theorem, integrand) = try BetaIntegralTests.row(Rational(-1, 27), inner, scale: 4)
    // B(2k + 1, k + 1/2)(−1/4)^k.
    #expect(
      theorem.terms.ratio
        == BetaIntegralTests.quotient(
          [(2, 1), (1, Rational(1, 2))], over: (3, Rational(3, 2)), Rational(-1, 4)))
    let g = Polynomial([0, 604, 0, 2_091, 0, -2_919, 0, 1_236, 0, -55, 0, 15])
    let d = Polynomial(constant: 4) - inner
    let primitive =
      BetaIntegralTests.derivative(Polynomial(constant: 4) * g, over: d, 2)
      + RationalFunction(40) * BetaIntegralTests.arcTangent(RationalFunction(.variable))
      + RationalFunction(20)
      * BetaIntegralTests.arcTangent(RationalFunction(.variable, Polynomial([2, 0, -1])))
    #expect(primitive == integrand)
    // arctan u and arctan u/(2 − u²) go from 0 to π/4.
    #expect(Rational(4 * g.value(at: 1), d.value(at: 1).power(2)) == 243 && (40 + 20) / 4 == 15)
    #expect("\(ClosedForm(theorem.value))" == "243+15pi")
  }

  @Test func sixteenTwentySevenths() throws {
    let square = Polynomial([0, 0, 1])
    let inner = 4 * square.power(2) * (Polynomial(constant: 1) - square)
    let (theorem, integrand) = try BetaIntegralTests.row(Rational(16, 27), inner, scale: 1)
    // B(k + 1, 2k + 1/2)4^k.
    #expect(
      theorem.terms.ratio
        == BetaIntegralTests.quotient([(1, 1), (2, Rational(1, 2))], over: (3, Rational(3, 2)), 4))
    let g = Polynomial([
      0, -917, 0, 140, 0, -40_544, 0, 24_256, 0, 274_928, 0, -474_048, 0, 242_256, 0, -38_080, 0, 13_440,
    ])
    let d = Polynomial(constant: 1) - inner
    let h = RationalFunction(Polynomial([0, -2, 0, 2]), Polynomial([1, 0, -2]))
    #expect(
      BetaIntegralTests.derivative(g, over: d, 3) - RationalFunction(210) * BetaIntegralTests.arcTangent(h)
        == integrand)
    // h goes from 0 to −∞ and from ∞ to 0: its arctangent falls by π.
    #expect(Rational(g.value(at: 1), d.value(at: 1).power(3)) == 1_431)
    #expect("\(ClosedForm(theorem.value))" == "1431+210pi")
  }
}
