internal import CArithmetic

extension Integer {
  /// k!.
  /// - Precondition: `k` ≥ 0.
  public static func factorial(_ k: Int) -> Integer {
    precondition(k >= 0, "a factorial of a natural number")
    return result { fmpz_fac_ui($0, UInt(k)) }
  }

  /// Kronecker's symbol (value / other): −1, 0 or 1.
  public func kronecker(_ other: Integer) -> Int {
    withPointer { x in other.withPointer { Int(fmpz_kronecker(x, $0)) } }
  }

  /// Whether it is 1 or the discriminant of a quadratic field.
  public var isFundamentalDiscriminant: Bool {
    guard !isZero else { return false }
    switch modulo(4) {
    case 1: return squareParts.root == 1
    case 0:
      let quarter = dividedExactly(by: 4)
      return [2, 3].contains(quarter.modulo(4)) && quarter.squareParts.root == 1
    default: return false
    }
  }
}
