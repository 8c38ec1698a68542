internal import WallisArithmetic
internal import WallisFormulas

extension SumTheorems {
  private static let half = Rational(1, 2)

  /// Σ (α)_k/k! z^k = (1 − z)^(−α), |z| < 1, or z = −1 and α < 1; and Σ (1/2)_k/k! z^k/(2k + 1) = arcsin(√z)/√z.
  static func binomial(_ terms: TermClass, poles: Polynomial) -> [SumTheorem] {
    guard terms.upper.count == 1, terms.lower == [1],
      terms.argument.magnitude < 1 || terms.argument == -1
    else { return [] }
    let value = Expression(.power(.fraction(1 - terms.argument), .fraction(-terms.upper[0])))
    let series = SumTheorem(
      "Newton's binomial series", "Newton (1676), Epistola prior; NIST DLMF 15.4.6", terms: terms,
      factor: RationalFunction(1), value: value)
    let hasHalves = poles.irreducibleFactors.contains { $0.factor.degree == 1 && $0.factor.leading == 2 }
    guard terms.upper == [half], hasHalves else { return [series] }
    return [
      series,
      SumTheorem(
        "Newton's series of the arcsine", "Newton (1669), De analysi; NIST DLMF 15.4.4, 15.4.5", terms: terms,
        factor: RationalFunction(Polynomial(constant: 1), Polynomial([1, 2])),
        value: angle(terms.argument).over(.call("sqrt", .fraction(terms.argument.magnitude)))),
    ]
  }

  /// arcsin(√z), or arsinh(√−z).
  private static func angle(_ z: Rational) -> Expression {
    if z == Rational(1, 2) { return Expression.name("pi").over(.integer(4)) }
    guard z.signum > 0 else { return areaSine(z.magnitude) }
    return .call("atan", .call("sqrt", .fraction(z / (1 - z))))
  }

  /// arsinh(√x) as the logarithm of a number of one quadratic field: √x + √(1 + x), or the root of 1 + 2x + 2√(x(1 + x)).
  private static func areaSine(_ x: Rational) -> Expression {
    let (root, other) = (SurdSum(rootOf: x), SurdSum(rootOf: 1 + x))
    if root.rational != nil || other.rational != nil { return .call("log", (root + other).expression) }
    let square = SurdSum(rootOf: 4 * x * (1 + x)) + (1 + 2 * x)
    return Expression.call("log", square.expression).over(.integer(2))
  }

  /// Σ k!/(3/2)_k z^k = arcsin(x)/(x√(1 − x²)) with x² = z, |z| < 1 or z = −1; (3/2)_k = (2k + 1)(1/2)_k.
  static func arcSine(_ terms: TermClass) -> [SumTheorem] {
    let z = terms.argument
    guard terms.upper == [1], terms.lower == [half], z.magnitude < 1 || z == -1 else { return [] }
    let product = Expression.call("sqrt", .fraction(z.magnitude * (1 - z)))
    return [
      SumTheorem(
        "the series of the square of the arcsine", "Euler (1737), Opera omnia I.14; NIST DLMF 15.4(i)",
        terms: terms, factor: RationalFunction(Polynomial(constant: 1), Polynomial([1, 2])),
        value: angle(z).over(product))
    ]
  }

  /// Powers of z over k!, and over k!(1/2)_k: e^z, cosh and sinh of 2√z, cos and sin of 2√−z.
  static func exponential(_ terms: TermClass) -> [SumTheorem] {
    guard terms.upper.isEmpty else { return [] }
    let reference = "Euler (1748), Introductio, chapters 7 and 8; NIST DLMF 4.2.19, 4.19, 4.33"
    if terms.lower == [1] {
      return [
        SumTheorem(
          "the exponential series", reference, terms: terms, factor: RationalFunction(1),
          value: .call("exp", .fraction(terms.argument)))
      ]
    }
    guard terms.lower == [half, 1] else { return [] }
    let (isReal, root) = (terms.argument.signum > 0, terms.argument.magnitude.squareRoot)
    let angle =
      root.map { Expression.fraction(2 * $0) }
      ?? Expression.integer(2).times(.call("sqrt", .fraction(terms.argument.magnitude)))
    return [
      SumTheorem(
        isReal ? "the series of the hyperbolic cosine" : "the series of the cosine", reference, terms: terms,
        factor: RationalFunction(1), value: .call(isReal ? "cosh" : "cos", angle)),
      SumTheorem(
        isReal ? "the series of the hyperbolic sine" : "the series of the sine", reference, terms: terms,
        factor: RationalFunction(Polynomial(constant: 1), Polynomial([1, 2])),
        value: Expression.call(isReal ? "sinh" : "sin", angle).over(angle)),
    ]
  }

  /// Σ z^k/(c)_k, 0 < c < 1: the lower incomplete gamma function where z > 0, error functions where c = 1/2.
  static func incompleteGamma(_ terms: TermClass) -> [SumTheorem] {
    guard terms.upper.isEmpty, terms.lower.count == 1, terms.lower != [1] else { return [] }
    let (c, z) = (terms.lower[0], terms.argument)
    let tail: Expression
    if c == half {
      let root = Expression.call("sqrt", .fraction(z.magnitude))
      let size = Expression.call("sqrt", .name("pi")).times(root).times(.call("exp", .fraction(z)))
      let value = size.times(.call(z.signum > 0 ? "erf" : "erfi", root))
      tail = z.signum > 0 ? value : value.opposite
    } else {
      guard z.signum > 0 else { return [] }
      let (whole, upper) = (
        Expression.call("gamma", .fraction(c)), Expression.call("gamma", .fraction(c), .fraction(z))
      )
      tail = Expression(.power(.fraction(z), .fraction(1 - c))).times(.call("exp", .fraction(z)))
        .times(Expression(.difference(whole, upper)))
    }
    return [
      SumTheorem(
        "the series of the incomplete gamma function", "Legendre (1811); NIST DLMF 8.7.1, 7.6.2",
        terms: terms,
        factor: RationalFunction(1), value: Expression(.sum(.integer(1), tail)))
    ]
  }

  /// Gauss: Σ (α)_k(β)_k/((γ)_k k!) = Γ(γ)Γ(γ − α − β)/(Γ(γ − α)Γ(γ − β)) for γ > α + β; γ is raised by an integer.
  static func gauss(_ terms: TermClass) -> [SumTheorem] {
    guard terms.argument == 1, terms.upper.count == 2, terms.lower.count == 2, terms.lower[1] == 1 else {
      return []
    }
    let (a, b, base) = (terms.upper[0], terms.upper[1], terms.lower[0])
    var c = base
    while c - a - b <= 0 { c = c + 1 }
    let arguments = [c, c - a - b, c - a, c - b]
    guard arguments.allSatisfy({ !($0.isInteger && $0.signum <= 0) }) else { return [] }
    // (γ₀)_k/(γ₀ + m)_k = (γ₀)_m/((γ₀ + k)_m).
    var factor = RationalFunction(1)
    var raised = base
    while raised < c {
      factor =
        factor
        * RationalFunction(
          Polynomial(constant: raised.numerator), Polynomial([raised.numerator, raised.denominator]))
      raised = raised + 1
    }
    let gammas = arguments.map { Expression.call("gamma", .fraction($0)) }
    return [
      SumTheorem(
        "Gauss's summation theorem", "Gauss (1813); NIST DLMF 15.4.20", terms: terms, factor: factor,
        value: gammas[0].times(gammas[1]).over(gammas[2].times(gammas[3])))
    ]
  }
}
