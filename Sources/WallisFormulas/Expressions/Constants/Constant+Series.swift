internal import WallisArithmetic

/// Series of single constants that rows of the table name.
extension Constant {
  /// Cl₂(θ) = θ − θ ln θ + Σ ζ(2k) θ^(2k+1)/((2π)^(2k) k(2k+1)) at θ = π/3.
  static func clausenSeries(_ bits: Int) -> Ball {
    let angle = Ball(.pi, bits: bits) / 3
    var sum = Ball(1, bits: bits) - angle.log
    var power = Ball(1, bits: bits)
    var k = 0
    repeat {
      k += 1
      power = power / 36
      sum = sum + Ball(2 * k, bits: bits).zeta * power / (k * (2 * k + 1))
    } while (power.magnitudeExponent ?? -bits) > -bits
    return sum.widened(by: power) * angle
  }

  /// ln K · ln 2 = Σ (ζ(2n) − 1)/n · (1 − 1/2 + … + 1/(2n−1)).
  static func khinchinSeries(_ bits: Int) -> Ball {
    var (sum, alternating) = (Ball(0, bits: bits), Ball(1, bits: bits))
    for n in 1...(bits / 2 + 2) {
      if n > 1 {
        alternating = alternating - Ball(Rational(1, Integer(2 * n - 2)), bits: bits)
        alternating = alternating + Ball(Rational(1, Integer(2 * n - 1)), bits: bits)
      }
      sum = sum + (Ball(2 * n, bits: bits).zeta - 1) * alternating / n
    }
    return (sum.widened(by: Ball(1, bits: bits).scaled(byPowerOfTwo: -bits)) / Ball(.log2, bits: bits)).exp
  }

  /// A = 2^(7/36) π^(−1/6) exp(1/3 + 2/3 ∫ ln Γ(1+t) dt), the integral from 0 to ½ term by term.
  static func glaisherSeries(_ bits: Int) -> Ball {
    let half = Ball(Rational(3, 2), bits: bits)
    var integral = Ball(Rational(1, 2), bits: bits) - half * half.log + (-Ball(.euler, bits: bits) + 1) / 8
    for k in 2...(bits / 2 + 2) {
      let term = ((Ball(k, bits: bits).zeta - 1) / (k * (k + 1))).scaled(byPowerOfTwo: -k - 1)
      integral = k.isMultiple(of: 2) ? integral + term : integral - term
    }
    integral = integral.widened(by: Ball(1, bits: bits).scaled(byPowerOfTwo: -bits))
    let exponent =
      Ball(Rational(1, 3), bits: bits) + integral * 2 / 3 + Ball(.log2, bits: bits) * 7 / 36
      - Ball(.pi, bits: bits).log / 6
    return exponent.exp
  }

  static func erdosBorwein(_ bits: Int) -> Ball {
    var sum = Ball(0, bits: bits)
    for k in 1...(bits + 2) { sum = sum + Ball(Integer(1).shifted(left: k) - 1, bits: bits).inverse }
    return sum.widened(by: Ball(1, bits: bits).scaled(byPowerOfTwo: -bits))
  }

  /// Clausen: Σ 1/(2^k − 1) = Σ 2^(−k²) (2^k + 1)/(2^k − 1).
  static func clausenDivisors(_ bits: Int) -> Ball {
    var (sum, k) = (Ball(0, bits: bits), 0)
    repeat {
      k += 1
      let power = Integer(1).shifted(left: k)
      sum = sum + Ball(Rational(power + 1, power - 1), bits: bits).scaled(byPowerOfTwo: -k * k)
    } while k * k < bits + 2
    return sum.widened(by: Ball(1, bits: bits).scaled(byPowerOfTwo: -bits))
  }
}
