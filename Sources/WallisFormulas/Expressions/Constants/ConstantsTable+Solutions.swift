internal import WallisArithmetic

extension Constant {
  /// Values of the gamma function, and constants of other kinds.
  static let furtherGamma: [Constant] = [
    row(
      "gamma(1/5)", unicode: "Γ(1/5)", latex: "\\Gamma(1/5)", aliases: ["Γ(1/5)"], "gamma function at 1/5",
      "\(finch) 1.5.4", value: { Ball(Rational(1, 5), bits: $0).gamma },
      second: { doubled(Rational(1, 5), bits: $0) }),
    row(
      "gamma(1/6)", unicode: "Γ(1/6)", latex: "\\Gamma(1/6)", aliases: ["Γ(1/6)"], "gamma function at 1/6",
      "\(finch) 1.5.4", value: { Ball(Rational(1, 6), bits: $0).gamma },
      second: { doubled(Rational(1, 6), bits: $0) }),
    row(
      "gamma(1/8)", unicode: "Γ(1/8)", latex: "\\Gamma(1/8)", aliases: ["Γ(1/8)"], "gamma function at 1/8",
      "\(finch) 1.5.4", value: { Ball(Rational(1, 8), bits: $0).gamma },
      second: { doubled(Rational(1, 8), bits: $0) }),
    row(
      "gamma(1/3)^3/pi", unicode: "Γ(1/3)³/π", latex: "\\Gamma(1/3)^3/\\pi",
      "2^(4/3) times the smaller period of y^2 = 4x^3 - 1", "\(finch) 6.1",
      value: { Ball(Rational(1, 3), bits: $0).gamma.power(3) / Ball(.pi, bits: $0) },
      second: { bits in
        let pi = Ball(.pi, bits: bits)
        let integral = pi / 2 / Ball(1, bits: bits).agm((pi / 12).cos)
        return Ball(128, bits: bits).root(3) / Ball(3, bits: bits).root(4) * integral
      }),
  ]

  static let solutions: [Constant] = [
    row(
      "omega", unicode: "Ω", latex: "\\Omega", gp: "lambertw(1)", mpmath: "lambertw(1)", aliases: ["Ω"],
      "solution of x e^x = 1", "\(finch) 6.11",
      value: { Ball(1, bits: $0).lambertW },
      second: { enclosedRoot(near: 0.5671, bits: $0, { $0 * $0.exp - 1 }, slope: { ($0 + 1) * $0.exp }) }),
    row(
      "plastic", gp: "polrootsreal('x^3-'x-1)[1]", mpmath: "findroot(lambda x: x**3-x-1, mpf('1.3247'))",
      "real solution of x^3 = x + 1", "\(finch) 1.2.2",
      value: { bits in
        let root = Ball(69, bits: bits).squareRoot
        return ((root + 9) / 18).root(3) + ((-root + 9) / 18).root(3)
      },
      second: {
        enclosedRoot(near: 1.3247, bits: $0, { $0.power(3) - $0 - 1 }, slope: { $0.power(2) * 3 - 1 })
      }),
    row(
      "tribonacci", gp: "polrootsreal('x^3-'x^2-'x-1)[1]",
      mpmath: "findroot(lambda x: x**3-x**2-x-1, mpf('1.8393'))", "real solution of x^3 = x^2 + x + 1",
      "\(finch) 1.2.2",
      value: { bits in
        let root = Ball(33, bits: bits).squareRoot * 3
        return ((root + 19).root(3) + (-root + 19).root(3) + 1) / 3
      },
      second: {
        enclosedRoot(
          near: 1.8393, bits: $0, { $0.power(3) - $0.power(2) - $0 - 1 },
          slope: { $0.power(2) * 3 - $0 * 2 - 1 })
      }),
    cubeRoot(2, near: 1.26), cubeRoot(3, near: 1.4422),
    row(
      "dottie", gp: "solve(x = 0, 1, cos(x)-x)", mpmath: "findroot(lambda x: cos(x)-x, mpf('0.739'))",
      "solution of cos(x) = x", "Kaplan, The Dottie number, Math. Mag. 80 (2007) 73",
      value: { enclosedRoot(near: 0.739, bits: $0, { $0.cos - $0 }, slope: { -$0.sin - 1 }) },
      second: {
        enclosedRoot(
          near: 0.739, bits: $0, { $0.acos - $0 }, slope: { -((-($0 * $0) + 1).squareRoot.inverse) - 1 })
      }),
    row(
      "khinchin", latex: "K_0",
      gp: "exp(suminf(n = 1, (zeta(2*n)-1)/n*sum(k = 1, 2*n-1, (-1)^(k+1)/k))/log(2))",
      mpmath: "mp.khinchin", "geometric mean of the partial quotients of almost all numbers",
      "\(finch) 1.8",
      value: { Ball(.khinchin, bits: $0) }, second: khinchinSeries),
    row(
      "glaisher", latex: "A", gp: "exp(1/12-zeta'(-1))", mpmath: "mp.glaisher", "exp(1/12 - zeta'(-1))",
      "\(finch) 2.15", value: { Ball(.glaisher, bits: $0) },
      second: glaisherSeries),
    row(
      "levy", gp: "exp(Pi^2/(12*log(2)))", mpmath: "exp(mp.pi**2/(12*log(mpf(2))))",
      "exp(pi^2/(12 log 2)): growth of the denominators of almost all continued fractions",
      "\(finch) 1.8",
      value: { (Ball(.pi, bits: $0).power(2) / (Ball(.log2, bits: $0) * 12)).exp },
      second: { exponentialSeries(hurwitz(2, 1, 2, bits: $0) / 6 / Ball(2, bits: $0).log) }),
    row(
      "erdosborwein", gp: "suminf(k = 1, 1./(2^k-1))",
      mpmath: "nsum(lambda k: 1/(mpf(2)**k-1), [1, inf])", "sum of 1/(2^k - 1) over k >= 1", "\(finch) 5.14",
      value: erdosBorwein,
      second: clausenDivisors),
  ]

  private static func cubeRoot(_ n: Int, near start: Double) -> Constant {
    row(
      "cbrt(\(n))", unicode: "∛\(n)", latex: "\\sqrt[3]{\(n)}", aliases: ["\(n)^(1/3)"], "cube root of \(n)",
      "\(finch) 1.1",
      value: { Ball(n, bits: $0).root(3) },
      second: { enclosedRoot(near: start, bits: $0, { $0.power(3) - n }, slope: { $0.power(2) * 3 }) })
  }

  /// Γ(x) = 2^(1−2x) √π Γ(2x)/Γ(x + ½).
  private static func doubled(_ x: Rational, bits: Int) -> Ball {
    Ball(2, bits: bits).power(Ball(1 - 2 * x, bits: bits)) * Ball(.pi, bits: bits).squareRoot
      * Ball(2 * x, bits: bits).gamma / Ball(x + Rational(1, 2), bits: bits).gamma
  }
}
