internal import WallisArithmetic
internal import WallisFormulas

/// A number v that is told by a closed form of f(v): √(1 + π), log 3/2, e^γ, 2^(3/4)·π·√3.
public struct MappedNumber: Sendable, Hashable {
  /// The function f.
  public let map: NumberMap
  /// Whether v is negative.
  public let isNegative: Bool
  /// The closed form of f(v), the only element.
  private let image: [NormalForm]

  /// The number that a map carries to a closed form; nil where it is a root without radicals times a constant.
  init?(_ map: NumberMap, to image: NormalForm, isNegative: Bool) {
    if case .algebraic(let root) = image.shape, map.constant != nil {
      guard let radical = root.radical, radical.shift.isZero else { return nil }
    }
    (self.map, self.image, self.isNegative) = (map, [image], isNegative)
  }

  /// The closed form of f(v).
  public var inner: NormalForm { image[0] }

  /// An enclosure from those of the constants.
  func enclosure(bits: Int, value: (Constant, Int) -> Ball) -> Ball {
    map.preimage(inner.enclosure(bits: bits, value: value), isNegative: isNegative) {
      map.constant.map { value($0, bits) } ?? Ball(1, bits: bits)
    }
  }

  /// The number as an expression.
  var expression: Expression {
    let image = inner.expression
    return switch map {
    case .power(let k): signed(.call(k == 2 ? "sqrt" : "cbrt", image))
    case .squareRoot: signed(image.raised(to: 2))
    case .exponential: inner.logarithm
    case .logarithm: signed(inner.exponential)
    case .tangent: inner.arctangent
    case .sine: .call("asin", image)
    case .cosine: signed(.call("acos", image))
    case .arctangent: .call("tan", image)
    case .arcsine: .call("sin", image)
    case .hyperbolicArctangent: .call("tanh", image)
    case .hyperbolicArcsine: .call("sinh", image)
    case .quotient(let constant): inner.multiplying(constant.expression, exponent: 1)
    case .product(let constant): inner.multiplying(constant.expression, exponent: -1)
    case .reciprocal: Expression.integer(1).over(image)
    }
  }

  private func signed(_ size: Expression) -> Expression { isNegative ? Expression(.negation(size)) : size }
}

extension NormalForm {
  /// The number that a map carries to a closed form; nil where closed forms do not say it.
  init?(_ map: NumberMap, to image: NormalForm, isNegative: Bool) {
    if case .reciprocal = map, case .quotient(let x) = image.shape {
      self.init(x.bottom, over: x.top)
    } else if case .reciprocal = map, case .moebius(let x) = image.shape {
      self.init(x.r, x.s, over: x.p, x.q, of: x.constant)
    } else {
      guard let number = MappedNumber(map, to: image, isNegative: isNegative) else { return nil }
      self.init(number)
    }
  }

  /// log of this positive number; that of √(p/q) as a half.
  fileprivate var logarithm: Expression {
    guard case .quadratic(let x) = shape, x.p.isZero else { return .call("log", expression) }
    let square = Rational(x.q * x.q * x.d, x.r * x.r)
    return Expression.call("log", .fraction(square)).over(.integer(2))
  }

  /// atan of this number, by the tangent of the double angle where that is a fraction.
  fileprivate var arctangent: Expression {
    guard case .quadratic(let x) = shape, !x.p.isZero, x.r * x.r + x.p * x.p == x.q * x.q * x.d,
      ball(bits: 64).magnitude.approximation < 1
    else { return .call("atan", expression) }
    return Expression.call("atan", .fraction(Rational(-x.r, x.p))).over(.integer(2))
  }

  /// This number, which is algebraic, times a power of a constant: q√d·c/r.
  fileprivate func multiplying(_ constant: Expression, exponent: Rational) -> Expression {
    switch shape {
    case .quadratic(let x) where x.p.isZero:
      return ProductLayout(
        Rational(x.q, x.r),
        [.init(base: .integer(x.d), exponent: Rational(1, 2)), .init(base: constant, exponent: exponent)]
      ).expression
    case .rational(let x): return ProductLayout(x, [.init(base: constant, exponent: exponent)]).expression
    case .algebraic(let x):
      guard let radical = x.radical else { break }
      let degree = Rational(1, Integer(x.polynomial.degree))
      return ProductLayout(
        radical.isNegative ? -1 : 1,
        [
          .init(base: .integer(radical.radicand.numerator), exponent: degree),
          .init(base: .integer(radical.radicand.denominator), exponent: -degree),
          .init(base: constant, exponent: exponent),
        ]
      ).expression
    default: break
    }
    return exponent == 1 ? expression.times(constant) : expression.over(constant)
  }

  /// e to the power of this number: powers of what logarithms are taken of where it is a sum of those.
  fileprivate var exponential: Expression {
    switch shape {
    case .rational(let x):
      return x == 1 ? .name("e") : .call("exp", .fraction(x))
    case .moebius(let x) where x.s.isZero:
      return ProductLayout(exponents: [(Rational(x.q, x.r), x.constant)], unit: Rational(x.p, x.r)).expression
    case .quotient(let x):
      guard let bottom = x.bottom.integer else { break }
      let terms = x.top.terms.compactMap { term in
        term.constant.map { (Rational(term.coefficient, bottom), $0) }
      }
      return ProductLayout(exponents: terms, unit: Rational(x.top.coefficient(of: nil), bottom)).expression
    default: break
    }
    return .call("exp", expression)
  }
}

/// A product of powers, written as a fraction: integers first, then roots of integers, then the rest.
struct ProductLayout {
  /// A base and its exponent.
  struct Power {
    let base: Expression
    let exponent: Rational

    /// Whether powers of integers are worked out.
    var isShort: Bool { exponent.numerator.bitWidth <= 6 && exponent.denominator.bitWidth <= 5 }
  }

  private var scale: Rational
  private var powers: [Power] = []

  /// scale · Π base^exponent.
  init(_ scale: Rational, _ powers: [Power]) {
    self.scale = scale
    for power in powers { insert(power) }
    joinRoots()
  }

  /// The exponential of unit + Σ exponent · constant.
  init(exponents: [(exponent: Rational, constant: Constant)], unit: Rational) {
    var rest: [(Rational, Expression?)] = unit.signum == 0 ? [] : [(unit, nil)]
    var powers: [Power] = []
    for (exponent, constant) in exponents {
      if let base = constant.expression.logarithmArgument {
        powers.append(Power(base: base, exponent: exponent))
      } else if case .product(let factor, let other) = constant.expression.node,
        let base = other.logarithmArgument
      {
        let size = ProductLayout.sum([(exponent.magnitude, factor)])
        powers.append(
          Power(base: Expression(.power(base, size)), exponent: Rational(Integer(exponent.signum))))
      } else {
        rest.append((exponent, constant.expression))
      }
    }
    if rest.count == 1, rest[0].1 == nil, unit.isInteger {
      powers.append(Power(base: .name("e"), exponent: unit))
    } else if let first = rest.last {
      let sign = Integer(first.0.signum)
      let positive = rest.map { ($0.0 * Rational(sign), $0.1) }
      powers.append(Power(base: .call("exp", ProductLayout.sum(positive)), exponent: Rational(sign)))
    }
    self.init(1, powers)
  }

  /// Σ coefficient · symbol over one denominator, the last term first.
  private static func sum(_ terms: [(coefficient: Rational, symbol: Expression?)]) -> Expression {
    let bottom = terms.map(\.coefficient.denominator).reduce(Integer(1)) {
      $0 * $1.dividedExactly(by: $0.gcd($1))
    }
    let top = Expression.combination(
      terms.reversed().map { (($0.coefficient * Rational(bottom)).numerator, $0.symbol) })
    return bottom == 1 ? top : top.over(.integer(bottom))
  }

  /// Whole powers of integers go into the scale.
  private mutating func insert(_ power: Power) {
    guard let integer = power.base.integer, integer.signum > 0, power.isShort else {
      return powers.append(power)
    }
    let whole = power.exponent - power.exponent.fractionalPart
    let size = integer.power(whole.numerator.magnitude.word ?? 0)
    scale = whole.signum < 0 ? scale / Rational(size) : scale * Rational(size)
    if power.exponent != whole { powers.append(Power(base: power.base, exponent: power.exponent - whole)) }
  }

  /// Roots of integers of one degree become one.
  private mutating func joinRoots() {
    let roots = powers.filter { $0.base.integer != nil && $0.isShort }
    powers.removeAll { $0.base.integer != nil && $0.isShort }
    let degrees = Set(roots.map(\.exponent.denominator)).sorted()
    let joined = degrees.compactMap { degree -> Power? in
      let same = roots.filter { $0.exponent.denominator == degree }
      guard same.count > 1 else { return same.first }
      let radicand = same.reduce(Integer(1)) { product, root in
        product * (root.base.integer?.power(root.exponent.numerator.word ?? 0) ?? 1)
      }
      return Power(base: .integer(radicand), exponent: Rational(1, degree))
    }
    powers.insert(contentsOf: joined, at: 0)
  }

  /// The product.
  var expression: Expression {
    let above = powers.filter { $0.exponent.signum > 0 }.map { ProductLayout.write($0.base, $0.exponent) }
    let below = powers.filter { $0.exponent.signum < 0 }.map { ProductLayout.write($0.base, -$0.exponent) }
    let top = ProductLayout.product(scale.numerator.magnitude, above)
    let bottom = ProductLayout.product(scale.denominator, below)
    let size = bottom.integer == 1 ? top : top.over(bottom)
    return scale.signum < 0 ? Expression(.negation(size)) : size
  }

  private static func product(_ integer: Integer, _ factors: [Expression]) -> Expression {
    let all = (integer == 1 && !factors.isEmpty ? [] : [.integer(integer)]) + factors
    return all.dropFirst().reduce(all[0]) { $0.times($1) }
  }

  private static func write(_ base: Expression, _ exponent: Rational) -> Expression {
    if exponent == 1 { return base }
    if exponent == Rational(1, 2) { return .call("sqrt", base) }
    if exponent == Rational(1, 3) { return .call("cbrt", base) }
    return Expression(.power(base, .fraction(exponent)))
  }
}

extension Expression {
  /// What the logarithm is taken of that this expression is; nil for others.
  fileprivate var logarithmArgument: Expression? {
    if case .call("log", let arguments) = node, arguments.count == 1 { arguments[0] } else { nil }
  }
}
