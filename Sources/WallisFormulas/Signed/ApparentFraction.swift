public import WallisArithmetic

extension Rational {
  /// The fraction of an interval with the least denominator, by the simple quotients that its ends share.
  /// - Precondition: `lower` ≤ `upper`.
  public static func simplest(from lower: Rational, to upper: Rational) -> Rational {
    var (low, high) = (lower, upper)
    var quotients: [Integer] = []
    while true {
      let below = low.numerator.floorDivided(by: low.denominator)
      if low.isInteger {
        quotients.append(below)
        break
      }
      if high.numerator.floorDivided(by: high.denominator) > below {
        quotients.append(below + 1)
        break
      }
      quotients.append(below)
      (low, high) = (1 / (high - Rational(below)), 1 / (low - Rational(below)))
    }
    let (top, bottom) = quotients.reversed().reduce((Integer(1), Integer(0))) { rest, quotient in
      (quotient * rest.0 + rest.1, rest.0)
    }
    return Rational(top, bottom)
  }

  /// The fraction that a narrow interval shows: one with a denominator so small that not one random interval in 10²⁰ of
  /// this width holds such a fraction; nil where there is none.
  public static func apparent(from lower: Rational, to upper: Rational) -> Rational? {
    let width = upper - lower
    guard width.signum > 0 else { return lower }
    let fraction = simplest(from: lower, to: upper)
    let size = fraction.denominator
    return width * Rational(size * size * Integer.powerOfTen(20)) < 1 ? fraction : nil
  }
}

extension Ball {
  /// The fraction that the ball shows, see `Rational.apparent`; nil where there is none.
  public var apparentFraction: Rational? {
    guard let (low, high, exponent) = dyadicInterval, -(radiusExponent ?? 0) > 2 * sizeOfQuotients + 60 else {
      return nil
    }
    let scale =
      exponent >= 0
      ? Rational(Integer(1).shifted(left: exponent)) : Rational(1, Integer(1).shifted(left: -exponent))
    return Rational.apparent(from: Rational(low) * scale, to: Rational(high) * scale)
  }
}

extension Ball {
  /// Bits of the quotients that the ball forces: no less than the bits of the denominator that they lead to.
  private var sizeOfQuotients: Int {
    let forced = ForcedQuotients(self)
    return (1..<max(1, forced.count)).reduce(0) { $0 + forced[$1].bitWidth }
  }
}

extension DecimalInput {
  /// The numbers that round to the typed digits.
  public var interval: (lower: Rational, upper: Rational) {
    let unit =
      exponent >= 0
      ? Rational(Integer.powerOfTen(exponent)) : Rational(1, Integer.powerOfTen(-exponent))
    let half = unit * Rational(1, 2)
    return (middle - half, middle + half)
  }
}
