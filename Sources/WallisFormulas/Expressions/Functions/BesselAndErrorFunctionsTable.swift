internal import WallisArithmetic

extension FunctionTable {
  /// Functions that are real at negative points for integer orders only, and at 0 for orders that are not negative.
  @Sendable private static func isBesselReal(_ order: Ball, _ point: Ball) -> Bool {
    guard order.isExact, !order.isExactInteger else { return true }
    return !point.isNegative && !(point.isExactZero && order.isNegative)
  }

  /// Bessel functions, error functions and exponential integrals.
  static let besselAndErrorFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "besseli", ["nu", "x"], "modified Bessel function of the first kind",
      value: .binary({ $0.realBesselI($1) }, { $0.besselI($1) }, where: isBesselReal), spelling: .indexed("I")
    ),
    FunctionDeclaration(
      "besselj", ["nu", "x"], "Bessel function of the first kind",
      value: .binary({ $0.realBesselJ($1) }, { $0.besselJ($1) }, where: isBesselReal), spelling: .indexed("J")
    ),
    FunctionDeclaration(
      "besselk", ["nu", "x"], "modified Bessel function of the second kind",
      value: .binary(
        { $0.besselK($1) }, { $0.besselK($1) }, where: { !$1.isNegative && !$1.isExactZero }),
      spelling: .indexed("K")),
    FunctionDeclaration(
      "erf", ["x"], "error function", value: .unary(\.erf, \.erf), spelling: .scripts(gp: "(1-erfc(#1))")),
    FunctionDeclaration("erfc", ["x"], "complementary error function", value: .unary(\.erfc, \.erfc)),
    FunctionDeclaration(
      "erfi", ["x"], "imaginary error function", value: .unary(\.erfi, \.erfi),
      spelling: .scripts(gp: "real(-I*(1-erfc(I*(#1))))")),
    FunctionDeclaration(
      "li", ["x"], "logarithmic integral from 0",
      value: .unary(\.logIntegral, \.logIntegral, where: { !$0.isNegative && !$0.isExactly(1) }),
      spelling: .scripts(gp: "real(-eint1(-log(#1)))")),
    FunctionDeclaration(
      "Ei", ["x"], "exponential integral",
      value: .unary(\.expIntegral, \.expIntegral, where: { !$0.isExactZero }),
      spelling: FunctionSpelling(
        latex: "\\mathrm{Ei}\\left(#1\\right)", gp: "real(-eint1(-(#1)))", mpmath: "ei(#1)")),
  ]

  /// Elliptic integrals and the series that contains them.
  static let hypergeometric: [FunctionDeclaration] = [
    FunctionDeclaration(
      "ellipk", ["m"], "complete elliptic integral of the first kind, parameter m = k^2",
      value: .unary(
        \.ellipticK, \.ellipticK, where: { ($0 - 1).isNegative || !$0.isExact && ($0 - 1).containsZero }),
      spelling: FunctionSpelling(latex: "K\\left(#1\\right)", gp: "real(ellK(sqrt(#1)))")),
    FunctionDeclaration(
      "ellipe", ["m"], "complete elliptic integral of the second kind, parameter m = k^2",
      value: .unary(\.ellipticE, \.ellipticE, where: { !($0 - 1).isPositive }),
      spelling: FunctionSpelling(latex: "E\\left(#1\\right)", gp: "real(ellE(sqrt(#1)))")),
    FunctionDeclaration(
      "hyp", ["[a1, ...]", "[b1, ...]", "z"],
      "hypergeometric series pFq with numerator and denominator parameters",
      value: FunctionValue(
        real: { $0[2].hypergeometric($0.list(0), $0.list(1)) },
        complex: { $0[2].hypergeometric($0.list(0), $0.list(1)) }, domain: isHypergeometricReal,
        otherwise: { HypergeometricSeries($0)?.expression }, excess: hypergeometricExcess),
      spelling: FunctionSpelling(
        latex: "F\\left(#1; #2; #3\\right)", gp: "hypergeom(#1, #2, #3)", mpmath: "hyper(#1, #2, #3)")),
    FunctionDeclaration(
      "hyperu", ["a", "b", "x"], "confluent hypergeometric function of the second kind",
      value: FunctionValue(
        real: { $0[0].confluentU($0[1], $0[2]) }, complex: { $0[0].confluentU($0[1], $0[2]) },
        domain: { !$0[2].isNegative && !$0[2].isExactZero }),
      spelling: FunctionSpelling(unicode: "U(#1,#2,#3)", latex: "U\\left(#1, #2, #3\\right)")),
  ]

  /// Off the cut z > 1 of series with one numerator parameter more, and without a pole among the denominators.
  @Sendable private static func isHypergeometricReal(_ x: FunctionArguments<Ball>) -> Bool {
    let (upper, lower, z) = (x.list(0), x.list(1), x[2])
    if z.isExactZero { return !lower.contains(where: \.isPoleOfGamma) }
    let ends = upper.filter(\.isPoleOfGamma).compactMap { $0.uniqueInteger.map { -$0 } }.min()
    let poles = lower.filter(\.isPoleOfGamma).compactMap { $0.uniqueInteger.map { -$0 } }.min()
    if let poles { guard let ends, ends < poles else { return false } }
    guard ends == nil else { return true }
    if upper.count > lower.count + 1 { return false }
    return upper.count <= lower.count || !(z - 1).isPositive
  }

  /// What Arb cannot sum: series of order three and more outside of their circle.
  @Sendable private static func hypergeometricExcess(_ x: FunctionArguments<Ball>) -> String? {
    guard x.list(0).count > 2, x.list(0).count == x.list(1).count + 1,
      !x.list(0).contains(where: \.isPoleOfGamma), !(x[2].magnitude - 1).isNegative, !(x[2] - 1).isPositive
    else { return nil }
    return
      "a way around its circle: from three parameters on |z| < 1, or fractions, none of which differ by an integer"
  }
}
