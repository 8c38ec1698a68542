internal import WallisArithmetic

extension FunctionTable {
  /// Zeta and its relatives.
  static let zetaFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "zeta", ["s"], "Riemann zeta function", value: .unary(\.zeta, \.zeta, where: { !$0.isExactly(1) }),
      spelling: FunctionSpelling(unicode: "ζ(#1)", latex: "\\zeta(#1)")),
    FunctionDeclaration(
      "hurwitz", ["s", "a"], "Hurwitz zeta function, the sum of 1/(k + a)^s over k >= 0",
      value: .binary(
        { $0.hurwitz($1) }, { $0.hurwitzZeta($1) },
        where: { s, a in
          let isAtPole = a.isPoleOfGamma && s.isPositive
          return !s.isExactly(1) && !isAtPole && (!a.isNegative || !s.isExact || s.isExactInteger)
            && !(a.isExactZero && s.isExact && !s.isExactInteger)
        }, excess: { zetaExcess(exponent: $0, shift: $1) }),
      spelling: FunctionSpelling(
        latex: "\\zeta\\left(#1, #2\\right)", gp: "zetahurwitz(#1, #2)", mpmath: "zeta(#1, #2)")),
    FunctionDeclaration(
      "polylog", ["s", "x"], "polylogarithm",
      value: .binary(
        { $0.polylog($1) }, { $0.polylog($1) },
        where: { s, x in !(x - 1).isPositive && !(x.isExactly(1) && s.isExact && !(s - 1).isPositive) },
        excess: { s, x in
          s.liesBelow(minus: furthestOrder) || s.isAbove(furthestOrder) && (x + 1).isNegative
            ? "an order beyond \(furthestOrder)" : nil
        }),
      spelling: FunctionSpelling(latex: "\\mathrm{Li}_{#1}\\left(#2\\right)")),
    FunctionDeclaration(
      "lerch", ["z", "s", "a"], "Lerch transcendent, the sum of z^k/(k + a)^s over k >= 0",
      value: FunctionValue(
        real: { $0[0].lerch($0[1], $0[2]) }, complex: { $0[0].lerch($0[1], $0[2]) },
        domain: {
          let (z, s, a) = ($0[0], $0[1], $0[2])
          return !(z - 1).isPositive && !(z.isExactly(1) && s.isExact && !(s - 1).isPositive)
            && !(a.isPoleOfGamma && s.isPositive) && !(a.isNegative && s.isExact && !s.isExactInteger)
        },
        excess: {
          $0[1].isAbove(furthestOrder) && ($0[0] + 1).isNegative
            ? "an order beyond \(furthestOrder)" : zetaExcess(exponent: $0[1], shift: $0[2])
        }),
      spelling: FunctionSpelling(
        latex: "\\Phi\\left(#1, #2, #3\\right)", gp: "lerchphi(#1, #2, #3)", mpmath: "lerchphi(#1, #2, #3)")),
    FunctionDeclaration(
      "beta", ["s"], "Dirichlet beta function",
      value: .unary({ $0.dirichletL(discriminant: -4) ?? Ball(0, bits: $0.bits).inverse }),
      spelling: FunctionSpelling(
        latex: "\\beta\\left(#1\\right)", gp: "lfun(-4, #1)", mpmath: "dirichlet(#1, [0, 1, 0, -1])")),
    FunctionDeclaration(
      "dirichletl", ["s", "D"],
      "L-function of the real primitive character of the fundamental discriminant D",
      value: FunctionValue(
        real: {
          let discriminant = $0[1].uniqueInteger?.word
          guard let discriminant, abs(discriminant) <= largestDiscriminant else {
            return Ball(0, bits: $0[0].bits).inverse
          }
          return $0[0].dirichletL(discriminant: discriminant) ?? Ball(0, bits: $0[0].bits).inverse
        },
        domain: {
          guard $0[1].isExact else { return true }
          guard let discriminant = $0[1].uniqueInteger else { return false }
          return discriminant.isFundamentalDiscriminant && !(discriminant == 1 && $0[0].isExactly(1))
        },
        excess: {
          guard let discriminant = $0[1].uniqueInteger?.magnitude, discriminant > Integer(largestDiscriminant)
          else { return nil }
          return "a character modulo \(discriminant); up to \(largestDiscriminant) are summed"
        }),
      spelling: FunctionSpelling(
        latex: "L\\left(#1, \\chi_{#2}\\right)", gp: "lfun(#2, #1)", mpmathForm: mpmathDirichlet)),
    FunctionDeclaration(
      "clausen", ["n", "x"], "Clausen function: sum of sin(k x)/k^n for even n, of cos(k x)/k^n for odd n",
      value: .binary(
        { n, x in
          guard let n = n.uniqueInteger?.word, n >= 1 else { return Ball(0, bits: x.bits).inverse }
          return x.clausen(order: n)
        },
        where: { n, x in
          !n.isExact || n.isExactInteger && n.isPositive && !(n.isExactly(1) && x.isExactZero)
        },
        excess: { n, _ in n.isAbove(furthestOrder) ? "an order beyond \(furthestOrder)" : nil }),
      spelling: FunctionSpelling(
        latex: "\\mathrm{Cl}_{#1}\\left(#2\\right)",
        gp: "if(#1 % 2 == 0, imag(polylog(#1, exp(I*(#2)))), real(polylog(#1, exp(I*(#2)))))",
        mpmath: "(clsin(#1, #2) if #1 % 2 == 0 else clcos(#1, #2))")),
  ]

  /// Orders up to which polylogarithms and their relatives are computed where that takes work that grows with them.
  static let furthestOrder = 1_000
  /// Steps by which a shift below zero is moved.
  static let furthestShift = 100_000

  /// What Σ (k + a)^−s would need that is too large.
  @Sendable static func zetaExcess(exponent: Ball, shift: Ball) -> String? {
    if exponent.liesBelow(minus: furthestOrder) { return "an exponent below -\(furthestOrder)" }
    return shift.liesBelow(minus: furthestShift) ? "more than \(furthestShift) steps below zero" : nil
  }

  /// Terms of an L-function that are summed at every evaluation.
  private static let largestDiscriminant = 10_000

  /// mpmath takes the values of the character over one period.
  @Sendable private static func mpmathDirichlet(_ arguments: [Expression]) -> String? {
    guard arguments.count == 2, let discriminant = arguments[1].integer,
      let period = discriminant.magnitude.word,
      period <= largestDiscriminant
    else { return nil }
    let values = (0..<max(1, period)).map { "\(discriminant.kronecker(Integer($0)))" }
    let s = ExpressionWriter(.mpmath).text(arguments[0])
    return discriminant == 1 ? "zeta(\(s))" : "dirichlet(\(s), [\(values.joined(separator: ", "))])"
  }
}
