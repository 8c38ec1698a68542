internal import WallisArithmetic

// To add a constant: one row below (cheap and well-known ones first: that is the order of search), with a value
// and a second formula that share no step, and all its spellings: a name that is no expression of functions needs
// `gp` and `mpmath`, operands that stand in parentheses where they are sums or products. Then run `Tests/FormulasTests/Fixtures/constants-mpmath.py` and
// commit the table it writes: the tests compare both formulas and that table.

extension Constant {
  /// All constants in the order in which they are searched.
  public static let all: [Constant] =
    classical + logarithms + zetaValues + roots + elliptic + exponentials + furtherLogarithms + powersOfPi
    + furtherExponentials + besselQuotients + furtherGamma + solutions

  private static let classical: [Constant] = [
    Constant(
      Spelling("pi", unicode: "π", latex: "\\pi", gp: "Pi", mpmath: "mp.pi"), aliases: ["π"],
      definition: "circumference of a circle divided by its diameter", reference: "\(finch) 1.4",
      value: { Ball(.pi, bits: $0) },
      second: { bits in
        Ball(Rational(1, 5), bits: bits).atan * 16 - Ball(Rational(1, 239), bits: bits).atan * 4
      }),
    Constant(
      Spelling("e", latex: "e", gp: "exp(1)", mpmath: "mp.e"), aliases: ["ℯ"],
      definition: "sum of 1/k! over k >= 0", reference: "\(finch) 1.3",
      value: { Ball(.e, bits: $0) }, second: { rationalSeries(bits: $0) { (1, $0) } }),
    Constant(
      Spelling("log(2)", latex: "\\log 2"), aliases: ["ln(2)", "ln2", "log2"],
      definition: "natural logarithm of 2", reference: "\(abramowitz) 4.1",
      value: { Ball(.log2, bits: $0) },
      second: { bits in
        Ball(Rational(1, 26), bits: bits).atanh * 18 - Ball(Rational(1, 4801), bits: bits).atanh * 2
          + Ball(Rational(1, 8749), bits: bits).atanh * 8
      }),
    Constant(
      Spelling("euler", unicode: "γ", latex: "\\gamma", gp: "Euler", mpmath: "mp.euler"), aliases: ["γ"],
      definition: "limit of 1 + 1/2 + ... + 1/n - log(n)", reference: "\(finch) 1.5",
      value: { Ball(.euler, bits: $0) },
      second: { bits in
        -Ball(Rational(1, 4), bits: bits).digamma - Ball(.pi, bits: bits) / 2 - Ball(.log2, bits: bits) * 3
      }),
    Constant(
      Spelling("catalan", latex: "\\mathrm{catalan}", gp: "Catalan", mpmath: "mp.catalan"),
      definition: "1 - 1/3^2 + 1/5^2 - 1/7^2 + ...", reference: "\(finch) 1.7",
      value: { Ball(.catalan, bits: $0) },
      second: { (hurwitz(2, 1, 4, bits: $0) - hurwitz(2, 3, 4, bits: $0)) / 16 }),
  ]

  private static let logarithms: [Constant] = [
    Constant(
      Spelling("log(3)", latex: "\\log 3"), aliases: ["ln(3)", "ln3", "log3"],
      definition: "natural logarithm of 3", reference: "\(abramowitz) 4.1",
      value: { Ball(3, bits: $0).log }, second: { Ball(Rational(1, 2), bits: $0).atanh * 2 }),
    Constant(
      Spelling("log(1+sqrt(2))", unicode: "log(1+√2)", latex: "\\log(1+\\sqrt{2})"), aliases: ["asinh(1)"],
      definition: "natural logarithm of 1 + sqrt(2)", reference: "\(abramowitz) 4.6",
      value: { (Ball(2, bits: $0).squareRoot + 1).log }, second: { Ball(1, bits: $0).asinh }),
  ]

  private static let zetaValues: [Constant] = [
    zeta(2, value: { Ball(2, bits: $0).zeta }, second: { hurwitz(2, 1, 2, bits: $0) / 3 }),
    zeta(3, value: { Ball(.apery, bits: $0) }, second: { hurwitz(3, 1, 2, bits: $0) / 7 }),
    zeta(5, value: { Ball(5, bits: $0).zeta }, second: { hurwitz(5, 1, 2, bits: $0) / 31 }),
    Constant(
      Spelling("pi^2", unicode: "π²", latex: "\\pi^{2}"), aliases: ["π²", "π^2"],
      definition: "square of pi", reference: "\(abramowitz) 23.2", nature: .multiple(6, of: "zeta(2)"),
      value: { Ball(.pi, bits: $0).power(2) }, second: { hurwitz(2, 1, 2, bits: $0) * 2 }),
  ]

  private static let roots: [Constant] = [
    Constant(
      Spelling("phi", unicode: "φ", latex: "\\varphi", gp: "((1+sqrt(5))/2)", mpmath: "mp.phi"),
      aliases: ["φ", "ϕ"],
      definition: "positive root of x^2 = x + 1", reference: "\(finch) 1.2",
      nature: .quadratic(p: 1, q: 1, d: 5, r: 2), value: { (Ball(5, bits: $0).squareRoot + 1) / 2 },
      second: { (Ball(.pi, bits: $0) / 5).cos * 2 }),
    root(2, second: { (Ball(.pi, bits: $0) / 4).sin * 2 }),
    root(3, second: { (Ball(.pi, bits: $0) / 3).tan }),
    root(5, second: { gaussSum(5, bits: $0) }),
    root(17, second: { gaussSum(17, bits: $0) }),
  ]

  private static let elliptic: [Constant] = [
    Constant(
      Spelling(
        "gauss", latex: "\\mathrm{gauss}", gp: "(1/agm(1, sqrt(2)))", mpmath: "(1/agm(1, sqrt(2)))"),
      definition: "1/agm(1, sqrt(2))", reference: "\(finch) 6.1",
      value: { Ball(1, bits: $0).agm(Ball(2, bits: $0).squareRoot).inverse },
      second: { bits in
        let turn = Ball(.pi, bits: bits) * 2
        return Ball(Rational(1, 4), bits: bits).gamma.power(2) / (turn * turn.squareRoot)
      }),
    Constant(
      Spelling(
        "lemniscate", unicode: "ϖ", latex: "\\varpi", gp: "(Pi/agm(1, sqrt(2)))",
        mpmath: "(mp.pi/agm(1, sqrt(2)))"),
      aliases: ["ϖ"],
      definition: "half the length of the lemniscate r^2 = cos(2t): pi/agm(1, sqrt(2))",
      reference: "\(finch) 6.1",
      value: { Ball(.pi, bits: $0) / Ball(1, bits: $0).agm(Ball(2, bits: $0).squareRoot) },
      second: { bits in
        Ball(Rational(1, 4), bits: bits).gamma.power(2) / ((Ball(.pi, bits: bits) * 2).squareRoot * 2)
      }),
    Constant(
      Spelling("gamma(1/3)", unicode: "Γ(1/3)", latex: "\\Gamma(1/3)"), aliases: ["Γ(1/3)"],
      definition: "gamma function at 1/3", reference: "\(finch) 1.5.4",
      value: { Ball(Rational(1, 3), bits: $0).gamma }, second: gammaThird),
    Constant(
      Spelling("gamma(1/4)", unicode: "Γ(1/4)", latex: "\\Gamma(1/4)"), aliases: ["Γ(1/4)"],
      definition: "gamma function at 1/4", reference: "\(finch) 1.5.4",
      value: { Ball(Rational(1, 4), bits: $0).gamma },
      second: { bits in
        let turn = Ball(.pi, bits: bits) * 2
        let mean = Ball(1, bits: bits).agm(Ball(2, bits: bits).squareRoot)
        return (turn * turn.squareRoot / mean).squareRoot
      }),
  ]

  private static let exponentials: [Constant] = [
    Constant(
      Spelling("e^2", unicode: "e²", latex: "e^{2}"), aliases: ["e²", "exp(2)"],
      definition: "square of e", reference: "\(abramowitz) 4.2", value: { Ball(2, bits: $0).exp },
      second: { rationalSeries(bits: $0) { (2, $0) } }),
    Constant(
      Spelling("sqrt(e)", unicode: "√e", latex: "\\sqrt{e}"), aliases: ["√e", "exp(1/2)"],
      definition: "square root of e", reference: "\(abramowitz) 4.2",
      value: { Ball(Rational(1, 2), bits: $0).exp }, second: { rationalSeries(bits: $0) { (1, 2 * $0) } }),
    Constant(
      Spelling("tan(1)", latex: "\\tan 1"), definition: "tangent of one radian",
      reference: "\(abramowitz) 4.3",
      nature: .invertible(reciprocal: .call("cot", .integer(1))),
      value: { Ball(1, bits: $0).tan },
      second: { bits in
        rationalSeries(bits: bits) { (-1, 2 * $0 * (2 * $0 + 1)) }
          / rationalSeries(bits: bits) { (-1, 2 * $0 * (2 * $0 - 1)) }
      }),
    besselRatio(
      "besseli", "I", sign: 1, definition: "value of the continued fraction [0; 1, 2, 3, ...]",
      value: { Ball(1, bits: $0).besselI(Ball(2, bits: $0)) / Ball(0, bits: $0).besselI(Ball(2, bits: $0)) }),
    besselRatio(
      "besselj", "J", sign: -1, definition: "1/(1 - 1/(2 - 1/(3 - ...)))",
      value: { Ball(1, bits: $0).besselJ(Ball(2, bits: $0)) / Ball(0, bits: $0).besselJ(Ball(2, bits: $0)) }),
    Constant(
      Spelling(
        "gompertz", latex: "\\mathrm{gompertz}", gp: "(exp(1)*eint1(1))", mpmath: "(mp.e*e1(1))"),
      definition: "integral of e^(-x)/(1+x) from 0 to infinity, e E1(1)", reference: "\(finch) 6.2",
      value: { Ball(.e, bits: $0) * Ball(1, bits: $0).exponentialIntegral(Ball(1, bits: $0)) },
      second: gompertz),
  ]

  private static func root(_ d: Int, second: @escaping @Sendable (Int) -> Ball) -> Constant {
    Constant(
      Spelling("sqrt(\(d))", unicode: "√\(d)", latex: "\\sqrt{\(d)}"), aliases: ["√\(d)", "sqrt\(d)"],
      definition: "square root of \(d)", reference: "\(finch) 1.1",
      nature: .quadratic(p: 0, q: 1, d: d, r: 1), value: { Ball(d, bits: $0).squareRoot }, second: second)
  }

  private static func besselRatio(
    _ name: String, _ letter: String, sign: Int, definition: String,
    value: @escaping @Sendable (Int) -> Ball
  ) -> Constant {
    let top = Expression.call(name, .integer(1), .integer(2))
    let bottom = Expression.call(name, .integer(0), .integer(2))
    return Constant(
      Spelling(
        "\(name)(1,2)/\(name)(0,2)", unicode: "\(letter)₁(2)/\(letter)₀(2)",
        latex: "\\frac{\(letter)_1(2)}{\(letter)_0(2)}"),
      aliases: ["\(letter)1(2)/\(letter)0(2)"], definition: definition, reference: "\(abramowitz) 9.1, 9.6",
      nature: .quotient(top: top, bottom: bottom), value: value,
      second: { bits in
        rationalSeries(bits: bits) { (sign, $0 * ($0 + 1)) } / rationalSeries(bits: bits) { (sign, $0 * $0) }
      })
  }

  /// Γ(1/3)³ = 2^(7/3) 3^(−1/4) π K(sin(π/12)), and K by the arithmetic–geometric mean.
  private static func gammaThird(_ bits: Int) -> Ball {
    let pi = Ball(.pi, bits: bits)
    let integral = pi / 2 / Ball(1, bits: bits).agm((pi / 12).cos)
    let cube = Ball(128, bits: bits).root(3) / Ball(3, bits: bits).root(4) * pi * integral
    return cube.root(3)
  }

  /// E1(1) = −γ + Σ (−1)^(k+1)/(k·k!), from the series of the exponential integral.
  private static func gompertz(_ bits: Int) -> Ball {
    let series = rationalSeries(bits: bits) { (-$0, ($0 + 1) * ($0 + 1)) }
    return Ball(1, bits: bits).exp * (series - Ball(.euler, bits: bits))
  }
}
