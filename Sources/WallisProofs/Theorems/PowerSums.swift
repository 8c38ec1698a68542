internal import WallisArithmetic
internal import WallisFormulas

/// Σ z^k/(k + α)^s: logarithms, arctangents, zeta functions and polylogarithms.
enum PowerSums {
  private static let lerch = "NIST DLMF 25.14 and 25.12"

  /// For the poles at −α of R and all the places at integer distances: one theorem for each power.
  static func theorems(_ terms: TermClass, poles: Polynomial) -> [SumTheorem] {
    guard terms.upper.isEmpty, terms.lower.isEmpty, terms.argument.magnitude <= 1 else { return [] }
    var highest: [Rational: Int] = [:]
    for (factor, multiplicity) in poles.irreducibleFactors where factor.degree == 1 {
      let shift = Rational(factor[0], factor.leading).fractionalPart
      highest[shift.isZero ? 1 : shift, default: 0] += multiplicity
    }
    if terms.argument == 1, highest[1] == nil { highest[1] = 1 }
    return highest.sorted { $0.key < $1.key }.flatMap { shift, powers in
      (1...min(powers, 40)).compactMap { theorem(terms, shift, $0) }
    }
  }

  private static func theorem(_ terms: TermClass, _ shift: Rational, _ power: Int) -> SumTheorem? {
    let base = factor(shift, power)
    guard terms.argument == 1, power == 1 else {
      return SumTheorem(
        title(terms.argument, shift, power), lerch, terms: terms, factor: base,
        value: value(terms.argument, shift, power))
    }
    // Σ 1/(k + α) diverges; the difference of two has a sum.
    guard shift != 1 else { return nil }
    return SumTheorem(
      "Gauss's digamma theorem",
      "Gauss (1813), Disquisitiones generales circa seriem infinitam; NIST DLMF 5.7.6, 5.4.19",
      terms: terms, factor: base - factor(1, 1),
      value: Expression(
        .difference(.call("psi", .integer(1)), .call("psi", .fraction(shift)))))
  }

  private static func factor(_ shift: Rational, _ power: Int) -> RationalFunction {
    let linear = Polynomial([shift.numerator, shift.denominator])
    return RationalFunction(Polynomial(constant: shift.denominator.power(power)), linear.power(power))
  }

  private static func title(_ z: Rational, _ shift: Rational, _ power: Int) -> String {
    switch (z, shift, power) {
    case (-1, 1, 1): "Mercator's series"
    case (-1, Rational(1, 2), 1): "Leibniz's series"
    case (1, _, _): "Hurwitz's zeta function"
    case (_, 1, 1): "the series of the logarithm"
    case (_, Rational(1, 2), 1): z.signum < 0 ? "Gregory's series" : "the series of the area tangent"
    default: "Lerch's series"
    }
  }

  private static func value(_ z: Rational, _ shift: Rational, _ power: Int) -> Expression {
    let order = Expression.integer(Integer(power))
    if z == 1 {
      return shift == 1 ? .call("zeta", order) : .call("hurwitz", order, .fraction(shift))
    }
    if z == -1 { return alternating(shift, power) }
    if shift == 1 {
      let value =
        power == 1
        ? Expression.call("log", .fraction(1 - z)).opposite : .call("polylog", order, .fraction(z))
      return value.over(.fraction(z))
    }
    guard shift == Rational(1, 2), power == 1 else {
      return .call("lerch", .fraction(z), order, .fraction(shift))
    }
    let root = Expression.call("sqrt", .fraction(z.magnitude))
    if z.signum < 0 { return Expression(.quotient(.integer(2).times(.call("atan", root)), root)) }
    // 2 artanh(x)/x = log((1 + x)/(1 − x))/x with x = √z.
    if let x = z.squareRoot {
      return Expression.call("log", .fraction((1 + x) / (1 - x))).over(.fraction(x))
    }
    return Expression(.quotient(.integer(2).times(.call("atanh", root)), root))
  }

  /// Σ (−1)^k/(k + α)^s as a difference of two values at α/2 and (α + 1)/2.
  private static func alternating(_ shift: Rational, _ power: Int) -> Expression {
    let (lower, upper) = (Expression.fraction(shift / 2), Expression.fraction((shift + 1) / 2))
    if power == 1 {
      if shift == 1 { return .call("log", .integer(2)) }
      if shift == Rational(1, 2) { return Expression.name("pi").over(.integer(2)) }
      return Expression(.difference(.call("psi", upper), .call("psi", lower))).over(.integer(2))
    }
    let order = Expression.integer(Integer(power))
    return Expression(.difference(.call("hurwitz", order, lower), .call("hurwitz", order, upper)))
      .over(.integer(Integer(2).power(power)))
  }
}
