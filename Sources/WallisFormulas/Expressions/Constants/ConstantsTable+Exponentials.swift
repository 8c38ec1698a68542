internal import WallisArithmetic

extension Constant {
  /// Values of elementary transcendental functions at simple points.
  static let furtherExponentials: [Constant] = [
    exponential("e^3", 3, "cube of e", latex: "e^{3}"),
    exponential("exp(1/3)", Rational(1, 3), "cube root of e", latex: "e^{1/3}"),
    row(
      "exp(pi)", unicode: "e^π", latex: "e^{\\pi}", aliases: ["e^pi"], "Gelfond's constant", "\(finch) 1.3",
      value: { Ball(.pi, bits: $0).exp }, second: { exponentialSeries(Ball(.pi, bits: $0)) }),
    row(
      "exp(sqrt(2)*log(2))", unicode: "exp(√2·log 2)", latex: "2^{\\sqrt{2}}", aliases: ["2^sqrt(2)"],
      "2^sqrt(2), the constant of Gelfond and Schneider",
      "\(finch) 1.3",
      value: { Ball(2, bits: $0).power(Ball(2, bits: $0).squareRoot) },
      second: { exponentialSeries(Ball(2, bits: $0).squareRoot * Ball(.log2, bits: $0)) }),
    row(
      "sin(1)", latex: "\\sin 1", "sine of one radian", "\(abramowitz) 4.3", value: { Ball(1, bits: $0).sin },
      second: { rationalSeries(bits: $0) { (-1, 2 * $0 * (2 * $0 + 1)) } }),
    row(
      "cos(1)", latex: "\\cos 1", "cosine of one radian", "\(abramowitz) 4.3",
      value: { Ball(1, bits: $0).cos },
      second: { rationalSeries(bits: $0) { (-1, 2 * $0 * (2 * $0 - 1)) } }),
    row(
      "sinh(1)", latex: "\\sinh 1", "(e - 1/e)/2", "\(abramowitz) 4.5", value: { Ball(1, bits: $0).sinh },
      second: { rationalSeries(bits: $0) { (1, 2 * $0 * (2 * $0 + 1)) } }),
    row(
      "cosh(1)", latex: "\\cosh 1", "(e + 1/e)/2", "\(abramowitz) 4.5", value: { Ball(1, bits: $0).cosh },
      second: { rationalSeries(bits: $0) { (1, 2 * $0 * (2 * $0 - 1)) } }),
    row(
      "tan(1/2)", latex: "\\tan\\frac12", "tangent of half a radian", "\(abramowitz) 4.3",
      value: { Ball(Rational(1, 2), bits: $0).tan },
      second: { bits in
        rationalSeries(bits: bits) { (-1, 8 * $0 * (2 * $0 + 1)) }
          / rationalSeries(bits: bits) { (-1, 8 * $0 * (2 * $0 - 1)) } / 2
      }),
    rootTangent("tanh", 2, sign: 1), rootTangent("tanh", 3, sign: 1), rootTangent("tanh", 5, sign: 1),
    rootTangent("tan", 2, sign: -1), rootTangent("tan", 3, sign: -1),
    row(
      "sqrt(pi*e/2)*erfc(1/sqrt(2))", unicode: "√(πe/2)·erfc(1/√2)",
      latex: "\\sqrt{\\pi e/2}\\,\\mathrm{erfc}(1/\\sqrt{2})",
      "1/(1+1/(1+2/(1+3/(1+...)))): Mills' ratio at 1", "\(finch) 6.2",
      value: { bits in
        let point = Ball(2, bits: bits).squareRoot.inverse
        return (Ball(.pi, bits: bits) * Ball(.e, bits: bits) / 2).squareRoot * point.erfc
      },
      second: { bits in
        (Ball(.pi, bits: bits) * Ball(.e, bits: bits) / 2).squareRoot
          - rationalSeries(bits: bits) { (1, 2 * $0 + 1) }
      }),
  ]

  /// √k tanh √k or √k tan √k, quotients of two rational series.
  private static func rootTangent(_ function: String, _ k: Int, sign: Int) -> Constant {
    row(
      "sqrt(\(k))*\(function)(sqrt(\(k)))", unicode: "√\(k)·\(function) √\(k)",
      latex: "\\sqrt{\(k)}\\\(function)\\sqrt{\(k)}",
      "root of \(k) times its \(sign > 0 ? "hyperbolic tangent" : "tangent")", "\(abramowitz) 4.3, 4.5",
      value: { bits in
        let root = Ball(k, bits: bits).squareRoot
        return root * (sign > 0 ? root.tanh : root.tan)
      },
      second: { bits in
        rationalSeries(bits: bits) { (sign * k, 2 * $0 * (2 * $0 + 1)) } * k
          / rationalSeries(bits: bits) { (sign * k, 2 * $0 * (2 * $0 - 1)) }
      })
  }

  /// Quotients of Bessel functions that are values of [c; d, ...] with arithmetic progressions.
  static let besselQuotients: [Constant] = [
    besselQuotient(
      "besseli(1,1)/besseli(0,1)", ("I", 1), { Ball(1, bits: $0) }, scale: 1, square: (1, 4), sign: 1),
    besselQuotient(
      "besseli(1,2*sqrt(2))*sqrt(2)/besseli(0,2*sqrt(2))", ("I", 2), { (Ball(8, bits: $0)).squareRoot },
      scale: 2,
      square: (2, 1), sign: 1),
    besselQuotient(
      "besseli(1,2*sqrt(3))*sqrt(3)/besseli(0,2*sqrt(3))", ("I", 3), { (Ball(12, bits: $0)).squareRoot },
      scale: 3,
      square: (3, 1), sign: 1),
    besselQuotient(
      "besseli(1,4)/besseli(0,4)", ("I", 1), { Ball(4, bits: $0) }, scale: 1, square: (4, 1), sign: 1),
    besselQuotient(
      "besselj(1,2*sqrt(2))*sqrt(2)/besselj(0,2*sqrt(2))", ("J", 2), { (Ball(8, bits: $0)).squareRoot },
      scale: 2,
      square: (2, 1), sign: -1),
  ]

  /// √scale · I₁(x)/I₀(x), or with J, from Σ (x/2)^(2k)/(k!(k+1)!) and Σ (x/2)^(2k)/k!², where square = (x/2)².
  private static func besselQuotient(
    _ name: String, _ letter: (String, Int), _ point: @escaping @Sendable (Int) -> Ball, scale: Int,
    square: (Int, Int), sign: Int
  ) -> Constant {
    let unicode = name.replacing("besseli(", with: "I(").replacing("besselj(", with: "J(")
      .replacing("*sqrt(2)", with: "√2").replacing("*sqrt(3)", with: "√3")
    return row(
      name, unicode: unicode, latex: "\\mathrm{\(name.replacing("*", with: "\\,"))}",
      "quotient of Bessel functions of order 1 and 0", "\(abramowitz) 9.1, 9.6",
      value: { bits in
        let x = point(bits)
        let (one, zero) = (Ball(1, bits: bits), Ball(0, bits: bits))
        let quotient = sign > 0 ? one.besselI(x) / zero.besselI(x) : one.besselJ(x) / zero.besselJ(x)
        return scale == 1 ? quotient : quotient * Ball(scale, bits: bits).squareRoot
      },
      second: { bits in
        let (top, bottom) = square
        let upper = rationalSeries(bits: bits) { (sign * top, bottom * $0 * ($0 + 1)) }
        let lower = rationalSeries(bits: bits) { (sign * top, bottom * $0 * $0) }
        // √scale · x/2 is rational: scale for x = 2√scale, x/2 itself for scale = 1.
        let half =
          scale == 1
          ? Ball(Rational(Integer(top), Integer(bottom)), bits: bits).squareRoot : Ball(scale, bits: bits)
        return upper * half / lower
      })
  }
}
