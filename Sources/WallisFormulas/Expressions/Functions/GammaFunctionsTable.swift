internal import WallisArithmetic

extension FunctionTable {
  /// Gamma and what is made of it.
  static let gammaFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "gamma", ["x"], "gamma function",
      value: .unary(\.gamma, \.gamma, where: { !$0.isPoleOfGamma }, exact: { factorial($0 - 1) }),
      spelling: FunctionSpelling(unicode: "Γ(#1)", latex: "\\Gamma\\left(#1\\right)")),
    FunctionDeclaration(
      "gamma", ["s", "x"], "upper incomplete gamma function",
      value: .binary(
        { $0.realUpperGamma($1) }, { $0.upperGamma($1) },
        where: { s, x in
          let isWhole = s.isExactInteger && s.isPositive
          return !(x.isNegative && !isWhole && s.isExact) && !(x.isExactZero && !s.isPositive && s.isExact)
        }),
      spelling: FunctionSpelling(
        unicode: "Γ(#1,#2)", latex: "\\Gamma\\left(#1, #2\\right)", gp: "incgam(#1, #2)",
        mpmath: "gammainc(#1, #2)")),
    FunctionDeclaration(
      "factorial", ["x"], "x!, the gamma function at x + 1",
      value: .unary({ ($0 + 1).gamma }, where: { !($0 + 1).isPoleOfGamma }, exact: factorial),
      spelling: FunctionSpelling(
        unicode: "(#1)!", latex: "\\left(#1\\right)!", natural: ("#1!", "#1!"), gp: "gamma(#1+1)",
        mpmath: "gamma(#1+1)")),
    FunctionDeclaration(
      "factorial2", ["x"],
      "x!!, the double factorial x(x-2)(x-4)...; 2^(x/2) gamma(x/2+1) (2/pi)^((1-cos(pi x))/4)",
      value: .unary(
        doubleFactorial, where: { !($0 / 2 + 1).isPoleOfGamma },
        exact: { x in
          x.naturalWord(atMost: 20_000).map { n in
            Rational(stride(from: n, to: 0, by: -2).reduce(Integer(1)) { $0 * Integer($1) })
          }
        }),
      spelling: FunctionSpelling(
        unicode: "(#1)!!", latex: "\\left(#1\\right)!!", natural: ("#1!!", "#1!!"),
        gp: "(2^((#1)/2)*gamma((#1)/2+1)*(2/Pi)^((1-cos(Pi*(#1)))/4))", mpmath: "fac2(#1)")),
    FunctionDeclaration(
      "binomial", ["n", "k"], "binomial coefficient",
      value: .binary(
        binomial,
        where: { n, k in
          !(n.isExactInteger && n.isNegative && !(k.isExactInteger && !k.isNegative))
        }, exact: binomial),
      spelling: FunctionSpelling(
        latex: "\\binom{#1}{#2}",
        gp: "if(type(#2) == \"t_INT\", binomial(#1, #2), gamma(#1+1)/gamma(#2+1)/gamma(#1-(#2)+1))",
        mpmath: "binomial(#1, #2)")),
    FunctionDeclaration(
      "poch", ["x", "k"], "Pochhammer's symbol, gamma(x + k)/gamma(x)",
      value: .binary(
        { $0.rising($1) }, where: { x, k in !(x + k).isPoleOfGamma || k.isExactInteger && !k.isNegative },
        exact: { x, k in
          k.naturalWord(atMost: 2000).map {
            (0..<$0).reduce(Rational(1)) { $0 * (x + Rational(Integer($1))) }
          }
        }),
      spelling: FunctionSpelling(
        latex: "\\left(#1\\right)_{#2}", gp: "(gamma(#1+#2)/gamma(#1))", mpmath: "rf(#1, #2)")),
    FunctionDeclaration(
      "psi", ["x"], "digamma function", otherNames: ["digamma"],
      value: .unary(\.digamma, \.digamma, where: { !$0.isPoleOfGamma }),
      spelling: FunctionSpelling(unicode: "ψ(#1)", latex: "\\psi\\left(#1\\right)", mpmath: "psi(0, #1)")),
    FunctionDeclaration(
      "psi", ["k", "x"], "polygamma function of order k",
      value: .binary(
        { k, x in
          guard let k = k.uniqueInteger?.word, k >= 0 else { return Ball(0, bits: x.bits).inverse }
          return x.polygamma(order: k)
        }, { $0.polygamma($1) },
        where: { k, x in (!k.isExact || k.isExactInteger && !k.isNegative) && !x.isPoleOfGamma },
        excess: { k, x in k.isExactZero ? nil : zetaExcess(exponent: k, shift: x) }),
      spelling: FunctionSpelling(
        latex: "\\psi^{(#1)}\\left(#2\\right)",
        gp: "if(#1 == 0, psi(#2), (-1)^(#1+1)*(#1)!*zetahurwitz(#1+1, #2))")),
    FunctionDeclaration(
      "H", ["k"], "harmonic number 1 + 1/2 + ... + 1/k", isAssignable: true,
      value: .unary(
        { ($0 + 1).digamma + Ball(.euler, bits: $0.bits) }, where: { !($0 + 1).isPoleOfGamma },
        exact: { harmonic($0, 1) }),
      spelling: FunctionSpelling(
        latex: "H_{#1}", gp: "(psi(#1+1)+Euler)", mpmath: "harmonic(#1)")),
    FunctionDeclaration(
      "H", ["k", "m"], "generalised harmonic number 1 + 1/2^m + ... + 1/k^m", isAssignable: true,
      value: .binary(
        { k, m in
          if m.isExactly(1) { return (k + 1).digamma + Ball(.euler, bits: k.bits) }
          return m.zeta - m.hurwitz(k + 1)
        },
        where: { k, m in
          !(k + 1).isPoleOfGamma && ((k + 1).isPositive || !m.isExact || m.isExactInteger)
        }, exact: harmonic, excess: { k, m in zetaExcess(exponent: m, shift: k) }),
      spelling: FunctionSpelling(
        latex: "H_{#1}^{(#2)}", gp: "if(#2 == 1, psi(#1+1)+Euler, zeta(#2)-zetahurwitz(#2, #1+1))",
        mpmath: "(harmonic(#1) if #2 == 1 else zeta(#2)-zeta(#2, #1+1))")),
  ]

  /// k! for natural k ≤ 20,000, whose 77,338 digits are still written out; nil otherwise.
  @Sendable private static func doubleFactorial(_ x: Ball) -> Ball {
    let (half, pi) = (x / 2, Ball(.pi, bits: x.bits))
    let odd = (Ball(1, bits: x.bits) - (pi * x).cos) / 4
    return Ball(2, bits: x.bits).power(half) * (half + 1).gamma * (Ball(2, bits: x.bits) / pi).power(odd)
  }

  @Sendable private static func factorial(_ x: Rational) -> Rational? {
    x.naturalWord(atMost: 20_000).map { Rational(Integer.factorial($0)) }
  }

  @Sendable private static func binomial(_ n: Rational, _ k: Rational) -> Rational? {
    guard k.isInteger else { return nil }
    if k.signum < 0 { return n.isInteger && n.signum < 0 ? nil : n.isInteger ? 0 : nil }
    if n.isInteger, n.signum >= 0 {
      guard k <= n else { return 0 }
      if let count = (n - k).naturalWord(atMost: 5_000), k > n - k { return falling(n, count) }
    }
    return k.naturalWord(atMost: 5_000).flatMap { falling(n, $0) }
  }

  /// n (n − 1) ⋯ (n − k + 1) / k!, where it does not grow beyond what is kept exactly.
  private static func falling(_ n: Rational, _ k: Int) -> Rational? {
    let size = max(n.numerator.bitWidth, n.denominator.bitWidth)
    guard size * k <= 400_000 else { return nil }
    let product = (0..<k).reduce(Rational(1)) { $0 * (n - Rational(Integer($1))) }
    return product / Rational(Integer.factorial(k))
  }

  /// Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)); for natural k a product, which is right for every n.
  @Sendable private static func binomial(_ n: Ball, _ k: Ball) -> Ball {
    if k.isExactInteger, !k.isNegative {
      return (n - k + 1).rising(k) * (k + 1).reciprocalGamma
    }
    return (n + 1).gamma * (k + 1).reciprocalGamma * (n - k + 1).reciprocalGamma
  }

  @Sendable private static func harmonic(_ k: Rational, _ m: Rational) -> Rational? {
    guard let count = k.naturalWord(atMost: 3_000), m.isInteger, let power = m.numerator.word,
      abs(power) <= 60
    else { return nil }
    return (0..<count).reduce(Rational(0)) { sum, j in
      let term = Integer(j + 1).power(abs(power))
      return sum + (power < 0 ? Rational(term) : Rational(1, term))
    }
  }
}

extension Rational {
  /// The value where it is a natural number up to a bound.
  func naturalWord(atMost bound: Int) -> Int? {
    guard isInteger, let word = numerator.word, (0...bound).contains(word) else { return nil }
    return word
  }
}
