internal import WallisArithmetic

/// Constants of which the limit of a continued fraction is likely to be an image, read from its coefficients.
///
/// A fraction with linear a, after deflation, is a quotient of contiguous hypergeometric functions: 0F1 for constant b
/// (Lambert, tangents and Bessel functions), 1F1 for linear b (powers of e at integer parameters), 2F1 for quadratic b
/// (logarithms and arctangents at integer and half-integer parameters). See Cuyt et al., *Handbook of Continued
/// Fractions for Special Functions* (2008), chapters 12 to 17. Nothing is proved here: what is suggested is searched.
extension Constant {
  /// Constants that the coefficients suggest, those of the table left out, in a fixed order.
  public static func suggested(by fraction: ContinuedFraction) -> [Constant] {
    suggested(suggestions(fraction))
  }

  /// Constants that a formula suggests: by the coefficients of the fraction that it is, and by its kind.
  public static func suggested(by formula: Formula) -> [Constant] {
    (formula.fraction.map { suggested(by: $0) } ?? []) + suggested(formula.suggestedConstants)
  }

  /// The constants of expressions, those of the table and those without a value left out.
  package static func suggested(_ expressions: [Expression]) -> [Constant] {
    expressions.compactMap { equal(to: $0) == nil ? suggested($0) : nil }
  }

  /// A suggested expression as a constant; nil where it has no value.
  package static func suggested(_ expression: Expression) -> Constant? {
    try? Constant.expression(expression, digits: 20)
  }

  /// Expressions that the coefficients suggest, each once.
  static func suggestions(_ original: ContinuedFraction) -> [Expression] {
    let fraction = CanonicalForm(original).fraction
    guard fraction.a.degree == 1, fraction.b.degree <= 2, !fraction.b.isZero else { return [] }
    let (c, d) = (fraction.a[1], fraction.a[0])
    let lead = fraction.b[fraction.b.degree]
    let all =
      switch fraction.b.degree {
      case 0: bessel(c, d, lead)
      case 1: exponentials(c, d, lead, fraction.b[0])
      default: logarithms(c, lead)
      }
    return all.reduce(into: []) { distinct, expression in
      if !distinct.contains(expression) { distinct.append(expression) }
    }
  }

  /// b constant: tan or tanh of 2√|b|/c where 2d/c is odd, else a quotient of Bessel functions.
  private static func bessel(_ c: Integer, _ d: Integer, _ b: Integer) -> [Expression] {
    let argument = Surd(squareRootOf: Rational(4 * b.magnitude, c * c))
    let isModified = b.signum > 0
    let order = Rational(d, c)
    if (order + order).isInteger, !order.isInteger {
      if isModified, let value = argument.rational { return [.call("exp", .fraction(value + value))] }
      return [argument.odd(isModified ? "tanh" : "tan", of: argument.expression)]
    }
    let lower = order.fractionalPart
    let name = isModified ? "besseli" : "besselj"
    let top = Expression.call(name, .fraction(lower + 1), argument.expression)
    let bottom = Expression.call(name, .fraction(lower), argument.expression)
    return [(argument.rational == nil ? top.times(argument.root) : top).over(bottom)]
  }

  /// b = en + f: e^(e/c²) where both parameters of the confluent function are integers.
  private static func exponentials(_ c: Integer, _ d: Integer, _ e: Integer, _ f: Integer) -> [Expression] {
    guard e.divides(f), (c * c).divides(c * d + e) else { return [] }
    return [.call("exp", .fraction(Rational(e.magnitude, c * c)))]
  }

  /// b quadratic: with the ratio of the characteristic roots and 4e/c² as arguments, logarithms and arctangents.
  private static func logarithms(_ c: Integer, _ e: Integer) -> [Expression] {
    let argument = Rational(4 * e, c * c)
    let discriminant = argument + 1
    guard !discriminant.isZero else { return [] }
    var all = arcs(argument)
    if discriminant.signum > 0 {
      all += logarithm(discriminant)
      if let root = discriminant.squareRoot {
        let ratio = (1 - root) / (1 + root)
        all += logarithm(ratio) + logarithm(1 - ratio)
        all += [ratio, 1 - ratio, ratio / (1 - ratio)].flatMap { arcs($0) + arcs(-$0) }
      }
    }
    return all + arcs(-discriminant)
  }

  private static func logarithm(_ x: Rational) -> [Expression] {
    guard !x.isZero, x.magnitude != 1 else { return [] }
    return [.call("log", .fraction(x.magnitude < 1 ? 1 / x.magnitude : x.magnitude))]
  }

  /// √x·atan(√x), or √−x times twice the inverse hyperbolic tangent of √−x or of its inverse.
  private static func arcs(_ x: Rational) -> [Expression] {
    guard !x.isZero else { return [] }
    let root = Surd(squareRootOf: x.magnitude)
    // The arctangents of 1, √3 and 1/√3 are multiples of π.
    if x.signum > 0 {
      return [1, 3, Rational(1, 3)].contains(x) ? [] : [root.odd("atan", of: root.expression)]
    }
    if let value = root.rational { return value == 1 ? [] : logarithm((1 + value) / (1 - value)) }
    return [root.odd("log", of: root.cayley)]
  }
}

/// r√m with r rational and m square-free.
private struct Surd {
  let rational: Rational?
  private let scale: Rational
  private let radicand: Integer

  /// The square root of a positive number.
  init(squareRootOf square: Rational) {
    let parts = (square.numerator * square.denominator).squareParts
    (scale, radicand) = (Rational(parts.root, square.denominator), parts.free)
    rational = radicand == 1 ? scale : nil
  }

  /// √m.
  package var root: Expression { .root(of: radicand) }

  /// r√m itself.
  var expression: Expression {
    guard radicand != 1 else { return .fraction(scale) }
    let top = scale.numerator == 1 ? root : Expression.integer(scale.numerator).times(root)
    return scale.denominator == 1 ? top : top.over(.integer(scale.denominator))
  }

  /// A function with √m before it where that makes its value rational over the field.
  func odd(_ function: String, of argument: Expression) -> Expression {
    rational == nil ? root.times(.call(function, argument)) : .call(function, argument)
  }

  /// |(1 + r√m)/(1 − r√m)| = (p + q√m)/s, for r√m ≠ 1.
  var cayley: Expression {
    let norm = 1 - scale * scale * Rational(radicand)
    let (p, q) = ((1 + scale * scale * Rational(radicand)) / norm.magnitude, 2 * scale / norm.magnitude)
    let s = p.denominator * q.denominator.dividedExactly(by: p.denominator.gcd(q.denominator))
    let top = Expression.combination([
      ((p * Rational(s)).numerator, nil), ((q * Rational(s)).numerator, root),
    ])
    return s == 1 ? top : top.over(.integer(s))
  }
}
