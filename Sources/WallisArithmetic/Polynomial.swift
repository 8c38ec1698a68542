/// A polynomial in one variable with integer coefficients, constant term first.
///
/// The zero polynomial has no coefficients and degree −1. Text shows the leading term first.
public struct Polynomial: Sendable, Hashable {
  /// Coefficients, constant term first; the last one is not zero.
  public let coefficients: [Integer]

  /// The polynomial with these coefficients, constant term first; leading zeros are dropped.
  public init(_ coefficients: [Integer]) {
    let length = coefficients.lastIndex { !$0.isZero }.map { $0 + 1 } ?? 0
    self.coefficients = Array(coefficients.prefix(length))
  }

  /// The polynomial with these machine-word coefficients, constant term first.
  public init(_ coefficients: [Int]) { self.init(coefficients.map { Integer($0) }) }

  /// The constant polynomial.
  public init(constant: Integer) { self.init([constant]) }

  /// The variable itself.
  public static let variable = Polynomial([0, 1] as [Int])
  /// The zero polynomial.
  public static let zero = Polynomial([] as [Integer])

  /// Degree; −1 for zero.
  public var degree: Int { coefficients.count - 1 }
  /// True for the zero polynomial.
  public var isZero: Bool { coefficients.isEmpty }
  /// Coefficient of the highest power; 0 for the zero polynomial.
  public var leading: Integer { coefficients.last ?? 0 }

  /// Coefficient of the k-th power, 0 outside the stored range.
  public subscript(power: Int) -> Integer {
    coefficients.indices.contains(power) ? coefficients[power] : 0
  }

  /// Coefficients as machine words, constant term first; nil when one does not fit.
  public var words: [Int]? {
    let words = coefficients.compactMap(\.word)
    return words.count == coefficients.count ? words : nil
  }

  /// Value at an integer, by Horner's rule.
  public func value(at point: Integer) -> Integer {
    coefficients.reversed().reduce(Integer(0)) { $0 * point + $1 }
  }

  /// Value at a machine word.
  public func value(at point: Int) -> Integer { value(at: Integer(point)) }

  /// Greatest common divisor of the coefficients, non-negative; 0 for zero.
  public var content: Integer { coefficients.reduce(Integer(0)) { $0.gcd($1) } }
}
