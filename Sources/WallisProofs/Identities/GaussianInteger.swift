internal import RealModule
internal import WallisArithmetic
internal import WallisFormulas

/// x + iy with integers.
struct GaussianInteger {
  let x: Integer
  let y: Integer

  /// arctan(p/q) as the argument of q + ip: a sum of those of the prime factors, and a multiple of π/4.
  ///
  /// Of each pair of conjugate primes c ± id the one with c > d > 0 has an atom, arctan(d/c).
  static func arcTangent(_ value: Rational) -> ConstantNode? {
    let start = GaussianInteger(x: value.denominator, y: value.numerator)
    var (rest, parts) = (start, [ConstantNode]())
    var angle = value.approximation.arcTangent
    for (prime, _) in start.norm.primeFactors where prime.modulo(4) == 1 {
      guard let factor = GaussianInteger(ofNorm: prime) else { return nil }
      let atom = Rational(factor.y, factor.x)
      for (divisor, sign) in [(factor, 1), (factor.conjugate, -1)] {
        while let quotient = rest.quotient(by: divisor) {
          rest = quotient
          parts.append(
            ConstantNode.atom(.other(.call("atan", .fraction(atom)))).times(Rational(Integer(sign))))
          angle -= Double(sign) * atom.approximation.arcTangent
        }
      }
    }
    // What is left is a power of 1 + i times a unit and an integer: its argument is a multiple of π/4.
    let quarters = (angle / (Double.pi / 4)).rounded()
    guard abs(angle - quarters * Double.pi / 4) < 1e-6, abs(quarters) < 1_000, rest.isOnDiagonal else {
      return nil
    }
    return .sum(parts + [ConstantNode.pi.times(Rational(Integer(Int(quarters)), 4))])
  }

  private init(x: Integer, y: Integer) { (self.x, self.y) = (x, y) }

  /// c + id with c > d > 0 and c² + d² a prime that is 1 modulo 4, of moderate size; nil elsewhere.
  private init?(ofNorm prime: Integer) {
    guard let word = prime.word, word < 1_000_000_000 else { return nil }
    var d = 1
    while 2 * d * d < word {
      if let c = Integer(word - d * d).squareRoot {
        self.init(x: c, y: Integer(d))
        return
      }
      d += 1
    }
    return nil
  }

  private var norm: Integer { x * x + y * y }

  private var conjugate: GaussianInteger { GaussianInteger(x: x, y: -y) }

  /// Whether the argument is a multiple of π/4.
  private var isOnDiagonal: Bool { x.isZero || y.isZero || x.magnitude == y.magnitude }

  private func quotient(by other: GaussianInteger) -> GaussianInteger? {
    let (top, norm) = ((x * other.x + y * other.y, y * other.x - x * other.y), other.norm)
    guard norm.divides(top.0), norm.divides(top.1) else { return nil }
    return GaussianInteger(x: top.0.dividedExactly(by: norm), y: top.1.dividedExactly(by: norm))
  }
}

extension Double {
  fileprivate var arcTangent: Double { Double.atan(self) }
}
