internal import WallisArithmetic
internal import WallisFormulas

/// Classical continued fractions as theorems with parameters; each reads its parameters from the coefficients.
///
/// A test evaluates members of every family.
enum ClassicalFractions {
  typealias Family = @Sendable (ContinuedFraction) -> FractionTheorem?

  static let families: [Family] = [
    lambert, arcTangent, mills, stieltjes, gammaQuotient, incompleteGamma, legendre,
    confluentBessel,
  ]

  /// The root of a positive fraction, a fraction where it can be.
  private static func root(_ x: Rational) -> Expression {
    x.squareRoot.map { .fraction($0) } ?? .call("sqrt", .fraction(x))
  }

  /// pcf(α(2n + 1), B) = √B coth(√B/α), B > 0; √−B cot(√−B/α), B < 0.
  private static func lambert(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.b.degree == 0, f.a.degree == 1, f.a[1] == 2 * f.a[0] else { return nil }
    let size = Rational(f.b[0].magnitude)
    let angle = root(size / Rational(f.a[0] * f.a[0]))
    let value = root(size).over(.call(f.b[0].signum > 0 ? "tanh" : "tan", angle))
    return FractionTheorem(
      fraction: f, value: f.a[0].signum > 0 ? value : value.opposite, name: "Lambert's continued fraction",
      reference: "Lambert (1761), Mém. Acad. Berlin; NIST DLMF 4.25.1, 4.39.1")
  }

  /// pcf(αn + β, B) = √B I_{ν−1}(x)/I_ν(x) with ν = β/α, x = 2√B/α; J and √−B where B < 0.
  static func bessel(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.b.degree == 0, f.a.degree == 1 else { return nil }
    let size = Rational(f.b[0].magnitude)
    let order = Rational(f.a[0], f.a[1])
    let argument = root(4 * size / Rational(f.a[1] * f.a[1]))
    let name = f.b[0].signum > 0 ? "besseli" : "besselj"
    let quotient = Expression.call(name, .fraction(order - 1), argument)
      .over(.call(name, .fraction(order), argument))
    let value = root(size).times(quotient)
    return FractionTheorem(
      fraction: f, value: f.a[1].signum > 0 ? value : value.opposite,
      name: "the continued fraction of the quotient of Bessel functions",
      reference: "Lommel (1868); Watson, Theory of Bessel Functions, 5.6 and 9.65; NIST DLMF 10.10.1, 10.33.1"
    )
  }

  /// pcf(α(2n + 1), Bn²) = √B/arctan(√B/α), B > 0; √−B/artanh(√−B/α), −α² < B < 0.
  private static func arcTangent(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 1, f.a[1] == 2 * f.a[0], f.b == f.b.leading * Polynomial.variable.power(2) else {
      return nil
    }
    let w = Rational(f.b.leading, f.a[0] * f.a[0])
    let (size, angle) = (root(Rational(f.b.leading.magnitude)), root(w.magnitude))
    let value: Expression
    if w.signum > 0 {
      value = size.over(.call("atan", angle))
    } else {
      guard w > -1 else { return nil }
      if let s = w.magnitude.squareRoot {
        value = Expression.fraction(2 * s * Rational(f.a[0].magnitude)).over(
          .call("log", .fraction((1 + s) / (1 - s))))
      } else {
        value = size.over(.call("atanh", angle))
      }
    }
    return FractionTheorem(
      fraction: f, value: f.a[0].signum > 0 ? value : value.opposite,
      name: "the continued fraction of the arctangent",
      reference: "Lambert (1770), Gauss (1813); NIST DLMF 4.25.4, 4.39.3")
  }

  /// pcf(α, Bn) = √B/(e^(t²/2) √(π/2) erfc(t/√2)) with t = α/√B, α and B positive: Mills's ratio.
  private static func mills(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 0, f.a[0].signum > 0, f.b == f.b.leading * Polynomial.variable, f.b.leading.signum > 0
    else { return nil }
    let (scale, half) = (Rational(f.b.leading), Rational(f.a[0] * f.a[0], 2 * f.b.leading))
    let bottom = Expression.call("exp", .fraction(half))
      .times(.call("sqrt", Expression.name("pi").over(.integer(2)))).times(.call("erfc", root(half)))
    return FractionTheorem(
      fraction: f, value: root(scale).over(bottom),
      name: "Laplace's continued fraction of the error function",
      reference: "Laplace (1805), Mécanique céleste IV, book X; NIST DLMF 7.9.1")
  }

  /// pcf(α, β²n²) = 2β/(ψ((s + 3)/4) − ψ((s + 1)/4)) with s = α/β, α > 0.
  private static func stieltjes(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 0, f.a[0].signum > 0, f.b == f.b.leading * Polynomial.variable.power(2),
      let beta = f.b.leading.squareRoot
    else { return nil }
    let s = Rational(f.a[0], beta)
    let difference = Expression(
      .difference(.call("psi", .fraction((s + 3) / 4)), .call("psi", .fraction((s + 1) / 4))))
    return FractionTheorem(
      fraction: f, value: Expression.integer(2 * beta).over(difference),
      name: "Stieltjes's continued fraction of the beta integral",
      reference: "Stieltjes (1890); Wall, Analytic Theory of Continued Fractions (1948), (94.4)")
  }

  /// pcf(2sβ, β²((2n − 1)² − m²)) = β(s + 4Γ((s + 3 + m)/4)Γ((s + 3 − m)/4)/(Γ((s + 1 + m)/4)Γ((s + 1 − m)/4))),
  /// s > 0; Brouncker's where m = 0.
  private static func gammaQuotient(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 0, f.a[0].signum > 0, f.b.degree == 2, f.b[1] == -f.b.leading,
      let double = f.b.leading.squareRoot
    else { return nil }
    let beta = Rational(double, 2)
    let s = Rational(f.a[0]) / (2 * beta)
    let m = SurdSum(rootOf: 1 - Rational(f.b[0]) / (beta * beta))
    func gammas(_ k: Rational) -> Expression {
      let (plus, minus) = ((m + (s + k)) * Rational(1, 4), (m * -1 + (s + k)) * Rational(1, 4))
      let factor = Expression.call("gamma", plus.expression)
      return plus == minus ? factor.raised(to: 2) : factor.times(.call("gamma", minus.expression))
    }
    let quotient = gammas(3).over(gammas(1))
    let sum = Expression(
      .sum(.fraction(s), Expression.integer(4).times(m.isReal ? quotient : .call("re", quotient))))
    return FractionTheorem(
      fraction: f, value: beta == 1 ? sum : Expression.fraction(beta).times(sum),
      name: m == SurdSum(0)
        ? "Brouncker's continued fraction" : "Euler's continued fraction of gamma functions",
      reference:
        "Brouncker in Wallis (1656), Arithmetica infinitorum; Euler (1785); Ramanujan, Berndt's Notebooks II, chapter 12, entry 25"
    )
  }

  /// pcf(α(2n + 1 + z − s), −α²n(n − s)) = α z^s e^(−z)/Γ(s, z), z > 0.
  private static func incompleteGamma(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 1, f.b.degree == 2, f.b[0].isZero, Integer(2).divides(f.a[1]) else { return nil }
    let alpha = f.a[1].dividedExactly(by: 2)
    guard alpha.signum > 0, f.b.leading == -(alpha * alpha) else { return nil }
    let s = Rational(f.b[1], alpha * alpha)
    let z = Rational(f.a[0], alpha) - 1 + s
    guard z.signum > 0 else { return nil }
    let size = Expression(.power(.fraction(z), .fraction(s)))
    let bottom = Expression.call("exp", .fraction(z)).times(.call("gamma", .fraction(s), .fraction(z)))
    return FractionTheorem(
      fraction: f, value: Expression.integer(alpha).times(size).over(bottom),
      name: "Legendre's continued fraction of the incomplete gamma function",
      reference: "Legendre (1826), Traité des fonctions elliptiques II; NIST DLMF 8.9.2, even part")
  }

  /// pcf(α(n + c − z), α²zn) = αc/M(1; c + 1; z), where the series is an incomplete gamma function: c is no integer.
  private static func legendre(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 1, f.b.degree == 1, f.b[0].isZero else { return nil }
    let z = Rational(f.b.leading, f.a[1] * f.a[1])
    let c = Rational(f.a[0], f.a[1]) + z
    guard !c.isInteger, z.signum > 0 || c.denominator == 2 else { return nil }
    let series = Expression.call(
      "hyp", .list([.integer(1)]), .list([.fraction(c + 1)]), .fraction(z))
    let scale = c * Rational(f.a[1])
    let value = Expression.fraction(scale.magnitude).over(series)
    return FractionTheorem(
      fraction: f, value: scale.signum > 0 ? value : value.opposite,
      name: "the continued fraction of the lower incomplete gamma function",
      reference: "Legendre (1826); NIST DLMF 8.9.1, 8.5.1")
  }

  /// pcf(α(n + 2c − z), α²z(n + c)) = 2αc I(c − 1/2)/(I(c − 1/2) ± I(c + 1/2)) at |z|/2, by the sign of z: Kummer's
  /// functions M(c; 2c; z).
  private static func confluentBessel(_ f: ContinuedFraction) -> FractionTheorem? {
    guard f.a.degree == 1, f.b.degree == 1 else { return nil }
    let z = Rational(f.b.leading, f.a[1] * f.a[1])
    let c = Rational(f.b[0], f.b.leading)
    guard c.signum > 0, Rational(f.a[0], f.a[1]) == 2 * c - z else { return nil }
    let half = Rational(1, 2)
    func bessel(_ order: Rational) -> Expression {
      .call("besseli", .fraction(order), .fraction(z.magnitude * half))
    }
    let (x, y) = (bessel(c - half), bessel(c + half))
    let bottom = Expression(z.signum > 0 ? .sum(x, y) : .difference(x, y))
    return FractionTheorem(
      fraction: f, value: Expression.fraction(2 * c * Rational(f.a[1])).times(x.over(bottom)),
      name: "Kummer's second theorem", reference: "Kummer (1836); NIST DLMF 13.6.9 with 13.3.15, 13.5.1")
  }
}
