internal import CArithmetic

/// Values of an integer polynomial at machine-word points, in place: words where they fit, large integers elsewhere.
public struct PolynomialValues: ~Copyable {
  private let polynomial: Polynomial
  private let words: [Int]
  /// Largest |n| for which Horner's rule stays within a word.
  private let wordLimit: Int
  private var large = MutableInteger()

  /// Prepares the evaluation of a polynomial.
  public init(_ polynomial: Polynomial) {
    self.polynomial = polynomial
    let leadingFirst = polynomial.words.map { Array($0.reversed()) }
    words = leadingFirst ?? []
    wordLimit = leadingFirst.map { PolynomialValues.limit(of: $0) } ?? -1
  }

  /// Largest power of two N with Σ |c_i| N^i < 2⁶².
  private static func limit(of leadingFirst: [Int]) -> Int {
    var limit = 1 << 40
    while limit > 0 {
      let size = leadingFirst.reduce(0.0) { $0 * Double(limit) + Double($1.magnitude) }
      if size < 4.0e18 { return limit }
      limit /= 2
    }
    return -1
  }

  /// True when the value at n is a machine word.
  @inline(__always)
  public func isWord(at n: Int) -> Bool { n.magnitude <= wordLimit.magnitude && wordLimit > 0 }

  /// Value at n as a word.
  /// - Precondition: `isWord(at: n)`.
  @inline(__always)
  public func word(at n: Int) -> Int {
    var value = 0
    for coefficient in words { value = value &* n &+ coefficient }
    return value
  }

  /// Calls `body` with the value at n as a large integer.
  public mutating func withValue<R>(at n: Int, _ body: (borrowing MutableInteger) -> R) -> R {
    large.set(0)
    polynomial.withCoefficients { coefficients in
      for coefficient in coefficients.reversed() {
        large.multiply(by: n)
        large.add(raw: coefficient)
      }
    }
    return body(large)
  }

  /// The product of the values in a range, by a product tree.
  public mutating func product(over range: ClosedRange<Int>) -> MutableInteger {
    guard range.count <= PolynomialValues.leaf else {
      let middle = range.lowerBound + range.count / 2
      var left = product(over: range.lowerBound...(middle - 1))
      let right = product(over: middle...range.upperBound)
      left.multiply(by: right)
      return left
    }
    var result = MutableInteger(1)
    for n in range {
      if isWord(at: n) {
        result.multiply(by: word(at: n))
      } else {
        withValue(at: n) { result.multiply(by: $0) }
      }
    }
    return result
  }

  /// Values that are multiplied one by one.
  private static let leaf = 48
}
