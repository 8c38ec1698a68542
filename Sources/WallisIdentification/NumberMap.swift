internal import WallisArithmetic
public import WallisFormulas

/// A function f of the number v under search: where f(v) has a closed form, v has one.
///
/// Each is one to one where `image` gives a value, so that `preimage` leads back to v and to no other number.
public enum NumberMap: Sendable, Hashable {
  /// |v|², or |v|³, by its exponent.
  case power(Int)
  /// √|v|.
  case squareRoot
  /// e^v.
  case exponential
  /// log |v|.
  case logarithm
  /// tan v, sin v for |v| < π/2, and cos v for |v| < π.
  case tangent, sine, cosine
  /// Their inverses: atan v, asin v.
  case arctangent, arcsine
  /// The inverse hyperbolic tangent for |v| < 1, and asinh v.
  case hyperbolicArctangent, hyperbolicArcsine
  /// v/c, and v·c.
  case quotient(by: Constant), product(with: Constant)
  /// 1/v.
  case reciprocal

  /// Values of v beyond 2^5 have functions that say little about v.
  private static let largestExponent = 5

  /// f(v) for an enclosure of v, that of the constant given where there is one; nil outside of its domain.
  func image(of v: Ball, constant: Ball? = nil) -> Ball? {
    let isModerate = (v.magnitudeExponent ?? 0) <= NumberMap.largestExponent
    let size = v.magnitude
    return switch self {
    case .power(let k): size.power(k)
    case .squareRoot: size.squareRoot
    case .exponential: isModerate ? v.exp : nil
    case .logarithm: size.log
    case .tangent: isBelowQuarterTurn(size) ? v.tan : nil
    case .sine: isBelowQuarterTurn(size) ? v.sin : nil
    case .cosine: (size - Ball(.pi, bits: v.bits)).isNegative ? v.cos : nil
    case .arctangent: isModerate ? v.atan : nil
    case .arcsine: (size - 1).isNegative ? v.asin : nil
    case .hyperbolicArctangent: (size - 1).isNegative ? v.atanh : nil
    case .hyperbolicArcsine: v.asinh
    case .quotient: constant.map { v / $0 }
    case .product: constant.map { v * $0 }
    case .reciprocal: v.inverse
    }
  }

  private func isBelowQuarterTurn(_ size: Ball) -> Bool {
    (size - Ball(.pi, bits: size.bits) / 2).isNegative
  }

  /// The number v with f(v) = w and the sign given.
  func preimage(_ w: Ball, isNegative: Bool, constant: () -> Ball) -> Ball {
    func signed(_ size: Ball) -> Ball { isNegative ? -size : size }
    return switch self {
    case .power(let k): signed(w.root(k))
    case .squareRoot: signed(w.power(2))
    case .exponential: w.log
    case .logarithm: signed(w.exp)
    case .tangent: w.atan
    case .sine: w.asin
    case .cosine: signed(w.acos)
    case .arctangent: w.tan
    case .arcsine: w.sin
    case .hyperbolicArctangent: w.tanh
    case .hyperbolicArcsine: w.sinh
    case .quotient: w * constant()
    case .product: w / constant()
    case .reciprocal: w.inverse
    }
  }

  /// The constant that it divides by or multiplies with.
  var constant: Constant? {
    switch self {
    case .quotient(let constant), .product(let constant): constant
    default: nil
    }
  }

  /// f(x) in words, for an argument in words.
  func text(of x: String) -> String {
    switch self {
    case .power(let k): "\(x)^\(k)"
    case .squareRoot: "sqrt(\(x))"
    case .exponential: "exp(\(x))"
    case .logarithm: "log(\(x))"
    case .tangent: "tan(\(x))"
    case .sine: "sin(\(x))"
    case .cosine: "cos(\(x))"
    case .arctangent: "atan(\(x))"
    case .arcsine: "asin(\(x))"
    case .hyperbolicArctangent: "atanh(\(x))"
    case .hyperbolicArcsine: "asinh(\(x))"
    case .quotient(let constant): "\(x)/(\(constant))"
    case .product(let constant): "\(x)*(\(constant))"
    case .reciprocal: "1/\(x)"
    }
  }
}

extension SearchTarget {
  /// f(v) in the place of v, known to as many digits as v leaves it; nil outside of the domain of f and where hardly any
  /// are left.
  ///
  /// Of typed digits a unit of the last one is uncertain, as where v itself is compared; of f(v) a third is held back too.
  func mapped(by map: NumberMap, constant: Ball?) -> SearchTarget? {
    var known = value
    if typed != nil, let radius = value.radiusExponent {
      known = known.widened(by: Ball(1, bits: 64).scaled(byPowerOfTwo: radius))
    }
    guard let image = map.image(of: known, constant: constant), image.isFinite, !image.containsZero else {
      return nil
    }
    let digits = min(supplied, image.relativeDigits)
    guard digits >= SearchTarget.fewestMapped else { return nil }
    return SearchTarget(image, digits: digits, like: self)
  }

  private static let fewestMapped = 8
}
