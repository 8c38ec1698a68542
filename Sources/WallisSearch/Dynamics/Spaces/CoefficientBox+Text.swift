extension CoefficientBox {
  /// Reads ranges, leading coefficient first, separated by commas: `1..5,-3..3,0`.
  /// - Throws: `SearchError.malformed` with the position of the first character that does not fit, and what
  ///   `init(_:)` throws.
  public init(parsing text: String) throws(SearchError) {
    var ranges: [ClosedRange<Int>] = []
    var position = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      ranges.append(try CoefficientBox.range(part, in: text, at: position))
      position += part.count + 1
    }
    try self.init(ranges)
  }

  private static func range(_ part: Substring, in text: String, at position: Int) throws(SearchError)
    -> ClosedRange<Int>
  {
    let leading = part.prefix { $0 == " " }.count
    let words = part.filter { $0 != " " }.replacing("−", with: "-")
    let bounds = words.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    func malformed(_ message: String) -> SearchError {
      .malformed(
        message: message, text: text, position: position + leading,
        remedy: "ranges are written leading coefficient first, for example 1..5,-3..3,0")
    }
    guard (1...2).contains(bounds.count), let first = bounds[0], let last = bounds[bounds.count - 1] else {
      throw malformed(words.isEmpty ? "a coefficient is missing" : "'\(words)' is not an integer or a range")
    }
    guard first <= last else { throw malformed("the range \(words) is empty") }
    return first...last
  }
}

extension CoefficientBox: CustomStringConvertible {
  /// The ranges as `init(parsing:)` reads them.
  public var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
      .joined(separator: ",")
  }
}
