internal import WallisArithmetic

/// A number that is known exactly, or enclosed.
enum Quantity: Sendable {
  case exact(Rational)
  case ball(Ball)

  /// Fractions whose parts have more bits become enclosures.
  static let mostExactBits = 1_000_000

  /// A fraction, enclosed where it is too large to be carried along.
  init(_ value: Rational, bits: Int) {
    self = value.size <= Quantity.mostExactBits ? .exact(value) : .ball(Ball(value, bits: bits))
  }

  func ball(bits: Int) -> Ball {
    switch self {
    case .exact(let value): Ball(value, bits: bits)
    case .ball(let ball): ball
    }
  }

  var exact: Rational? {
    if case .exact(let value) = self { value } else { nil }
  }
}

extension Rational {
  /// Bits of the larger part.
  var size: Int { max(numerator.bitWidth, denominator.bitWidth) }
}

/// A question that this precision leaves open, with what is said when no other one answers it.
struct Undecided: Error {
  let reason: any Error
}

/// Bounds on the values of expressions.
enum ValueSize {
  /// Binary exponents up to this one, numbers of up to 8·10¹³ digits, are computed and written.
  static let furthestExponent = 1 << 48

  /// - Throws: `ResourceLimit` with the size of a number that is too large or too small to be written.
  static func check(_ ball: Ball, _ what: String) throws(ResourceLimit) {
    guard let exponent = ball.binaryExponent else { return }
    if exponent.magnitude <= Integer(furthestExponent) { return }
    throw excess(exponent, what)
  }

  /// The refusal of a value of about 2^exponent.
  static func excess(_ exponent: Integer, _ what: String) -> ResourceLimit {
    // log₁₀ 2 to nine digits.
    let digits = (exponent.magnitude * 301_029_996).floorDivided(by: 1_000_000_000)
    let place = exponent.signum < 0 ? "zeros after the point" : "digits before the point"
    return ResourceLimit(
      "\(what) would have about \(count(digits)) \(place)",
      remedy:
        "numbers of up to \(count(Integer(Digits.roundedDown(bits: furthestExponent)))) digits are computed")
  }

  /// A large number for readers: all digits, or its power of ten.
  static func count(_ number: Integer) -> String {
    guard number > 1_000_000 else { return "\(number)" }
    guard number.bitWidth <= 10_000 else {
      return "10^(10^\("\(Digits.roundedDown(bits: number.bitWidth))".count - 1))"
    }
    return "10^\("\(number)".count - 1)"
  }
}
