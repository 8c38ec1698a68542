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
    suggestedNames(fraction).compactMap { name in
      guard named(name) == nil, let expression = try? Expression(parsing: name) else { return nil }
      return try? Constant.expression(expression, text: name, digits: 20)
    }
  }

  /// The constant that a closed form of the limit of a fraction names; nil for fractions and roots.
  ///
  /// - Parameter text: what `ClosedForm.description` gives.
  public static func occurring(in text: String, limitOf fraction: ContinuedFraction) -> Constant? {
    if let constant = occurring(in: text) { return constant }
    guard functions.contains(where: { text.contains($0) }) else { return nil }
    return suggestedNames(fraction).first { contains(text, $0) }.flatMap { name in
      guard let expression = try? Expression(parsing: name) else { return nil }
      return try? Constant.expression(expression, text: name, digits: 20)
    }
  }

  private static let functions = ["exp(", "log(", "tan(", "tanh(", "besseli(", "besselj("]

  private static func suggestedNames(_ original: ContinuedFraction) -> [String] {
    let fraction = CanonicalForm(original).fraction
    guard fraction.a.degree == 1, fraction.b.degree <= 2, !fraction.b.isZero else { return [] }
    let (c, d) = (fraction.a[1], fraction.a[0])
    let lead = fraction.b[fraction.b.degree]
    let names =
      switch fraction.b.degree {
      case 0: besselNames(c, d, lead)
      case 1: exponentialNames(c, d, lead, fraction.b[0])
      default: logarithmNames(c, lead)
      }
    return names.reduce(into: []) { distinct, name in
      if !distinct.contains(name) { distinct.append(name) }
    }
  }

  /// b constant: tan or tanh of 2√|b|/c where 2d/c is odd, else a quotient of Bessel functions.
  private static func besselNames(_ c: Integer, _ d: Integer, _ b: Integer) -> [String] {
    let argument = Surd(squareRootOf: Rational(4 * b.magnitude, c * c))
    let isModified = b.signum > 0
    let order = Rational(d, c)
    if (order + order).isInteger, !order.isInteger {
      if isModified, let value = argument.rational { return ["exp(\(value + value))"] }
      return ["\(argument.factor)\(isModified ? "tanh" : "tan")(\(argument.text))"]
    }
    let lower = order.fractionalPart
    let name = isModified ? "besseli" : "besselj"
    let (top, bottom) = ("\(name)(\(lower + 1),\(argument.text))", "\(name)(\(lower),\(argument.text))")
    return [argument.rational == nil ? "\(top)*\(argument.root)/\(bottom)" : "\(top)/\(bottom)"]
  }

  /// b = en + f: e^(e/c²) where both parameters of the confluent function are integers.
  private static func exponentialNames(_ c: Integer, _ d: Integer, _ e: Integer, _ f: Integer) -> [String] {
    guard e.divides(f), (c * c).divides(c * d + e) else { return [] }
    return ["exp(\(Rational(e.magnitude, c * c)))"]
  }

  /// b quadratic: with the ratio of the characteristic roots and 4e/c² as arguments, logarithms and arctangents.
  private static func logarithmNames(_ c: Integer, _ e: Integer) -> [String] {
    let argument = Rational(4 * e, c * c)
    let discriminant = argument + 1
    guard !discriminant.isZero else { return [] }
    var names = arcNames(argument)
    if discriminant.signum > 0 {
      names += logarithm(discriminant)
      if let root = discriminant.squareRoot {
        let ratio = (1 - root) / (1 + root)
        names += logarithm(ratio) + logarithm(1 - ratio)
        names += [ratio, 1 - ratio, ratio / (1 - ratio)].flatMap { arcNames($0) + arcNames(-$0) }
      }
    }
    return names + arcNames(-discriminant)
  }

  private static func logarithm(_ x: Rational) -> [String] {
    guard !x.isZero, x.magnitude != 1 else { return [] }
    return ["log(\(x.magnitude < 1 ? 1 / x.magnitude : x.magnitude))"]
  }

  /// √x·atan(√x), or √−x times twice the inverse hyperbolic tangent of √−x or of its inverse.
  private static func arcNames(_ x: Rational) -> [String] {
    guard !x.isZero else { return [] }
    let root = Surd(squareRootOf: x.magnitude)
    // The arctangents of 1, √3 and 1/√3 are multiples of π.
    if x.signum > 0 { return [1, 3, Rational(1, 3)].contains(x) ? [] : ["\(root.factor)atan(\(root.text))"] }
    if let value = root.rational { return value == 1 ? [] : logarithm((1 + value) / (1 - value)) }
    return ["\(root.factor)log(\(root.cayleyText))"]
  }
}

/// r√m with r rational and m square-free.
private struct Surd {
  let rational: Rational?
  /// What makes its odd functions rational over the field: `sqrt(m)*`, or nothing for rational numbers.
  var factor: String { rational == nil ? "\(root)*" : "" }
  /// `sqrt(m)`.
  var root: String { "sqrt(\(radicand))" }
  let text: String
  private let scale: Rational
  private let radicand: Integer

  /// The square root of a positive number.
  init(squareRootOf square: Rational) {
    let parts = (square.numerator * square.denominator).squareParts
    (scale, radicand) = (Rational(parts.root, square.denominator), parts.free)
    rational = radicand == 1 ? scale : nil
    let times = scale.numerator == 1 ? "" : "\(scale.numerator)*"
    let over = scale.denominator == 1 ? "" : "/\(scale.denominator)"
    text = radicand == 1 ? "\(scale)" : "\(times)sqrt(\(radicand))\(over)"
  }

  /// |(1 + r√m)/(1 − r√m)| = (p + q√m)/s, for r√m ≠ 1.
  var cayleyText: String {
    let norm = 1 - scale * scale * Rational(radicand)
    let (p, q) = ((1 + scale * scale * Rational(radicand)) / norm.magnitude, 2 * scale / norm.magnitude)
    let s = p.denominator * q.denominator.dividedExactly(by: p.denominator.gcd(q.denominator))
    let top = "\((p * Rational(s)).numerator)+\((q * Rational(s)).numerator)*sqrt(\(radicand))"
    return s == 1 ? top : "(\(top))/\(s)"
  }
}
