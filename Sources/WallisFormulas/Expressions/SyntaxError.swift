/// A mistake in an expression: what is wrong, where, and what to try.
public struct SyntaxError: Error, Sendable, Equatable {
  /// What is wrong.
  public let message: String
  /// Character offsets into the text that was parsed.
  public let range: Range<Int>
  /// What to try instead.
  public let remedy: String?

  /// An error at a range of the source text.
  public init(_ message: String, at range: Range<Int>, remedy: String? = nil) {
    (self.message, self.range, self.remedy) = (message, range, remedy)
  }
}
