/// All non-zero polynomials whose coefficients lie in given ranges, one range per coefficient, leading first.
///
/// Polynomials are numbered in lexicographic order of their coefficients, leading first; the zero polynomial is
/// left out. `[1...5, -3...3, 0...0]` is A n² + B n with A from 1 to 5 and B from −3 to 3.
public struct CoefficientBox: Sendable, Hashable {
  /// Range of every coefficient, leading first.
  public let ranges: [ClosedRange<Int>]
  /// Number of non-zero polynomials.
  public let count: Int
  /// Place of the zero polynomial in the lexicographic order; nil when some range leaves out 0.
  private let zeroPlace: Int?

  /// The largest coefficient that a space may contain, either sign.
  public static let largestCoefficient = 1_000_000_000

  /// The box of these ranges, leading coefficient first.
  /// - Throws: `SearchError` for no ranges, for coefficients beyond `largestCoefficient`, for a box that contains
  ///   only zero, and for one whose size exceeds a machine word.
  public init(_ ranges: [ClosedRange<Int>]) throws(SearchError) {
    guard !ranges.isEmpty else {
      throw .senseless(message: "a polynomial needs at least one coefficient", remedy: "for example 1..5,0")
    }
    let limit = CoefficientBox.largestCoefficient
    guard ranges.allSatisfy({ $0.lowerBound >= -limit && $0.upperBound <= limit }) else {
      throw .tooLarge(message: "coefficients go up to \(limit)", remedy: "choose smaller ranges")
    }
    var total = 1
    for range in ranges {
      let (product, overflows) = total.multipliedReportingOverflow(by: range.count)
      guard !overflows else {
        throw .tooLarge(
          message: "more polynomials than a machine word counts", remedy: "choose smaller ranges")
      }
      total = product
    }
    let holdsZero = ranges.allSatisfy { $0.contains(0) }
    guard total > 1 || !holdsZero else {
      throw .senseless(message: "the only polynomial in the range is zero", remedy: "widen a coefficient")
    }
    self.ranges = ranges
    zeroPlace = holdsZero ? ranges.reduce(0) { $0 * $1.count - $1.lowerBound } : nil
    count = holdsZero ? total - 1 : total
  }

  /// Degree at most `degree`, coefficients from −height to height.
  public init(degree: Int, height: Int) throws(SearchError) {
    guard degree >= 0, height >= 1 else {
      throw .senseless(message: "degree \(degree), height \(height)", remedy: "degree from 0, height from 1")
    }
    guard degree <= 64, height <= CoefficientBox.largestCoefficient else {
      throw .tooLarge(message: "degree \(degree), height \(height)", remedy: "choose smaller ones")
    }
    try self.init(Array(repeating: -height...height, count: degree + 1))
  }

  /// True when the negative of every member is a member; the upper half of the numbers is then exactly the members
  /// whose first non-zero coefficient is positive.
  public var isSymmetric: Bool { ranges.allSatisfy { $0.lowerBound == -$0.upperBound } }

  /// Coefficients of the member with this number, constant term first, without leading zeros.
  /// - Precondition: 0 ≤ index < count.
  public func polynomial(at index: Int) -> [Int] {
    precondition(index >= 0 && index < count, "a member has a number below the count")
    var place = zeroPlace.map { index < $0 ? index : index + 1 } ?? index
    var coefficients: [Int] = []
    coefficients.reserveCapacity(ranges.count)
    for range in ranges.reversed() {
      coefficients.append(range.lowerBound + place % range.count)
      place /= range.count
    }
    while coefficients.last == 0 { coefficients.removeLast() }
    return coefficients
  }

  /// Number of the member with these coefficients, constant term first; nil for a polynomial outside.
  public func index(of coefficients: [Int]) -> Int? {
    guard coefficients.count <= ranges.count || coefficients.dropFirst(ranges.count).allSatisfy({ $0 == 0 })
    else { return nil }
    var place = 0
    for (position, range) in ranges.enumerated() {
      let power = ranges.count - 1 - position
      let coefficient = power < coefficients.count ? coefficients[power] : 0
      guard range.contains(coefficient) else { return nil }
      place = place * range.count + (coefficient - range.lowerBound)
    }
    guard let zeroPlace else { return place }
    return place == zeroPlace ? nil : place < zeroPlace ? place : place - 1
  }
}
