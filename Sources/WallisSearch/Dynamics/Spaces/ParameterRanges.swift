/// Parameters of templates with their ranges of integers, in the order in which they were written.
///
///     x0=1..3,x1=-20..20,c=5
public struct ParameterRanges: Sendable, Hashable {
  /// Names in order.
  public let names: [String]
  /// Range of every parameter.
  public let ranges: [ClosedRange<Int>]
  /// Number of assignments.
  public let count: Int

  /// Largest value of a parameter, either sign.
  public static let largestValue = 1_000_000_000

  /// Reads names with ranges, separated by commas; empty text is no parameter and one assignment.
  /// - Throws: `SearchError.malformed` with the position of what does not fit, `tooLarge` when the number of
  ///   assignments exceeds a machine word.
  public init(parsing text: String) throws(SearchError) {
    var (names, ranges, position) = ([String](), [ClosedRange<Int>](), 0)
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let (name, range) = try ParameterRanges.parameter(part, in: text, at: position)
      guard !names.contains(name) else {
        throw ParameterRanges.malformed("'\(name)' stands twice", text, position)
      }
      names.append(name)
      ranges.append(range)
      position += part.count + 1
    }
    var count = 1
    for range in ranges {
      let (product, overflows) = count.multipliedReportingOverflow(by: range.count)
      guard !overflows else {
        throw .tooLarge(
          message: "more assignments than a machine word counts", remedy: "choose smaller ranges")
      }
      count = product
    }
    (self.names, self.ranges, self.count) = (names, ranges, count)
  }

  /// The values of the assignment with this number; the last parameter varies fastest.
  /// - Precondition: 0 ≤ index < count.
  public func values(at index: Int) -> [Int] {
    precondition(index >= 0 && index < count, "an assignment has a number below the count")
    var (place, values) = (index, [Int](repeating: 0, count: ranges.count))
    for parameter in ranges.indices.reversed() {
      values[parameter] = ranges[parameter].lowerBound + place % ranges[parameter].count
      place /= ranges[parameter].count
    }
    return values
  }

  private static func parameter(_ part: Substring, in text: String, at position: Int) throws(SearchError)
    -> (name: String, range: ClosedRange<Int>)
  {
    let sides = part.split(separator: "=", omittingEmptySubsequences: false)
    let name = sides[0].filter { $0 != " " }
    guard sides.count == 2, let first = name.first, first.isASCII, first.isLetter,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    else { throw malformed("a parameter with its range was expected", text, position) }
    guard name != "n" else { throw malformed("n is the variable of a(n) and b(n)", text, position) }
    let bounds = sides[1].filter { $0 != " " }.replacing("−", with: "-")
      .split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    let place = position + sides[0].count + 1
    guard (1...2).contains(bounds.count), let low = bounds[0], let high = bounds[bounds.count - 1] else {
      throw malformed("'\(sides[1])' is not an integer or a range", text, place)
    }
    guard low <= high else { throw malformed("the range \(sides[1]) is empty", text, place) }
    guard max(high.magnitude, low.magnitude) <= largestValue.magnitude else {
      throw .tooLarge(message: "parameters go up to \(largestValue)", remedy: "choose smaller ranges")
    }
    return (name, low...high)
  }

  private static func malformed(_ message: String, _ text: String, _ position: Int) -> SearchError {
    .malformed(message: message, text: text, position: position, remedy: "for example: x0=1..3,x1=-20..20")
  }
}

extension ParameterRanges: CustomStringConvertible {
  /// The ranges as `init(parsing:)` reads them.
  public var description: String {
    zip(names, ranges).map { name, range in
      range.count == 1 ? "\(name)=\(range.lowerBound)" : "\(name)=\(range.lowerBound)..\(range.upperBound)"
    }.joined(separator: ",")
  }
}
