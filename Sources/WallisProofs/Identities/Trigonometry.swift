internal import WallisArithmetic

/// Sines and cosines at multiples of π/6 and π/4.
enum Trigonometry {
  /// cos of an angle in units of π.
  /// - Precondition: the angle is a multiple of 1/6 or 1/4.
  static func cosine(_ angle: Rational) -> ConstantNode {
    let turn = (angle / 2).fractionalPart * 2
    let folded = turn > 1 ? 2 - turn : turn
    let (isNegative, acute) = (folded > Rational(1, 2), folded > Rational(1, 2) ? 1 - folded : folded)
    let square = cosineSquared(acute)
    guard !square.isZero else { return .integer(0) }
    return ConstantNode.root(square).times(isNegative ? -1 : 1)
  }

  /// cos² of an angle from 0 to π/2, in units of π.
  static func cosineSquared(_ angle: Rational) -> Rational {
    switch (angle * 12).numerator.word {
    case 0: 1
    case 2: Rational(3, 4)
    case 3: Rational(1, 2)
    case 4: Rational(1, 4)
    default: 0
    }
  }

  /// sin of an angle in units of π.
  static func sine(_ angle: Rational) -> ConstantNode { cosine(angle - Rational(1, 2)) }
}

extension Rational {
  /// This fraction to a power that is not negative.
  func power(_ exponent: Int) -> Rational { Rational(numerator.power(exponent), denominator.power(exponent)) }

  /// The positive root of a degree where it is a fraction; nil elsewhere.
  func root(_ degree: Int) -> Rational? {
    func root(_ value: Integer) -> Integer? {
      value.primeFactors.reduce(Integer?(1)) { product, entry in
        entry.exponent.isMultiple(of: degree)
          ? product.map { $0 * entry.prime.power(entry.exponent / degree) } : nil
      }
    }
    guard signum > 0, let top = root(numerator), let bottom = root(denominator) else { return nil }
    return Rational(top, bottom)
  }
}
