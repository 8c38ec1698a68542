internal import WallisArithmetic

extension Constant {
  /// Logarithms, powers and square roots of π, and what arctangents and logarithms give beside square roots.
  static let furtherLogarithms: [Constant] = [
    logarithm(5) { Ball(.log2, bits: $0) * 2 + Ball(Rational(1, 9), bits: $0).atanh * 2 },
    logarithm(6) { Ball(.log2, bits: $0) * 2 + Ball(Rational(1, 5), bits: $0).atanh * 2 },
    logarithm(7) { Ball(.log2, bits: $0) * 3 - Ball(Rational(1, 15), bits: $0).atanh * 2 },
    logarithm(10) { Ball(.log2, bits: $0) * 3 + Ball(Rational(1, 9), bits: $0).atanh * 2 },
    row(
      "log(phi)", unicode: "log φ", latex: "\\log\\varphi", "natural logarithm of the golden ratio",
      "\(finch) 1.2",
      value: { ((Ball(5, bits: $0).squareRoot + 1) / 2).log },
      second: { Ball(Rational(1, 2), bits: $0).asinh }),
    row(
      "sqrt(2)*log(1+sqrt(2))", unicode: "√2·log(1+√2)", latex: "\\sqrt{2}\\log(1+\\sqrt{2})",
      "sum of 1/((2k+1) 2^k) over k >= 0", "\(abramowitz) 4.6",
      value: { Ball(2, bits: $0).squareRoot * Ball(1, bits: $0).asinh },
      second: { inverseOddSeries(2, bits: $0) }),
    row(
      "sqrt(3)*log(2+sqrt(3))", unicode: "√3·log(2+√3)", latex: "\\sqrt{3}\\log(2+\\sqrt{3})",
      "twice the sum of 1/((2k+1) 3^k) over k >= 0", "\(abramowitz) 4.6",
      value: { Ball(3, bits: $0).squareRoot * Ball(2, bits: $0).acosh },
      second: { inverseOddSeries(3, bits: $0) * 2 }),
    row(
      "sqrt(5)*log(phi)", unicode: "√5·log φ", latex: "\\sqrt{5}\\log\\varphi",
      "sum of 1/((2k+1) 5^k) over k >= 0",
      "\(abramowitz) 4.6",
      value: { Ball(5, bits: $0).squareRoot * ((Ball(5, bits: $0).squareRoot + 1) / 2).log },
      second: { inverseOddSeries(5, bits: $0) }),
    row(
      "atan(1/2)", latex: "\\arctan\\frac12", "angle with tangent 1/2", "\(abramowitz) 4.4",
      value: { Ball(Rational(1, 2), bits: $0).atan }, second: { inverseOddSeries(-4, bits: $0) / 2 }),
    row(
      "sqrt(2)*atan(1/sqrt(2))", unicode: "√2·atan(1/√2)", latex: "\\sqrt{2}\\arctan\\frac{1}{\\sqrt{2}}",
      "sum of (-1)^k/((2k+1) 2^k) over k >= 0", "\(abramowitz) 4.4",
      value: { Ball(2, bits: $0).squareRoot * Ball(2, bits: $0).squareRoot.inverse.atan },
      second: { inverseOddSeries(-2, bits: $0) }),
    row(
      "parabolic", gp: "(sqrt(2)+log(1+sqrt(2)))", mpmath: "(sqrt(mpf(2))+log(1+sqrt(mpf(2))))",
      "sqrt(2) + log(1+sqrt(2)): length of a parabola beside its focal distance", "\(finch) 8.2",
      value: { (Ball(2, bits: $0).squareRoot + 1).log + Ball(2, bits: $0).squareRoot },
      second: { Ball(1, bits: $0).asinh + (Ball(.pi, bits: $0) / 4).cos * 2 }),
  ]

  static let powersOfPi: [Constant] = [
    row(
      "pi^3", unicode: "π³", latex: "\\pi^{3}", "cube of pi", "\(abramowitz) 23.2",
      value: { Ball(.pi, bits: $0).power(3) },
      second: { (hurwitz(3, 1, 4, bits: $0) - hurwitz(3, 3, 4, bits: $0)) / 2 }),
    row(
      "sqrt(pi)", unicode: "√π", latex: "\\sqrt{\\pi}", "square root of pi: gamma(1/2)", "\(finch) 1.5.4",
      value: { Ball(.pi, bits: $0).squareRoot }, second: { Ball(Rational(1, 2), bits: $0).gamma }),
    row(
      "sqrt(2*pi)", unicode: "√(2π)", latex: "\\sqrt{2\\pi}", "integral of exp(-x^2/2) over the line",
      "\(finch) 1.5",
      value: { (Ball(.pi, bits: $0) * 2).squareRoot },
      second: { bits in
        Ball(Rational(1, 4), bits: bits).gamma * Ball(Rational(3, 4), bits: bits).gamma
          / Ball(Rational(1, 2), bits: bits).gamma
      }),
    row(
      "pi*sqrt(2)", unicode: "π√2", latex: "\\pi\\sqrt{2}", "pi times the square root of 2", "\(finch) 1.4",
      value: { Ball(.pi, bits: $0) * Ball(2, bits: $0).squareRoot },
      second: { Ball(Rational(1, 4), bits: $0).gamma * Ball(Rational(3, 4), bits: $0).gamma }),
    row(
      "pi*sqrt(3)", unicode: "π√3", latex: "\\pi\\sqrt{3}", "pi times the square root of 3", "\(finch) 1.4",
      value: { Ball(.pi, bits: $0) * Ball(3, bits: $0).squareRoot },
      second: { (Ball(Rational(2, 3), bits: $0).digamma - Ball(Rational(1, 3), bits: $0).digamma) * 3 }),
    zeta(4, value: { Ball(4, bits: $0).zeta }, second: { hurwitz(4, 1, 2, bits: $0) / 15 }),
    zeta(7, value: { Ball(7, bits: $0).zeta }, second: { hurwitz(7, 1, 2, bits: $0) / 127 }),
    zeta(9, value: { Ball(9, bits: $0).zeta }, second: { hurwitz(9, 1, 2, bits: $0) / 511 }),
    row(
      "gieseking", gp: "imag(polylog(2, exp(I*Pi/3)))", mpmath: "clsin(2, mp.pi/3)",
      "1.0149...: Clausen's integral at pi/3, the largest of its values", "\(finch) 3.10",
      value: { bits in
        (hurwitz(2, 1, 3, bits: bits) - Ball(.pi, bits: bits).power(2) * 2 / 3)
          / (Ball(3, bits: bits).squareRoot * 2)
      }, second: clausenSeries),
    row(
      "polylog(2,1/2)", unicode: "Li₂(1/2)", latex: "\\mathrm{Li}_2(1/2)", "sum of 1/(k^2 2^k) over k >= 1",
      "\(abramowitz) 27.7",
      value: { Ball(2, bits: $0).polylog(Ball(Rational(1, 2), bits: $0)) },
      second: { Ball(.pi, bits: $0).power(2) / 12 - Ball(.log2, bits: $0).power(2) / 2 }),
  ]
}

/// Σ 1/((2k+1) x^k) over k ≥ 0 for an integer |x| ≥ 2.
func inverseOddSeries(_ x: Int, bits: Int) -> Ball {
  rationalSeries(bits: bits) { (2 * $0 - 1, (2 * $0 + 1) * x) }
}
