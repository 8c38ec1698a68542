internal import WallisArithmetic
internal import WallisFormulas

/// An expression over independent symbols, made from one over constants by identities that hold exactly.
indirect enum ConstantNode: Sendable {
  case rational(Rational)
  case atom(ConstantAtom)
  case sum([ConstantNode])
  case product([ConstantNode])
  case quotient(ConstantNode, ConstantNode)
  case power(ConstantNode, Int)
}

/// A number that the identities do not take apart; equal atoms are equal numbers.
enum ConstantAtom: Sendable, Hashable {
  /// The positive root of x^degree = prime.
  case root(prime: Integer, degree: Int)
  /// The square root of π.
  case rootOfPi
  /// exp of a positive fraction.
  case exponential(Rational)
  /// Any other, as it is written.
  case other(Expression)
}

extension ConstantNode {
  static let pi = ConstantNode.power(.atom(.rootOfPi), 2)

  static func integer(_ value: Int) -> ConstantNode { .rational(Rational(Integer(value))) }

  /// The positive root of a positive fraction.
  static func root(_ x: Rational, degree: Int = 2) -> ConstantNode {
    func factors(_ value: Integer) -> [ConstantNode] {
      value.primeFactors.map { entry in
        let rest = entry.exponent % degree
        let whole = ConstantNode.rational(Rational(entry.prime.power(entry.exponent / degree)))
        return rest == 0
          ? whole : .product([whole, .power(.atom(.root(prime: entry.prime, degree: degree)), rest)])
      }
    }
    return .quotient(.product(factors(x.numerator)), .product(factors(x.denominator)))
  }

  static func exponential(_ x: Rational) -> ConstantNode {
    if x.isZero { return integer(1) }
    let atom = ConstantNode.atom(.exponential(x.magnitude))
    return x.signum > 0 ? atom : .quotient(integer(1), atom)
  }

  /// log of a positive fraction, by its primes.
  static func logarithm(_ x: Rational) -> ConstantNode {
    func part(_ value: Integer, _ sign: Int) -> [ConstantNode] {
      value.primeFactors.map { entry in
        .product([
          integer(sign * entry.exponent), .atom(.other(.call("log", .integer(entry.prime)))),
        ])
      }
    }
    return .sum(part(x.numerator, 1) + part(x.denominator, -1))
  }

  func times(_ x: Rational) -> ConstantNode { .product([.rational(x), self]) }

  func over(_ other: ConstantNode) -> ConstantNode { .quotient(self, other) }
}
