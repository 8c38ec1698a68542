/// A mistake of the user or of a file: what, where, and what to try.
package struct Diagnostic: Error, Codable, Sendable, Equatable {
  /// How bad it is.
  package enum Severity: String, Codable, Sendable {
    /// The request could not be carried out.
    case error
    /// The request was carried out; the user should know something.
    case warning
    /// A remark.
    case note
  }

  /// How bad it is.
  package var severity: Severity
  /// What is wrong, in one sentence without a final full stop.
  package var message: String
  /// The text that contains the mistake, as typed.
  package var source: String?
  /// Where in `source`: character offsets; an empty range points between two characters.
  package var range: Range<Int>?
  /// What to try.
  package var remedy: String?

  /// A diagnostic.
  package init(
    _ message: String, severity: Severity = .error, source: String? = nil, range: Range<Int>? = nil,
    remedy: String? = nil
  ) {
    (self.severity, self.message, self.source) = (severity, message, source)
    (self.range, self.remedy) = (range, remedy)
  }
}

extension Diagnostic {
  /// The line of `source` that contains the start of `range`, and the part of the range inside that line.
  var markedLine: (line: String, range: Range<Int>?)? {
    guard let source else { return nil }
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let range else { return lines.first.map { (String($0), nil) } }
    var start = 0
    for line in lines {
      let end = start + line.count
      if range.lowerBound <= end {
        let lower = max(range.lowerBound, start) - start
        let upper = min(max(range.upperBound, range.lowerBound), end) - start
        return (String(line), lower..<max(lower, upper))
      }
      start = end + 1
    }
    return lines.last.map { (String($0), $0.count..<$0.count) }
  }
}
