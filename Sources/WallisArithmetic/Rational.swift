internal import CArithmetic

/// An exact fraction in lowest terms with a positive denominator, as an immutable value.
///
/// Both parts are integers of their own, which small values need no storage for; the arithmetic is that of FLINT's
/// `fmpq`.
public struct Rational: Sendable, Hashable {
  /// Numerator, with the sign.
  public let numerator: Integer
  /// Denominator, positive and coprime to the numerator.
  public let denominator: Integer

  /// numerator / denominator, reduced.
  /// - Precondition: `denominator` ≠ 0.
  public init(_ numerator: Integer, _ denominator: Integer) {
    precondition(!denominator.isZero, "a fraction needs a denominator other than zero")
    self = .result { top, bottom in
      numerator.withPointer { fmpz_set(top, $0) }
      denominator.withPointer { fmpz_set(bottom, $0) }
      _fmpq_canonicalise(top, bottom)
    }
  }

  /// Two parts that are known to be in lowest terms.
  private init(reduced numerator: Integer, _ denominator: Integer) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// Result of a C function that writes a fraction in lowest terms.
  private static func result(
    _ body: (UnsafeMutablePointer<fmpz>, UnsafeMutablePointer<fmpz>) -> Void
  ) -> Rational {
    var (top, bottom): (fmpz, fmpz) = (0, 0)
    body(&top, &bottom)
    return Rational(reduced: Integer(owning: top), Integer(owning: bottom))
  }

  private func withPointers<R>(_ body: (UnsafePointer<fmpz>, UnsafePointer<fmpz>) -> R) -> R {
    numerator.withPointer { top in denominator.withPointer { body(top, $0) } }
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

  /// Reads `p/q` or `p` for decimal integers with an optional sign, not necessarily in lowest terms; nil for other text
  /// and for a zero denominator.
  public init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Integer($0) }
    guard parts.count <= 2, let numerator = parts[0], let denominator = parts.count == 2 ? parts[1] : 1,
      !denominator.isZero
    else { return nil }
    self.init(numerator, denominator)
  }

  /// The fraction of an integer literal.
  public init(integerLiteral value: Int) { self.init(Integer(value)) }
}

extension Rational: Comparable {
  /// Order of values.
  public static func < (x: Rational, y: Rational) -> Bool {
    x.withPointers { p, q in y.withPointers { _fmpq_cmp(p, q, $0, $1) < 0 } }
  }
}

extension Rational {
  /// Sum.
  public static func + (x: Rational, y: Rational) -> Rational {
    x.withPointers { p, q in y.withPointers { r, s in .result { _fmpq_add($0, $1, p, q, r, s) } } }
  }
  /// Difference.
  public static func - (x: Rational, y: Rational) -> Rational {
    x.withPointers { p, q in y.withPointers { r, s in .result { _fmpq_sub($0, $1, p, q, r, s) } } }
  }
  /// Product.
  public static func * (x: Rational, y: Rational) -> Rational {
    x.withPointers { p, q in y.withPointers { r, s in .result { _fmpq_mul($0, $1, p, q, r, s) } } }
  }
  /// Quotient.
  /// - Precondition: `y` ≠ 0.
  public static func / (x: Rational, y: Rational) -> Rational {
    precondition(!y.isZero, "division by zero")
    return x.withPointers { p, q in y.withPointers { r, s in .result { _fmpq_div($0, $1, p, q, r, s) } } }
  }
  /// Opposite.
  public static prefix func - (x: Rational) -> Rational { Rational(reduced: -x.numerator, x.denominator) }

  /// The absolute value.
  public var magnitude: Rational { Rational(reduced: numerator.magnitude, denominator) }

  /// The value minus the largest integer that does not exceed it: in [0, 1).
  public var fractionalPart: Rational { Rational(reduced: numerator.modulo(denominator), denominator) }

  /// The square root when it is rational, else nil.
  public var squareRoot: Rational? {
    guard let top = numerator.squareRoot, let bottom = denominator.squareRoot else { return nil }
    return Rational(reduced: top, bottom)
  }
}
