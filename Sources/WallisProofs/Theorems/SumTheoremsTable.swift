internal import WallisArithmetic
internal import WallisFormulas

// A row: Σ (A + Bk)τ(k) = value with τ = (1/2)_k(1/2 ∓ δ)_k(1/2 ± δ)_k/k!³ z^k. A test sums each to 1,000 digits.

extension SumTheorems {
  /// Series for 1/π of Ramanujan and his followers.
  static let rows: [SumTheorem] =
    [
      ramanujan(2, -1, 1, 4, "2", bauer), ramanujan(2, Rational(1, 4), 1, 6, "4", "\(first), (28)"),
      ramanujan(2, Rational(-1, 8), 1, 6, "2*sqrt(2)", "\(first), by Chan and others"),
      ramanujan(2, Rational(1, 64), 5, 42, "16", "\(first), (29)"),
      ramanujan(4, Rational(-1, 4), 3, 20, "8", "\(first), (35)"),
      ramanujan(4, Rational(1, 9), 1, 8, "2*sqrt(3)", "\(first), (40)"),
      ramanujan(4, Rational(32, 81), 1, 7, "9/2", "Berndt, Chan, Liaw, J. Number Theory 88 (2001) 129-156"),
      ramanujan(4, Rational(1, 81), 1, 10, "9/(2*sqrt(2))", "\(first), (41)"),
      ramanujan(4, Rational(1, 2_401), 3, 40, "49/(3*sqrt(3))", "\(first), (42)"),
      ramanujan(4, Rational(1, 9_801), 19, 280, "18*sqrt(11)", "\(first), (43)"),
      ramanujan(4, Rational(1, 96_059_601), 1_103, 26_390, "9801/(2*sqrt(2))", "\(first), (44)"),
      ramanujan(4, Rational(-1, 48), 3, 28, "16/sqrt(3)", "\(first), (36)"),
      ramanujan(4, Rational(-1, 324), 23, 260, "72", "\(first), (38)"),
      ramanujan(4, Rational(-1, 25_920), 41, 644, "288/sqrt(5)", "\(first), (37)"),
      ramanujan(4, Rational(-1, 777_924), 1_123, 21_460, "3528", "\(first), (39)"),
      ramanujan(4, Rational(-256, 3_969), 8, 65, "63/sqrt(7)", "Guillera and Zudilin (2012)"),
      ramanujan(3, Rational(1, 2), 1, 6, "3*sqrt(3)", "\(followers)"),
      ramanujan(3, Rational(2, 27), 8, 60, "27", "\(first), (31)"),
      ramanujan(3, Rational(4, 125), 4, 33, "15*sqrt(3)/2", "\(first), (32)"),
      ramanujan(3, Rational(-9, 16), 1, 5, "4/sqrt(3)", "\(followers)"),
      ramanujan(3, Rational(-1, 16), 7, 51, "12*sqrt(3)", "\(followers)"),
      ramanujan(3, Rational(-1, 80), 1, 9, "4*sqrt(3)/sqrt(5)", "\(followers)"),
      ramanujan(3, Rational(-1, 1_024), 53, 615, "96*sqrt(3)", "\(followers)"),
      ramanujan(3, Rational(-1, 3_024), 13, 165, "108/sqrt(7)", "\(followers)"),
      ramanujan(3, Rational(-1, 250_000), 827, 14_151, "1500*sqrt(3)", "\(followers)"),
      ramanujan(6, Rational(27, 125), 3, 28, "5*sqrt(5)", "\(chudnovsky)"),
      ramanujan(6, Rational(4, 125), 1, 11, "5*sqrt(15)/6", "\(first), (33)"),
      ramanujan(6, Rational(64, 614_125), 144, 2_394, "85*sqrt(255)/3", "\(first), (34)"),
      ramanujan(6, Rational(-27, 512), 15, 154, "32*sqrt(2)", "\(chudnovsky)"),
      ramanujan(6, Rational(-1, 512), 25, 342, "32*sqrt(6)", "\(chudnovsky)"),
      ramanujan(6, Rational(-9, 64_000), 31, 506, "160*sqrt(30)/9", "\(chudnovsky)"),
      ramanujan(6, Rational(-1, 512_000), 263, 5_418, "640*sqrt(15)/3", "\(chudnovsky)"),
      ramanujan(6, Rational(-1, 85_184_000), 10_177, 261_702, "1760*sqrt(330)", "\(chudnovsky)"),
      ramanujan(6, Rational(-64, 125), 8, 63, "5*sqrt(15)", "\(chudnovsky)"),
      ramanujan(6, Rational(8, 1_331), 10, 126, "11*sqrt(33)/2", "\(chudnovsky)"),
      ramanujan(
        6, Rational(-1, 151_931_373_056_000), 13_591_409, 545_140_134, "426880*sqrt(10005)", "\(chudnovsky)"),
    ] + binomials

  /// Sums over 1/C(4k, 2k), which the series of the arcsine at ±4√z gives, and over 1/C(3k, k).
  private static let binomials: [SumTheorem] = [
    row(
      "sums of inverse binomial coefficients",
      "Lehmer (1985), Amer. Math. Monthly 92, 449-457, the series of the arcsine at ±2",
      TermClass(
        argument: Rational(1, 4), upper: [Rational(1, 2), 1], lower: [Rational(1, 4), Rational(3, 4)]),
      [0, 12], "8+3*pi"),
    row(
      "sums of inverse binomial coefficients",
      "Lehmer (1985), Amer. Math. Monthly 92, 449-457, the series of the arcsine at ±i√2",
      TermClass(
        argument: Rational(-1, 8), upper: [Rational(1, 2), 1], lower: [Rational(1, 4), Rational(3, 4)]),
      [42, -180], "64+3*pi"),
    row(
      "Gosper's series for π",
      "Gosper (1974); Almkvist, Krattenthaler, Petersson, Exp. Math. 12 (2003) 441-456",
      TermClass(
        argument: Rational(2, 27), upper: [Rational(1, 2), 1], lower: [Rational(1, 3), Rational(2, 3)]),
      [-6, 50], "pi"),
    row(
      "a beta integral", "by ∫(1-u^2)^2k u^2k du and 4+u^2(1-u^2)^2 = (1+u^2)(4-3u^2+u^4); \(beta)",
      TermClass(
        argument: Rational(-1, 27), upper: [Rational(1, 2), 1], lower: [Rational(1, 6), Rational(5, 6)]),
      [201, -952], "243+15*pi"),
    row(
      "a beta integral", "by ∫(1-u^2)^k u^4k du and 1-4u^4(1-u^2) = (2u^3-2u)^2+(1-2u^2)^2; \(beta)",
      TermClass(
        argument: Rational(16, 27), upper: [Rational(1, 4), Rational(3, 4), 1],
        lower: [Rational(1, 6), Rational(1, 2), Rational(5, 6)]),
      [-497, -10_994, 2_376], "1431+210*pi"),
    row(
      "a series of Levrie and Campbell", levrie, squares(Rational(-1, 4)), [-8, 20, -208, 160], "24+9*pi"),
    row(
      "a series of Levrie and Campbell", levrie, squares(Rational(1, 64)), [292, -2_696, 10_612, -9_576],
      "192-9*pi"),
  ]

  /// The terms of 16^k z^k C(2k, k)/C(4k, 2k)², up to rational factors.
  private static func squares(_ z: Rational) -> TermClass {
    let (half, quarter, rest) = (Rational(1, 2), Rational(1, 4), Rational(3, 4))
    return TermClass(argument: z, upper: [half, half, half, 1], lower: [quarter, quarter, rest, rest])
  }

  private static let beta =
    "Almkvist, Krattenthaler, Petersson, Exp. Math. 12 (2003) 441-456, for the method; Sun (2023), arXiv 2307.03086"
  private static let levrie =
    "Levrie and Campbell (2022), Discrete Math. Theor. Comput. Sci. 24:2, arXiv 2212.09965, by the method of Wilf and Zeilberger"

  private static func row(
    _ name: String, _ reference: String, _ terms: TermClass, _ factor: [Int], _ value: String
  ) -> SumTheorem {
    SumTheorem(
      name, reference, terms: terms, factor: RationalFunction(Polynomial(factor)), value: read(value))
  }

  private static let bauer = "Bauer (1859), J. reine angew. Math. 56, 101-121"
  private static let first = "Ramanujan (1914), Modular equations and approximations to pi"
  private static let followers =
    "Chan, Liaw, Tan, J. London Math. Soc. 64 (2001); Borwein and Borwein (1987), Pi and the AGM"
  private static let chudnovsky =
    "Chudnovsky and Chudnovsky (1988), Approximations and complex multiplication according to Ramanujan"

  /// The row of the signature 1/2 ∓ δ = 1/q (1/2 for q = 2); value is the text before 1/π.
  private static func ramanujan(
    _ q: Int, _ z: Rational, _ a: Int, _ b: Int, _ value: String, _ reference: String
  ) -> SumTheorem {
    let factor = read(value)
    let part = Rational(1, Integer(q))
    return SumTheorem(
      "a series for 1/π of Ramanujan's kind", reference,
      terms: TermClass(
        argument: z, upper: [part, Rational(1, 2), 1 - part].sorted(), lower: [1, 1, 1]),
      factor: RationalFunction(Polynomial([a, b])), value: factor.over(.name("pi")))
  }

  /// A value of the table.
  private static func read(_ text: String) -> Expression {
    guard let value = try? Expression(parsing: text) else {
      preconditionFailure("the value of a theorem, \(text), is no expression")
    }
    return value
  }
}
