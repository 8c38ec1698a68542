internal import WallisArithmetic

/// A product of a fraction and of integer powers of expressions.
struct Monomial {
  private var coefficient: Rational = 1
  private var factors: [(base: Expression, exponent: Int)] = []

  /// Largest exponent that is looked at.
  private static let highest = 40

  /// The product that an expression is; nil for zero and for exponents that are too large.
  ///
  /// - Parameter inner: rewrites the operands of factors that are taken as they are.
  init?(_ x: Expression, inner: (Expression) -> Expression) {
    guard collect(x, 1, inner) else { return nil }
  }

  private mutating func collect(_ x: Expression, _ sign: Int, _ inner: (Expression) -> Expression) -> Bool {
    switch x.node {
    case .number(let value, nil):
      guard !value.isZero else { return false }
      coefficient = sign > 0 ? coefficient * value : coefficient / value
    case .negation(let y):
      coefficient = -coefficient
      return collect(y, sign, inner)
    case .product(let y, let z): return collect(y, sign, inner) && collect(z, sign, inner)
    case .quotient(let y, let z): return collect(y, sign, inner) && collect(z, -sign, inner)
    case .power(let y, let z):
      guard let exponent = z.integer.flatMap({ Int("\($0)") }), abs(exponent) <= Monomial.highest else {
        multiply(x.replacingOperands(inner), sign)
        return true
      }
      if case .name = y.node {
        multiply(y, sign * exponent)
      } else if case .call = y.node {
        multiply(y.replacingOperands(inner), sign * exponent)
      } else {
        multiply(x.replacingOperands(inner), sign)
      }
    case .name, .call, .sum, .difference, .result, .number: multiply(x.replacingOperands(inner), sign)
    }
    return true
  }

  /// Takes a power of an expression in.
  private mutating func multiply(_ base: Expression, _ exponent: Int) {
    if let place = factors.firstIndex(where: { $0.base == base }) {
      factors[place].exponent += exponent
      if factors[place].exponent == 0 { factors.remove(at: place) }
    } else if exponent != 0 {
      factors.append((base, exponent))
    }
  }

  private mutating func scale(_ value: Integer, _ exponent: Int) {
    for _ in 0..<abs(exponent) {
      coefficient = exponent > 0 ? coefficient * Rational(value) : coefficient / Rational(value)
    }
  }

  private func exponent(of base: Expression) -> Int {
    factors.first { $0.base == base }?.exponent ?? 0
  }

  /// The product as an expression, numerator over denominator.
  var expression: Expression {
    func product(_ number: Integer, _ factors: [(base: Expression, exponent: Int)]) -> Expression {
      let powers = factors.map { $0.exponent == 1 ? $0.base : $0.base.raised(to: $0.exponent) }
      guard let first = powers.first else { return .integer(number) }
      let start = number == 1 ? first : Expression.integer(number).times(first)
      return powers.dropFirst().reduce(start) { $0.times($1) }
    }
    let top = product(coefficient.numerator.magnitude, factors.filter { $0.exponent > 0 })
    let below = factors.filter { $0.exponent < 0 }.map { (base: $0.base, exponent: -$0.exponent) }
    let bottom = product(coefficient.denominator, below)
    let size = bottom == .integer(1) ? top : top.over(bottom)
    return coefficient.signum < 0 ? size.opposite : size
  }
}

extension Monomial {
  /// π^2k = c·ζ(2k) for k from 1 on: 2·(2k)!/(2^2k·|B_2k|), DLMF 25.6.2.
  private static let evenZeta: [Integer] = [6, 90, 945, 9450, 93555]

  /// Writes even powers of π as values of ζ, or the other way round; false where there are none.
  mutating func replaceEvenZeta(by choice: NotationPreferences.EvenZeta) -> Bool {
    let pi = Expression.name("pi")
    var isChanged = false
    switch choice {
    case .zeta:
      let power = exponent(of: pi)
      guard power != 0, power % 2 == 0, abs(power) / 2 <= Monomial.evenZeta.count else { return false }
      multiply(pi, -power)
      multiply(.call("zeta", .integer(Integer(abs(power)))), power.signum())
      scale(Monomial.evenZeta[abs(power) / 2 - 1], power.signum())
      isChanged = true
    case .pi:
      for (index, value) in Monomial.evenZeta.enumerated() {
        let zeta = Expression.call("zeta", .integer(Integer(2 * index + 2)))
        let power = exponent(of: zeta)
        guard power != 0 else { continue }
        multiply(zeta, -power)
        multiply(pi, (2 * index + 2) * power)
        scale(value, -power)
        isChanged = true
      }
    }
    return isChanged
  }

  /// Writes ϖ = Γ(1/4)²/(2√(2π)) and Gauss's constant ϖ/π by Γ(1/4), or the first two by ϖ; false where there is none.
  mutating func replaceArc(by choice: NotationPreferences.Lemniscate) -> Bool {
    let (arc, gauss) = (Expression.name("lemniscate"), Expression.name("gauss"))
    let gamma = Expression.call("gamma", .fraction(Rational(1, 4)))
    let start = exponent(of: gauss)
    multiply(gauss, -start)
    multiply(arc, start)
    multiply(.name("pi"), -start)
    switch choice {
    case .gamma:
      let power = exponent(of: arc)
      multiply(arc, -power)
      multiply(gamma, 2 * power)
      turn(by: -power)
      return power != 0 || start != 0
    case .lemniscate:
      let power = exponent(of: gamma)
      guard power % 2 == 0 else { return start != 0 }
      multiply(gamma, -power)
      multiply(arc, power / 2)
      turn(by: power / 2)
      return power != 0 || start != 0
    }
  }

  /// Multiplies by a power of 2√(2π).
  private mutating func turn(by power: Int) {
    scale(2, power)
    let halves = power / 2
    scale(2, halves)
    multiply(.name("pi"), halves)
    if power % 2 != 0 { multiply(.call("sqrt", Expression.integer(2).times(.name("pi"))), power.signum()) }
  }
}
