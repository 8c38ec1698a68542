internal import WallisArithmetic
internal import WallisFormulas

extension ConstantNode {
  /// An expression by exact identities only; what they do not reach stays an atom.
  init(_ expression: Expression) {
    switch expression.node {
    case .number(let value, _): self = .rational(value)
    case .name(let name): self = ConstantNode.named(name) ?? .atom(.other(expression))
    case .result: self = .atom(.other(expression))
    case .call(let name, let arguments):
      // Equal arguments are written alike: fractions, and roots of fractions.
      let alike = arguments.map { $0.canonicalRoot ?? $0 }
      self = ConstantNode.call(name, alike) ?? .atom(.other(Expression(.call(name, alike))))
    case .negation(let x): self = ConstantNode(x).times(-1)
    case .sum(let x, let y): self = .sum([ConstantNode(x), ConstantNode(y)])
    case .difference(let x, let y): self = .sum([ConstantNode(x), ConstantNode(y).times(-1)])
    case .product(let x, let y): self = .product([ConstantNode(x), ConstantNode(y)])
    case .quotient(let x, let y): self = .quotient(ConstantNode(x), ConstantNode(y))
    case .power(let x, let y): self = ConstantNode.power(x, y) ?? .atom(.other(expression))
    }
  }

  private static func named(_ name: String) -> ConstantNode? {
    switch Constant.named(name)?.name {
    case "pi": pi
    case "e": exponential(1)
    case "phi": .quotient(.sum([integer(1), root(5)]), integer(2))
    case "gompertz": .product([exponential(1), .atom(.other(.call("gamma", .integer(0), .integer(1))))])
    case "lemniscate": lemniscate
    case "gauss": lemniscate.over(pi)
    default: nil
    }
  }

  /// Γ(1/4)²/(2√(2π)).
  private static var lemniscate: ConstantNode {
    .power(.atom(.other(.call("gamma", .fraction(Rational(1, 4))))), 2)
      .over(.product([integer(2), root(2), .atom(.rootOfPi)]))
  }

  private static func power(_ base: Expression, _ exponent: Expression) -> ConstantNode? {
    guard let power = exponent.fraction else { return nil }
    if base == .name("e") { return exponential(power) }
    if power.isInteger, let word = power.numerator.word, abs(word) <= 1_000 {
      let node = ConstantNode(base)
      return word >= 0 ? .power(node, word) : .quotient(integer(1), .power(node, -word))
    }
    guard let value = base.fraction, value.signum > 0, let degree = power.denominator.word, degree <= 12,
      let times = power.numerator.word, abs(times) <= 1_000
    else { return nil }
    let node = ConstantNode.power(root(value, degree: degree), abs(times))
    return times > 0 ? node : .quotient(integer(1), node)
  }

  private static func call(_ name: String, _ arguments: [Expression]) -> ConstantNode? {
    let values = arguments.map(\.fraction)
    switch (name, arguments.count) {
    case ("sqrt", 1): return squareRoot(arguments[0])
    case ("cbrt", 1): return values[0].flatMap { $0.signum > 0 ? root($0, degree: 3) : nil }
    case ("exp", 1): return values[0].map(exponential)
    case ("log", 1), ("ln", 1): return values[0].flatMap { $0.signum > 0 ? logarithm($0) : nil }
    case ("tanh", 1), ("coth", 1): return values[0].flatMap { hyperbolic($0, isTangent: name == "tanh") }
    case ("sinh", 1), ("cosh", 1): return values[0].map { halfSum($0, sign: name == "sinh" ? -1 : 1) }
    case ("cot", 1): return .quotient(integer(1), .atom(.other(.call("tan", arguments[0]))))
    case ("atan", 1): return arcTangent(arguments[0])
    case ("atanh", 1):
      return values[0].flatMap {
        $0.magnitude < 1 ? logarithm((1 + $0) / (1 - $0)).times(Rational(1, 2)) : nil
      }
    case ("asinh", 1):
      return arguments[0].integer == 1
        ? (try? Expression(parsing: "log(1+sqrt(2))")).map { .atom(.other($0)) } : nil
    default: return special(name, arguments, values)
    }
  }

  /// A call of a function of the second rank; `values` are its arguments where they are fractions.
  private static func special(
    _ name: String, _ arguments: [Expression], _ values: [Rational?]
  ) -> ConstantNode? {
    switch (name, arguments.count) {
    case ("zeta", 1): return values[0].flatMap(SpecialValues.zeta)
    case ("beta", 1): return values[0].flatMap(SpecialValues.beta)
    case ("dirichletl", 2): return values[0].flatMap { SpecialValues.dirichlet($0, arguments[1].fraction) }
    case ("gamma", 1): return values[0].flatMap(SpecialValues.gamma)
    case ("psi", 1), ("digamma", 1): return values[0].flatMap(SpecialValues.digamma)
    case ("lerch", 3): return values[1] == 1 ? SpecialValues.lerch(values[0], values[2]) : nil
    case ("psi", 2): return polygamma(values[0], values[1])
    case ("hurwitz", 2):
      guard let s = values[0], let a = values[1] else { return nil }
      return SpecialValues.hurwitz(s, a)
    case ("besseli", 2), ("besselj", 2): return bessel(name, values[0], arguments[1])
    case ("hyp", 3):
      return SeriesProof(hypergeometric: Expression(.call(name, arguments))).map { ConstantNode($0.value) }
    case ("polylog", 2): return polylogarithm(values[0], values[1])
    default: return nil
    }
  }

  /// Of positive numbers only.
  private static func squareRoot(_ x: Expression) -> ConstantNode? {
    if let value = x.fraction { return value.signum > 0 ? root(value) : nil }
    switch x.node {
    case .name("pi"): return .atom(.rootOfPi)
    case .name("e"): return exponential(Rational(1, 2))
    case .product(let y, let z):
      guard let left = squareRoot(y), let right = squareRoot(z) else { return nil }
      return .product([left, right])
    case .quotient(let y, let z):
      guard let top = squareRoot(y), let bottom = squareRoot(z) else { return nil }
      return top.over(bottom)
    default: return nil
    }
  }

  /// A Bessel function of order in [0, 2) by two steps of the recurrence J(ν − 1) ± J(ν + 1) = (2ν/x)J(ν), x² a fraction.
  private static func bessel(_ name: String, _ order: Rational?, _ x: Expression) -> ConstantNode? {
    guard let order, order.magnitude < 200, let square = x.squaredFraction, square.signum > 0 else {
      return nil
    }
    let argument = Expression.call("sqrt", .fraction(square))
    func atom(_ order: Rational) -> ConstantNode { .atom(.other(.call(name, .fraction(order), argument))) }
    let base = order.fractionalPart
    var (lower, upper, index) = (atom(base), atom(base + 1), base + 1)
    let sign = Rational(name == "besseli" ? 1 : -1)
    func multiple(_ index: Rational) -> ConstantNode { ConstantNode.root(square).times(2 * index / square) }
    while index < order {
      let next = ConstantNode.sum([lower, .product([multiple(index), upper]).times(-1)]).times(sign)
      (lower, upper, index) = (upper, next, index + 1)
    }
    while index - 1 > order {
      let before = ConstantNode.sum([.product([multiple(index - 1), lower]), upper.times(sign)])
      (upper, lower, index) = (lower, before, index - 1)
    }
    return index == order ? upper : lower
  }

  /// (E ± 1)/(E ∓ 1) with E = exp(2x).
  private static func hyperbolic(_ x: Rational, isTangent: Bool) -> ConstantNode? {
    guard !x.isZero else { return isTangent ? integer(0) : nil }
    let square = exponential(2 * x)
    let (less, more) = (ConstantNode.sum([square, integer(-1)]), ConstantNode.sum([square, integer(1)]))
    return isTangent ? less.over(more) : more.over(less)
  }

  private static func halfSum(_ x: Rational, sign: Rational) -> ConstantNode {
    ConstantNode.sum([exponential(x), exponential(-x).times(sign)]).over(integer(2))
  }

  /// arctan at 1, √3 and 1/√3, and at fractions by Gaussian primes; at other places an atom.
  private static func arcTangent(_ x: Expression) -> ConstantNode? {
    let square = Expression(.product(x, x))
    for (value, part) in [(Rational(1), 4), (3, 3), (Rational(1, 3), 6)] as [(Rational, Int)] {
      guard ExactIdentity.areEqual(square, .fraction(value)), let sign = try? x.evaluate(digits: 10).enclosure
      else { continue }
      return pi.times(Rational(Integer(sign.isNegative ? -1 : 1), Integer(part)))
    }
    return x.fraction.flatMap(GaussianInteger.arcTangent)
  }

  /// ψ⁽ᵐ⁾(a) = (−1)^(m+1) m! ζ(m + 1, a).
  private static func polygamma(_ order: Rational?, _ a: Rational?) -> ConstantNode? {
    guard let order, order.isInteger, let m = order.numerator.word, (0...100).contains(m), let a else {
      return nil
    }
    guard m > 0 else { return SpecialValues.digamma(a) }
    let sign: Integer = m.isMultiple(of: 2) ? -1 : 1
    return SpecialValues.hurwitz(order + 1, a)?.times(Rational(sign * Integer.factorial(m)))
  }

  /// Li at −1, 1 and, of order 1, at every fraction; Li₂(1/2) = π²/12 − log(2)²/2.
  private static func polylogarithm(_ order: Rational?, _ x: Rational?) -> ConstantNode? {
    guard let order, let x, order.isInteger, let s = order.numerator.word else { return nil }
    if s == 1 { return x < 1 ? logarithm(1 - x).times(-1) : nil }
    guard s > 1, s <= 100 else { return nil }
    if x == 1 { return SpecialValues.zeta(order) }
    if x == -1 {
      return SpecialValues.zeta(order)?.times(Rational(1, Integer(2).power(s - 1)) - 1)
    }
    guard s == 2, x == Rational(1, 2) else { return nil }
    return .sum([
      ConstantNode.power(pi, 2).times(Rational(1, 12)),
      ConstantNode.power(logarithm(2), 2).times(Rational(-1, 2)),
    ])
  }
}

extension Expression {
  /// The positive number whose square is a fraction, as a fraction or the root of one; nil elsewhere.
  fileprivate var canonicalRoot: Expression? {
    guard fraction == nil, let square = squaredFraction, square.signum > 0 else { return nil }
    return square.squareRoot.map { .fraction($0) } ?? .call("sqrt", .fraction(square))
  }

  /// The square of a fraction, a square root of one, or a product or quotient of such; nil elsewhere, and for a
  /// negative number.
  fileprivate var squaredFraction: Rational? {
    if let value = fraction { return value.signum > 0 ? value * value : nil }
    switch node {
    case .call("sqrt", let arguments): return arguments.first?.fraction
    case .product(let x, let y):
      guard let left = x.squaredFraction, let right = y.squaredFraction else { return nil }
      return left * right
    case .quotient(let x, let y):
      guard let top = x.squaredFraction, let bottom = y.squaredFraction, !bottom.isZero else { return nil }
      return top / bottom
    default: return nil
    }
  }

  /// The fraction that it is where nothing but integers and rational operations occurs; nil elsewhere.
  var fraction: Rational? {
    RationalFunction(self, in: "").flatMap {
      $0.numerator.degree <= 0 && $0.denominator.degree == 0
        ? Rational($0.numerator[0], $0.denominator[0]) : nil
    }
  }
}
