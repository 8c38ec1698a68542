/// An exact fraction in lowest terms with a positive denominator, as an immutable value.
public struct Rational: Sendable, Hashable {
  /// Numerator, with the sign.
  public let numerator: Integer
  /// Denominator, positive and coprime to the numerator.
  public let denominator: Integer

  /// numerator / denominator, reduced.
  /// - Precondition: `denominator` ≠ 0.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "a fraction needs a denominator other than zero")
    let divisor = denominator.signum < 0 ? -numerator.gcd(denominator) : numerator.gcd(denominator)
    self.numerator = numerator.dividedExactly(by: divisor)
    self.denominator = denominator.dividedExactly(by: divisor)
  }

  /// The fraction value / 1.
  public init(_ value: Integer) { (numerator, denominator) = (value, 1) }

  /// True when the denominator is 1.
  public var isInteger: Bool { denominator == 1 }

  /// True for 0.
  public var isZero: Bool { numerator.isZero }

  /// −1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// Nearest double, up to two roundings.
  public var approximation: Double { Ball(self, bits: 64).approximation }
}

extension Rational: CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// `p/q`, or `p` for an integer.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// The fraction of an integer literal.
  public init(integerLiteral value: Int) { self.init(Integer(value)) }
}

extension Rational: Comparable {
  /// Order of values.
  public static func < (x: Rational, y: Rational) -> Bool {
    x.numerator * y.denominator < y.numerator * x.denominator
  }
}

extension Rational {
  /// Sum.
  public static func + (x: Rational, y: Rational) -> Rational {
    Rational(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator)
  }
  /// Difference.
  public static func - (x: Rational, y: Rational) -> Rational { x + -y }
  /// Product.
  public static func * (x: Rational, y: Rational) -> Rational {
    Rational(x.numerator * y.numerator, x.denominator * y.denominator)
  }
  /// Quotient.
  /// - Precondition: `y` ≠ 0.
  public static func / (x: Rational, y: Rational) -> Rational {
    Rational(x.numerator * y.denominator, x.denominator * y.numerator)
  }
  /// Opposite.
  public static prefix func - (x: Rational) -> Rational { Rational(-x.numerator, x.denominator) }

  /// The absolute value.
  public var magnitude: Rational { Rational(numerator.magnitude, denominator) }

  /// The value minus the largest integer that does not exceed it: in [0, 1).
  public var fractionalPart: Rational {
    Rational(numerator - numerator.floorDivided(by: denominator) * denominator, denominator)
  }

  /// The square root when it is rational, else nil.
  public var squareRoot: Rational? {
    guard let top = numerator.squareRoot, let bottom = denominator.squareRoot else { return nil }
    return Rational(top, bottom)
  }
}
