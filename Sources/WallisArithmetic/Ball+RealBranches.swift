internal import CArithmetic

/// Functions of complex numbers where their values at real numbers are real: the imaginary part, zero by the theory,
/// is dropped. Elsewhere there is no information.
extension Ball {
  private func unknown() -> Ball { Ball(0, bits: bits).inverse }

  private static func real(_ x: Ball, _ y: Ball, _ f: (ComplexBall, ComplexBall) -> ComplexBall) -> Ball {
    f(ComplexBall(x), ComplexBall(y)).real
  }

  private var isZero: Bool { isExact && containsZero }

  /// Polylogarithm of order `self` at `point` ≤ 1; ζ at 1, where the order must be above 1.
  public func polylog(_ point: Ball) -> Ball {
    let distance = point - 1
    if distance.isZero { return (self - 1).isPositive ? zeta : unknown() }
    let isShort = point.bits <= 8_000 && (point.magnitude * 4 - 3).isNegative
    if isShort, let order = uniqueInteger?.word, (1...8).contains(order) {
      return point.powerSum(order: order)
    }
    if let sum = lerchOfLargeOrder(point, shift: Ball(1, bits: bits)) { return point * sum }
    return distance.isNegative ? Ball.real(self, point) { $0.polylog($1) } : unknown()
  }

  /// Σ x^k/k^order over k ≥ 1 for |x| < 3/4: the rest after n terms is below 4|x|^(n + 1).
  private func powerSum(order: Int) -> Ball {
    let working = bits + 32
    let point = rounded(toBits: working)
    var (sum, power, k) = (point, point, 1)
    let last = (point.magnitudeExponent ?? 0) - working
    while (power.magnitudeExponent ?? last) > last, k < 4 * working {
      k += 1
      power = power * point
      // A word holds fourth powers of numbers up to 50,000, and with them half of an order up to eight.
      let half = (0..<(order / 2)).reduce(1) { product, _ in product * k }
      let rest = (0..<(order - order / 2)).reduce(1) { product, _ in product * k }
      sum = sum + (half == 1 ? power / rest : power / half / rest)
    }
    return sum.widened(by: power.magnitude * 4).rounded(toBits: bits)
  }

  /// Polygamma function of order k ≥ 0, off the poles 0, −1, −2, ….
  public func polygamma(order k: Int) -> Ball {
    precondition(k >= 0, "an order that is not negative")
    return k == 0 ? digamma : Ball.real(Ball(k, bits: bits), self) { $0.polygamma($1) }
  }

  /// Hurwitz zeta function with exponent `self`: at every point for integers, else at positive points.
  public func hurwitz(_ point: Ball) -> Ball {
    if point.isPositive { return hurwitzZeta(point) }
    guard uniqueInteger != nil else { return unknown() }
    return Ball.real(self, point) { $0.hurwitzZeta($1) }
  }

  /// The arithmetic–geometric mean of two numbers of one sign; 0 where one of them is 0.
  public func realAGM(_ other: Ball) -> Ball {
    if isZero || other.isZero { return Ball(0, bits: bits) }
    if isNegative, other.isNegative { return -(-self).agm(-other) }
    return agm(other)
  }

  /// Complete elliptic integral of the first kind with the parameter m < 1.
  public var ellipticK: Ball { (self - 1).isNegative ? ComplexBall(self).ellipticK.real : unknown() }

  /// Complete elliptic integral of the second kind with the parameter m ≤ 1.
  public var ellipticE: Ball {
    if (self - 1).isZero { return Ball(1, bits: bits) }
    return (self - 1).isNegative ? ComplexBall(self).ellipticE.real : unknown()
  }

  /// Lerch's Φ(self, exponent, shift) for self ≤ 1, real where the shift is positive or the exponent an integer.
  public func lerch(_ exponent: Ball, _ shift: Ball) -> Ball {
    guard shift.isPositive || exponent.uniqueInteger != nil else { return unknown() }
    if isZero { return shift.realPower(-exponent) }
    let distance = self - 1
    if distance.isZero { return (exponent - 1).isPositive ? exponent.hurwitz(shift) : unknown() }
    guard distance.isNegative else { return unknown() }
    if shift.isPositive, let sum = exponent.lerchOfLargeOrder(self, shift: shift) { return sum }
    return ComplexBall(self).lerch(ComplexBall(exponent), ComplexBall(shift)).real
  }

  /// A power of a number of either sign, where it is real.
  private func realPower(_ exponent: Ball) -> Ball {
    if isPositive { return power(exponent) }
    return exponent.uniqueInteger?.word.map { power($0) } ?? unknown()
  }

  /// Clausen's function of order n ≥ 1: Σ sin(kx)/k^n for even n, Σ cos(kx)/k^n for odd n.
  public func clausen(order n: Int) -> Ball {
    precondition(n >= 1, "a positive order")
    guard n > 1 else { return -((self.scaled(byPowerOfTwo: -1).sin).magnitude.scaled(byPowerOfTwo: 1)).log }
    if isZero { return n.isMultiple(of: 2) ? Ball(0, bits: bits) : Ball(n, bits: bits).zeta }
    let order = Ball(n, bits: bits)
    let parts = order.sumOfInversePowers(shift: Ball(1, bits: bits)) { k in
      let turned = self * (k + 1)
      return n.isMultiple(of: 2) ? turned.sin : turned.cos
    }
    if let parts { return parts }
    let value = ComplexBall(order).polylog(ComplexBall(cos, sin))
    return n.isMultiple(of: 2) ? value.imaginary : value.real
  }

  /// Bessel function J of order `self` at a point of either sign, where it is real.
  public func realBesselJ(_ point: Ball) -> Ball {
    bessel(point) {
      $0.besselJ($1)
    } otherwise: {
      $0.besselJ($1)
    }
  }

  /// Modified Bessel function I of order `self` at a point of either sign, where it is real.
  public func realBesselI(_ point: Ball) -> Ball {
    bessel(point) {
      $0.besselI($1)
    } otherwise: {
      $0.besselI($1)
    }
  }

  /// At 0 the value is 1 for the order 0, and 0 for positive orders and for integers.
  private func bessel(
    _ point: Ball, _ f: (Ball, Ball) -> Ball, otherwise g: (ComplexBall, ComplexBall) -> ComplexBall
  ) -> Ball {
    let order = isExact ? uniqueInteger : nil
    if point.isZero {
      if order?.isZero == true { return Ball(1, bits: bits) }
      return isPositive || order != nil ? Ball(0, bits: bits) : unknown()
    }
    if point.isPositive { return f(self, point) }
    return order == nil ? unknown() : Ball.real(self, point, g)
  }

  /// Upper incomplete gamma function with exponent `self` from a point ≥ 0; for positive integers from any point.
  public func realUpperGamma(_ point: Ball) -> Ball {
    if point.isZero { return isPositive ? gamma : unknown() }
    if point.isPositive { return upperGamma(point) }
    guard isPositive, uniqueInteger != nil else { return unknown() }
    return Ball.real(self, point) { $0.upperGamma($1) }
  }
}
