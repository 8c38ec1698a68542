internal import WallisArithmetic

/// What a term is beside a rational function of its index k: z^k ∏ (α)_k^e ∏ x^(ek) c, with α in (0, 1].
///
/// Two terms whose quotient is a rational function have the same core, up to constants that are written differently.
struct TermCore: Hashable, Sendable {
  /// z, not 0.
  var base: Rational = 1
  /// The exponent e by α.
  var symbols: [Rational: Int] = [:]
  /// Factors that do not depend on k and are no fractions, with exponents.
  var constants: [Expression: Int] = [:]
  /// Numbers x that do not depend on k and are no fractions: x^(ek).
  var powers: [Expression: Int] = [:]
  /// Harmonic numbers with exponents, which are positive.
  var harmonics: [HarmonicNumber: Int] = [:]

  /// The product.
  static func * (x: TermCore, y: TermCore) -> TermCore {
    TermCore(
      base: x.base * y.base, symbols: merged(x.symbols, y.symbols),
      constants: merged(x.constants, y.constants),
      powers: merged(x.powers, y.powers), harmonics: merged(x.harmonics, y.harmonics))
  }

  /// The core raised to a power; nil for negative powers of harmonic numbers.
  func raised(to power: Int) -> TermCore? {
    guard power >= 0 || harmonics.isEmpty else { return nil }
    func times<Key>(_ all: [Key: Int]) -> [Key: Int] { power == 0 ? [:] : all.mapValues { $0 * power } }
    let size = abs(power)
    let (top, bottom) = (base.numerator.power(size), base.denominator.power(size))
    return TermCore(
      base: power < 0 ? Rational(bottom, top) : Rational(top, bottom), symbols: times(symbols),
      constants: times(constants), powers: times(powers), harmonics: times(harmonics))
  }

  private static func merged<Key>(_ x: [Key: Int], _ y: [Key: Int]) -> [Key: Int] {
    x.merging(y, uniquingKeysWith: +).filter { $0.value != 0 }
  }

  /// z ∏ (k + α)^e: the quotient of two terms that follow each other, without the powers of irrational numbers.
  var ratio: RationalFunction {
    symbols.reduce(RationalFunction(base)) { ratio, symbol in
      let (alpha, exponent) = symbol
      let factor = Polynomial([alpha.numerator, alpha.denominator]).power(abs(exponent))
      let size = Polynomial(constant: alpha.denominator.power(abs(exponent)))
      return ratio * (exponent > 0 ? RationalFunction(factor, size) : RationalFunction(size, factor))
    }
  }

  /// Σe: the terms grow like k!^growth.
  var growth: Int { symbols.values.reduce(0, +) }

  /// Σeα: the exponent that the symbols add to that of k.
  var exponent: Rational { symbols.reduce(Rational(0)) { $0 + Rational(Integer($1.value)) * $1.key } }

  /// ∏ z^k (α)_k^e at an index ≥ 0, without the constants and the powers of irrational numbers.
  func rationalValue(at index: Int) -> Rational {
    let (top, bottom) = (base.numerator.power(index), base.denominator.power(index))
    return symbols.reduce(Rational(top, bottom)) { value, symbol in
      let (alpha, exponent) = symbol
      let (p, q) = (alpha.numerator, alpha.denominator)
      let size = TermCore.product(0..<index) { p + Integer($0) * q }
      let powered = Rational(size.power(abs(exponent)), q.power(index * abs(exponent)))
      return exponent > 0 ? value * powered : value / powered
    }
  }

  /// A product over a range, halves first.
  private static func product(_ range: Range<Int>, _ factor: (Int) -> Integer) -> Integer {
    guard range.count > 8 else { return range.reduce(1) { $0 * factor($1) } }
    let middle = (range.lowerBound + range.upperBound) / 2
    return product(range.lowerBound..<middle, factor) * product(middle..<range.upperBound, factor)
  }
}

/// H(ck, m) = Σ 1/j^m over 1 ≤ j ≤ ck.
struct HarmonicNumber: Hashable, Sendable {
  /// c, positive.
  let slope: Int
  /// m, positive.
  let order: Int
}
